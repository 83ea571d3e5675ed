/** Columns of numbers that grow at their end: what a library is made of, and what it is saved as. */

export type Numbers = Int32Array<ArrayBuffer> | Float64Array<ArrayBuffer> | Uint8Array<ArrayBuffer>;

/** Numbers in a row; `data` may be longer than what is used, and is another array after it has grown. */
export class Column<A extends Numbers = Int32Array<ArrayBuffer>> {
  length = 0;

  /**
   * @param fixed what was once appended never changes: a copy of the column, as it is now, need only be a view of it
   */
  constructor(
    public data: A,
    readonly fixed: boolean,
  ) {}

  push(value: number): number {
    if (this.length === this.data.length) this.reserve(1);
    this.data[this.length] = value;
    return this.length++;
  }

  /** Sees to it that so many more numbers have room. */
  reserve(count: number): void {
    const needed = this.length + count;
    if (needed <= this.data.length) return;
    // In eights, so that the bytes of any column can be read as numbers of any kind.
    this.data = resized(this.data, this.length, (Math.max(needed, 2 * this.data.length) + 7) & ~7);
  }

  /** Lengthens the column to `length` with one value. */
  extend(length: number, value: number): void {
    if (length <= this.length) return;
    this.reserve(length - this.length);
    this.data.fill(value, this.length, length);
    this.length = length;
  }

  /** The numbers as they are now; later changes leave them as they are. */
  snapshot(): A {
    const used = this.data.subarray(0, this.length);
    return (this.fixed ? used : used.slice()) as A;
  }
}

/** Any of them, for what does not look at their numbers. */
export type AnyColumn = Column | Column<Float64Array<ArrayBuffer>> | Column<Uint8Array<ArrayBuffer>>;

const FIRST = 64;
/** What is appended and stays. */
export const fixed = (): Column => new Column(new Int32Array(FIRST), true);
/** What is changed in its place. */
export const changing = (): Column => new Column(new Int32Array(FIRST), false);
export const changingFloats = (): Column<Float64Array<ArrayBuffer>> => new Column(new Float64Array(FIRST), false);
export const fixedBytes = (): Column<Uint8Array<ArrayBuffer>> => new Column(new Uint8Array(FIRST), true);

/** An array of the same kind and another length with the first `used` numbers of this one. */
function resized<A extends Numbers>(data: A, used: number, length: number): A {
  const larger = new (data.constructor as new (length: number) => A)(length);
  larger.set(data.subarray(0, used));
  return larger;
}
