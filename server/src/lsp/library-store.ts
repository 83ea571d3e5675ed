/** The library of the workspace: read in the background, kept current, kept from one start to the next. */
import { stat } from 'node:fs/promises';
import { setTimeout as pause, setImmediate as turn } from 'node:timers/promises';
import { fileURLToPath, pathToFileURL } from 'node:url';
import {
  type CancellationToken,
  type Connection,
  FileChangeType,
  type FileEvent,
  type TextDocuments,
  type WorkDoneProgressReporter,
} from 'vscode-languageserver';
import type { TextDocument } from 'vscode-languageserver-textdocument';
import { libraryThreads } from '../batch/library-threads';
import type { Look } from '../batch/look';
import type { LibraryContext } from '../features/library-context';
import { type Snapshot, snapshot } from '../features/snapshot';
import { libraryRoots } from '../files/library-roots';
import { libraryScope } from '../files/library-scope';
import { stampFrom } from '../files/library-walk';
import { readText } from '../files/read';
import { Library, type Stamp } from '../library/library';
import { summaries } from '../library/summarise';
import type { Client } from './client';
import { pathOf } from './config-store';
import { libraryChanges } from './library-changes';
import { libraryKeeper } from './library-keeper';
import { libraryOverlay } from './library-overlay';
import { libraryProgress } from './library-progress';
import { lookAtAll, readFolders } from './library-reading';
import { DEFAULT_LIBRARY, type LibrarySettings, readLibrarySettings } from './library-settings';
import type { LibraryState } from './requests';

export interface LibraryStore extends LibraryContext {
  /** Null where there is no folder to read, or none may be read. */
  readonly library: Library | null;
  /** The same; then it is empty. */
  readonly all: Library;
  /** Whether all folders have been read: what is not there is nowhere. */
  readonly whole: boolean;
  /** Changes whenever an answer may have changed. */
  readonly revision: number;
  readonly state: LibraryState;
  /** Nothing is read before this. */
  start(): void;
  setFolders(uris: readonly string[]): void;
  setSettings(value: unknown): void;
  /** Files have changed outside the editor. */
  changed(changes: readonly FileEvent[]): void;
  /** Looks at these files once more; whether any of them is another, or gone. For clients that watch none. */
  refresh(uris: Iterable<string>): Promise<boolean>;
  /** Reads everything again. `asked`: where the client wants to be told of progress. */
  readAgain(asked: WorkDoneProgressReporter | null, token: CancellationToken): Promise<LibraryState>;
  /** When there is nothing more to do. */
  settled(): Promise<void>;
  /** The server is about to end. */
  end(): Promise<void>;
}

export interface LibraryHost {
  readonly connection: Connection;
  readonly documents: TextDocuments<TextDocument>;
  readonly client: () => Client;
  /** The open document; null of what is no cable. */
  readonly latest: (uri: string) => Snapshot | null;
  /** There are folders to read: from now on their files are to be watched. */
  readonly watch: () => void;
  /** The library or its state may be another. */
  readonly told: () => void;
  readonly failed: (what: string, error: unknown) => void;
}

/** What is still to be read. */
interface Job {
  readonly all: boolean;
  /** Also what is known as it is by now. */
  readonly anew: boolean;
  /** New folders, and the folder of the library that each belongs to. */
  readonly folders: ReadonlyMap<string, string>;
  readonly asked: WorkDoneProgressReporter | null;
}
/** A job that is under way. */
interface Run {
  readonly abort: AbortController;
  /** What was looked at since it began, and folders that have gone: what it finds there may be older. */
  readonly touched: Set<string>;
  readonly gone: Set<string>;
}

const NOTHING: Job = { all: false, anew: false, folders: new Map(), asked: null };
/** Of an open document: its file is looked at again when it is closed. */
const UNKNOWN: Stamp = { modified: -1, size: -1 };
/** Files that are looked at once more for one answer. */
const MOST_AGAIN = 100;
/** So many steps of some microseconds may be made before others have their turn. */
const STEPS = 1000;

const hrefOf = (path: string): string => pathToFileURL(path).href;
const isBelow = (uri: string, folder: string): boolean => uri.startsWith(folder.endsWith('/') ? folder : `${folder}/`);

export function libraryStore(host: LibraryHost): LibraryStore {
  const { connection, client, told, failed } = host;
  let library = new Library();
  /** Revisions of libraries before this one. */
  let revisions = 0;
  let folders: readonly string[] = [];
  let roots: readonly string[] = [];
  let settings: LibrarySettings = DEFAULT_LIBRARY;
  let [started, loaded, whole] = [false, false, false];
  let next: Job = NOTHING;
  let run: Run | null = null;
  let working: Promise<void> | null = null;
  let [done, total] = [0, 0];
  const threads = libraryThreads();

  const noted = new Set<string>();
  const note = (line: string): void => {
    if (!noted.has(line)) connection.console.warn(line);
    noted.add(line);
  };
  const address = (uri: string): string => {
    const path = pathOf(uri);
    return path === null ? uri : hrefOf(path);
  };
  const keeper = libraryKeeper(
    () => library,
    () => client().storage,
    note,
  );
  const overlay = libraryOverlay({
    documents: host.documents,
    latest: host.latest,
    address,
    put: (at, current) => {
      if (roots.length === 0) return;
      library.put(at, UNKNOWN, summaries(current.cable));
      told();
    },
    closed: (at) =>
      at.startsWith('file:') ? changes.add([{ uri: at, type: FileChangeType.Changed }]) : library.remove(at),
  });

  const replace = (other: Library): void => {
    revisions += library.revision + 1;
    library = other;
  };

  // Taking in what was found.

  const take = (look: Look): void => {
    if (look.note) note(look.note);
    if (overlay.has(look.uri)) return;
    if (look.stamp) library.put(look.uri, look.stamp, look.cables);
    else if (!library.remove(look.uri)) {
      if (library.removeBelow(look.uri)) overlay.again();
      run?.gone.add(look.uri);
    }
    run?.touched.add(look.uri);
  };
  /** What a reading finds that has come before what was looked at meanwhile counts no more. */
  const isOlder = (uri: string, { touched, gone }: Run): boolean =>
    overlay.has(uri) || touched.has(uri) || [...gone].some((folder) => isBelow(uri, folder));
  const takeRead = (looks: readonly Look[], of: Run): void => {
    for (const look of looks) {
      if (look.note) note(look.note);
      if (isOlder(look.uri, of)) continue;
      if (look.stamp) library.put(look.uri, look.stamp, look.cables);
      else library.remove(look.uri);
    }
    told();
  };
  /** Forgets what a walk has not met, below the folders that it went through. */
  async function sweep(seen: ReadonlySet<string>, below: readonly string[] | null, of: Run): Promise<void> {
    let steps = 0;
    for (const uri of library.uris()) {
      if (++steps % STEPS === 0) await turn();
      if (of.abort.signal.aborted) return;
      if (seen.has(uri) || isOlder(uri, of) || !(below?.some((folder) => isBelow(uri, folder)) ?? true)) continue;
      library.remove(uri);
    }
  }

  // Reading.

  const schedule = (job: Partial<Job>): void => {
    next = {
      all: next.all || job.all === true,
      anew: next.anew || job.anew === true,
      folders: new Map([...next.folders, ...(job.folders ?? [])]),
      asked: job.asked ?? next.asked,
    };
    begin();
  };
  const isAsked = (): boolean => next.all || next.folders.size > 0;
  const begin = (): void => {
    working ??= work().finally(() => {
      working = null;
      if (isAsked()) begin();
      told();
    });
  };
  async function work(): Promise<void> {
    while (roots.length && isAsked()) {
      const job = next;
      next = NOTHING;
      try {
        await read(job);
      } catch (error) {
        failed('library', error);
      }
    }
    if (roots.length === 0) next = NOTHING;
  }
  async function load(of: Run): Promise<void> {
    loaded = true;
    const kept = await keeper.load();
    if (!kept) return;
    replace(kept);
    // What changed meanwhile is found by its stamps.
    of.touched.clear();
    of.gone.clear();
    overlay.again();
    told();
  }
  async function read({ all, anew, folders: some, asked }: Job): Promise<void> {
    const abort = new AbortController();
    const own: Run = { abort, touched: new Set(), gone: new Set() };
    run = own;
    [done, total] = [0, 0];
    const progress = libraryProgress(connection, asked, client().progress, () => abort.abort());
    told();
    try {
      if (!loaded) await load(own);
      const { exclude, useIgnoreFiles } = settings;
      const isKnown = library.files > 0 && !anew;
      const walks = all ? roots.map((root) => [root, root] as const) : [...some];
      const seen = await readFolders(
        {
          threads,
          isKnown: (uri, stamp) => overlay.has(uri) || isSame(library.stampOf(uri), stamp),
          take: (looks) => takeRead(looks, own),
          note,
          told: (...said) => {
            [done, total] = said;
            progress.told(...said);
          },
        },
        walks.map(([from, root]) => ({ root, from, exclude, useIgnoreFiles, withStamps: isKnown })),
        abort.signal,
      );
      if (!abort.signal.aborted) await sweep(seen, all ? null : walks.map(([from]) => hrefOf(from)), own);
      if (all) whole = !abort.signal.aborted;
    } finally {
      run = null;
      progress.end();
    }
    if (all) await keeper.save();
  }

  // What is to be read.

  const reconsider = (): void => {
    if (!started) return;
    const found = settings.enabled ? libraryRoots(folders) : { roots: [], notes: [] };
    found.notes.forEach(note);
    const gone = roots.filter((root) => !found.roots.includes(root));
    const isFirst = roots.length === 0;
    roots = found.roots;
    whole = false;
    run?.abort.abort();
    for (const root of gone) library.removeBelow(hrefOf(root));
    keeper.use(roots);
    if (roots.length) {
      overlay.again();
      schedule({ all: true });
      if (isFirst) host.watch();
    } else replace(new Library());
    told();
  };
  const changes = libraryChanges({
    threads,
    isKnown: (uri) => library.stampOf(uri) !== null,
    scope: () => {
      const scopes = roots.map((root) => [root, libraryScope(root, settings)] as const);
      return (path, isFolder) => scopes.find(([, scope]) => scope.holds(path, isFolder))?.[0] ?? null;
    },
    take,
    walk: (path, root) => schedule({ folders: new Map([[path, root]]) }),
    walkAll: () => schedule({ all: true }),
    failed: (error) => failed('changed files', error),
    told: () => {
      keeper.later();
      told();
    },
  });
  async function hasChanged(uri: string): Promise<boolean> {
    const known = library.stampOf(uri);
    if (!known || overlay.has(uri)) return false;
    const now = await stat(fileURLToPath(uri)).catch(() => null);
    return !isSame(known, now && stampFrom(now));
  }
  const stateNow = (): LibraryState => ({
    phase: roots.length === 0 ? 'off' : working ? 'reading' : 'ready',
    done,
    total,
    files: library.files,
    cables: library.size,
  });
  const isBusy = (): boolean => !started || working !== null || changes.pending || overlay.pending;

  return {
    get library() {
      return roots.length ? library : null;
    },
    get all() {
      return library;
    },
    get building() {
      return run !== null && !whole;
    },
    get whole() {
      return whole;
    },
    get revision() {
      return revisions + library.revision;
    },
    get state() {
      return stateNow();
    },
    address,
    open: (uri) => {
      const at = address(uri);
      return overlay.get(at) ?? fromDisk(at);
    },
    start: () => {
      started = true;
      reconsider();
    },
    setFolders: (uris) => {
      folders = uris.flatMap((uri) => pathOf(uri) ?? []).map((path) => path.replace(/(?<=.)\/$/, ''));
      reconsider();
    },
    setSettings: (value) => {
      const before = JSON.stringify(settings);
      settings = readLibrarySettings(value, note);
      if (JSON.stringify(settings) !== before) reconsider();
    },
    changed: (events) => {
      if (roots.length)
        changes.add(events.flatMap(({ uri, type }) => (pathOf(uri) === null ? [] : { uri: address(uri), type })));
    },
    refresh: async (uris) => {
      const some = [...new Set(uris)].slice(0, MOST_AGAIN);
      const others = await Promise.all(some.map(hasChanged));
      const changed = some.filter((_, at) => others[at]);
      if (changed.length) await lookAtAll(threads, changed, (looks) => looks.forEach(take));
      return changed.length > 0;
    },
    readAgain: async (asked, token) => {
      token.onCancellationRequested(() => run?.abort.abort());
      if (roots.length) schedule({ all: true, anew: true, asked });
      await working;
      return stateNow();
    },
    settled: async () => {
      while (isBusy()) await pause(10);
    },
    end: async () => {
      run?.abort.abort();
      next = NOTHING;
      await keeper.last();
      await threads.end();
    },
  };
}

const isSame = (a: Stamp | null, b: Stamp | null): boolean => a?.modified === b?.modified && a?.size === b?.size;

/** A file that is not open, read now. */
function fromDisk(uri: string): Snapshot | null {
  try {
    const path = pathOf(uri);
    const text = path === null ? null : readText(path);
    return text === null ? null : snapshot(uri, 0, text);
  } catch {
    // Gone, or nothing that can be read.
    return null;
  }
}
