/** A library kept from one start to the next. What another build of the program wrote counts as none. */
import { randomBytes } from 'node:crypto';
import { mkdir, open, readdir, rename, rm, stat } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { buildId, cacheFolder, digest } from './caches';

export interface LibraryCache {
  /** What was saved last, though perhaps damaged since; null where there is nothing, or nothing of this program. */
  load(): Promise<Uint8Array | null>;
  /** Another window may do the same at the same time: the last one counts. Throws where it cannot be written. */
  save(pieces: Iterable<Uint8Array>): Promise<void>;
}

/** Bytes that are read at once. */
const PIECE = 4 * 1024 * 1024;
/** What a process left that died while it wrote: older than this many milliseconds, as another may be writing now. */
const ABANDONED = 60 * 60 * 1000;

/**
 * @param storage the folder to keep it in; null: where the system keeps caches.
 * @param folders what it is the library of, in any order.
 */
export function libraryCache(storage: string | null, folders: readonly string[]): LibraryCache {
  const path = join(storage ?? cacheFolder(), `library-${digest(JSON.stringify([...folders].sort()))}.bin`);
  // Before the library: who wrote it.
  const head = Buffer.from(`cable library ${buildId()}\n`);
  return {
    load: async () => {
      const file = await open(path, 'r').catch(() => null);
      if (!file) return null;
      try {
        const bytes = Buffer.allocUnsafeSlow((await file.stat()).size);
        for (let at = 0; at < bytes.length; ) {
          const { bytesRead } = await file.read(bytes, at, Math.min(PIECE, bytes.length - at), at);
          if (bytesRead === 0) return null;
          at += bytesRead;
        }
        if (!bytes.subarray(0, head.length).equals(head)) return null;
        // A plain array: what a Buffer gives of itself shares its memory.
        return new Uint8Array(bytes.buffer, head.length);
      } catch {
        return null;
      } finally {
        await file.close();
      }
    },
    save: async (pieces) => {
      await mkdir(dirname(path), { recursive: true });
      await removeAbandoned(dirname(path));
      const temporary = `${path}.${process.pid}.${randomBytes(4).toString('hex')}.tmp`;
      try {
        const file = await open(temporary, 'wx', 0o600);
        try {
          await file.writeFile(head);
          for (const piece of pieces) await file.writeFile(piece);
        } finally {
          await file.close();
        }
        await rename(temporary, path);
      } catch (error) {
        await rm(temporary, { force: true });
        throw error;
      }
    },
  };
}

async function removeAbandoned(folder: string): Promise<void> {
  for (const name of await readdir(folder)) {
    if (!/^library-.*\.tmp$/.test(name)) continue;
    const path = join(folder, name);
    const found = await stat(path).catch(() => null);
    if (found && Date.now() - found.mtimeMs > ABANDONED) await rm(path, { force: true });
  }
}
