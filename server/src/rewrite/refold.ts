/**
 * Folding the running text of a paragraph to a width (FORMAT 4.6). Tables, lists, quoted texts, page lines, addresses of web pages,
 * redactions that are longer than a line, and whatever else is no plain prose stay as they are.
 */
import type { MessageView } from '../model/view';
import { decode } from '../syntax/decode';
import type { Line, LineKind, Paragraph } from '../syntax/tree';
import { applyEdits, type Edit, lineBreak } from '../text/edits';

/** What relays take (ACP-127). */
export const WIDTH = 69;

interface FoldLine {
  /** Blanks and line break at the end left out. */
  readonly text: string;
  readonly gap: string;
  readonly isRunning: boolean;
  /** Length of what stays together at the beginning: indent, number and mark of the paragraph. */
  readonly head: number;
}

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
  const lines = readLines(view, paragraph, edits);
  const folded = foldUntilStable(lines, width, lineBreak(view.cable.text));
  const { children } = paragraph;
  // A text without a number that becomes one line could be read as a heading.
  if (!folded || (folded.length === 1 && children.length > 1 && !paragraph.number && !paragraph.mark)) return null;
  const same = (line: FoldLine, { start, next }: Line) => line.text + line.gap === view.cable.text.slice(start, next);
  // Only what changed: whole lines that stay are left out at both ends.
  let from = 0;
  while (from < folded.length && from < children.length && same(folded[from]!, children[from]!)) from++;
  let to = folded.length;
  let last = children.length;
  while (to > from && last > from && same(folded[to - 1]!, children[last - 1]!)) {
    to--;
    last--;
  }
  if (from === to && from === last) return null;
  return {
    start: children[from]?.start ?? paragraph.end,
    end: last > from ? children[last - 1]!.next : (children[from]?.start ?? paragraph.end),
    text: folded
      .slice(from, to)
      .map(({ text, gap }) => text + gap)
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

/** Characters of a line; an entity is one. */
export const widthOf = (text: string): number =>
  text.includes('&') || text.includes('\uFEFF') ? decode(text).replace(/\uFEFF/g, '').length : text.length;

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
const NO_WORDS = /^(?:[•·▪–—]|(?:\W{0,3}|o|[a-z][.)]|\d{1,3}[.)]|\([a-z0-9]{1,4}\))$)/;
/** What is set in columns: three blanks or more, other than between sentences. */
const COLUMNS = /[^.?! ] {3,}\S|[.?!] {5,}\S|[.?!] {3,4}[^A-Z("' ]|\t/;
const hasColumns = (text: string): boolean => (text.includes('   ') || text.includes('\t')) && COLUMNS.test(text);

/** Words alone: no columns, tags, addresses of the web, words that cannot be broken. */
function isProse(text: string): boolean {
  if (hasColumns(text) || NO_WORDS.test(text) || text.endsWith('\\') || text.includes('\uFEFF')) return false;
  if (text.includes('://') || text.includes('www.') || (text.includes('<') && /<\/?[a-z]/i.test(text))) return false;
  for (let at = 0; at + LONGEST_WORD <= text.length; ) {
    const blank = text.lastIndexOf(' ', at + LONGEST_WORD - 1);
    if (blank < at) return false;
    at = blank + 1;
  }
  return true;
}
const BREAK = /^[ \t\f\v\u00a0]*(?:\r\n|\n|\r)$/;

function readLines(view: MessageView, paragraph: Paragraph, edits: readonly Edit[]): FoldLine[] {
  const { text } = view.cable;
  const { children, textStart } = paragraph;
  const quoted = view.message.blocks.filter(({ kind }) => kind === 'quoted-text');
  const byLine = editsByLine(paragraph, edits);
  let apart: 'list' | 'table' | null = null;
  const lines = children.map((line, i) => {
    const own = byLine.get(line);
    const shown = own ? edited(text.slice(line.start, line.end), line.start, own) : text.slice(line.start, line.end);
    const gap = text.slice(line.end, line.next);
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
      isWholeLine(text, line) &&
      !quoted.some((block) => block.start < line.end && line.start < block.end);
    return { text: shown, gap, isRunning, head };
  });
  // The words above a rule are the head of a table, or a heading that was not read.
  let isAbove = false;
  for (let i = lines.length - 1; i >= 0; i--) {
    isAbove =
      children[i]!.kind === 'rule' || (isAbove && (children[i]!.kind === 'text' || children[i]!.kind === 'list-item'));
    if (isAbove) lines[i] = { ...lines[i]!, isRunning: false };
  }
  return lines;
}

/** Not one that the parser cut out of a longer line, as web copies have them. */
const isWholeLine = (text: string, { start, end, next }: Line): boolean =>
  (start === 0 || /[\r\n]/.test(text[start - 1]!)) && (BREAK.test(text.slice(end, next)) || next === text.length);

/** Blank lines around a page line do not end what it interrupts. */
function touchesFurniture(children: readonly Line[], at: number): boolean {
  let [before, after] = [at, at];
  while (children[before]?.kind === 'blank') before--;
  while (children[after]?.kind === 'blank') after++;
  return [before, after].some((i) => children[i] !== undefined && FURNITURE.has(children[i]!.kind));
}

// Folding.

/** What is folded can let more lines be joined: until nothing changes. Null if that never comes. */
function foldUntilStable(lines: FoldLine[], width: number, end: string): FoldLine[] | null {
  let now = lines;
  for (let i = 0; i < 9; i++) {
    const next = fold(now, width, end);
    if (next.length === now.length && next.every(({ text, gap }, at) => text === now[at]!.text && gap === now[at]!.gap))
      return next;
    now = next;
  }
  return null;
}

function fold(lines: readonly FoldLine[], width: number, end: string): FoldLine[] {
  const folded: FoldLine[] = [];
  const blanks = sentenceGap(lines);
  for (let i = 0; i < lines.length; ) {
    let to = i + 1;
    if (lines[i]!.isRunning) {
      while (to < lines.length && lines[to]!.isRunning) to++;
      const run = lines.slice(i, to);
      append(folded, isBlockOfLines(run, width) ? run : foldRun(run, width, end, blanks, i === 0));
    } else folded.push(lines[i]!);
    i = to;
  }
  return folded;
}

/** One by one: a text on a single line folds into more lines than a call takes arguments. */
function append(to: FoldLine[], lines: readonly FoldLine[]): void {
  for (const line of lines) to.push(line);
}

function foldRun(run: readonly FoldLine[], width: number, end: string, blanks: string, isFirst: boolean): FoldLine[] {
  const folded: FoldLine[] = [];
  const longest = fullWidth(run, width);
  for (let i = 0; i < run.length; ) {
    let to = i + 1;
    while (to < run.length && goesOn(run, i, to, longest, isFirst && i === 0)) to++;
    append(folded, foldLines(run.slice(i, to), width, end, blanks));
    i = to;
  }
  return folded;
}

const indentOf = ({ text }: FoldLine): number => text.length - text.trimStart().length;
const firstWord = ({ text }: FoldLine): string => /\S+/.exec(text)![0];
const startsLow = ({ text }: FoldLine): boolean => /^[a-z]/.test(text.trimStart());
/** How long the lines are that are full. */
const fullWidth = (run: readonly FoldLine[], width: number): number =>
  run.reduce((most, { text }) => Math.max(most, Math.min(width, widthOf(text))), 0);
/** The next word would have had room on the line: the break was meant. */
const isEarly = (line: FoldLine, next: FoldLine, room: number): boolean =>
  !startsLow(next) && widthOf(line.text) + 1 + widthOf(firstWord(next)) <= room;

/** Names of participants, an address, verses: most lines end early. */
function isBlockOfLines(run: readonly FoldLine[], width: number): boolean {
  if (run.length < 4) return false;
  const longest = fullWidth(run, width);
  const early = run.slice(1).filter((line, i) => isEarly(run[i]!, line, longest)).length;
  return early > (run.length - 1) * 0.6;
}

/** Whether a line is of one text with the one before it. */
function goesOn(run: readonly FoldLine[], first: number, at: number, longest: number, isFirst: boolean): boolean {
  const [before, line] = [run[at - 1]!, run[at]!];
  const [outer, inner] = [indentOf(before), indentOf(line)];
  // Below the first line the others may hang, up to its text, or the first one alone may be indented.
  const hangs = at === first + 1 && isFirst && (inner > outer ? inner <= before.head : outer - inner <= 8);
  if (inner !== outer && !hangs) return false;
  // A word that was broken, or a compound: which of both cannot be known.
  if (/[A-Za-z0-9][-/]$/.test(before.text)) return false;
  return !isEarly(before, line, longest - 20);
}

interface Word {
  readonly text: string;
  /** Blanks before it, where it stands on one line with the word before. */
  readonly gap: string;
}

/** `Mr.`, `J.`, `U.S.` end no sentence. */
const ABBREVIATION =
  /(?:^|[^A-Za-z])(?:[A-Z]|Mr|Mrs|Ms|Dr|St|Gen|Col|Amb|Gov|Sen|Rep|Lt|Maj|Sgt|Capt|Prof|No|vs|etc|e\.g|i\.e)\.$/i;
const endsSentence = (word: string): boolean => /[.?!]["')\]]{0,2}$/.test(word) && !ABBREVIATION.test(word);

/** One blank or two after a sentence, as the paragraph has it; where it has none, as after its number. */
function sentenceGap(lines: readonly FoldLine[]): string {
  let [one, two] = [0, 0];
  for (const { text, isRunning } of lines)
    for (let at = isRunning ? text.indexOf(' ') : -1; at > 0; at = text.indexOf(' ', at + 1)) {
      if (!`.?!"')]`.includes(text[at - 1]!)) continue;
      const next = text[at + 1] === ' ' ? at + 2 : at + 1;
      if (!/^["'(]?[A-Z]/.test(text.slice(next, next + 2))) continue;
      if (!endsSentence(text.slice(text.lastIndexOf(' ', at - 1) + 1, at))) continue;
      if (next === at + 1) one++;
      else two++;
    }
  if (one || two) return two >= one ? '  ' : ' ';
  return /^[¶ ]*\d{1,3}[a-z]?[.)] {2}/.test(lines[0]!.text) ? '  ' : ' ';
}

/** What makes a list item, a rule or a paragraph of a line that begins with it. */
const BEGINS_LINE =
  /^(?:(?:-{1,2}|[*o•]|[a-z][.)]|\([a-z]\)|\(\d{1,2}\)|\([ivx]{1,4}\))(?:$|[A-Z])|\d{1,3}[a-z]?[.)]|¶|[-=_*~.]{3})/;

function foldLines(lines: readonly FoldLine[], width: number, end: string, blanks: string): FoldLine[] {
  const [first] = lines;
  const inner = ' '.repeat(indentOf(lines[1] ?? first!));
  const head = first!.text.slice(0, first!.head);
  const words: Word[] = [];
  for (const line of lines) {
    const ink = line === first ? line.text.slice(line.head) : line.text.trimStart();
    let gap = line === first ? '' : endsSentence(words.at(-1)!.text) ? blanks : ' ';
    for (let at = 0; at < ink.length; ) {
      let start = at;
      while (ink[start] === ' ') start++;
      if (start === ink.length) break;
      let stop = ink.indexOf(' ', start);
      if (stop < 0) stop = ink.length;
      words.push({ text: ink.slice(start, stop), gap: start > at ? ink.slice(at, start) : gap });
      gap = '';
      at = stop;
    }
  }
  const rows = fill(words, width - widthOf(head), width - inner.length);
  const own = first!.gap;
  const gap = lines.length > 1 || BREAK.test(own) ? own : end;
  return rows.map((row, i): FoldLine => {
    const start = i === 0 ? head : inner;
    const text = start + row.map((word, at) => (at === 0 ? word.text : word.gap + word.text)).join('');
    return { text, gap: i === rows.length - 1 ? lines.at(-1)!.gap : gap, isRunning: true, head: start.length };
  });
}

const lengthOf = (row: readonly Word[]): number =>
  row.reduce((sum, { text, gap }, i) => sum + widthOf(text) + (i === 0 ? 0 : gap.length), 0);

/** Words in rows, as many in each as it takes; no row begins with what would make another kind of line of it. */
function fill(words: readonly Word[], firstRoom: number, room: number): Word[][] {
  const rows: Word[][] = [[]];
  let length = 0;
  for (const word of words) {
    let row = rows.at(-1)!;
    const more = (row.length ? word.gap.length : 0) + widthOf(word.text);
    if (row.length && length + more > (rows.length === 1 ? firstRoom : room)) {
      const moved = [word];
      while (BEGINS_LINE.test(moved[0]!.text) && row.length > 1) moved.unshift(row.pop()!);
      rows.push(moved);
      row = moved;
      length = lengthOf(moved);
    } else {
      row.push(word);
      length += more;
    }
  }
  // A last line that would be read as the name of the signer.
  const [before, last] = rows.slice(-2);
  if (
    last &&
    last.length < 4 &&
    before!.length > 1 &&
    endsWithStop(before!) &&
    last.every(({ text }) => /^[A-Z][A-Z.,'#-]*$/.test(text))
  )
    last.unshift(before!.pop()!);
  return rows;
}
const endsWithStop = (row: readonly Word[]): boolean => row.at(-1)!.text.endsWith('.');
