import { isBlankCode } from './lines';
import type { PortionMark, Span } from './tree';

/** The beginning of a paragraph (FORMAT 4.1): number, portion mark, and where the text starts. */
export interface ParagraphStart {
  readonly number: Span | null;
  /** The number's value; 0 when there is none. */
  readonly value: number;
  readonly anchored: boolean;
  readonly mark: PortionMark | null;
  readonly textStart: number;
}

const START =
  /(¶\uFEFF{0,40})?(\((?:U|SBU|LOU|C|S|TS)[^()\n]{0,14}\) ?)?(¶\uFEFF{0,40})?(\d{1,3}[a-z]?)(?:([.)])|(?= {0,2}\((?:U|SBU|LOU|C|S|TS)\b)| (?=\S)|$)/y;
const MARK =
  / {0,4}(?:\(((?:U|SBU|LOU|C|S|TS)(?:[ /-][^()\n]{0,30})?)\)|((?:SBU|LOU|TS|U|C|S)(?:\/\/?[A-Z]{1,6})?)\)(?= ))/y;
const ENTIRE_TEXT =
  / {0,4}((?:UNCLASSIFIED|LIMITED OFFICIAL USE|CONFIDENTIAL|TOP SECRET|SECRET|SBU|[UCS]) {0,2}- {0,2}ENTIRE TEXT)/iy;
const MARK_ONLY = /\((U|SBU|LOU|C|S|TS)((?:\/\/?[A-Z]{1,6})?)\) /y;

/**
 * Reads the beginning of a paragraph at a line, or null. `previous` is the number of the paragraph before (0: none): a plain
 * number must be 1 or go on from it by at most three; after `¶`, or with a portion mark, any number counts.
 */
export function paragraphStart(text: string, line: Span, previous: number): ParagraphStart | null {
  let at = line.start;
  let column = 0;
  let code = text.charCodeAt(at);
  while (at < line.end && isBlankCode(code)) {
    if (code !== 0xfeff) column++;
    code = text.charCodeAt(++at);
  }
  // Columns 1 to 4. Most lines of a text end here: they begin with a letter.
  if (column > 3 || !((code >= 48 && code <= 57) || code === 0xb6 || code === 40)) return null;
  START.lastIndex = at;
  const match = START.exec(text);
  if (!match || START.lastIndex > line.end) return code === 40 ? markOnly(text, line, at) : null;
  const [whole, pilcrow, leading, secondPilcrow, digits, stop] = match;
  const anchored = Boolean(pilcrow || secondPilcrow);
  const value = Number.parseInt(digits!, 10);
  const numberStart = at + (pilcrow?.length ?? 0) + (leading?.length ?? 0) + (secondPilcrow?.length ?? 0);
  const number = { start: numberStart, end: numberStart + digits!.length };
  const head = at + whole.length;
  const mark = leading ? leadingMark(text, at, leading, Boolean(pilcrow)) : markAt(text, head, line.end);
  if (!stop && !anchored && !mark) return null;
  const certain = anchored || mark !== null;
  if (!certain) {
    const step = value - previous;
    if (!(step >= 1 && step <= 3) && !(value === 1 && previous === 0) && !(step === 0 && value > 1)) return null;
  } else if (!anchored && value > previous + 30) return null;
  let textStart = mark && !leading ? markEnd(text, mark) : head;
  while (textStart < line.end && isBlankCode(text.charCodeAt(textStart))) textStart++;
  return { number, value, anchored, mark, textStart };
}

function markAt(text: string, at: number, limit: number): PortionMark | null {
  MARK.lastIndex = at;
  const match = MARK.exec(text);
  if (match && MARK.lastIndex <= limit) {
    const inner = match[1] ?? match[2]!;
    const start = at + match[0].indexOf(inner, match[1] === undefined ? 0 : 1);
    return {
      start,
      end: start + inner.length,
      brackets: match[1] === undefined ? 'lost' : 'both',
      beforeNumber: false,
    };
  }
  ENTIRE_TEXT.lastIndex = at;
  const entire = ENTIRE_TEXT.exec(text);
  if (!entire || ENTIRE_TEXT.lastIndex > limit) return null;
  const start = at + entire[0].length - entire[1]!.length;
  return { start, end: start + entire[1]!.length, brackets: 'none', beforeNumber: false };
}

const markEnd = (text: string, mark: PortionMark): number => (text[mark.end] === ')' ? mark.end + 1 : mark.end);

function leadingMark(text: string, at: number, leading: string, pilcrow: boolean): PortionMark {
  const start = text.indexOf('(', at + (pilcrow ? 1 : 0)) + 1;
  return { start, end: start + leading.trim().length - 2, brackets: 'both', beforeNumber: true };
}

/** `(C) Text` without a number: a single paragraph, or a drafter's unnumbered one. */
function markOnly(text: string, line: Span, at: number): ParagraphStart | null {
  MARK_ONLY.lastIndex = at;
  const match = MARK_ONLY.exec(text);
  if (!match || MARK_ONLY.lastIndex > line.end) return null;
  const end = at + 1 + match[1]!.length + match[2]!.length;
  return {
    number: null,
    value: 0,
    anchored: false,
    mark: { start: at + 1, end, brackets: 'both', beforeNumber: false },
    textStart: MARK_ONLY.lastIndex,
  };
}
