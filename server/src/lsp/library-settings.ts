/** What the user says about the library: `cable.library`. */
import type { ScopeOptions } from '../library/reader';
import { isSwitch, readSection } from './section';

export interface LibrarySettings extends ScopeOptions {
  readonly enabled: boolean;
}

export const DEFAULT_LIBRARY: LibrarySettings = {
  enabled: true,
  exclude: ['**/node_modules/**'],
  useIgnoreFiles: false,
};

export function readLibrarySettings(value: unknown, tell: (problem: string) => void): LibrarySettings {
  const read = readSection('cable.library', value, tell);
  return {
    enabled: read('enabled', DEFAULT_LIBRARY.enabled, isSwitch),
    exclude: read('exclude', DEFAULT_LIBRARY.exclude, (said) => isStrings(said)),
    useIgnoreFiles: read('useIgnoreFiles', DEFAULT_LIBRARY.useIgnoreFiles, isSwitch),
  };
}

const isStrings = (value: unknown): boolean =>
  Array.isArray(value) && value.every((each) => typeof each === 'string' && each !== '');
