/** Which files below a folder belong to its library. */
import ignore, { type Ignore } from 'ignore';
import { matcher } from '../config/globs';
import type { ConfigHost } from '../config/resolve';
import type { ScopeOptions } from '../library/reader';

/** Paths are absolute, with `/` between their parts. */
export interface Scope {
  /** Whether a file or folder belongs, as far as its own name goes: the folders that it lies in do. */
  takes(path: string, isFolder: boolean): boolean;
  /** Whether a file or folder belongs, and all folders that it lies in. */
  holds(path: string, isFolder: boolean): boolean;
}

export const isCableName = (name: string): boolean => /\.(?:cable|txt)$/i.test(name);
/** A text file is only wanted when it looks like a cable. */
export const isTextName = (name: string): boolean => /\.txt$/i.test(name);

/** The file whose globs are passed over where the settings say so. */
export const IGNORE_FILE = '.gitignore';

/**
 * Everything is read once: make a new scope when files have changed.
 * @param host reads what `.gitignore` files say
 */
export function libraryScope(root: string, { exclude, useIgnoreFiles }: ScopeOptions, host: ConfigHost): Scope {
  const base = root.endsWith('/') ? root : `${root}/`;
  const isExcluded = matcher(exclude);
  const isIgnored = useIgnoreFiles ? ignoreFiles(base, host) : () => false;
  const takes = (path: string, isFolder: boolean): boolean => {
    const name = path.slice(path.lastIndexOf('/') + 1);
    if (name.startsWith('.') || !(isFolder || isCableName(name))) return false;
    const relative = path.slice(base.length);
    return !isExcluded(relative) && !isIgnored(relative, isFolder);
  };
  return {
    takes,
    holds: (path, isFolder) => {
      if (path === root) return isFolder;
      if (!path.startsWith(base)) return false;
      for (let at = path.indexOf('/', base.length); at > 0; at = path.indexOf('/', at + 1))
        if (!takes(path.slice(0, at), true)) return false;
      return takes(path, isFolder);
    },
  };
}

/** What `.gitignore` files say; of several, the one in the deepest folder that says anything of a path. */
function ignoreFiles(base: string, host: ConfigHost): (relative: string, isFolder: boolean) => boolean {
  interface Level {
    /** Length of the folder whose file it is. */
    readonly from: number;
    readonly rules: Ignore;
  }
  /** By the folder of a file, deepest first: most files have none, and share that. */
  const known = new Map<string, readonly Level[]>();
  const levelsOf = (folder: string): readonly Level[] => {
    let levels = known.get(folder);
    if (!levels) {
      const text = host.read(`${base}${folder}${IGNORE_FILE}`);
      const above = folder === '' ? [] : levelsOf(folder.slice(0, folder.lastIndexOf('/', folder.length - 2) + 1));
      levels =
        text === null
          ? above
          : [{ from: folder.length, rules: ignore({ allowRelativePaths: true }).add(text) }, ...above];
      known.set(folder, levels);
    }
    return levels;
  };
  return (relative, isFolder) => {
    for (const { from, rules } of levelsOf(relative.slice(0, relative.lastIndexOf('/') + 1))) {
      const said = rules.test(relative.slice(from) + (isFolder ? '/' : ''));
      if (said.ignored || said.unignored) return said.ignored;
    }
    return false;
  };
}
