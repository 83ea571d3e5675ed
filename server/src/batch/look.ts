/** A look at one file of a library. */
import { statSync } from 'node:fs';
import { isTextName } from '../files/library-scope';
import { stampFrom } from '../files/library-walk';
import { pathOfUri } from '../files/paths';
import { BinaryError, explain, readText } from '../files/read';
import { summariesOf } from '../library/glance';
import type { Look } from '../library/reader';
import type { Stamp } from '../library/records';

/** No cable is as large; to read what is could take all memory. */
const LARGEST = 64 * 1024 * 1024;

/** Never throws. A pipe or a device counts as nothing: to open it could wait for ever. */
export function look(uri: string): Look {
  const gone: Look = { uri, is: 'gone', stamp: null, cables: [] };
  let path = uri;
  let stamp: Stamp | null = null;
  try {
    path = pathOf(uri);
    const stat = statSync(path);
    if (stat.isDirectory()) return { ...gone, is: 'folder' };
    if (!stat.isFile()) return gone;
    stamp = stampFrom(stat);
    if (stat.size > LARGEST) throw new Error('larger than 64 MB');
    const text = readText(path, isTextName(path));
    return { uri, is: 'file', stamp, cables: text === null ? [] : summariesOf(text) };
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return gone;
    return { uri, is: stamp ? 'file' : 'gone', stamp, cables: [], note: noteOf(path, error) };
  }
}

/** Most addresses are their path as it is, which is seen sooner than they are taken apart. */
const pathOf = (uri: string): string =>
  PLAIN.test(uri) && process.platform !== 'win32' ? uri.slice('file://'.length) : (pathOfUri(uri) ?? uri);
const PLAIN = /^file:\/\/\/[\w./-]+$/;

const noteOf = (path: string, error: unknown): string =>
  error instanceof BinaryError ? `${path}: binary file, skipped` : explain(path, error);
