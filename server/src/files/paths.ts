/**
 * Paths as systems and people write them, and as we do: absolute, `/` between their parts, the letter of a drive a capital. What differs
 * from system to system is told by a parameter, so that each is tested on any of them.
 */
import { isAbsolute, resolve, win32 } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';

export type Platform = NodeJS.Platform;
const HERE: Platform = process.platform;
const isWindows = (platform: Platform): boolean => platform === 'win32';

/** A path as we write it. `C:\Cables`, `c:/cables/`, `\\server\share`, `\\?\C:\Cables` of Windows are `C:/Cables`, `C:/cables`, … */
export function portablePath(path: string, platform = HERE): string {
  if (!isWindows(platform)) return isAbsolute(path) ? path : resolve(path);
  const plain = path.replace(/^[\\/]{2}[?.][\\/](UNC[\\/])?/i, (_, unc?: string) => (unc ? '\\\\' : ''));
  return withCapital(win32.resolve(plain).replaceAll('\\', '/'));
}

const withCapital = (path: string): string => path.replace(/^[a-z](?=:)/, (letter) => letter.toUpperCase());

/** The path of a `file:` address, in whatever way a client writes that (`file:///c%3A/…`); null of any other address. */
export function pathOfUri(uri: string, platform = HERE): string | null {
  if (!/^file:/i.test(uri)) return null;
  try {
    return portablePath(fileURLToPath(uri, { windows: isWindows(platform) }), platform);
  } catch {
    // Of another machine, or no address at all.
    return null;
  }
}

/** The address of a path as we write it. */
export const uriOfPath = (path: string, platform = HERE): string =>
  pathToFileURL(isWindows(platform) ? path.replaceAll('/', '\\') : path, { windows: isWindows(platform) }).href;

/** A name in a folder, as the folder is written: `C:\cables` and `a.cable` are `C:\cables\a.cable`. */
export function childPath(folder: string, name: string, platform = HERE): string {
  if (isWindows(platform) ? /[\\/:]$/.test(folder) : folder.endsWith('/')) return folder + name;
  return `${folder}${isWindows(platform) && !folder.includes('/') ? '\\' : '/'}${name}`;
}

/** A folder without separators behind its name; that of a root stays. */
export const withoutEnd = (folder: string, platform = HERE): string =>
  folder.replace(isWindows(platform) ? /(?<=[^\\/:])[\\/]+$/ : /(?<=[^/]|^\/)\/+$/, '');

/** Whether `A.cable` and `a.cable` are one file, as the system has it from its makers. */
export const foldsCase = (platform = HERE): boolean => isWindows(platform) || platform === 'darwin';

/** Two spellings of one name are folded into the same: capitals and, on a Mac, accents that stand by themselves. */
const folded = (name: string): string => name.normalize('NFC').toLowerCase();
export const isSamePath = (a: string, b: string, platform = HERE): boolean =>
  a === b || (foldsCase(platform) && folded(a) === folded(b));

/**
 * A path (as we write it) in the spelling of the disk, where a system takes several for one: clients send what was typed, folders list
 * what is there. What is not there stays as it is.
 * @param names what lies in a folder; null where that cannot be told
 */
export function asOnDisk(path: string, names: (folder: string) => ReadonlySet<string> | null, platform = HERE): string {
  if (!foldsCase(platform)) return path;
  const root = /^(?:[A-Z]:\/|\/\/[^/]+\/[^/]+\/|\/)/.exec(path)?.[0] ?? '';
  let at = root;
  for (const part of path.slice(root.length).split('/')) {
    const here = names(at);
    const name = !here || here.has(part) ? part : [...here].find((each) => folded(each) === folded(part));
    at = childPath(at, name ?? part, 'linux');
  }
  return at;
}
