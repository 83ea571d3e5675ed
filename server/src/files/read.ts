/** Reading cables as they come: bytes of any encoding, of any file (docs: the command line's input rules). */
import { isAscii, isUtf8 as isValidUtf8 } from 'node:buffer';
import { closeSync, createReadStream, fstatSync, openSync, readSync, statSync } from 'node:fs';
import type { Readable } from 'node:stream';
import { looksLikeCable } from '../syntax/layout';
import { isBinary, isUtf8, isUtf16be, isUtf16le, windows1252 } from './encoding';

const LARGEST = 512 * 1024 * 1024;
/** How many bytes tell a cable among text files. */
const CABLE_HEAD = 20_000;

/** A failure of the call itself: one line, exit code 2. */
class CallError extends Error {}
export class BinaryError extends CallError {
  constructor() {
    super('binary file');
  }
}

export const REASONS: Readonly<Record<string, string>> = {
  ENOENT: 'no such file or folder',
  ENOTDIR: 'no such file or folder',
  ELOOP: 'symbolic links go in a circle',
  EISDIR: 'is a folder',
  EREADONLY: 'read-only, not changed',
};

/** Why a path could not be read, or written, in one line. */
export function explain(path: string, error: unknown, doing: 'read' | 'write' = 'read'): string {
  const { code = '', message } = error as NodeJS.ErrnoException;
  const reason = ['EACCES', 'EPERM', 'EROFS'].includes(code) ? `not permitted to ${doing}` : REASONS[code];
  return `${path}: ${reason ?? message ?? `not possible to ${doing}`}`;
}

/** The text of a file that was named: a regular one, a pipe or a device, or standard input (`-`). */
export async function readAny(path: string): Promise<string> {
  if (path === '-') return decodeBytes(await collect(process.stdin));
  return statSync(path).isFile() ? readText(path)! : decodeBytes(await collect(createReadStream(path)));
}

// One buffer for all files: most cables are smaller, and what is decoded from it is copied anyway.
const scratch = Buffer.allocUnsafe(256 * 1024);

/** The text of a regular file; null where only cables are wanted and it does not look like one, or it is not a regular file. */
export function readText(path: string, onlyCables = false): string | null {
  const file = openSync(path, 'r');
  try {
    let size = readSync(file, scratch, 0, scratch.length, 0);
    let bytes: Buffer = scratch.subarray(0, size);
    if (isBinary(bytes)) {
      if (onlyCables) return null;
      throw new BinaryError();
    }
    if (onlyCables && !looksLikeCable(decodeBytes(bytes.subarray(0, CABLE_HEAD)))) return null;
    if (size === scratch.length) {
      const total = fstatSync(file).size;
      if (total > LARGEST) throw new CallError('larger than 512 MB');
      bytes = Buffer.allocUnsafe(Math.max(total, size) + 1);
      scratch.copy(bytes, 0, 0, size);
      for (let read = -1; read !== 0; size += read) {
        if (size === bytes.length) bytes = Buffer.concat([bytes, Buffer.allocUnsafe(size)]);
        read = readSync(file, bytes, size, bytes.length - size, size);
      }
      bytes = bytes.subarray(0, size);
    }
    return decodeBytes(bytes);
  } finally {
    closeSync(file);
  }
}

/** Everything from a pipe or a device, which has no size to ask for beforehand. */
async function collect(stream: Readable): Promise<Buffer> {
  const parts: Buffer[] = [];
  let size = 0;
  for await (const part of stream as AsyncIterable<Buffer>) {
    size += part.length;
    if (size > LARGEST) throw new CallError('larger than 512 MB');
    parts.push(part);
  }
  return Buffer.concat(parts);
}

/** UTF-8 with or without a byte-order mark, UTF-16 with one, otherwise Windows-1252. The mark is no part of the text. */
export function decodeBytes(bytes: Buffer): string {
  if (isBinary(bytes)) throw new BinaryError();
  if (isUtf16le(bytes)) return new TextDecoder('utf-16le').decode(bytes);
  if (isUtf16be(bytes)) return new TextDecoder('utf-16be').decode(bytes);
  // These give a text of one byte a character where that is enough for it, which is read and searched twice as fast.
  if (isAscii(bytes)) return bytes.toString('latin1');
  if (isValidUtf8(bytes)) return bytes.toString('utf8', isUtf8(bytes) ? 3 : 0);
  return windows1252(bytes.toString('latin1'));
}
