/** `*.cable` in a call: shells of Unix say which files that is before a command sees it, those of Windows leave it to the command. */
import type { Platform } from './paths';

/** What lies in a folder; null where that cannot be told. */
export type Names = (folder: string) => readonly string[] | null;

const WILD = /[*?]/;

/**
 * The paths that a path with `*` and `?` stands for, in the order of their names; the path itself where there are none, as a shell does
 * it, or where nothing in it is wild. `**` is no more than `*`. What begins with a dot is found by its dot only.
 */
export function expand(path: string, names: Names, platform: Platform = process.platform): readonly string[] {
  if (platform !== 'win32' || !WILD.test(path)) return [path];
  let found: string[] = [''];
  for (const [, between = '', part = ''] of path.matchAll(/([\\/]*)([^\\/]*)/g)) {
    if (!WILD.test(part)) {
      found = found.map((folder) => folder + between + part);
      continue;
    }
    const wild = matching(part);
    found = found.flatMap((folder) =>
      [...(names(folder + between || '.') ?? [])]
        .filter((name) => wild.test(name) && name.startsWith('.') === part.startsWith('.'))
        .sort()
        .map((name) => folder + between + name),
    );
  }
  return found.length ? found : [path];
}

const matching = (part: string): RegExp =>
  new RegExp(
    `^${part.replace(/[^*?]+|\*+|\?/g, (it) => (it[0] === '*' ? '.*' : it === '?' ? '.' : escaped(it)))}$`,
    'is',
  );
const escaped = (text: string): string => text.replace(/[\\^$.|+()[\]{}]/g, '\\$&');
