/** Findings kept between calls. A result is used again only while file, configuration and program are the same. */
import { mkdirSync, readFileSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import type { FileSettings } from '../config/resolve';
import { buildId, cacheFolder, digest } from '../files/caches';
import { type Configs, portablePath } from '../files/config';
import type { Source } from '../files/walk';
import type { CheckOptions, FileResult } from './check-file';

export interface ResultCache {
  /** The result of a source; null: not a cable; undefined: not known, or no longer true. */
  get(source: Source): FileResult | null | undefined;
  put(source: Source, result: FileResult | null): void;
  /** Writes what has changed. A folder that cannot be written costs only the cache. */
  save(): void;
}

interface Entry {
  /** What the file was: size, times, number. */
  readonly file: string;
  /** What held for it. */
  readonly settings: string;
  readonly result: FileResult | null;
}

/** Rules whose findings change by themselves as time goes by. */
const TIMELY = new Set(['header/dtg-future']);

/**
 * @param place the file of the cache; null: one for the current folder, where the system keeps caches.
 * @param note is called with a line when the cache cannot be written.
 */
export function resultCache(
  place: string | null,
  options: CheckOptions,
  all: Configs,
  note: (message: string) => void,
): ResultCache {
  const path = place ?? join(cacheFolder(), `check-${digest(process.cwd())}.json`);
  const build = buildId();
  const { entries, mayWrite } = load(path, build);
  // What files were before they were read: what is found in one that changes meanwhile is not known of the new one.
  const before = new Map<string, string | null>();
  let changed = false;
  const settingsKeys = new WeakMap<object, string>();
  const settingsKey = (name: string): string => {
    const settings = all.settings(portablePath(name));
    let key = settingsKeys.get(settings);
    if (key === undefined) {
      key = describe(settings, options.withFixes);
      settingsKeys.set(settings, key);
    }
    return key;
  };
  return {
    get: (source) => {
      const key = keyOf(source);
      const file = signature(source.name);
      before.set(key, file);
      const entry = entries.get(key);
      if (!entry || entry.settings !== settingsKey(source.name) || entry.file !== file) return undefined;
      // What could be mended has to be looked at.
      if (options.fix && entry.result?.rows.some(({ fixable }) => fixable)) return undefined;
      return entry.result && { ...entry.result, name: source.name };
    },
    put: (source, result) => {
      const key = keyOf(source);
      const file = before.get(key) ?? null;
      // Notes name the file as this call does; another may name it otherwise.
      const isSure =
        !result ||
        (result.read &&
          !result.fixed &&
          result.trouble === undefined &&
          result.notes.length === 0 &&
          !result.rows.some(({ rule }) => TIMELY.has(rule)));
      if (file === null || !isSure) {
        changed = entries.delete(key) || changed;
        return;
      }
      entries.set(key, { file, settings: settingsKey(source.name), result });
      changed = true;
    },
    save: () => {
      if (!changed) return;
      // `--cache notes.json`: whatever that is, it is not ours to write over.
      if (place !== null && !mayWrite) {
        note(`${place}: not a cache of findings, left as it is`);
        return;
      }
      const temporary = `${path}.${process.pid}.tmp`;
      try {
        mkdirSync(dirname(path), { recursive: true });
        try {
          writeFileSync(temporary, written(build, JSON.stringify([...entries])));
          renameSync(temporary, path);
        } catch (error) {
          rmSync(temporary, { force: true });
          throw error;
        }
      } catch (error) {
        note(`the cache was not written: ${error instanceof Error ? error.message : String(error)}`);
      }
    },
  };
}

const keyOf = ({ name, onlyIfCable }: Source): string => `${onlyIfCable ? '?' : ''}${portablePath(name)}`;

/** A file changed less than this long ago (milliseconds) may still change without a new time: it is not known. */
const SETTLED = 50;
function signature(path: string): string | null {
  try {
    const { size, mtimeNs, ctimeNs, ino, mtimeMs } = statSync(path, { bigint: true });
    return Date.now() - Number(mtimeMs) < SETTLED ? null : `${size} ${mtimeNs} ${ctimeNs} ${ino}`;
  } catch {
    return null;
  }
}

const describe = ({ severities, silences }: FileSettings, withFixes: boolean): string =>
  digest(JSON.stringify([withFixes, [...severities].sort(), silences.map(({ rule, line }) => [rule, line])]));

/** The sum stands before what it is the sum of: one bit that a disk has lost would otherwise be believed. */
const written = (build: string, entries: string): string =>
  `${JSON.stringify({ build, sum: digest(entries) }).slice(0, -1)},"entries":${entries}}`;

/** Whatever is not a cache of this very program, as it wrote it, counts as none. Nothing, or a cache, even a damaged one, may be written over. */
function load(path: string, build: string): { entries: Map<string, Entry>; mayWrite: boolean } {
  let text = '';
  try {
    text = readFileSync(path, 'utf8');
    const entries = text.slice(text.indexOf(MEMBER) + MEMBER.length, -1);
    if (text === written(build, entries))
      return { entries: new Map(JSON.parse(entries) as [string, Entry][]), mayWrite: true };
  } catch {
    // No cache yet, or a damaged one.
  }
  return { entries: new Map(), mayWrite: text === '' || text.startsWith('{"build":') };
}
const MEMBER = ',"entries":';
