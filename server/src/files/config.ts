/** Configurations on disk: found upwards from a cable, read once, read again when they change. */
import { readFileSync, statSync } from 'node:fs';
import { isAbsolute, resolve, sep } from 'node:path';
import { type ConfigOptions, type Configs, configsOf, readOnce } from '../config/configs';
import type { ConfigHost } from '../config/resolve';

export type { ConfigOptions, Configs } from '../config/configs';

/** A path as configurations write it: absolute, with `/` between its parts. */
export function portablePath(path: string): string {
  const absolute = isAbsolute(path) ? path : resolve(path);
  return sep === '\\' ? absolute.replaceAll('\\', '/') : absolute;
}

const LARGEST = 16 * 1024 * 1024;
/** Null where there is none. Larger files than any configuration are none. */
export function readSmall(path: string): string | null {
  try {
    const stat = statSync(path);
    return stat.isFile() && stat.size <= LARGEST ? readFileSync(path, 'utf8').replace(/^\uFEFF/, '') : null;
  } catch {
    // No configuration here, which is the usual case.
    return null;
  }
}

/** The configurations of many cables. Everything is read once: make a new one when files have changed. */
export const configs = (
  { file, ...options }: ConfigOptions,
  host: ConfigHost = readOnce({ read: readSmall }),
): Configs => configsOf({ ...options, file: typeof file === 'string' ? portablePath(file) : file }, host);
