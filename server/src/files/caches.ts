/** Where what can be found out again is kept, and by what it is known to be of this very program. */
import { createHash } from 'node:crypto';
import { homedir } from 'node:os';
import { join } from 'node:path';

/** Changes with every build of the program, its rules and its tables; put in by the bundler. */
declare const BUILD_ID: string;

export const buildId = (): string => (typeof BUILD_ID === 'string' ? BUILD_ID : 'source');

/** Where the system keeps caches. */
export function cacheFolder(): string {
  if (process.env.XDG_CACHE_HOME) return join(process.env.XDG_CACHE_HOME, 'cable');
  if (process.platform === 'win32' && process.env.LOCALAPPDATA) return join(process.env.LOCALAPPDATA, 'cable', 'cache');
  return join(homedir(), process.platform === 'darwin' ? 'Library/Caches' : '.cache', 'cable');
}

export const digest = (text: string): string => createHash('sha256').update(text).digest('hex').slice(0, 16);
