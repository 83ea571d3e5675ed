/** Going through a folder for its library: every file that may be a cable, some hundreds at a time. */
import { type Dirent, readdirSync, statSync } from 'node:fs';
import type { Listing, WalkOptions } from '../library/reader';
import type { Stamp } from '../library/records';
import { libraryScope } from './library-scope';
import { uriOfPath } from './paths';
import { explain } from './read';
import { readSmall } from './small';

/** Files a listing: enough that passing it costs nothing, few enough that whoever takes it is not kept. */
const MOST = 500;
/** A file changed less than this long ago (milliseconds) may still change without a new time: it is not known. */
const SETTLED = 50;

/** Linked folders are not gone into, as they may contain themselves; a linked file counts. Never throws. */
export function* walkLibrary({ root, from, withStamps, ...options }: WalkOptions): Generator<Listing, void, void> {
  const scope = libraryScope(root, options, { read: readSmall });
  let [uris, stamps, notes]: [string[], Stamp[], string[]] = [[], [], []];
  const folders = [from];
  for (let at = folders.pop(); at !== undefined; at = folders.pop()) {
    const base = uriOfPath(at).replace(/\/?$/, '/');
    for (const entry of entriesOf(at, notes)) {
      const path = at.endsWith('/') ? `${at}${entry.name}` : `${at}/${entry.name}`;
      if (entry.isDirectory()) {
        if (scope.takes(path, true)) folders.push(path);
        continue;
      }
      if (!(entry.isFile() || entry.isSymbolicLink()) || !scope.takes(path, false)) continue;
      if (withStamps || entry.isSymbolicLink()) {
        const stamp = stampOf(path, notes);
        if (!stamp) continue;
        if (withStamps) stamps.push(stamp);
      }
      // To read an address anew takes longer than to read a folder.
      uris.push(PLAIN.test(entry.name) ? base + entry.name : uriOfPath(path));
      if (uris.length < MOST) continue;
      yield { uris, stamps, notes };
      [uris, stamps, notes] = [[], [], []];
    }
  }
  yield { uris, stamps, notes };
}

/** A name that stands in an address as it is. */
const PLAIN = /^[\w.-]+$/;

function entriesOf(folder: string, notes: string[]): Dirent[] {
  try {
    return readdirSync(folder, { withFileTypes: true });
  } catch (error) {
    notes.push(explain(folder, error));
    return [];
  }
}

/** Null of what is no regular file: a link to a folder, to a pipe, or to nothing. */
function stampOf(path: string, notes: string[]): Stamp | null {
  try {
    const stat = statSync(path);
    return stat.isFile() ? stampFrom(stat) : null;
  } catch (error) {
    notes.push(explain(path, error));
    return null;
  }
}

/** By which a file is known again. */
export const stampFrom = ({ mtimeMs, size }: { readonly mtimeMs: number; readonly size: number }): Stamp => ({
  modified: Math.abs(Date.now() - mtimeMs) < SETTLED ? UNSURE : mtimeMs,
  size,
});
/** No file has this time: whatever has it is looked at again. */
const UNSURE = -1;
