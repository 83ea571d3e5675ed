/** Lists of rows. */
import type { Records } from './records';

/** Of so large a part of all rows the columns are read from end to end: by date they lie here and there. */
const MANY = 1 / 16;

/** The same rows in an order in which they are quickly read. */
export function asTheyLie({ file }: Records, rows: Int32Array): Int32Array {
  if (rows.length < file.length * MANY) return rows;
  const isIn = new Uint8Array(file.length);
  for (let at = 0; at < rows.length; at++) isIn[rows[at]!] = 1;
  const lying = new Int32Array(rows.length);
  let count = 0;
  for (let row = 0; row < isIn.length; row++) if (isIn[row]) lying[count++] = row;
  return lying.subarray(0, count);
}

/** The rows that pass a test, in their order. */
export function keep(records: Records, rows: Int32Array, test: (row: number) => boolean): Int32Array {
  const passed = new Uint8Array(records.file.length);
  const lying = asTheyLie(records, rows);
  for (let at = 0; at < lying.length; at++) if (test(lying[at]!)) passed[lying[at]!] = 1;
  const kept = new Int32Array(rows.length);
  let count = 0;
  for (let at = 0; at < rows.length; at++) if (passed[rows[at]!]) kept[count++] = rows[at]!;
  return kept.slice(0, count);
}
