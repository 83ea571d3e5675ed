/**
 * Folding the running text of a paragraph to a width (FORMAT 4.6). Tables, lists, quoted texts, page lines, addresses of web pages,
 * redactions that are longer than a line, and whatever else is no plain prose stay as they are.
 */
import type { MessageView } from '../model/view';
import type { Line, LineKind, Paragraph } from '../syntax/tree';
import { applyEdits, type Edit, lineBreak } from '../text/edits';
import { isWhiteSpace } from '../text/white-space';
import { BREAK, type FoldLine, foldLine, foldUntilStable, widthOf } from './fold-lines';
import { isQuoted } from './quoted';

/** What relays take (ACP-127). */
export const WIDTH = 69;

/**
 * The paragraph with its lines folded; null where nothing changes. `edits` are made in its lines before. A text that was folded stays
 * as it is, and no character but white space is added or lost.
 */
export function refold(
  view: MessageView,
  paragraph: Paragraph,
  width = WIDTH,
  edits: readonly Edit[] = [],
): Edit | null {
  const parts = refoldRuns(view, paragraph, width, edits);
  const [first, last] = [parts[0], parts.at(-1)];
  if (!first || !last) return null;
  // What stays between them goes with it.
  let text = '';
  for (const [i, part] of parts.entries()) {
    if (i > 0) text += view.cable.text.slice(parts[i - 1]!.end, part.start);
    text += part.text;
  }
  return { start: first.start, end: last.end, text };
}

/** The same as an edit for each run of lines that changes: what stands between them, a page line or a list, is not touched. */
export const refoldRuns = (
  view: MessageView,
  paragraph: Paragraph,
  width: number,
  edits: readonly Edit[] = [],
): Edit[] =>
  foldParts(view, paragraph, width, edits)
    .map((part) => changedLines(view, paragraph, part))
    .filter((edit) => edit !== null);

/** Lines of a paragraph that follow each other, by their index, and what becomes of them. */
interface Part {
  readonly from: number;
  readonly to: number;
  readonly lines: readonly FoldLine[];
}

/** Running text and other lines in turn. Empty where the paragraph is better left as it is. */
function foldParts(view: MessageView, paragraph: Paragraph, width: number, edits: readonly Edit[]): Part[] {
  const lines = readLines(view, paragraph, edits);
  const folded = foldUntilStable(lines, width, () => lineBreak(view.cable.text, paragraph.start));
  // A text without a number that becomes one line could be read as a heading.
  if (!folded || (folded.length === 1 && lines.length > 1 && !paragraph.number && !paragraph.mark)) return [];
  const parts: Part[] = [];
  let at = 0;
  for (let from = 0; from < lines.length; ) {
    const { isRunning } = lines[from]!;
    const [begin, start] = [from, at];
    while (from < lines.length && lines[from]!.isRunning === isRunning) from++;
    while (at < folded.length && folded[at]!.isRunning === isRunning) at++;
    parts.push({ from: begin, to: from, lines: folded.slice(start, at) });
  }
  return parts;
}

/** Only what changed: whole lines that stay are left out at both ends. */
function changedLines({ cable: { text } }: MessageView, { children, end }: Paragraph, part: Part): Edit | null {
  const same = (line: FoldLine, { start, next }: Line) => line.text + line.gap === text.slice(start, next);
  let { from, to } = part;
  let [first, last] = [0, part.lines.length];
  while (first < last && from < to && same(part.lines[first]!, children[from]!)) [first, from] = [first + 1, from + 1];
  while (last > first && to > from && same(part.lines[last - 1]!, children[to - 1]!)) [last, to] = [last - 1, to - 1];
  if (first === last && from === to) return null;
  const start = children[from]?.start ?? end;
  return {
    start,
    end: to > from ? children[to - 1]!.next : start,
    text: part.lines
      .slice(first, last)
      .map((line) => line.text + line.gap)
      .join(''),
  };
}

/** Edits in the lines of a paragraph, in order; where a line gets too long by them, the paragraph is folded as well. */
export function editParagraph(view: MessageView, paragraph: Paragraph, edits: readonly Edit[]): readonly Edit[] {
  const { text } = view.cable;
  const byLine = editsByLine(paragraph, edits);
  const getsLong = paragraph.children.some((line) => {
    const own = byLine.get(line);
    if (!own) return false;
    const before = text.slice(line.start, line.end);
    return widthOf(before) <= WIDTH && widthOf(edited(before, line.start, own)) > WIDTH;
  });
  const folded = getsLong && view.layout !== 'smart' ? refold(view, paragraph, WIDTH, edits) : null;
  return folded ? [folded] : edits;
}

function editsByLine({ children }: Paragraph, edits: readonly Edit[]): Map<Line, Edit[]> {
  const found = new Map<Line, Edit[]>();
  let at = 0;
  for (const line of edits.length ? children : []) {
    const own: Edit[] = [];
    while (at < edits.length && edits[at]!.start <= line.end) own.push(edits[at++]!);
    if (own.length) found.set(line, own);
  }
  return found;
}

const edited = (text: string, start: number, edits: readonly Edit[]): string =>
  applyEdits(
    text,
    edits.map((edit) => ({ start: edit.start - start, end: edit.end - start, text: edit.text })),
  );

// Which lines are running text.

const FURNITURE: ReadonlySet<LineKind> = new Set([
  'page',
  'repeat-class',
  'release-stamp',
  'stray-caption',
  'artefact',
]);
/** From this length on a word is an address or a redaction. */
const LONGEST_WORD = 50;
/** A bullet, or what begins a list, alone on its line. */
const NO_WORDS = /^(?:[•·▪–—]|(?:\W{0,3}|o|[a-z][.)]|\d{1,3}[.)]?|\([a-z0-9]{1,4}\))$)/;
/** A sign that no word begins with, at the beginning of a line. */
export const BULLET = /^[^\p{L}\p{N}\s"'([$&#¶“”‘’«»…£€.,;:?!/-]/u;
/** What is set in columns: three blanks or more, other than between sentences. */
const COLUMNS = /[^.?! ] {3,}\S|[.?!] {5,}\S|[.?!] {3,4}[^A-Z("' ]|\t/;
const hasColumns = (text: string): boolean => (text.includes('   ') || text.includes('\t')) && COLUMNS.test(text);

/** From here on a line is longer than any without words. */
const SHORT = 7;
const isPlainStart = (code: number): boolean =>
  (code >= 65 && code <= 90) || (code >= 97 && code <= 122) || (code >= 48 && code <= 57);

/** Words alone: no columns, tags, addresses of the web, words that cannot be broken. */
function isProse(text: string): boolean {
  // Most lines are long and begin with a letter.
  const isPlain = text.length >= SHORT && isPlainStart(text.charCodeAt(0));
  if (!isPlain && (NO_WORDS.test(text) || BULLET.test(text.trimStart()))) return false;
  if (hasColumns(text) || text.endsWith('\\') || text.includes('\uFEFF')) return false;
  if (text.includes('://') || text.includes('www.') || (text.includes('<') && /<\/?[a-z]/i.test(text))) return false;
  for (let at = 0; at + LONGEST_WORD <= text.length; ) {
    const blank = text.lastIndexOf(' ', at + LONGEST_WORD - 1);
    if (blank < at) return false;
    at = blank + 1;
  }
  return true;
}

function readLines(view: MessageView, paragraph: Paragraph, edits: readonly Edit[]): FoldLine[] {
  const { text } = view.cable;
  const { children, textStart } = paragraph;
  const byLine = editsByLine(paragraph, edits);
  let apart: 'list' | 'table' | null = null;
  const lines = children.map((line, i) => {
    const own = byLine.get(line);
    const stop = own ? line.end : inkEnd(text, line);
    const shown = own ? edited(text.slice(line.start, stop), line.start, own) : text.slice(line.start, stop);
    const gap = text.slice(stop, line.next);
    const indent = shown.length - shown.trimStart().length;
    let head = indent;
    if (i === 0 && textStart > line.start && textStart < line.end) {
      const before = own?.filter(({ end }) => end <= textStart) ?? [];
      head = Math.max(indent, edited(text.slice(line.start, textStart), line.start, before).length);
    }
    if (line.kind === 'list-item') apart = 'list';
    else if (line.kind === 'table' || (line.kind === 'text' && hasColumns(shown.slice(head)))) apart = 'table';
    else if (line.kind === 'blank' && children[i - 1]?.kind !== 'blank' && !touchesFurniture(children, i)) apart = null;
    const isRunning =
      line.kind === 'text' &&
      (i > 0 || textStart < line.end) &&
      // What stands below a list item goes on with it; so do indented lines below the columns of a table.
      !(apart === 'list' || (apart === 'table' && indent > 1)) &&
      isProse(shown.slice(head)) &&
      isWholeLine(text, line.start, gap) &&
      !isQuoted(view, line);
    return foldLine(shown, gap, isRunning, head);
  });
  // The words above a rule are the head of a table, or a heading that was not read.
  let isAbove = false;
  for (let i = lines.length - 1; i >= 0; i--) {
    isAbove =
      children[i]!.kind === 'rule' || (isAbove && (children[i]!.kind === 'text' || children[i]!.kind === 'list-item'));
    const { text: own, gap, isRunning, head } = lines[i]!;
    if (isAbove && isRunning) lines[i] = foldLine(own, gap, false, head);
  }
  return lines;
}

/** Behind the last character of a line; where that is an entity, what it stands for ends sooner. */
function inkEnd(text: string, { end, next }: Line): number {
  let at = next;
  while (at > end && isWhiteSpace(text.charCodeAt(at - 1))) at--;
  return at;
}

/** Not one that the parser cut out of a longer line, as web copies have them. */
const isWholeLine = (text: string, start: number, gap: string): boolean =>
  (start === 0 || text[start - 1] === '\n' || text[start - 1] === '\r') && (gap === '' || BREAK.test(gap));

/** Blank lines around a page line do not end what it interrupts. */
function touchesFurniture(children: readonly Line[], at: number): boolean {
  let [before, after] = [at, at];
  while (children[before]?.kind === 'blank') before--;
  while (children[after]?.kind === 'blank') after++;
  return [before, after].some((i) => children[i] !== undefined && FURNITURE.has(children[i]!.kind));
}
