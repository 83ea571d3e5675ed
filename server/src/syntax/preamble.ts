import { type Cursor, fieldGroup, lineField } from './cursor';
import { firstInk } from './lines';
import { isClassificationLine, isDateTimeGroupLine, readLabel, transmissionField } from './recognise';
import type { Field, FieldGroup, FieldKind, Line } from './tree';

/** Longer lines are no row of a table. */
const LONGEST_ROW = 400;

const ORDER: FieldKind[] = ['mrn', 'preamble-subject', 'preamble-date', 'preamble-classification', 'preamble-origin'];

/** The five lines that the archive put before a cable (FORMAT 1.1). Stops early where the transmission header begins. */
export function parsePreamble(cursor: Cursor): FieldGroup {
  const children: (Field | Line)[] = [];
  const begin = cursor.line.start;
  for (const kind of ORDER) {
    if (cursor.done) break;
    if (cursor.line.kind === 'blank') {
      // Only the subject may be empty; a blank line elsewhere ends an incomplete preamble.
      children.push(cursor.take());
      if (kind !== 'preamble-subject') break;
      continue;
    }
    const s = cursor.ink();
    if (kind !== 'mrn' && kind !== 'preamble-subject' && kind !== 'preamble-classification' && beginsCable(s)) break;
    children.push(lineField(cursor, kind));
  }
  return fieldGroup('preamble', children, begin);
}

const beginsCable = (s: string): boolean =>
  /^VZCZC/.test(s) || isDateTimeGroupLine(s) || transmissionField(s) === 'fl3' || readLabel(s, false)?.kind === 'eo';

const COLUMNS: FieldKind[] = ['mrn', 'preamble-date', 'preamble-classification', 'preamble-origin'];
const COLUMN_GAP = /(?<!\s)\s{2,}(?=\S)/g;

/** The row of a web page's table: message number, date, classification and origin in columns parted by blanks. */
function takeRow(cursor: Cursor): (Field | Line)[] {
  const { start, end } = cursor.line;
  const row = cursor.text.slice(start, end);
  const fields: (Field | Line)[] = [];
  const gaps = [...row.slice(0, LONGEST_ROW).matchAll(COLUMN_GAP)]
    .map((gap) => start + gap.index + gap[0].length)
    .filter((at) => at > firstInk(cursor.text, cursor.line));
  const cutAt = (at: number): void => {
    const leaf = cursor.cut(at);
    cursor.lines.splice(cursor.at, 0, leaf);
  };
  for (const [index, kind] of COLUMNS.entries()) {
    // Two days stand there in some pages: of the cable, and of its release.
    if (kind === 'preamble-classification' && gaps[0] !== undefined && /^\d{4}-\d{2}-\d{2}/.test(cursor.ink())) {
      cutAt(gaps.shift()!);
      fields.push(cursor.take('wrapper'));
    }
    const at = gaps.shift();
    // The last column runs to the end of the line.
    if (at === undefined || index === COLUMNS.length - 1) {
      fields.push(lineField(cursor, kind));
      break;
    }
    cutAt(at);
    fields.push(lineField(cursor, kind));
  }
  return fields;
}

/** What a web page showed around the cable: everything up to the first line of the cable itself (FORMAT 1.3). */
export function parseWebWrapper(cursor: Cursor): FieldGroup | null {
  const begin = cursor.done ? 0 : cursor.line.start;
  const children: (Field | Line)[] = [];
  let mrn = false;
  for (let i = 0; i < 60 && !cursor.done; i++) {
    if (cursor.line.kind === 'blank') {
      children.push(cursor.take());
      continue;
    }
    const s = cursor.ink();
    if (/^VZCZC/.test(s) || isDateTimeGroupLine(s) || (isClassificationLine(s, false) && /\d{4}/.test(s))) break;
    const kind = transmissionField(s);
    if (kind === 'fl2' || kind === 'fl3' || kind === 'fl4') break;
    const reference = /^\d{2}[A-Z]{3,30}\d{1,6}(?=[ \uFEFF]|$)/.test(s);
    if (reference && !mrn) {
      mrn = true;
      children.push(...takeRow(cursor));
    } else children.push(cursor.take('wrapper'));
  }
  return children.length ? fieldGroup('preamble', children, begin) : null;
}
