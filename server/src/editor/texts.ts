/** Texts of files for who wants them at once, although they have to be asked for: what is not known yet counts as not there. */
import { below } from '../config/globs';
import type { Files } from '../lsp/host';
import { originOf, pathOf, uriOf } from './addresses';
import { type EditorFiles, textOf } from './handed';

export interface Texts extends Files {
  /** Reads what is not known of these, so that `read` answers at once. */
  load(paths: readonly string[]): Promise<void>;
  /** As `settled`, however long it takes. */
  all(): Promise<boolean>;
}

/** Milliseconds after which an answer is given without what has still not come: it is told of when it comes. */
const PATIENCE = 5000;

/** More texts than this are not kept: those that were wanted longest ago are read again. */
const MOST = 2000;

const NOTHING = Promise.resolve(false);

interface Known {
  /** Null: there is none. */
  text: string | null;
  /** Something has happened to the file since. */
  stale: boolean;
  /** More rests on it than an answer: a configuration, a glossary. */
  readonly lasting: boolean;
}

export function texts(editor: EditorFiles): Texts {
  const known = new Map<string, Known>();
  const wanted = new Set<string>();
  let origins: ReadonlySet<string> = new Set();
  let folders: readonly string[] = [];
  let reading: Promise<boolean> | null = null;
  let tell = (): void => {};

  /** What lies above the folders is not the user's: there may be other people's repositories. */
  const isInside = (path: string): boolean => folders.some((folder) => below(folder, path) !== null);
  const ask = (path: string, lasting: boolean): string | null => {
    if (!isInside(path)) return null;
    const found = known.get(path);
    if (found) {
      // Those that are still wanted come last.
      known.delete(path);
      known.set(path, found);
    }
    if (!found || found.stale) want(path, lasting);
    return found?.text ?? null;
  };
  const want = (path: string, lasting: boolean): void => {
    // What happens to it while it is read makes it stale again.
    known.set(path, { text: known.get(path)?.text ?? null, stale: false, lasting });
    wanted.add(path);
    reading ??= Promise.resolve().then(readAll);
  };
  /** Whether anything is otherwise than it was answered. */
  async function readAll(): Promise<boolean> {
    let [isNews, lasts] = [false, false];
    while (wanted.size) {
      const paths = [...wanted];
      wanted.clear();
      const files = await editor.read(paths.map(uriOf)).catch(() => []);
      for (const [at, path] of paths.entries()) {
        const file = files[at];
        const text = (file && textOf(file)) ?? null;
        const entry = known.get(path)!;
        if (text === entry.text) continue;
        entry.text = text;
        isNews = true;
        lasts ||= entry.lasting;
      }
    }
    reading = null;
    for (const path of known.keys()) {
      if (known.size <= MOST) break;
      known.delete(path);
    }
    if (lasts) tell();
    return isNews;
  }

  return {
    // Only where the folders lie: what else an editor shows, an old version or a page of its own, is no file of the workspace.
    pathOf: (uri) => (origins.has(originOf(uri) ?? '') ? pathOf(uri) : null),
    uriOf,
    read: (path) => ask(path, true),
    readCable: (path) => ask(path, false),
    settled: () =>
      reading ? Promise.race([reading, new Promise<boolean>((late) => setTimeout(late, PATIENCE, false))]) : NOTHING,
    all: () => reading ?? NOTHING,
    load: async (paths) => {
      for (const path of paths) if (isInside(path) && known.get(path)?.stale !== false) want(path, false);
      await reading;
    },
    onNews: (listener) => {
      tell = listener;
    },
    setFolders: (uris) => {
      origins = new Set(uris.flatMap((uri) => originOf(uri) ?? []));
      folders = uris.flatMap((uri) => pathOf(uri) ?? []);
    },
    changed: (uris) => {
      for (const uri of uris) {
        const path = pathOf(uri);
        const found = path !== null && known.get(path);
        if (found) found.stale = true;
      }
    },
  };
}
