/** What the user says about the library: `cable.library`. */
import type { ScopeOptions } from '../files/library-scope';

export interface LibrarySettings extends ScopeOptions {
  readonly enabled: boolean;
}

export const DEFAULT_LIBRARY: LibrarySettings = {
  enabled: true,
  exclude: ['**/node_modules/**'],
  useIgnoreFiles: false,
};

/** What is not said, or said in a way that cannot be read, is as it is by default. */
export function readLibrarySettings(value: unknown, tell: (problem: string) => void): LibrarySettings {
  const given = (value && typeof value === 'object' ? value : {}) as Record<string, unknown>;
  const read = <T>(name: string, fallback: T, isRight: (value: unknown) => boolean): T => {
    const said = given[name];
    if (said === undefined || said === null) return fallback;
    if (isRight(said)) return said as T;
    tell(`cable.library.${name}: ${JSON.stringify(said)} cannot be read`);
    return fallback;
  };
  const isSwitch = (said: unknown): boolean => typeof said === 'boolean';
  return {
    enabled: read('enabled', DEFAULT_LIBRARY.enabled, isSwitch),
    exclude: read('exclude', DEFAULT_LIBRARY.exclude, (said) => isStrings(said)),
    useIgnoreFiles: read('useIgnoreFiles', DEFAULT_LIBRARY.useIgnoreFiles, isSwitch),
  };
}

const isStrings = (value: unknown): boolean =>
  Array.isArray(value) && value.every((each) => typeof each === 'string' && each !== '');
