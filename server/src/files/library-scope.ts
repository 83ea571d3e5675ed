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
  const known = new Map<string, Ignore | null>();
  const rulesOf = (folder: string): Ignore | null => {
    let rules = known.get(folder);
    if (rules === undefined) {
      const text = host.read(`${base}${folder}${IGNORE_FILE}`);
      rules = text === null ? null : ignore({ allowRelativePaths: true }).add(text);
      known.set(folder, rules);
    }
    return rules;
  };
  return (relative, isFolder) => {
    for (let at = relative.lastIndexOf('/'); ; at = relative.lastIndexOf('/', at - 1)) {
      const rules = rulesOf(relative.slice(0, at + 1));
      const said = rules?.test(relative.slice(at + 1) + (isFolder ? '/' : ''));
      if (said?.ignored || said?.unignored) return said.ignored;
      if (at < 0) return false;
    }
  };
}
