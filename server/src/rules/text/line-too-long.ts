import type { MessageView } from '../../model/view';
import { widthOf } from '../../rewrite/fold-lines';
import { refold, WIDTH } from '../../rewrite/refold';
import type { Cable, Line, Paragraph, Span } from '../../syntax/tree';
import type { Edit } from '../../text/edits';
import { isDraftOrRecord } from '../facts/shared';
import { type Fix, rule } from '../rule';
import { CONFIDENTIAL, DRAFT, SMART, UNCLASSIFIED } from '../specimens';

/** From this many paragraphs on the whole cable is like that, and is told so once. */
const THROUGHOUT = 4;

interface LongLines {
  readonly paragraph: Paragraph;
  /** From the first character that does not fit, of the first such line. */
  readonly at: Span;
  readonly length: number;
  readonly count: number;
}

/** Offset after the last character that still fits, or null. Entities count as the one character that they stand for. */
function overhang({ clean }: Cable, { start, end }: Span): { length: number; from: number } | null {
  if (end - start <= WIDTH) return null;
  const line = clean.slice(start, end);
  if (!line.includes('\uFEFF')) return { length: end - start, from: wholeFrom(clean, start + WIDTH) };
  const length = line.replace(/\uFEFF+/g, '').length;
  if (length <= WIDTH) return null;
  let from = start;
  for (let seen = 0; seen < WIDTH; from++) if (clean[from] !== '\uFEFF') seen++;
  return { length, from: wholeFrom(clean, from) };
}

/** A character of two code units is not cut: as it does not fit whole, it does not fit. */
const wholeFrom = (text: string, at: number): number =>
  /[\ud800-\udbff]/.test(text[at - 1]!) && /[\udc00-\udfff]/.test(text[at]!) ? at - 1 : at;

/** Lines that a drafter could have broken: not tables, not long addresses of web pages, not what the parser cut out of a longer line. */
const isBreakable = ({ clean }: Cable, { start, end }: Span): boolean => {
  const before = start === 0 ? '\n' : clean[start - 1];
  const after = clean[end] ?? '\n';
  return (
    (before === '\n' || before === '\r') && /\s/.test(after) && !/\S{50}|:\/\/|www\./.test(clean.slice(start, end))
  );
};

/** What does not fit of a line that could have been broken. */
const excess = (cable: Cable, line: Line): { length: number; from: number } | null => {
  if (line.end - line.start <= WIDTH || (line.kind !== 'text' && line.kind !== 'list-item')) return null;
  const over = overhang(cable, line);
  return over && isBreakable(cable, line) ? over : null;
};

function longLines({ cable, message }: MessageView): LongLines[] {
  const found: LongLines[] = [];
  for (const section of message.body.sections)
    for (const paragraph of section.paragraphs) {
      let first: { at: Span; length: number } | null = null;
      let count = 0;
      for (const line of paragraph.children) {
        const over = excess(cable, line);
        if (!over) continue;
        first ??= { at: { start: over.from, end: line.end }, length: over.length };
        count++;
      }
      if (first) found.push({ paragraph, ...first, count });
    }
  return found;
}

/** The paragraphs folded; null where a long line stands in a list, in a quoted text, or is otherwise not understood. */
function folding(view: MessageView, all: readonly LongLines[]): Fix | null {
  const edits: Edit[] = [];
  for (const { paragraph } of all) {
    const edit = refold(view, paragraph);
    if (!edit || edit.text.split(/\r\n|\n|\r/).some((line) => widthOf(line.trimEnd()) > WIDTH)) return null;
    const stays = ({ start, end }: Line) => end <= edit.start || start >= edit.end;
    if (paragraph.children.some((line) => stays(line) && excess(view.cable, line))) return null;
    edits.push(edit);
  }
  return { title: all.length > 1 ? 'Fold all paragraphs' : 'Fold the paragraph', edits };
}

const LONG = 'The bell of the tower rang for the length of a very long afternoon in« May, 1999.»';
const plain = LONG.replace(/[«»]/g, '');

export const lineTooLong = rule({
  name: 'text/line-too-long',
  severity: 'information',
  style: true,
  format: ['4.6'],
  message: '{length} characters; the limit is 69{more}.',
  why: 'Relays cut or break lines of more than 69 characters. Silent for tables, addresses of web pages, and cables of the system of 2009; said once where a whole cable is like that.',
  fix: 'Folds the paragraph.',
  bad: [
    [UNCLASSIFIED, 'It stopped.', `It stopped.\n${LONG}`],
    [DRAFT, 'in ref A.  End Summary.', `in ref A, and more of it than before, and before summer.  End Summary«.»`],
    [
      CONFIDENTIAL,
      '2.  (U) It rang',
      '2.  (U) It rang and rang and rang and rang and rang and rang and rang« and»\nrang',
    ],
    [
      UNCLASSIFIED,
      'The bell rang.',
      `One.\n${LONG}`,
      'It stopped.',
      `Two.\n\n-- one\n-- ${'a second bell, '.repeat(4)}and a «third one»`,
    ],
  ],
  good: [
    [UNCLASSIFIED, 'It stopped.', `It stopped.\n${plain.slice(0, 69)}`],
    [UNCLASSIFIED, 'It stopped.', `Bells:\n\nNorth tower${' '.repeat(30)}3 bells${' '.repeat(30)}4 clappers`],
    [UNCLASSIFIED, 'It stopped.', `See:\nhttp://www.example.org/towers/of/the/world/and/their/bells/in/order/of/size`],
    [SMART, '2.  (U)', `2.  (U) ${plain}`],
    [`TAGS: PHUM\n\n${plain}\n`],
  ],
  check(view, report) {
    if (!isDraftOrRecord(view) || view.layout === 'smart') return;
    const found = longLines(view);
    if (!found.length) return;
    const groups = found.length < THROUGHOUT ? found.map((each) => [each]) : [found];
    for (const group of groups) {
      const { at, length } = group[0]!;
      const count = group.reduce((sum, each) => sum + each.count, 0);
      report(at, { length, more: count > 1 ? ` (and ${count - 1} more)` : '' }, { fix: folding(view, group) });
    }
  },
});
