/** Folding lines of running text to a width: which of them are of one text, and where it is broken. */
import { decode } from '../syntax/decode';

export interface FoldLine {
  /** Blanks and line break at the end left out. */
  readonly text: string;
  readonly gap: string;
  readonly isRunning: boolean;
  /** Length of what stays together at the beginning: indent, number and mark of the paragraph. */
  readonly head: number;
}

/** Characters of a line; an entity is one. */
export const widthOf = (text: string): number =>
  text.includes('&') || text.includes('\uFEFF') ? decode(text).replace(/\uFEFF/g, '').length : text.length;

/** A line break with nothing but blanks before it. */
export const BREAK = /^[ \t\f\v\u00a0]*(?:\r\n|\n|\r)$/;

/** What is folded can let more lines be joined: until nothing changes. Null if that never comes. */
export function foldUntilStable(lines: FoldLine[], width: number, end: string): FoldLine[] | null {
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
