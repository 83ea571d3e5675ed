import { canonicalPost, isKnownPost } from '../../data/posts';
import type { ClassificationLine } from '../../model/classification';
import { span } from '../../model/fields';
import type { MessageView } from '../../model/view';
import { isClassificationLine } from '../../syntax/recognise';
import type { Field } from '../../syntax/tree';
import { isMisread } from '../facts/section-count';
import { recordNumber } from '../facts/wrapper';
import { type Fix, isRedacted, replace, rule } from '../rule';
import { CONFIDENTIAL, DRAFT, RECORD, UNCLASSIFIED } from '../specimens';

const SECTION = / (?:SECTION \d{1,2} OF \d{1,2}|FINAL SECTION OF \d{1,2}) /;
const POST_AND_NUMBER = /[A-Z]{2}[A-Z .'/-]{0,40} \d{2,7}$/i;

export const mrnMissing = rule({
  name: 'header/mrn-missing',
  severity: 'error',
  format: ['3.2', '5.1'],
  message: 'The line has no post and number.',
  messages: { number: 'The line has no number.', post: 'The line has no post.' },
  why: 'Post and number identify a cable, and every reference to it repeats them. Silent in drafts, which get their number when they are sent, in partial records, where they are redacted, and on a level alone in a record of the 1970s, which marks a page.',
  fix: 'Writes post and number as the archive has them, unless the line says something else, or joins the next line, where that has them.',
  bad: [
    [
      CONFIDENTIAL,
      'C O N F I D E N T I A L SECTION 01 OF 02 ROME 000001',
      '«C O N F I D E N T I A L SECTION 01 OF 02»',
    ],
    [
      CONFIDENTIAL,
      'C O N F I D E N T I A L SECTION 01 OF 02 ROME 000001',
      '«C O N F I D E N T I A L SECTION 01 OF 02 ROME»',
    ],
    [
      CONFIDENTIAL,
      'C O N F I D E N T I A L SECTION 01 OF 02 ROME 000001',
      '«C O N F I D E N T I A L SECTION 01 OF 02 000001»',
    ],
    [UNCLASSIFIED, 'UNCLAS ROME 000001', '«UNCLAS»'],
    [CONFIDENTIAL, 'C O N F I D E N T I A L SECTION 01 OF 02 ROME', '«C O N F I D E N T I A L SECTION 01 OF 02»\nROME'],
    [RECORD, 'C O N F I D E N T I A L ANKARA 1204', '«C O N F I D E N T I A L NOFORN»'],
  ],
  good: [
    [DRAFT, 'UNCLAS ROME 000127', 'UNCLAS ROME'],
    [UNCLASSIFIED, 'UNCLAS ROME 000001', 'UNCLAS XXXXXXXXXXXX'],
    [UNCLASSIFIED, 'UNCLAS ROME 000001', 'UNCLAS E F T O ROME 000001 TOSEC 040112'],
    [UNCLASSIFIED, 'UNCLAS ROME 000001', 'UNCLAS. ROME 000001'],
    [RECORD, 'C O N F I D E N T I A L ANKARA 1204', 'CONFIDENTIAL'],
  ],
  check(view, report) {
    if (view.partial) return;
    for (const each of view.classificationLines) {
      const { field, line } = each;
      if (!line.level || (line.post && line.serial) || isRedacted(view.folded(field)) || isMisread(view, each))
        continue;
      const { end } = span(field);
      const rest = view.text({ start: restOf(line), end }).trim();
      // A level alone is the mark of a page there.
      if (view.layout === 'aad' && rest === '' && !line.handling.length) continue;
      // They are there, but something stands before them that the format does not know.
      if (POST_AND_NUMBER.test(rest)) continue;
      const as = /^\d{1,7}$/.test(rest) ? 'post' : isKnownPost(rest) ? 'number' : null;
      report(span(field), null, { ...(as && { as }), fix: joining(view, field, end) ?? completing(view, rest, end) });
    }
  },
});

/** Joins the next line, where post and number stand there alone. */
function joining(view: MessageView, field: Field, end: number): Fix | null {
  const next = view.message.header!.fields.find(({ start }) => start === field.end);
  if (next?.kind !== 'caption' || !POST_AND_NUMBER.test(view.folded(next))) return null;
  const joined = `${view.folded(field)} ${view.folded(next)}`;
  // Only to what is a good line: a part of a section count may be lost between the two.
  if (!isClassificationLine(joined, false) || (/\bOF\b|SECT/i.test(joined) && !SECTION.test(joined))) return null;
  return replace({ start: end, end: next.label.start }, ' ', 'Join the next line');
}

/** Writes what the archive knows, unless the line says something else. */
function completing(view: MessageView, rest: string, end: number): Fix | null {
  const number = recordNumber(view);
  if (!number) return null;
  const { post, serial } = number;
  const agrees = rest === '' || Number(rest) === Number(serial) || canonicalPost(rest) === canonicalPost(post);
  const right = `${post} ${serial}`;
  return agrees ? replace({ start: end - rest.length, end }, rest ? right : ` ${right}`, `Write ${right}`) : null;
}

/** Where level, handling words and section count end. */
const restOf = ({ word, handling, section }: ClassificationLine): number =>
  Math.max(word.end, section?.end ?? 0, handling.at(-1)?.end ?? 0);
