/** The checker's configuration for open documents: the editor's settings, then the nearest `.cablerc.json`. */
import { CONFIG_FILE, type ConfigProblem, type Levels } from '../config/config';
import { type ConfigOptions, type Configs, configsOf, readOnce } from '../config/configs';
import { below } from '../config/globs';
import { isLevel, isSelector } from '../config/names';
import { type FileSettings, folderOf } from '../config/resolve';
import type { ConfigTarget } from '../features/code-actions/configure';
import type { Files } from './host';

export interface ConfigStore {
  /** The same object as long as the same holds. */
  settings(uri: string): FileSettings;
  /** Where an action on the configuration of a document writes; null without a file or a folder. */
  target(uri: string): ConfigTarget | null;
  /** What other cables than the open ones are checked with. */
  options(): ConfigOptions;
  /** What is wrong in a configuration that is open. */
  problems(uri: string): readonly ConfigProblem[];
  setRules(value: unknown): void;
  setFolders(uris: readonly string[]): void;
  /** Whether configurations on disk are read: not those of folders that the user does not trust. */
  setTrusted(trusted: boolean): void;
  /** Files may have changed: everything is read again when it is next asked for. */
  forget(): void;
}

/** A client that watches no files has them looked at again after this many milliseconds. */
const FRESH = 2000;

export const isConfig = (uri: string): boolean => uri.endsWith(`/${CONFIG_FILE}`) || /cablerc\.jsonc?$/.test(uri);

/**
 * @param openText the text of an open document, by its address: what an editor shows comes before what is on disk.
 * @param tell is called with one line for each setting that cannot be read.
 */
export function configStore(
  files: Files,
  openText: (path: string) => string | null,
  watchesFiles: () => boolean,
  tell: (problem: string) => void,
): ConfigStore {
  let rules: Levels = {};
  let folders: readonly string[] = [];
  let trusted = true;
  let current: Configs | null = null;
  let known = new Map<string, FileSettings>();
  /** By what they say: a file that was saved without a change changes nothing. */
  const same = new Map<string, FileSettings>();
  let madeAt = 0;
  const forget = (): void => {
    current = null;
    known = new Map();
  };
  const all = (): Configs => {
    if (current && !watchesFiles() && Date.now() - madeAt > FRESH) forget();
    if (!current) {
      const disk = readOnce(files);
      current = configsOf(options(), { read: (path) => openText(path) ?? disk.read(path) });
      madeAt = Date.now();
    }
    return current;
  };
  const options = (): ConfigOptions => ({ before: rules, ...(!trusted && { file: null }) });
  const plain = (): FileSettings => configsOf({ file: null, before: rules }, files).settings('');
  return {
    settings: (uri) => {
      const configs = all();
      let settings = known.get(uri);
      if (!settings) {
        const path = files.pathOf(uri);
        settings = unique(path === null ? plain() : configs.settings(path), same);
        known.set(uri, settings);
      }
      return settings;
    },
    target: (uri) => {
      const path = files.pathOf(uri);
      if (path === null || !trusted) return null;
      const found = all().of(folderOf(path));
      const folder = found.path ? found.folder : folders.find((each) => below(each, path) !== null);
      const file = folder === undefined ? null : below(folder, path);
      if (folder === undefined || file === null) return null;
      const target = found.path ?? `${folder}/${CONFIG_FILE}`;
      const text = openText(target) ?? (found.path ? files.read(target) : null);
      return { uri: files.uriOf(target), text, file };
    },
    options,
    problems: (uri) => {
      const path = files.pathOf(uri);
      if (path === null || !trusted) return [];
      return configsOf({ file: path }, { read: (each) => openText(each) ?? files.read(each) })
        .of('')
        .problems.filter((problem) => problem.path === path);
    },
    setRules: (value) => {
      rules = readLevels(value, tell);
      forget();
    },
    setFolders: (uris) => {
      folders = uris.flatMap((uri) => files.pathOf(uri) ?? []).map((path) => path.replace(/(?<=.)\/$/, ''));
      forget();
    },
    setTrusted: (value) => {
      trusted = value;
      forget();
    },
    forget,
  };
}

/** More settings than this are not remembered. */
const MOST = 1000;

function unique(settings: FileSettings, same: Map<string, FileSettings>): FileSettings {
  const { severities, silences } = settings;
  const key = JSON.stringify([[...severities].sort(), silences.map(({ file, rule, line }) => [file, rule, line])]);
  const known = same.get(key);
  if (known) return known;
  if (same.size >= MOST) same.clear();
  same.set(key, settings);
  return settings;
}

function readLevels(value: unknown, tell: (problem: string) => void): Levels {
  const levels: Record<string, Levels[string]> = {};
  for (const [name, level] of Object.entries(value && typeof value === 'object' ? value : {})) {
    if (!isSelector(name)) tell(`cable.rules: there is no rule ${name}`);
    else if (!isLevel(level)) tell(`cable.rules: ${String(level)} is no severity (${name})`);
    else levels[name] = level;
  }
  return levels;
}
