/** Paths by globs. They have `/` between their parts. */
import picomatch from 'picomatch';

/** Systems whose disks take `A.cable` and `a.cable` for one file. */
const FOLDS = /^(?:win32|darwin)$/.test(globalThis.process?.platform ?? '');
/** A backslash is what Windows has between the parts of a path; only before brackets and braces it takes their meaning away. */
const portable = (glob: string): string => glob.replace(/\\(?![[\]{}()!])/g, '/');

/** Whether a glob of a configuration names a path. `*.cable` without a folder names files in any folder, as in `.gitignore`. */
export function matcher(globs: readonly string[], foldsCase = FOLDS): (path: string) => boolean {
  if (globs.length === 0) return () => false;
  const patterns = globs
    .map(portable)
    .flatMap((glob) =>
      glob.includes('/') ? glob.replace(/^\.?\//, '').replace(/\/$/, '/**') : [`**/${glob}`, `**/${glob}/**`],
    );
  return picomatch(patterns, { dot: true, nocase: foldsCase });
}

/** The part of a path below a folder; null where it is elsewhere. */
export const below = (folder: string, path: string): string | null => {
  const start = folder === '' || folder.endsWith('/') ? folder : `${folder}/`;
  return path.startsWith(start) ? path.slice(start.length) : null;
};
