/** Configurations on disk: found upwards from a cable, read once, read again when they change. */
import { isAbsolute, resolve, sep } from 'node:path';
import { type ConfigOptions, type Configs, configsOf, readOnce } from '../config/configs';
import type { ConfigHost } from '../config/resolve';
import { readSmall } from './small';

export type { ConfigOptions, Configs } from '../config/configs';

/** A path as configurations write it: absolute, with `/` between its parts. */
export function portablePath(path: string): string {
  const absolute = isAbsolute(path) ? path : resolve(path);
  return sep === '\\' ? absolute.replaceAll('\\', '/') : absolute;
}

/** The configurations of many cables. Everything is read once: make a new one when files have changed. */
export const configs = (
  { file, ...options }: ConfigOptions,
  host: ConfigHost = readOnce({ read: readSmall }),
): Configs => configsOf({ ...options, file: typeof file === 'string' ? portablePath(file) : file }, host);
