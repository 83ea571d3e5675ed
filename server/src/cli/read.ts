/** Finding and reading the files that a command names (docs: the command line's input rules). */
import {
  closeSync,
  createReadStream,
  fstatSync,
  openSync,
  readdirSync,
  readFileSync,
  readSync,
  statSync,
} from 'node:fs';
import type { Readable } from 'node:stream';
import { looksLikeCable } from '../syntax/layout';

const LARGEST = 512 * 1024 * 1024;
/** How many bytes tell a binary file, and how many tell a cable among text files. */
const BINARY_HEAD = 8192;
const CABLE_HEAD = 20_000;

/** A failure of the call itself: one line, exit code 2. */
class CallError extends Error {}
class BinaryError extends CallError {
  constructor() {
    super('binary file');
  }
}

export interface Input {
  readonly name: string;
  readonly text: string;
}

export interface Teller {
  /** The call failed in part: exit code 2. */
  trouble(message: string): void;
  /** Worth a line, but no failure. */
  note(message: string): void;
}

/** Reads each path in turn. Failures are reported and the other paths are still done. */
export async function* inputs(paths: readonly string[], tell: Teller): AsyncGenerator<Input> {
  for (const path of paths.length ? paths : ['-']) {
    try {
      const standardInput = path === '-';
      const stat = standardInput ? fstatSync(0) : statSync(path);
      if (stat.isDirectory()) {
        if (standardInput) throw new CallError(REASONS.EISDIR);
        yield* folder(path, tell);
      } else if (stat.isFile() && !standardInput) yield { name: path, text: readText(path)! };
      else
        yield { name: path, text: decodeBytes(await collect(standardInput ? process.stdin : createReadStream(path))) };
    } catch (error) {
      tell.trouble(explain(path, error));
    }
  }
}

const REASONS: Record<string, string> = {
  ENOENT: 'no such file or folder',
  ENOTDIR: 'no such file or folder',
  EACCES: 'not permitted to read',
  EPERM: 'not permitted to read',
  ELOOP: 'symbolic links go in a circle',
  EISDIR: 'is a folder',
};

function explain(path: string, error: unknown): string {
  const { code, message } = error as NodeJS.ErrnoException;
  return `${path}: ${REASONS[code ?? ''] ?? message ?? 'cannot be read'}`;
}

function* folder(path: string, tell: Teller): Generator<Input> {
  let found = 0;
  let failed = 0;
  const fail = (name: string, error: unknown): void => {
    failed++;
    tell.trouble(explain(name, error));
  };
  for (const file of candidates(path.replace(/\/+$/, ''), fail)) {
    try {
      if (!statSync(file).isFile()) continue;
      const text = readText(file, /\.txt$/i.test(file));
      if (text === null) continue;
      found++;
      yield { name: file, text };
    } catch (error) {
      if (error instanceof BinaryError) tell.note(`${file}: binary file, skipped`);
      else fail(file, error);
    }
  }
  if (!found && !failed) tell.note(`${path}: no cables found`);
}

/**
 * Files that may be cables, in the order of their names. A linked folder is not gone into: it may contain itself, and each
 * cable is wanted once. A folder that cannot be read is told: an incomplete answer must not look like a complete one.
 */
function candidates(base: string, fail: (name: string, error: unknown) => void): string[] {
  const found: string[] = [];
  const folders = [base];
  for (let at = folders.pop(); at !== undefined; at = folders.pop()) {
    try {
      for (const entry of readdirSync(`${at}/`, { withFileTypes: true })) {
        const path = `${at}/${entry.name}`;
        if (entry.name.startsWith('.') || entry.name === 'node_modules') continue;
        if (entry.isDirectory()) folders.push(path);
        else if (/\.(?:cable|txt)$/i.test(entry.name)) found.push(path);
      }
    } catch (error) {
      fail(at, error);
    }
  }
  return found.sort();
}

/** The text of a regular file; null where only cables are wanted and it does not look like one. */
function readText(path: string, onlyCables = false): string | null {
  const file = openSync(path, 'r');
  try {
    const buffer = Buffer.alloc(CABLE_HEAD);
    const head = buffer.subarray(0, readSync(file, buffer, 0, CABLE_HEAD, 0));
    if (onlyCables && (isBinary(head) || !looksLikeCable(decodeBytes(head)))) return null;
    if (isBinary(head)) throw new BinaryError();
    if (fstatSync(file).size > LARGEST) throw new CallError('larger than 512 MB');
    return decodeBytes(readFileSync(file));
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

const startsWith = (bytes: Uint8Array, ...mark: number[]): boolean => mark.every((byte, at) => bytes[at] === byte);
const isUtf8 = (bytes: Uint8Array): boolean => startsWith(bytes, 0xef, 0xbb, 0xbf);
const isUtf16le = (bytes: Uint8Array): boolean => startsWith(bytes, 0xff, 0xfe);
const isUtf16be = (bytes: Uint8Array): boolean => startsWith(bytes, 0xfe, 0xff);
const isBinary = (bytes: Uint8Array): boolean =>
  !isUtf8(bytes) && !isUtf16le(bytes) && !isUtf16be(bytes) && bytes.subarray(0, BINARY_HEAD).includes(0);

/** UTF-8 with or without a byte-order mark, UTF-16 with one, otherwise Windows-1252. The mark is no part of the text. */
function decodeBytes(bytes: Uint8Array): string {
  if (isBinary(bytes)) throw new BinaryError();
  if (isUtf16le(bytes)) return new TextDecoder('utf-16le').decode(bytes);
  if (isUtf16be(bytes)) return new TextDecoder('utf-16be').decode(bytes);
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return windows1252(bytes);
  }
}

/** What stands at 0x80 to 0x9F. Node's own decoder of that name reads them as control characters, in some of its versions. */
const WINDOWS_1252 = '€\x81‚ƒ„…†‡ˆ‰Š‹Œ\x8dŽ\x8f\x90‘’“”•–—˜™š›œ\x9džŸ';
const windows1252 = (bytes: Uint8Array): string =>
  Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length)
    .toString('latin1')
    .replace(/[\x80-\x9f]/g, (char) => WINDOWS_1252[char.charCodeAt(0) - 0x80]!);
