/** Finding and reading the files that a command names (docs: the command line's input rules). */
import { closeSync, fstatSync, openSync, readFileSync, readSync, statSync } from 'node:fs';
import { globSync } from 'tinyglobby';
import { looksLikeCable } from '../syntax/layout';
import { splitLines } from '../syntax/lines';

const LARGEST = 512 * 1024 * 1024;
const HEAD = 8192;

/** A failure of the call itself: one line, exit code 2. */
export class CallError extends Error {}

export interface Input {
  readonly name: string;
  readonly text: string;
}

/** Reads each path in turn. Failures are reported and the other paths are still done. */
export function* inputs(paths: readonly string[], trouble: (message: string) => void): Generator<Input> {
  for (const path of paths.length ? paths : ['-']) {
    try {
      if (path === '-') yield { name: '-', text: decodeBytes(readFileSync(0)) };
      else if (statSync(path).isDirectory()) yield* folder(path);
      else yield { name: path, text: readText(path) };
    } catch (error) {
      trouble(error instanceof CallError ? error.message : explain(path, error));
    }
  }
}

function explain(path: string, error: unknown): string {
  const code = (error as NodeJS.ErrnoException).code;
  if (code === 'ENOENT') return `${path}: no such file or folder`;
  if (code === 'EACCES' || code === 'EPERM') return `${path}: not permitted to read`;
  return `${path}: ${error instanceof Error ? error.message : 'cannot be read'}`;
}

function* folder(path: string): Generator<Input> {
  const names = globSync(['**/*.cable', '**/*.txt'], {
    cwd: path,
    dot: false,
    absolute: false,
    ignore: ['**/node_modules/**'],
  }).sort();
  let found = 0;
  for (const name of names) {
    const file = `${path.replace(/\/+$/, '')}/${name}`;
    if (isBinary(file)) {
      if (name.endsWith('.cable')) process.stderr.write(`${file}: binary file, skipped\n`);
      continue;
    }
    const text = readText(file);
    if (name.endsWith('.txt') && !looksLikeCable(text.slice(0, 20_000), splitLines(text.slice(0, 20_000)))) continue;
    found++;
    yield { name: file, text };
  }
  if (!found) process.stderr.write(`${path}: no cables found\n`);
}

function head(path: string): Buffer {
  const file = openSync(path, 'r');
  try {
    if (fstatSync(file).size > LARGEST) throw new CallError(`${path}: larger than 512 MB`);
    const buffer = Buffer.alloc(HEAD);
    return buffer.subarray(0, readSync(file, buffer, 0, HEAD, 0));
  } finally {
    closeSync(file);
  }
}

const isBinary = (path: string): boolean => looksBinary(head(path));
const looksBinary = (bytes: Uint8Array): boolean => !hasUtf16Mark(bytes) && bytes.subarray(0, HEAD).includes(0);
const hasUtf16Mark = (bytes: Uint8Array): boolean =>
  (bytes[0] === 0xff && bytes[1] === 0xfe) || (bytes[0] === 0xfe && bytes[1] === 0xff);

function readText(path: string): string {
  if (isBinary(path)) throw new CallError(`${path}: binary file`);
  return decodeBytes(readFileSync(path));
}

/** UTF-8 with or without a byte-order mark, UTF-16 with one, otherwise Windows-1252. The mark is no part of the text. */
export function decodeBytes(bytes: Uint8Array): string {
  if (looksBinary(bytes)) throw new CallError('-: binary input');
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return new TextDecoder('utf-16le').decode(bytes);
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return new TextDecoder('utf-16be').decode(bytes);
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return new TextDecoder('windows-1252').decode(bytes);
  }
}
