/**
 * Strings, each kept once and known by a number. They lie as bytes behind each other, with a table of hashes over them: a quarter of
 * what a Map of strings takes, and it can be saved and loaded as it is.
 */
import { type AnyColumn, changing, fixed, fixedBytes } from './columns';

/** The table is at most so full. */
const FULLEST = 0.5;
/** Arguments that one call may have, and some more. */
const AT_ONCE = 4096;

export class Strings {
  /**
   * Each UTF-16 code unit by itself in one to three bytes, as UTF-8 has them: any string comes back as it was, and a part of a string is
   * a part of its bytes.
   */
  readonly bytes = fixedBytes();
  /** Where each begins, and where the last ends. */
  readonly starts = fixed();
  readonly hashes = fixed();
  /** Numbers by hash, -1 where none is; its length is a power of two. */
  readonly table = changing();

  constructor() {
    this.starts.push(0);
    this.table.extend(64, -1);
  }

  get size(): number {
    return this.starts.length - 1;
  }

  /** The columns to save, always in this order. */
  get columns(): readonly AnyColumn[] {
    return [this.bytes, this.starts, this.hashes, this.table];
  }

  /** The number of a string; -1 when it is not here. */
  find(text: string): number {
    const length = encode(text);
    return this.table.data[this.#slot(length, hashOf(length))]!;
  }

  /** The number of a string, which is new when it was not here: then it is `size` before the call. */
  add(text: string): number {
    const length = encode(text);
    const hash = hashOf(length);
    const slot = this.#slot(length, hash);
    const known = this.table.data[slot]!;
    if (known >= 0) return known;
    const number = this.size;
    this.bytes.reserve(length);
    const { data } = this.bytes;
    for (let i = 0, at = this.bytes.length; i < length; i++, at++) data[at] = scratch[i]!;
    this.bytes.length += length;
    this.starts.push(this.bytes.length);
    this.hashes.push(hash);
    this.table.data[slot] = number;
    if (this.size > this.table.length * FULLEST) this.#widen();
    return number;
  }

  get(number: number): string {
    return decode(this.bytes.data, this.starts.data[number]!, this.starts.data[number + 1]!);
  }

  /** A test for many strings whether they begin with this one. */
  beginningWith(text: string): (number: number) => boolean {
    const prefix = scratch.slice(0, encode(text));
    return (number) => {
      const start = this.starts.data[number]!;
      if (this.starts.data[number + 1]! - start < prefix.length) return false;
      for (let i = 0; i < prefix.length; i++) if (this.bytes.data[start + i] !== prefix[i]) return false;
      return true;
    };
  }

  /** The place in the table of the string in `scratch`: its own, or the free one that it would have. */
  #slot(length: number, hash: number): number {
    const { data: table, length: size } = this.table;
    let slot = hash & (size - 1);
    for (let number = table[slot]!; number >= 0; number = table[slot]!) {
      if (this.hashes.data[number] === hash && this.#is(number, length)) break;
      slot = (slot + 1) & (size - 1);
    }
    return slot;
  }

  /** Whether a string is the one in `scratch`. */
  #is(number: number, length: number): boolean {
    const start = this.starts.data[number]!;
    if (this.starts.data[number + 1]! - start !== length) return false;
    const { data } = this.bytes;
    for (let i = 0; i < length; i++) if (data[start + i] !== scratch[i]) return false;
    return true;
  }

  #widen(): void {
    const size = this.table.length * 2;
    const table = new Int32Array(size).fill(-1);
    for (let number = 0; number < this.size; number++) {
      let slot = this.hashes.data[number]! & (size - 1);
      while (table[slot]! >= 0) slot = (slot + 1) & (size - 1);
      table[slot] = number;
    }
    this.table.data = table;
    this.table.length = size;
  }
}

let scratch = new Uint8Array(1024);

/** Writes a string into `scratch`; the number of bytes. */
function encode(text: string): number {
  if (text.length * 3 > scratch.length) scratch = new Uint8Array(text.length * 6);
  let length = 0;
  for (let i = 0; i < text.length; i++) {
    const code = text.charCodeAt(i);
    if (code < 0x80) scratch[length++] = code;
    else if (code < 0x800) {
      scratch[length++] = 0xc0 | (code >> 6);
      scratch[length++] = 0x80 | (code & 0x3f);
    } else {
      scratch[length++] = 0xe0 | (code >> 12);
      scratch[length++] = 0x80 | ((code >> 6) & 0x3f);
      scratch[length++] = 0x80 | (code & 0x3f);
    }
  }
  return length;
}

/** The bytes of a string as they lie in `Strings.bytes`. */
export const bytesOf = (text: string): Uint8Array => scratch.slice(0, encode(text));

function decode(bytes: Uint8Array, start: number, end: number): string {
  let text = '';
  const codes: number[] = [];
  for (let at = start; at < end; ) {
    const byte = bytes[at]!;
    if (byte < 0x80) {
      codes.push(byte);
      at++;
    } else if (byte < 0xe0) {
      codes.push(((byte & 0x1f) << 6) | (bytes[at + 1]! & 0x3f));
      at += 2;
    } else {
      codes.push(((byte & 0x0f) << 12) | ((bytes[at + 1]! & 0x3f) << 6) | (bytes[at + 2]! & 0x3f));
      at += 3;
    }
    if (codes.length === AT_ONCE) text += String.fromCharCode(...codes.splice(0));
  }
  return text + String.fromCharCode(...codes);
}

/** FNV-1a of what is in `scratch`, its high bits mixed into the low ones, which choose the place. */
function hashOf(length: number): number {
  let value = 0x811c9dc5;
  for (let at = 0; at < length; at++) value = Math.imul(value ^ scratch[at]!, 0x01000193);
  value = Math.imul(value ^ (value >>> 15), 0x2c1b3c6d);
  return value ^ (value >>> 13);
}
