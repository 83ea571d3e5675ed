/** Folding lines of running text to a width: which of them are of one text, and where it is broken. */
import { decode } from '../syntax/decode';
import type { Span } from '../syntax/tree';
import { isWhiteSpace } from '../text/white-space';

export interface FoldLine {
  /** Blanks and line break at the end left out. */
  readonly text: string;
  readonly gap: string;
  readonly isRunning: boolean;
  /** Length of what stays together at the beginning: indent, number and mark of the paragraph. */
  readonly head: number;
  readonly indent: number;
  /** Characters; an entity is one. */
  readonly width: number;
  /** Those of its first word. */
  readonly firstWidth: number;
}

/** What a line is measured for; of one that is no running text nothing is. */
export function foldLine(text: string, gap: string, isRunning: boolean, head: number): FoldLine {
  if (!isRunning) return { text, gap, isRunning, head, indent: 0, width: 0, firstWidth: 0 };
  let indent = 0;
  while (indent < text.length && isWhiteSpace(text.charCodeAt(indent))) indent++;
  let word = indent;
  while (word < text.length && !isWhiteSpace(text.charCodeAt(word))) word++;
  return { text, gap, isRunning, head, indent, width: widthOf(text), firstWidth: widthOf(text.slice(indent, word)) };
}

/** Characters of a text; an entity is one. */
export const widthOf = (text: string): number =>
  text.includes('&') || text.includes('\uFEFF') ? decode(text).replace(/\uFEFF/g, '').length : text.length;

/** A line break with nothing but blanks before it. */
export const BREAK = /^[ \t\f\v\u00a0]*(?:\r\n|\n|\r)$/;

/**
 * What is folded can let more lines be joined: until nothing changes. Null if that never comes.
 * @param end the line break for what has none; looked for where it is needed, as it may be far away
 */
export function foldUntilStable(lines: FoldLine[], width: number, end: () => string): FoldLine[] | null {
  let now = lines;
  for (let i = 0; i < 9; i++) {
    const next = fold(now, width, end);
    if (next.length === now.length && next.every(({ text, gap }, at) => text === now[at]!.text && gap === now[at]!.gap))
      return next;
    now = next;
  }
  return null;
}

function fold(lines: readonly FoldLine[], width: number, end: () => string): FoldLine[] {
  const folded: FoldLine[] = [];
  const sentenceGap = lazily(() => findSentenceGap(lines));
  for (let i = 0; i < lines.length; ) {
    let to = i + 1;
    if (lines[i]!.isRunning) {
      while (to < lines.length && lines[to]!.isRunning) to++;
      const run = lines.slice(i, to);
      append(folded, isBlockOfLines(run, width) ? run : foldRun(run, width, end, sentenceGap, i === 0));
    } else folded.push(lines[i]!);
    i = to;
  }
  return folded;
}

function lazily(find: () => string): () => string {
  let found: string | undefined;
  return () => {
    found ??= find();
    return found;
  };
}

/** One by one: a text on a single line folds into more lines than a call takes arguments. */
function append(to: FoldLine[], lines: readonly FoldLine[]): void {
  for (const line of lines) to.push(line);
}

function foldRun(
  run: readonly FoldLine[],
  width: number,
  end: () => string,
  sentenceGap: () => string,
  isFirst: boolean,
): FoldLine[] {
  const folded: FoldLine[] = [];
  const longest = fullWidth(run, width);
  for (let i = 0; i < run.length; ) {
    let to = i + 1;
    while (to < run.length && goesOn(run, i, to, longest, isFirst && i === 0)) to++;
    const lines = run.slice(i, to);
    append(folded, isFolded(lines, width) ? lines : foldLines(lines, width, end, sentenceGap()));
    i = to;
  }
  return folded;
}

function firstWord({ text, indent }: FoldLine): string {
  const end = text.indexOf(' ', indent);
  return text.slice(indent, end < 0 ? text.length : end);
}
const startsLow = ({ text, indent }: FoldLine): boolean => {
  const code = text.charCodeAt(indent);
  return code >= 97 && code <= 122;
};
/** How long the lines are that are full. */
function fullWidth(run: readonly FoldLine[], width: number): number {
  let most = 0;
  for (const line of run) most = Math.max(most, Math.min(width, line.width));
  return most;
}
/** The next word would have had room on the line: the break was meant. */
const isEarly = (line: FoldLine, next: FoldLine, room: number): boolean =>
  !startsLow(next) && line.width + 1 + next.firstWidth <= room;

/** Names of participants, an address, verses: most lines end early. */
function isBlockOfLines(run: readonly FoldLine[], width: number): boolean {
  if (run.length < 4) return false;
  const longest = fullWidth(run, width);
  let early = 0;
  for (let i = 1; i < run.length; i++) if (isEarly(run[i - 1]!, run[i]!, longest)) early++;
  return early > (run.length - 1) * 0.6;
}

/** Whether a line is of one text with the one before it. */
function goesOn(run: readonly FoldLine[], first: number, at: number, longest: number, isFirst: boolean): boolean {
  const [before, line] = [run[at - 1]!, run[at]!];
  const [outer, inner] = [before.indent, line.indent];
  // Below the first line the others may hang, up to its text, or the first one alone may be indented.
  const hangs = at === first + 1 && isFirst && (inner > outer ? inner <= before.head : outer - inner <= 8);
  if (inner !== outer && !hangs) return false;
  // A word that was broken, or a compound: which of both cannot be known.
  const last = before.text.charCodeAt(before.text.length - 1);
  if ((last === HYPHEN || last === SLASH) && /[A-Za-z0-9]/.test(before.text.at(-2) ?? '')) return false;
  return !isEarly(before, line, longest - 20);
}
const HYPHEN = 45;
const SLASH = 47;

/** Lines that are as long as they can be, so that folding them anew would give the same. What is rare is left to that. */
function isFolded(lines: readonly FoldLine[], width: number): boolean {
  const { gap } = lines[0]!;
  for (const [i, line] of lines.entries()) {
    const next = lines[i + 1];
    // Two blanks may come between, after a sentence.
    if (line.width > width || (next && (line.gap !== gap || line.width + 1 + next.firstWidth <= width))) return false;
    if (i > 0 && BEGINS_LINE.test(firstWord(line))) return false;
  }
  const last = lines.at(-1)!;
  return lines.length === 1 || !/^\s*[A-Z][A-Z.,'# -]*$/.test(last.text);
}

/** `Mr.`, `J.`, `U.S.` end no sentence. */
const ABBREVIATION =
  /(?:^|[^A-Za-z])(?:[A-Z]|Mr|Mrs|Ms|Dr|St|Gen|Col|Amb|Gov|Sen|Rep|Lt|Maj|Sgt|Capt|Prof|No|vs|etc|e\.g|i\.e)\.$/i;
const endsSentence = (word: string): boolean => /[.?!]["')\]]{0,2}$/.test(word) && !ABBREVIATION.test(word);

/** One blank or two after a sentence, as the paragraph has it; where it has none, as after its number. */
function findSentenceGap(lines: readonly FoldLine[]): string {
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

function foldLines(lines: readonly FoldLine[], width: number, end: () => string, blanks: string): FoldLine[] {
  const [first] = lines;
  const inner = ' '.repeat((lines[1] ?? first!).indent);
  const head = first!.text.slice(0, first!.head);
  let last = first!.text.slice(first!.head).trimStart();
  const parts = [last];
  for (const line of lines.slice(1)) {
    const isEnd = endsSentence(last.slice(last.lastIndexOf(' ') + 1));
    last = line.text.trimStart();
    parts.push(isEnd ? blanks : ' ', last);
  }
  const text = parts.join('');
  const rows = fill(text, width - widthOf(head), width - inner.length);
  const own = first!.gap;
  const gap = lines.length > 1 || BREAK.test(own) ? own : end();
  return rows.map(({ start, end: stop }, i) => {
    const before = i === 0 ? head : inner;
    const isLast = i === rows.length - 1;
    return foldLine(before + text.slice(start, stop), isLast ? lines.at(-1)!.gap : gap, true, before.length);
  });
}

/** Rows of a text, as many words in each as it takes; no row begins with what would make another kind of line of it. */
function fill(text: string, firstRoom: number, room: number): Span[] {
  const rows: { start: number; end: number }[] = [];
  const isPlain = !text.includes('&');
  let start = 0;
  for (;;) {
    let end = rowEnd(text, start, rows.length ? room : firstRoom, isPlain);
    let next = wordStart(text, end);
    while (next < text.length && BEGINS_LINE.test(text.slice(next, wordEnd(text, next)))) {
      const before = lastGap(text, start, end);
      if (before < 0) break;
      end = before;
      next = wordStart(text, end);
    }
    rows.push({ start, end });
    if (next >= text.length) break;
    start = next;
  }
  // A last line that would be read as the name of the signer.
  const [before, last] = rows.slice(-2);
  if (last && /^[A-Z][A-Z.,'#-]*(?: +[A-Z][A-Z.,'#-]*){0,2}$/.test(text.slice(last.start, last.end))) {
    const gap = text[before!.end - 1] === '.' ? lastGap(text, before!.start, before!.end) : -1;
    if (gap >= 0) [before!.end, last.start] = [gap, wordStart(text, gap)];
  }
  return rows;
}

/** Where the last word ends that has room; at least one has. */
function rowEnd(text: string, start: number, room: number, isPlain: boolean): number {
  if (isPlain) {
    if (text.length - start <= room) return text.length;
    let at = text.lastIndexOf(' ', start + room);
    while (at > start && text[at - 1] === ' ') at--;
    return at > start ? at : wordEnd(text, start);
  }
  // An entity takes less room than its characters: word by word.
  for (let end = wordEnd(text, start); ; ) {
    const next = wordEnd(text, wordStart(text, end));
    if (next === end || widthOf(text.slice(start, next)) > room) return end;
    end = next;
  }
}
const wordStart = (text: string, from: number): number => {
  let at = from;
  while (text[at] === ' ') at++;
  return at;
};
const wordEnd = (text: string, from: number): number => {
  const at = text.indexOf(' ', from);
  return at < 0 ? text.length : at;
};
/** Where the last but one word of a row ends; -1 where there is but one. */
function lastGap(text: string, start: number, end: number): number {
  let at = text.lastIndexOf(' ', end - 1);
  while (at > start && text[at - 1] === ' ') at--;
  return at > start ? at : -1;
}
