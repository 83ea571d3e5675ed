/** Paths by globs. They have `/` between their parts. */
import picomatch from 'picomatch';

/** Systems whose disks take `A.cable` and `a.cable` for one file. */
const FOLDS = /^(?:win32|darwin)$/.test(globalThis.process?.platform ?? '');
/** A backslash is what Windows has between the parts of a path; only before brackets and braces it takes their meaning away. */
const portable = (glob: string): string => glob.replace(/\\(?![[\]{}()!])/g, '/');

/** The longest glob, and how often `*` may stand in one part of it, and `**` in all: each more multiplies the time that a long name takes. */
const [LONGEST, STARS, GLOBSTARS] = [1000, 4, 4];

/** Whether a glob is as simple as those that people write. Others are made to take for ever, and name nothing. */
export function isSimple(glob: string): boolean {
  if (glob.length > LONGEST || /[!@?*+]\(/.test(glob)) return false;
  const parts = portable(glob).split('/');
  return (
    parts.filter((part) => part.includes('**')).length <= GLOBSTARS &&
    parts.every((part) => part.split(/\*+/).length - 1 <= STARS && part.split('{').length - 1 <= STARS)
  );
}

/** Whether a glob of a configuration names a path. `*.cable` without a folder names files in any folder, as in `.gitignore`. */
export function matcher(globs: readonly string[], foldsCase = FOLDS): (path: string) => boolean {
  const simple = globs.filter(isSimple);
  if (simple.length === 0) return () => false;
  const patterns = simple
    .map(portable)
    .flatMap((glob) =>
      glob.includes('/') ? glob.replace(/^\.?\//, '').replace(/\/$/, '/**') : [`**/${glob}`, `**/${glob}/**`],
    );
  return picomatch(patterns, { dot: true, nocase: foldsCase, noextglob: true });
}

/** The part of a path below a folder; null where it is elsewhere. */
export const below = (folder: string, path: string): string | null => {
  const start = folder === '' || folder.endsWith('/') ? folder : `${folder}/`;
  return path.startsWith(start) ? path.slice(start.length) : null;
};
