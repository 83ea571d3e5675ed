import { type Cursor, endOf, startOf } from './cursor';
import { furnitureKind } from './furniture';
import { firstInk, isBlankCode } from './lines';
import { paragraphStart } from './paragraph-start';
import type { Heading, Line, Span } from './tree';

const LONGEST = 65;
const RULE_CODES = new Set([...'-=_*~.\u2010\u2011\u2012\u2013\u2014\u2015'].map((char) => char.charCodeAt(0)));
const SHARED = /^[-=_*~\u2010-\u2015]{3,} ?[A-Z0-9].*[-=_*~\u2010-\u2015]{2}$/i;

/** A line of three or more dashes, equals signs... and nothing else; single blanks between them are allowed. */
export function isRule(text: string, start: number, end: number): boolean {
  const code = text.charCodeAt(start);
  if (!RULE_CODES.has(code) || end - start < 3) return false;
  let marks = 0;
  for (let i = start; i < end; i++) {
    const each = text.charCodeAt(i);
    if (each === code) marks++;
    else if (!isBlankCode(each)) return false;
  }
  return marks >= 3;
}

const isRuleLine = (cursor: Cursor, index: number): boolean => {
  const line = cursor.lines[index];
  return line !== undefined && line.kind !== 'blank' && isRule(cursor.text, firstInk(cursor.text, line), line.end);
};

/** Short, no full stop at its end, and with a letter in it. */
function isTitleLine(cursor: Cursor, index: number): boolean {
  const line = cursor.lines[index];
  if (!line || line.kind === 'blank' || line.end - line.start > LONGEST + 20) return false;
  const s = cursor.ink(index);
  return (
    s.length <= LONGEST &&
    /[A-Za-z]{2}/.test(s) &&
    (!/[.;,]$/.test(s) || /\.\.\.$/.test(s)) &&
    !isRule(s, 0, s.length) &&
    // Columns: the head of a table, whatever stands below it.
    !/ {3}/.test(s) &&
    !/^(?:--|\* |- |\()/.test(s) &&
    furnitureKind(s, true) === null
  );
}

/**
 * The heading at the cursor (FORMAT 4.2), taken with its rules; null when there is none. Without a rule below it, a line is a heading
 * only in capitals or title case and when a numbered paragraph follows: everything less certain stays text.
 */
export function headingAt(cursor: Cursor, length: number, lastNumber: number): Heading | null {
  if (length > LONGEST + 20) return null;
  const s = cursor.ink();
  if (SHARED.test(s) && !/^-- ?[A-Za-z]/.test(s)) return take(cursor, 1, sharedTitle(cursor));
  if (isRuleLine(cursor, cursor.at)) {
    for (const lines of [1, 2]) {
      const titles = range(cursor.at + 1, lines).every((index) => isTitleLine(cursor, index));
      if (titles && isRuleLine(cursor, cursor.at + 1 + lines))
        return take(cursor, lines + 2, titleSpan(cursor, cursor.at + 1, lines));
    }
    return null;
  }
  if (!isTitleLine(cursor, cursor.at)) return null;
  if (isRuleLine(cursor, cursor.at + 1)) return take(cursor, 2, titleSpan(cursor, cursor.at, 1));
  if (isTitleLine(cursor, cursor.at + 1) && isRuleLine(cursor, cursor.at + 2))
    return take(cursor, 3, titleSpan(cursor, cursor.at, 2));
  return looksLikeTitle(s) && paragraphFollows(cursor, lastNumber)
    ? take(cursor, 1, titleSpan(cursor, cursor.at, 1))
    : null;
}

const range = (from: number, count: number): number[] => Array.from({ length: count }, (_, i) => from + i);

const SMALL_WORDS = /^(?:a|an|and|as|at|but|by|for|from|in|is|nor|of|on|or|the|to|vs|with|after|over|into|its)$/;

const WORD = /[^\s/-]+/g;

function looksLikeTitle(s: string): boolean {
  if (!/[a-z]/.test(s) && s === s.toUpperCase()) return true;
  WORD.lastIndex = 0;
  for (let word = WORD.exec(s)?.[0], words = 0; word !== undefined; word = WORD.exec(s)?.[0]) {
    if (!/[a-z]/i.test(word)) continue;
    // A line of prose ends here, mostly at its second word.
    if (++words > 10 || !(/^[^a-z]/.test(word) || SMALL_WORDS.test(word))) return false;
  }
  return true;
}

function paragraphFollows(cursor: Cursor, lastNumber: number): boolean {
  for (let i = cursor.at + 1; i < cursor.lines.length && i < cursor.at + 12; i++) {
    if (cursor.isBlank(i) || furnitureKind(cursor.ink(i), true) === 'page') continue;
    const start = paragraphStart(cursor.text, cursor.lines[i]!, lastNumber);
    return start !== null && start.number !== null;
  }
  return false;
}

function titleSpan(cursor: Cursor, index: number, lines: number): Span {
  return { start: firstInk(cursor.text, cursor.lines[index]!), end: cursor.lines[index + lines - 1]!.end };
}

function sharedTitle(cursor: Cursor): Span {
  const { text, line } = cursor;
  let start = firstInk(text, line);
  let end = line.end;
  const outer = (at: number) => RULE_CODES.has(text.charCodeAt(at)) || isBlankCode(text.charCodeAt(at));
  while (start < end && outer(start)) start++;
  while (end > start && outer(end - 1)) end--;
  return { start, end };
}

function take(cursor: Cursor, count: number, title: Span): Heading {
  const children: Line[] = [];
  for (let i = 0; i < count; i++) children.push(cursor.take(isRuleLine(cursor, cursor.at) ? 'rule' : 'heading'));
  return {
    kind: 'heading',
    start: startOf(children, title.start),
    end: endOf(children, title.start),
    children,
    title,
  };
}
