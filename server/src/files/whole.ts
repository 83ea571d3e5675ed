/** Files written whole: a crash leaves the old one or the new one, never a part. */
import {
  accessSync,
  closeSync,
  constants,
  fchmodSync,
  fsyncSync,
  openSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { basename, dirname, join } from 'node:path';

/** Nobody may write to the file: to put another in its place would go around that, where the folder lets one. */
function refuseReadOnly(path: string): void {
  const stat = statSync(path, { throwIfNoEntry: false });
  if (!stat) return;
  // The user `root`, and Windows by its attribute, may do what the mode forbids.
  if ((stat.mode & 0o222) === 0) throw Object.assign(new Error('read-only'), { code: 'EREADONLY' });
  accessSync(path, constants.W_OK);
}

/**
 * Writes beside a path, then puts it in its place. Throws where that is not possible, and where there is a file that may not be written,
 * and leaves nothing behind.
 * @param mode permissions of the file; null: as the system gives them to new ones
 */
export function writeWhole(path: string, content: string | Buffer, mode: number | null): void {
  refuseReadOnly(path);
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
