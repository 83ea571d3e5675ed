import { fold } from '../../model/fields';
import type { MessageView } from '../../model/view';
import { editParagraph } from '../../rewrite/refold';
import type { Paragraph } from '../../syntax/tree';
import type { Edit } from '../../text/edits';
import { isWhole, textOf } from '../facts/shared';
import { later, rule } from '../rule';
import { CONFIDENTIAL, DRAFT, UNCLASSIFIED } from '../specimens';

const SUMMARY_WORDS = /\bSUMM|\bBLUF\b|KEY POINTS|OVERVIEW|INTRODUCTION|ABSTRACT|\bMAIN POINTS|\bHIGHLIGHTS/i;
/** Three pages of 50 lines, in characters: however the text is folded. */
const LONG = 150 * 60;
function isLong(view: MessageView): boolean {
  let count = 0;
  for (const { paragraph } of view.paragraphs)
    for (const line of paragraph.children)
      if (line.kind === 'text') {
        count += fold(view.text(line)).length + 1;
        if (count > LONG) return true;
      }
  return false;
}
/** The words that open and close a summary, around a paragraph. */
function asSummary(view: MessageView, paragraph: Paragraph): readonly Edit[] {
  const { children, textStart } = paragraph;
  const last = children.findLast(({ kind }) => kind === 'text')!;
  const capitals = /^[^a-z]*$/.test(textOf(view, { start: textStart, end: children[0]!.end }));
  const [label, closer] = capitals ? ['SUMMARY:  ', '  END SUMMARY.'] : ['Summary:  ', '  End Summary.'];
  return editParagraph(view, paragraph, [
    { start: textStart, end: textStart, text: label },
    { start: last.end, end: last.end, text: closer },
  ]);
}

const lines = (count: number, line = 'It rang again and again in the tower of the old town, again.'): string =>
  `${line}\n`.repeat(count);
const withLines = (specimen: string, more: string): string => specimen.replace('It stopped.\n', `It stopped.\n${more}`);
const LONG_CABLE = withLines(UNCLASSIFIED, lines(180));

export const summaryMissing = rule({
  name: 'body/summary-missing',
  severity: 'information',
  style: true,
  format: ['4.3'],
  message: 'A cable this long needs a summary.',
  why: 'A cable of more than three pages begins with a summary. Silent where any words promise one (overview, key points), for tables, and for records of the 1970s.',
  fix: 'Makes the first paragraph the summary, for the drafter to decide.',
  bad: [
    [LONG_CABLE, '1.  (SBU)', '«1».  (SBU)'],
    [LONG_CABLE, '1.  (SBU) The bell rang.', '«1».  (SBU) THE BELL OF THE TOWER OF THE OLD TOWN RANG AT NOON.'],
  ],
  good: [
    [LONG_CABLE, '1.  (SBU)', 'OVERVIEW\n--------\n\n1.  (SBU)'],
    [LONG_CABLE, '1.  (SBU) The', '1.  (SBU) BLUF: The'],
    [withLines(CONFIDENTIAL, lines(160))],
    [withLines(UNCLASSIFIED, lines(140))],
    [withLines(UNCLASSIFIED, lines(200, 'North      3      4'))],
    [DRAFT],
  ],
  check(view, report) {
    const { message } = view;
    const { body } = message;
    if (body.end - body.start < LONG || message.blocks.some(({ kind }) => kind === 'summary')) return;
    if (view.layout === 'aad' || !isWhole(view)) return;
    const first = view.paragraphs[0]?.paragraph;
    const at = first?.number;
    if (!at || !isLong(view)) return;
    const from = body.sections[0]!.start;
    if (SUMMARY_WORDS.test(view.cable.clean.slice(from, at.start + 4000))) return;
    report(at, null, { fix: later('Make this the summary', () => asSummary(view, first)) });
  },
});
