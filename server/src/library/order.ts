/** Rows by date, newest first, kept as rows are added. */
import type { Records } from './records';

/** So many rows are sorted at once: a few milliseconds. */
export const UNSORTED = 8192;

/**
 * All rows by date, dead ones among them until they are met. The rows of one date stand as they were added; those without one, whose number
 * is the least, come last.
 */
export function newestFirst(records: Records): Int32Array {
  const { order } = records;
  const { data: date } = records.date;
  const { data: file } = records.file;
  const added: number[] = [];
  for (let row = records.ordered; row < records.file.length; row++) if (file[row]! >= 0) added.push(row);
  records.ordered = records.file.length;
  if (added.length > 0) {
    added.sort((a, b) => date[b]! - date[a]! || a - b);
    const rows = new Int32Array(order.length + added.length);
    let count = 0;
    let next = 0;
    for (let at = 0; at < order.length; at++) {
      const row = order.data[at]!;
      if (file[row]! < 0) continue;
      while (next < added.length && date[added[next]!]! > date[row]!) rows[count++] = added[next++]!;
      rows[count++] = row;
    }
    while (next < added.length) rows[count++] = added[next++]!;
    order.data = rows;
    order.length = count;
  }
  return order.data.subarray(0, order.length);
}

/** The part of an order from one minute to another, that one not included. */
export function between(records: Records, order: Int32Array, from: number, to: number): Int32Array {
  return order.subarray(firstBefore(records, order, to), firstBefore(records, order, from));
}

/** Where the rows begin that are older than a minute. */
function firstBefore({ date }: Records, order: Int32Array, minute: number): number {
  let low = 0;
  let high = order.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (date.data[order[middle]!]! < minute) high = middle;
    else low = middle + 1;
  }
  return low;
}
