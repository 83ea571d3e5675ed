import { postByName } from '../../data/posts';
import { span } from '../../model/fields';
import type { MessageView } from '../../model/view';
import { separator } from '../facts/tag-codes';
import { type Fix, rule } from '../rule';
import { CONFIDENTIAL, RECORD, TRANSMITTED, UNCLASSIFIED } from '../specimens';

export const tagsNoGeo = rule({
  name: 'header/tags-no-geo',
  severity: 'information',
  style: true,
  table: true,
  format: ['3.6'],
  message: 'No geographic TAGS.',
  why: 'Geographic TAGS say which country the cable is about. Silent where all subjects are administrative (`A...`), where an organization or a code that is not in the table may stand for the place, and for parts of a cable.',
  fix: 'Adds the code of the country of the originating post.',
  bad: [
    [CONFIDENTIAL, 'TAGS: PREL, ECON, IT', '«TAGS: PREL, ECON»'],
    [TRANSMITTED, 'TAGS: PREL, ECON, IT', '«TAGS: PREL ECON»'],
    [RECORD, 'TAGS: EAIR, TU\nSUBJ', '«TAGS: EAIR,»\nSUBJ'],
  ],
  good: [
    [CONFIDENTIAL, 'PREL, ECON, IT', 'AMGT, ABLD'],
    [CONFIDENTIAL, 'PREL, ECON, IT', 'PREL, UNSC'],
    [UNCLASSIFIED, 'PREL, IT', 'PREL, QQ'],
    ['TAGS: PREL\n'],
  ],
  check(view, report) {
    if (view.partial || !view.tags.length) return;
    const subjects = view.tags.filter(({ kind }) => kind === 'subject');
    if (
      subjects.every(({ code }) => code.startsWith('A')) ||
      view.tags.some(({ kind }) => kind === 'geographic' || kind === 'organization' || kind === 'unknown')
    )
      return;
    report(span(view.tagsLines[0]!.field), null, { fix: addCountry(view) });
  },
});

function addCountry(view: MessageView): Fix | null {
  const code = view.reference && postByName(view.reference.post)?.country;
  // Since 2018 cables use other codes than the table of posts.
  if (!code || code === 'US' || (view.year ?? 0) >= 2018) return null;
  const { field } = view.tagsLines.at(-1)!;
  const { text, base } = view.value(field);
  let ink = text.length;
  while (ink > 0 && /[\s,;.]/.test(text[ink - 1]!)) ink--;
  const at = base + ink;
  return {
    title: `Add ${code}`,
    edits: [{ start: at, end: base + text.trimEnd().length, text: `${separator(view, field)}${code}` }],
    drafter: true,
  };
}
