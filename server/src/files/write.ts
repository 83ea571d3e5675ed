/** Writing a file so that a crash leaves the old one or the new one, never a part. */
import { readFileSync, realpathSync, statSync } from 'node:fs';
import { writeWhole } from './whole';

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
  writeWhole(target, encode(after, marked), statSync(target).mode);
}

const encode = (text: string, marked: boolean): Buffer =>
  Buffer.concat([marked ? BOM : Buffer.alloc(0), Buffer.from(text)]);
