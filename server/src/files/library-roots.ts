/** Which folders are read for a library: not a whole drive, not a home. */
import { below } from '../config/globs';

export interface Roots {
  /** None of them lies within another. */
  readonly roots: readonly string[];
  /** Those that are too much, in one line each. */
  readonly notes: readonly string[];
}

/** Paths are absolute, with `/` between their parts. `home`: null where there is none. */
export function libraryRoots(folders: readonly string[], home: string | null): Roots {
  const notes: string[] = [];
  const allowed = folders.filter((folder) => {
    const what = isDrive(folder)
      ? 'a whole drive'
      : home !== null && (folder === home || below(folder, home) !== null)
        ? 'a home folder'
        : null;
    if (what) notes.push(`${folder}: ${what}, in which no cables are looked for; open a folder of cables`);
    return !what;
  });
  const roots = allowed.filter(
    (folder, at) => allowed.indexOf(folder) === at && !allowed.some((other) => below(other, folder)),
  );
  return { roots, notes };
}

const isDrive = (path: string): boolean => /^(?:\/|[A-Za-z]:\/?)$/.test(path);
