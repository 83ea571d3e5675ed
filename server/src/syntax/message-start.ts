import type { Cursor } from './cursor';
import { isDateTimeGroupLine } from './recognise';

const OPENS = /^[ \t]*(?:BEGIN (?:TEXT|QUOTE|UNOFFICIAL|MESSAGE)|QUOTE\b)/gim;
const CLOSES = /\b(?:END (?:TEXT|QUOTE|UNOFFICIAL|MESSAGE)|UNQUOTE)\b/i;

/**
 * Whether a message begins at the cursor's line `s`: at `VZCZC`, or at an FL5 line followed within three lines by FM; not inside a
 * quotation that is closed later (FORMAT 0.3). `bodyStart`: where the text began that may hold the quotation.
 */
export function isMessageStart(cursor: Cursor, s: string, bodyStart: number, index = cursor.at): boolean {
  const first = s.charCodeAt(0);
  if (first === 86 ? !s.startsWith('VZCZC') : !isDateTimeGroupLine(s) || !originatorFollows(cursor, index))
    return false;
  return !insideQuotation(cursor, bodyStart);
}

function originatorFollows(cursor: Cursor, index: number): boolean {
  for (let i = index + 1; i <= index + 3 && i < cursor.lines.length; i++) {
    if (/^FM /i.test(cursor.ink(i))) return true;
  }
  return false;
}

/** How far a quotation is looked back and ahead for; keeps the cost of many message heads in one file bounded. */
const QUOTE_REACH = 60_000;

/** Whether the cursor stands in a quotation that was opened after `bodyStart` and is closed later. */
export function insideQuotation(cursor: Cursor, bodyStart: number): boolean {
  cursor.isEntangled = true;
  const here = cursor.line.start;
  const before = cursor.text.slice(Math.max(bodyStart, here - QUOTE_REACH), here);
  const opened = [...before.matchAll(OPENS)].at(-1);
  if (!opened || CLOSES.test(before.slice(opened.index))) return false;
  // A quotation that never closes before the next message head is a slip, not a quotation.
  return CLOSES.test(cursor.text.slice(here + 1, here + QUOTE_REACH));
}
