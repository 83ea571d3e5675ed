/** Configurations on disk: found upwards from a cable, read once, read again when they change. */
import { type ConfigOptions, type Configs, configsOf, readOnce } from '../config/configs';
import type { ConfigHost } from '../config/resolve';
import { portablePath } from './paths';
import { readSmall } from './small';

export type { ConfigOptions, Configs } from '../config/configs';
export { portablePath } from './paths';

/** The configurations of many cables. Everything is read once: make a new one when files have changed. */
export const configs = (
  { file, ...options }: ConfigOptions,
  host: ConfigHost = readOnce({ read: readSmall }),
): Configs => configsOf({ ...options, file: typeof file === 'string' ? portablePath(file) : file }, host);
