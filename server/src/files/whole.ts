/** Files written whole: a crash leaves the old one or the new one, never a part. */
import { closeSync, fchmodSync, fsyncSync, openSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';

/**
 * Writes beside a path, then puts it in its place. Throws where that is not possible, and leaves nothing behind.
 * @param mode permissions of the file; null: as the system gives them to new ones
 */
export function writeWhole(path: string, content: string | Buffer, mode: number | null): void {
  const temporary = join(dirname(path), `.${basename(path)}.${process.pid}.tmp`);
  // A file of that name is somebody else's: then nothing is written, and nothing removed.
  const file = openSync(temporary, 'wx', mode === null ? 0o666 : 0o600);
  try {
    try {
      writeFileSync(file, content);
      if (mode !== null) fchmodSync(file, mode);
      fsyncSync(file);
    } finally {
      closeSync(file);
    }
    renameSync(temporary, path);
  } catch (error) {
    rmSync(temporary, { force: true });
    throw error;
  }
}
