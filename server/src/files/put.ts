/** Writing a file into a folder: nowhere else, and never a part of it. */
import { mkdirSync, realpathSync, statSync } from 'node:fs';
import { basename, dirname, isAbsolute, join, relative, sep } from 'node:path';
import { writeWhole } from './whole';

/**
 * Writes a text as a file of a folder, which is made if it is not there. Throws where the name would lead out of the folder, by `..` or by
 * a link, and where the file is one of those that must stay as they are.
 */
export function put(folder: string, name: string, text: string, isKept: (path: string) => boolean): void {
  const path = join(folder, name);
  if (!isInside(folder, path)) throw new Error('would lie outside the folder');
  mkdirSync(folder, { recursive: true });
  const parent = makeWithin(realpathSync(folder), dirname(name));
  const target = join(parent, basename(name));
  if (isKept(target)) throw new Error('is one of the files that are read: not overwritten');
  writeWhole(target, text, null);
}

/** Makes a folder below another, one by one: no link on the way leads out, so that nothing is made elsewhere. */
function makeWithin(folder: string, name: string): string {
  let at = folder;
  for (const part of name === '.' ? [] : name.split(sep)) {
    const next = join(at, part);
    if (!statSync(next, { throwIfNoEntry: false })) mkdirSync(next);
    at = realpathSync(next);
    if (!isInside(folder, at)) throw new Error('would lie outside the folder');
  }
  return at;
}

function isInside(folder: string, path: string): boolean {
  const way = relative(folder, path);
  return way !== '..' && !way.startsWith(`..${sep}`) && !isAbsolute(way);
}

/** Tells files that are one and the same, by whatever name or link. */
export function sameFiles(paths: readonly string[]): (path: string) => boolean {
  const keys = new Set(paths.map(keyOf).filter((key) => key !== null));
  return (path) => {
    const key = keyOf(path);
    return key !== null && keys.has(key);
  };
}

function keyOf(path: string): string | null {
  const stat = statSync(path, { bigint: true, throwIfNoEntry: false });
  return stat ? `${stat.dev}:${stat.ino}` : null;
}
