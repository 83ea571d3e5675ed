/** Configurations on disk: found upwards from a cable, read once, read again when they change. */
import { readFileSync, statSync } from 'node:fs';
import { isAbsolute, resolve, sep } from 'node:path';
import type { Levels } from '../config/config';
import {
  type ConfigHost,
  type FileSettings,
  findConfig,
  folderOf,
  ignoredBy,
  NO_CONFIG,
  type Resolved,
  resolveConfig,
  settingsFor,
} from '../config/resolve';

/** A path as configurations write it: absolute, with `/` between its parts. */
export function portablePath(path: string): string {
  const absolute = isAbsolute(path) ? path : resolve(path);
  return sep === '\\' ? absolute.replaceAll('\\', '/') : absolute;
}

/** Reads each file once; null where there is none. Larger files than any configuration are none. */
export function cachedHost(): ConfigHost & { readonly seen: ReadonlyMap<string, string | null> } {
  const seen = new Map<string, string | null>();
  const read = (path: string): string | null => {
    let text = seen.get(path);
    if (text === undefined) {
      text = readSmall(path);
      seen.set(path, text);
    }
    return text;
  };
  return { read, seen };
}

const LARGEST = 16 * 1024 * 1024;
function readSmall(path: string): string | null {
  try {
    const stat = statSync(path);
    return stat.isFile() && stat.size <= LARGEST ? readFileSync(path, 'utf8').replace(/^\uFEFF/, '') : null;
  } catch {
    // No configuration here, which is the usual case.
    return null;
  }
}

export interface Configs {
  /** What holds for a cable, by its absolute path. */
  settings(path: string): FileSettings;
  /** The configuration that holds in a folder. */
  of(folder: string): Resolved;
  isIgnored(path: string): boolean;
  /** All configurations that have been needed so far. */
  readonly used: () => readonly Resolved[];
}

export interface ConfigOptions {
  /** The one configuration for all cables; null: none at all; undefined: the nearest one of each. */
  readonly file?: string | null | undefined;
  /** Settings that come before a configuration, and those that come after it. */
  readonly before?: Levels;
  readonly after?: Levels;
}

/** The configurations of many cables. Everything is read once: make a new one when files have changed. */
export function configs({ file, before = {}, after = {} }: ConfigOptions, host: ConfigHost = cachedHost()): Configs {
  interface Entry {
    readonly resolved: Resolved;
    readonly settings: (path: string) => FileSettings;
    readonly isIgnored: (path: string) => boolean;
  }
  const byPath = new Map<string | null, Entry>();
  const byFolder = new Map<string, Entry>();
  const load = (path: string | null): Entry => {
    let entry = byPath.get(path);
    if (!entry) {
      const resolved = path === null ? NO_CONFIG : resolveConfig(path, host);
      entry = { resolved, settings: settingsFor(resolved, before, after), isIgnored: ignoredBy(resolved) };
      byPath.set(path, entry);
    }
    return entry;
  };
  const entryOf = (folder: string): Entry => {
    if (file !== undefined) return load(file === null ? null : portablePath(file));
    let entry = byFolder.get(folder);
    if (!entry) {
      entry = load(findConfig(folder, host));
      byFolder.set(folder, entry);
    }
    return entry;
  };
  return {
    settings: (path) => entryOf(folderOf(path)).settings(path),
    of: (folder) => entryOf(folder).resolved,
    isIgnored: (path) => entryOf(folderOf(path)).isIgnored(path),
    used: () => [...byPath.values()].map(({ resolved }) => resolved),
  };
}
