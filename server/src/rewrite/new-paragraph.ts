/** The next paragraph begun, with its number and mark (FORMAT 4.1). */
import type { OwnParagraph } from '../model/body';
import type { MessageView } from '../model/view';
import type { Span } from '../syntax/tree';
import { type Edit, lineBreak, lineEnd, lineStart, nextLine } from '../text/edits';
import { cableMark } from './portion-marks';

/** What ends a sentence; `:` begins a list. */
const ENDS = /[.?!]["'”’)\]]{0,2}$/;

/**
 * What Enter puts at the end of the last line of a numbered paragraph: a blank line, and the next number and mark as this cable writes
 * them. Null elsewhere, and where the sentence goes on.
 */
export function newParagraph(view: MessageView, offset: number): Edit | null {
  const { text } = view.cable;
  const line = { start: lineStart(text, offset), end: lineEnd(text, offset) };
  if (text.slice(offset, line.end).trim() !== '') return null;
  const own = paragraphEndingIn(view, line);
  const head = own && nextHead(view, own);
  if (!head) return null;
  const end = line.start + text.slice(line.start, line.end).trimEnd().length;
  // Blanks before the break stay a habit.
  const lineEnds = lineBreak(text, line.end);
  const gap = text.slice(end, line.end) + lineEnds;
  return { start: line.end, end: line.end, text: `${lineEnds}${gap}${head}` };
}

/** The same after Enter was pressed: on the blank line below. */
export function newParagraphBelow(view: MessageView, offset: number): Edit | null {
  const { text } = view.cable;
  const [start, end] = [lineStart(text, offset), lineEnd(text, offset)];
  if (start === 0 || text.slice(start, end).trim() !== '') return null;
  // A line that was broken goes on below.
  const below = nextLine(text, offset);
  if (text.slice(below, lineEnd(text, below)).trim() !== '') return null;
  const above = lineStart(text, start - (text.startsWith('\r\n', start - 2) ? 2 : 1));
  const own = paragraphEndingIn(view, { start: above, end: lineEnd(text, above) });
  const head = own && nextHead(view, own);
  return head ? { start, end, text: lineBreak(text, start) + head } : null;
}

/** The numbered paragraph whose last line, a line of text that ends a sentence, is that of the file. */
function paragraphEndingIn(view: MessageView, line: Span): OwnParagraph | null {
  const own = view.paragraphs.find(({ paragraph }) => paragraph.start <= line.end && line.start < paragraph.end);
  if (!own?.paragraph.number) return null;
  const { children, textStart } = own.paragraph;
  const last = children.findLast(({ kind }) => kind !== 'blank');
  if (last?.kind !== 'text' || last.start < line.start || last.start > line.end) return null;
  return ENDS.test(view.text({ start: Math.max(last.start, textStart), end: last.end })) ? own : null;
}

/** `5.  (C) `, or `¶5.  ` in a cable without marks: as this paragraph writes it. */
function nextHead(view: MessageView, { paragraph }: OwnParagraph): string | null {
  const { children, number, mark } = paragraph;
  const match = /^(\d{1,3})([a-y]?)$/.exec(view.text(number!));
  if (!match) return null;
  const [, value, letter] = match;
  const next = letter ? value! + String.fromCharCode(letter.charCodeAt(0) + 1) : String(Number(value) + 1);
  const plain = (start: number, end: number): string => view.text({ start, end }).replace(/\uFEFF+/g, '');
  const lead = plain(children[0]!.start, mark?.beforeNumber ? mark.start - 1 : number!.start);
  const [stop] = /^[.)]? {0,4}/.exec(plain(number!.end, number!.end + 20))!;
  const name = usualMark(view);
  if (!name) return `${lead}${next}${stop.trimEnd()}${/(?<! ) +$/.exec(stop)?.[0] ?? ' '}`;
  return mark?.beforeNumber ? `${lead}(${name}) ${next}${stop}` : `${lead}${next}${stop}(${name}) `;
}

/** The mark that paragraphs of this cable have: that of its level, with the caveat that most have; null where they have none. */
function usualMark(view: MessageView): string | null {
  const numbered = view.paragraphs.filter(({ paragraph }) => paragraph.number);
  const counts = new Map<string, number>();
  for (const { paragraph } of numbered) {
    if (!paragraph.mark) continue;
    const mark = view.text(paragraph.mark);
    if (/ENTIRE TEXT/i.test(mark)) return null;
    counts.set(mark, (counts.get(mark) ?? 0) + 1);
  }
  const marked = [...counts.values()].reduce((sum, count) => sum + count, 0);
  if (marked * 2 <= numbered.length) return null;
  const level = cableMark(view);
  const usual = [...counts].sort((a, b) => b[1] - a[1]).map(([mark]) => mark);
  return usual.find((mark) => level === null || /^[A-Z]+/.exec(mark)?.[0] === level) ?? level;
}
