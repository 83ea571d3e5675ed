/**
 * A library as bytes: a head of numbers, every column as it lies, and a sum of each column. What a machine of the other order of bytes, another
 * version or a damaged disk has written is not read.
 */
import type { AnyColumn } from './columns';
import { Records } from './records';

/** `CBLB` where the low byte comes first. */
const MAGIC = 0x424c_4243;
/** To be raised whenever columns are added, or mean something else. */
const VERSION = 1;
/** Before the lengths of the columns: magic, version, how many columns, and three numbers of the library. */
const NUMBERS = 6;
/** Bytes that are summed up and copied at once: a few milliseconds. */
const PIECE = 2 * 1024 * 1024;

/**
 * The library as it is now, in pieces. They are made as they are asked for, and later changes are not in them: columns that only grow are
 * shared, others are copied first.
 */
export function save(records: Records): Iterable<Uint8Array> {
  const { files, live, ordered, columns } = records;
  const head = new Int32Array(padded((NUMBERS + columns.length) * 4) / 4);
  head.set([MAGIC, VERSION, columns.length, files, live, ordered, ...columns.map(({ length }) => length)]);
  return pieces([head, ...columns.map((column) => column.snapshot())]);
}

function* pieces(parts: readonly (Int32Array | Float64Array | Uint8Array)[]): Iterable<Uint8Array> {
  const sums = new Int32Array(parts.length + (parts.length % 2));
  for (const [index, part] of parts.entries()) {
    const bytes = new Uint8Array(part.buffer, part.byteOffset, part.byteLength);
    for (let at = 0; at < bytes.length; at += PIECE) {
      let piece = bytes.subarray(at, at + PIECE);
      if (piece.length % 8) {
        const whole = new Uint8Array(padded(piece.length));
        whole.set(piece);
        piece = whole;
      }
      sums[index] = sumOf(sums[index]!, new Int32Array(piece.buffer, piece.byteOffset, piece.length / 4));
      yield piece;
    }
  }
  yield new Uint8Array(sums.buffer);
}

/** Reads what `save` gave; null for anything else. Goes on for a few milliseconds at a time. */
export function* load(bytes: Uint8Array): Generator<void, Records | null> {
  const records = new Records();
  const { columns } = records;
  const headBytes = padded((NUMBERS + columns.length) * 4);
  if (bytes.length < headBytes) return null;
  const head = copyOf(bytes, 0, headBytes);
  const [magic, version, count, files, live, ordered] = head;
  if (magic !== MAGIC || version !== VERSION || count !== columns.length) return null;
  const lengths = head.subarray(NUMBERS, NUMBERS + columns.length);
  const sizes = columns.map(({ data }, at) => padded(lengths[at]! * data.BYTES_PER_ELEMENT));
  const sumBytes = padded((columns.length + 1) * 4);
  const size = sizes.reduce((sum, each) => sum + each, headBytes + sumBytes);
  if (lengths.some((length) => length < 0) || bytes.length !== size) return null;
  const sums = copyOf(bytes, size - sumBytes, size);
  if (sumOf(0, head) !== sums[0]) return null;
  let from = headBytes;
  for (const [at, column] of columns.entries()) {
    const sum = yield* fill(column, lengths[at]!, bytes.subarray(from, from + sizes[at]!));
    if (sum !== sums[at + 1]) return null;
    from += sizes[at]!;
  }
  return Object.assign(records, { files, live, ordered });
}

/** Fills a column that is empty, with some room to grow; the sum of it. */
function* fill(column: AnyColumn, length: number, bytes: Uint8Array): Generator<void, number> {
  column.length = 0;
  column.reserve(length + (length >> 3));
  const target = new Uint8Array(column.data.buffer);
  let sum = 0;
  for (let at = 0; at < bytes.length; at += PIECE) {
    const piece = bytes.subarray(at, at + PIECE);
    target.set(piece, at);
    sum = sumOf(sum, new Int32Array(column.data.buffer, at, piece.length / 4));
    yield;
  }
  column.length = length;
  return sum;
}

const copyOf = (bytes: Uint8Array, from: number, to: number): Int32Array =>
  new Int32Array(bytes.slice(from, to).buffer);

/** Columns begin at multiples of eight bytes. */
const padded = (bytes: number): number => Math.ceil(bytes / 8) * 8;

/** Changes with every bit, and with the order of the numbers. */
function sumOf(before: number, numbers: Int32Array): number {
  let sum = before;
  for (let at = 0; at < numbers.length; at++) sum = (Math.imul(sum ^ numbers[at]!, 0x0100_0193) + 0x9e37) | 0;
  return sum;
}
