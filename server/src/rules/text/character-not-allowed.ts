import type { MessageView } from '../../model/view';
import { editParagraph } from '../../rewrite/refold';
import type { Edit } from '../../text/edits';
import { keyFor, keylessPlaces, type Odd } from '../facts/characters';
import { isDraftOrRecord } from '../facts/shared';
import { more, rule } from '../rule';
import { CONFIDENTIAL, DRAFT, SMART, UNCLASSIFIED } from '../specimens';

/** All of them in one fix; a paragraph of which a line gets too long is folded. */
function typed(view: MessageView, places: readonly Odd[]): Edit[] {
  const edits: Edit[] = [];
  let at = 0;
  for (const section of view.message.body.sections)
    for (const paragraph of section.paragraphs) {
      const own: Edit[] = [];
      for (; at < places.length && places[at]!.start < paragraph.end; at++)
        own.push({ start: places[at]!.start, end: places[at]!.end, text: keyFor(places[at]!.text)! });
      if (own.length) edits.push(...editParagraph(view, paragraph, own));
    }
  return edits;
}

export const characterNotAllowed = rule({
  name: 'text/character-not-allowed',
  severity: 'information',
  style: true,
  format: ['4.6'],
  message:
    "Teleprinter text has letters, digits and `- ? : $ ! & # ' ( ) / . , ;` and double quotes, not `{found}`{more}.",
  why: 'A relay garbles what a teleprinter has no key for. Silent for rules, tables, bullets, addresses of the internet and cables of the system of 2009, which takes them; said once for what has a counterpart and once for what has none.',
  fix: 'Types the nearest key: straight quotes, hyphens, letters without accents.',
  bad: [
    [UNCLASSIFIED, 'The bell rang.', 'The tower«’»s bell rang – once.'],
    [DRAFT, 'the port after', 'the port of J«ä»msä after'],
    [CONFIDENTIAL, 'It stopped.', 'Up 40«%» on May, or {60}.'],
    [UNCLASSIFIED, 'It stopped.', 'It rang for the whole of a long afternoon in May, and«…»\nit stopped (up 40«%»).'],
  ],
  good: [
    [UNCLASSIFIED, 'The bell rang.', '"A" - b? c: $5! d & e #6, f\'s (g) h/i. j, k; 7.'],
    [UNCLASSIFIED, 'The bell rang.', 'Write to bell_ringer@example.org or http://example.org/~bell.'],
    [UNCLASSIFIED, 'The bell rang.', 'Shares:\n\nNorth      40%      20%\nSouth      60%      80%'],
    [DRAFT, '2.  (U) EconOff', '¶2.  (U) EconOff', 'ref B.', 'ref B:\n\n* the first,\n* the second.'],
    [SMART, 'eighteen times', '“eighteen” times'],
  ],
  check(view, report) {
    if (!isDraftOrRecord(view) || view.layout === 'smart') return;
    const all = keylessPlaces(view);
    if (!all.length) return;
    const typeable = all.filter(({ text }) => keyFor(text) !== null);
    const others = all.filter(({ text }) => keyFor(text) === null);
    if (typeable.length)
      report(
        typeable[0]!,
        { found: typeable[0]!.text, more: more(typeable) },
        { fix: { title: 'Type the nearest keys', edits: typed(view, typeable) } },
      );
    if (others.length) report(others[0]!, { found: others[0]!.text, more: more(others) });
  },
});
