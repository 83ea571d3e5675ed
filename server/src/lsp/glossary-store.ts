/** The user's glossaries: from the settings, and from a file in each workspace folder. */
import type { GlossaryFile } from '../features/code-actions/glossary';
import {
  GLOSSARY_FILE,
  type Glossary,
  type GlossaryEntry,
  joinGlossaries,
  NO_GLOSSARY,
  readGlossary,
} from '../meaning/glossary';
import type { Files } from './host';

export interface GlossaryStore {
  readonly current: () => Glossary;
  /** The file of the first folder, into which new entries go; null without a folder. */
  readonly file: () => GlossaryFile | null;
  readonly setSettings: (value: unknown) => void;
  readonly setFolders: (uris: readonly string[]) => void;
  /** Reads the files again. */
  readonly refresh: () => void;
}

/** A client that watches no files has them looked at again after this many milliseconds. */
const FRESH = 2000;

/** @param tell is called with one line for each entry that cannot be read. */
export function glossaryStore(
  files: Files,
  tell: (problem: string) => void,
  watchesFiles: () => boolean,
): GlossaryStore {
  let settings: GlossaryEntry[] = [];
  let own: GlossaryEntry[] = [];
  let folders: readonly string[] = [];
  let joined: Glossary = NO_GLOSSARY;
  let readAt = 0;
  /** What was read last: what is wrong in it is told once. */
  let last = '';
  const join = () => {
    joined = joinGlossaries([...settings, ...own]);
  };
  const read = (value: unknown, origin: string): GlossaryEntry[] => {
    const { entries, problems } = readGlossary(value, origin);
    problems.forEach(tell);
    return entries;
  };
  const textOf = (folder: string): string | null => {
    const path = files.pathOf(`${folder}/${GLOSSARY_FILE}`);
    return path === null ? null : files.read(path);
  };
  const refresh = () => {
    readAt = Date.now();
    const texts = folders.map(textOf);
    const now = JSON.stringify([folders, texts]);
    if (now === last) return;
    last = now;
    own = texts.flatMap((text) => {
      if (text === null) return [];
      try {
        return read(JSON.parse(text), GLOSSARY_FILE);
      } catch (error) {
        tell(`${GLOSSARY_FILE}: ${error instanceof Error ? error.message : String(error)}`);
        return [];
      }
    });
    join();
  };
  return {
    current: () => {
      if (!watchesFiles() && Date.now() - readAt > FRESH) refresh();
      return joined;
    },
    file: () => (folders[0] ? { uri: `${folders[0]}/${GLOSSARY_FILE}`, text: textOf(folders[0]) } : null),
    setSettings: (value) => {
      settings = read(value ?? undefined, 'your settings');
      join();
    },
    setFolders: (uris) => {
      folders = uris.filter((uri) => files.pathOf(uri) !== null).map((uri) => uri.replace(/\/$/, ''));
      refresh();
    },
    refresh,
  };
}
