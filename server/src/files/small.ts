/** Files that say how cables are to be read. */
import { readFileSync, statSync } from 'node:fs';

const LARGEST = 16 * 1024 * 1024;
/** Null where there is none. Larger files than any configuration are none. */
export function readSmall(path: string): string | null {
  try {
    // Nearly always there is none: to say so takes less than to throw.
    const stat = statSync(path, { throwIfNoEntry: false });
    return stat?.isFile() && stat.size <= LARGEST ? readFileSync(path, 'utf8').replace(/^\uFEFF/, '') : null;
  } catch {
    // It may not be read.
    return null;
  }
}
