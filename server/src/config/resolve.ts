/** Which configuration holds for a cable: the nearest `.cablerc.json` upwards, with what it extends. */
import { DEFAULTS, type Severities } from '../rules/check';
import type { Severity } from '../rules/rule';
import { CONFIG_FILE, type Config, type ConfigProblem, type Levels, readConfig, type Silence } from './config';
import { below, matcher } from './globs';
import { applyLevels } from './names';

/** What reading a configuration needs of the world. Paths have `/` between their parts. */
export interface ConfigHost {
  /** The text of a file, or null where there is none that can be read. */
  read(path: string): string | null;
}

/** Something wrong in one of the files. */
export interface LocatedProblem extends ConfigProblem {
  readonly path: string;
  readonly text: string;
}

/** A configuration with everything that it extends. */
export interface Resolved {
  /** The file itself; null for the defaults alone. */
  readonly path: string | null;
  /** Folder that globs and silenced files are relative to. */
  readonly folder: string;
  /** Base first, the file itself last. */
  readonly layers: readonly { readonly folder: string; readonly config: Config }[];
  readonly problems: readonly LocatedProblem[];
}

/** What holds for one cable. */
export interface FileSettings {
  readonly severities: Severities;
  readonly silences: readonly Silence[];
}

export const NO_CONFIG: Resolved = { path: null, folder: '', layers: [], problems: [] };
export const NO_SETTINGS: FileSettings = { severities: DEFAULTS, silences: [] };

const DEEPEST = 20;
/** Files in all: each of twenty that names two others would make a million. */
const MOST = 200;

export const folderOf = (path: string): string =>
  path.slice(0, Math.max(path.lastIndexOf('/'), path.startsWith('/') ? 1 : 0));
const isAbsolute = (path: string): boolean => /^(?:\/|[A-Za-z]:\/)/.test(path);

/** A path without `.` and `..`, below a folder unless it is absolute. Written with backslashes it is one of Windows. */
export function joinPath(folder: string, given: string): string {
  const path = given.replaceAll('\\', '/');
  const whole = isAbsolute(path) ? path : `${folder}/${path}`;
  const parts: string[] = [];
  for (const part of whole.split('/')) {
    if (part === '..') parts.pop();
    else if (part !== '.' && part !== '') parts.push(part);
  }
  return `${/^\/{0,2}/.exec(whole)![0]}${parts.join('/')}`;
}

/** Nothing lies above a drive, nor above what a server shares (`//server/share`). */
const isRoot = (folder: string): boolean => /^(?:\/?|[A-Za-z]:\/?|\/\/[^/]+\/[^/]+)$/.test(folder);

/** The path of the nearest configuration in a folder or above it; null where there is none. */
export function findConfig(folder: string, host: ConfigHost): string | null {
  for (let at = folder; ; ) {
    const path = at.endsWith('/') ? `${at}${CONFIG_FILE}` : `${at}/${CONFIG_FILE}`;
    if (host.read(path) !== null) return path;
    if (isRoot(at)) return null;
    at = folderOf(at);
  }
}

/** Reads a configuration and what it extends. `path` must be absolute. Problems are collected, the rest counts. */
export function resolveConfig(path: string, host: ConfigHost): Resolved {
  const layers: { folder: string; config: Config }[] = [];
  const problems: LocatedProblem[] = [];
  let read = 0;
  const load = (file: string, text: string, above: readonly string[]): void => {
    read++;
    const { config, problems: own } = readConfig(text);
    problems.push(...own.map((problem) => ({ ...problem, path: file, text })));
    const folder = folderOf(file);
    for (const { path: other, at } of config.extends) {
      const target = joinPath(folder, other);
      const tell = (message: string) => problems.push({ ...at, message, path: file, text });
      if (above.includes(target) || target === file) tell(`\`${other}\` extends this file, directly or by others.`);
      else if (above.length >= DEEPEST || read >= MOST) tell('Too many configurations extend each other.');
      else {
        const base = host.read(target);
        if (base === null) tell(`\`${other}\` cannot be read.`);
        else load(target, base, [...above, file]);
      }
    }
    layers.push({ folder, config });
  };
  const text = host.read(path);
  if (text === null) return NO_CONFIG;
  load(path, text, []);
  return { path, folder: folderOf(path), layers, problems };
}

/**
 * What holds for each cable. Settings are the same object for cables for which the same holds, so that findings computed with them are
 * known to be current. Order: the rule's own severity, `before` (an editor's settings), the configuration's layers, `after` (options of a
 * call); in a layer first its rules, then its overrides.
 */
export function settingsFor(
  resolved: Resolved,
  before: Levels = {},
  after: Levels = {},
): (path: string) => FileSettings {
  const layers = resolved.layers.map(({ folder, config }) => ({
    folder,
    rules: config.rules,
    overrides: config.overrides.map(({ files, rules }) => ({ matches: matcher(files), rules })),
    silences: config.silence.map((silence) => ({ silence, matches: matcher([silence.file]) })),
  }));
  const known = new Map<string, Severities>();
  const plain = new Map<Severities, FileSettings>();
  return (path) => {
    const steps: Levels[] = [before];
    const silences: Silence[] = [];
    let key = '';
    for (const { folder, rules, overrides, silences: own } of layers) {
      steps.push(rules);
      const relative = below(folder, path);
      if (relative === null) continue;
      for (const { matches, rules: special } of overrides) {
        const holds = matches(relative);
        key += holds ? '1' : '0';
        if (holds) steps.push(special);
      }
      for (const { silence, matches } of own)
        if (silence.file === relative || matches(relative)) silences.push(silence);
    }
    let severities = known.get(key);
    if (!severities) {
      const map = new Map<string, Severity | 'off'>();
      for (const step of [...steps, after]) applyLevels(map, step);
      severities = map.size ? map : DEFAULTS;
      known.set(key, severities);
    }
    if (silences.length) return { severities, silences };
    let settings = plain.get(severities);
    if (!settings) {
      settings = { severities, silences };
      plain.set(severities, settings);
    }
    return settings;
  };
}

/** Which cables of a folder its configuration passes over. */
export function ignoredBy({ layers }: Resolved): (path: string) => boolean {
  const all = layers
    .filter(({ config }) => config.ignore.length)
    .map(({ folder, config }) => ({ folder, matches: matcher(config.ignore) }));
  return (path) =>
    all.some(({ folder, matches }) => {
      const relative = below(folder, path);
      return relative !== null && matches(relative);
    });
}
