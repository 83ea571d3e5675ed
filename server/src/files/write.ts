/** Writing a file so that a crash leaves the old one or the new one, never a part. */
import {
  closeSync,
  fchmodSync,
  fsyncSync,
  openSync,
  readFileSync,
  realpathSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { basename, dirname, join } from 'node:path';

const BOM = Buffer.from([0xef, 0xbb, 0xbf]);

/**
 * Replaces the text of a UTF-8 file, its byte-order mark, permissions and links kept. Throws, and changes nothing, when the file is not
 * UTF-8, or no longer holds the text that was read.
 */
export function rewrite(path: string, before: string, after: string): void {
  const target = realpathSync(path);
  const bytes = readFileSync(target);
  const marked = bytes.subarray(0, 3).equals(BOM);
  if (!bytes.equals(encode(before, marked))) throw new Error('not changed: it is not UTF-8, or was changed meanwhile');
  const temporary = join(dirname(target), `.${basename(target)}.${process.pid}.tmp`);
  // A file of that name is somebody else's: then nothing is written, and nothing removed.
  const file = openSync(temporary, 'wx', 0o600);
  try {
    try {
      writeFileSync(file, encode(after, marked));
      fchmodSync(file, statSync(target).mode);
      fsyncSync(file);
    } finally {
      closeSync(file);
    }
    renameSync(temporary, target);
  } catch (error) {
    rmSync(temporary, { force: true });
    throw error;
  }
}

const encode = (text: string, marked: boolean): Buffer =>
  Buffer.concat([marked ? BOM : Buffer.alloc(0), Buffer.from(text)]);
