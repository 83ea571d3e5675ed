/** Finding the files that a command names (docs: the command line's input rules). */
import { type Dirent, fstatSync, readdirSync, statSync } from 'node:fs';
import { childPath, withoutEnd } from './paths';
import { explain, REASONS } from './read';
import { expand } from './wildcards';

/** Something to read, in the order of the call. */
export interface Source {
  /** As it is printed; `-` for standard input. */
  readonly name: string;
  /** A text file met in a folder is only wanted when it looks like a cable. */
  readonly onlyIfCable: boolean;
  /** Met in a folder, where a binary file is only worth a note. */
  readonly inFolder: boolean;
  /** A regular file: any thread can read it. Standard input and pipes are read by the thread that was called. */
  readonly isRegular: boolean;
  /** Index of the path of the call that it came from. */
  readonly of: number;
  /** Why there is nothing to read, in one line: told when its turn comes, and the others are still done. */
  readonly trouble?: string;
}

export interface Walk {
  readonly sources: readonly Source[];
  /** Paths that are folders, by their index among the paths: to say so when nothing is found in one. */
  readonly folders: ReadonlyMap<number, string>;
}

/** What the paths of a call name, folders gone through. */
export function walk(paths: readonly string[], isIgnored: (path: string) => boolean = () => false): Walk {
  const sources: Source[] = [];
  const folders = new Map<number, string>();
  const given = (paths.length ? paths : ['-']).flatMap((path) => expand(path, namesIn));
  for (const [of, path] of given.entries()) {
    const fail = (name: string, error: unknown): void => {
      sources.push({
        name,
        onlyIfCable: false,
        inFolder: false,
        isRegular: false,
        of,
        trouble: explain(name, error),
      });
    };
    try {
      const standardInput = path === '-';
      const stat = standardInput ? fstatSync(0) : statSync(path);
      if (!stat.isDirectory())
        sources.push({
          name: path,
          onlyIfCable: false,
          inFolder: false,
          isRegular: stat.isFile() && !standardInput,
          of,
        });
      else if (standardInput) throw new Error(REASONS.EISDIR);
      else {
        folders.set(of, path);
        for (const name of candidates(withoutEnd(path), fail))
          if (!isIgnored(name))
            sources.push({ name, onlyIfCable: /\.txt$/i.test(name), inFolder: true, isRegular: true, of });
      }
    } catch (error) {
      fail(path, error);
    }
  }
  return { sources, folders };
}

function namesIn(folder: string): string[] | null {
  try {
    return readdirSync(folder);
  } catch {
    // Told when the path itself is looked for.
    return null;
  }
}

/**
 * Files that may be cables, in the order of their names. A linked folder is not gone into: it may contain itself, and each
 * cable is wanted once. A folder that cannot be read is told: an incomplete answer must not look like a complete one.
 */
function candidates(base: string, fail: (name: string, error: unknown) => void): string[] {
  const found: string[] = [];
  const folders = [base];
  for (let at = folders.pop(); at !== undefined; at = folders.pop()) {
    try {
      for (const entry of readdirSync(childPath(at, ''), { withFileTypes: true })) {
        const { name } = entry;
        if (name.startsWith('.') || name === 'node_modules') continue;
        const path = childPath(at, name);
        if (entry.isDirectory()) folders.push(path);
        else if (/\.(?:cable|txt)$/i.test(name) && (entry.isFile() || isLinkedFile(entry, path, fail)))
          found.push(path);
      }
    } catch (error) {
      fail(at, error);
    }
  }
  return found.sort();
}

/** A pipe or a device in a folder is no cable, and to open it could wait for ever. */
function isLinkedFile(entry: Dirent, path: string, fail: (name: string, error: unknown) => void): boolean {
  if (!entry.isSymbolicLink()) return false;
  try {
    return statSync(path).isFile();
  } catch (error) {
    fail(path, error);
    return false;
  }
}
