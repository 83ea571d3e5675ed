/** Paths by globs. They have `/` between their parts. */
import picomatch from 'picomatch';

/** Whether a glob of a configuration names a path. `*.cable` without a folder names files in any folder, as in `.gitignore`. */
export function matcher(globs: readonly string[]): (path: string) => boolean {
  if (globs.length === 0) return () => false;
  const patterns = globs.flatMap((glob) =>
    glob.includes('/') ? glob.replace(/^\.?\//, '').replace(/\/$/, '/**') : [`**/${glob}`, `**/${glob}/**`],
  );
  return picomatch(patterns, { dot: true });
}

/** The part of a path below a folder; null where it is elsewhere. */
export const below = (folder: string, path: string): string | null => {
  const start = folder === '' || folder.endsWith('/') ? folder : `${folder}/`;
  return path.startsWith(start) ? path.slice(start.length) : null;
};
