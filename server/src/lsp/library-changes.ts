/** What happens to files outside the editor, taken into the library some of it at a time. */
import { FileChangeType, type FileEvent } from 'vscode-languageserver';
import { isCableName } from '../files/library-scope';
import type { LibraryReader, Look } from '../library/reader';
import type { Files } from './host';
import { lookAtAll } from './library-reading';
import { turn } from './turn';

export interface ChangesHost {
  readonly files: Files;
  readonly reader: LibraryReader;
  readonly isKnown: (uri: string) => boolean;
  /** Which folder of the library a path belongs to; null: to none. Files may have changed since it was made. */
  readonly scope: () => (path: string, isFolder: boolean) => string | null;
  /** What lies there by now; it comes before what a reading that is under way finds there. */
  readonly take: (look: Look) => void;
  /** A folder is new. */
  readonly walk: (path: string, root: string) => void;
  /** So much has changed that all is gone through again. */
  readonly walkAll: () => void;
  readonly failed: (error: unknown) => void;
  /** A batch of changes is over. */
  readonly told: () => void;
}

export interface LibraryChanges {
  /** Addresses as the library writes them. */
  add(changes: readonly FileEvent[]): void;
  /** Whether some are still to be taken. */
  readonly pending: boolean;
}

/** Milliseconds in which events are collected: a checkout or an unpacked archive sends thousands. */
const WINDOW = 250;
/** More files than this are not looked at one by one. */
const FLOOD = 2000;

export function libraryChanges(host: ChangesHost): LibraryChanges {
  /** Whether something was made or removed there, and not only written to. */
  const events = new Map<string, boolean>();
  let timer: NodeJS.Timeout | null = null;
  let batches = Promise.resolve();
  let running = 0;
  const flush = (): void => {
    timer = null;
    const batch = [...events];
    events.clear();
    running++;
    batches = batches
      .then(() => takeAll(batch, host))
      .catch(host.failed)
      .finally(() => {
        running--;
        host.told();
      });
  };
  return {
    add: (changes) => {
      for (const { uri, type } of changes)
        events.set(uri, (events.get(uri) ?? false) || type !== FileChangeType.Changed);
      if (events.size) timer ??= setTimeout(flush, WINDOW);
    },
    get pending() {
      return timer !== null || running > 0;
    },
  };
}

async function takeAll(batch: readonly (readonly [string, boolean])[], host: ChangesHost): Promise<void> {
  const { files, reader, isKnown, scope, take, walk, walkAll } = host;
  const rootOf = scope();
  const found = new Map<
    string,
    { readonly path: string; readonly file: string | null; readonly folder: string | null }
  >();
  for (const [uri, structural] of batch) {
    const path = files.pathOf(uri);
    if (path === null) continue;
    const file = isCableName(path) ? rootOf(path, false) : null;
    // Any name may be that of a folder.
    const folder = structural ? rootOf(path, true) : null;
    if (file !== null || folder !== null || isKnown(uri)) found.set(uri, { path, file, folder });
  }
  if ([...found.values()].filter(({ file }) => file !== null).length > FLOOD) {
    walkAll();
    return;
  }
  const gone: string[] = [];
  await lookAtAll(reader, [...found.keys()], (looks) => {
    for (const look of looks) {
      const { path, file, folder } = found.get(look.uri)!;
      if (look.is === 'file') {
        if (file !== null) take(look);
        else if (isKnown(look.uri)) take(goneFrom(look.uri));
      } else if (isKnown(look.uri)) take(goneFrom(look.uri));
      else if (look.is === 'gone') gone.push(look.uri);
      if (look.is === 'folder' && folder !== null) walk(path, folder);
    }
    host.told();
  });
  for (const uri of gone) {
    // Perhaps of a folder.
    take(goneFrom(uri));
    await turn();
  }
}

const goneFrom = (uri: string): Look => ({ uri, is: 'gone', stamp: null, cables: [] });
