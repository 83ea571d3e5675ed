/** The configurations of many cables: found upwards from each, read once. */
import type { Levels } from './config';
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
} from './resolve';

/** Reads each file once, whatever becomes of it. */
export function readOnce(host: ConfigHost): ConfigHost {
  const seen = new Map<string, string | null>();
  return {
    read: (path) => {
      let text = seen.get(path);
      if (text === undefined) {
        text = host.read(path);
        seen.set(path, text);
      }
      return text;
    },
  };
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
  /** The one configuration for all cables, by its absolute path; null: none at all; undefined: the nearest one of each. */
  readonly file?: string | null | undefined;
  /** Settings that come before a configuration, and those that come after it. */
  readonly before?: Levels;
  readonly after?: Levels;
}

/** Everything is read once: make a new one when files have changed. */
export function configsOf({ file, before = {}, after = {} }: ConfigOptions, host: ConfigHost): Configs {
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
    if (file !== undefined) return load(file);
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
