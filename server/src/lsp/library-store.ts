/** The library of the workspace: read in the background, kept current, kept from one start to the next. */
import {
  type CancellationToken,
  type Connection,
  FileChangeType,
  type FileEvent,
  type TextDocuments,
  type WorkDoneProgressReporter,
} from 'vscode-languageserver';
import type { TextDocument } from 'vscode-languageserver-textdocument';
import type { LibraryContext } from '../features/library-context';
import { type Snapshot, snapshot } from '../features/snapshot';
import { libraryRoots } from '../files/library-roots';
import { libraryScope } from '../files/library-scope';
import { Library, type Stamp } from '../library/library';
import { summaries } from '../library/summarise';
import type { Client } from './client';
import type { Host } from './host';
import { libraryChanges } from './library-changes';
import { isSame, libraryJobs } from './library-jobs';
import { libraryKeeper } from './library-keeper';
import { libraryOverlay } from './library-overlay';
import { lookAtAll } from './library-reading';
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
  readonly host: Host;
  readonly documents: TextDocuments<TextDocument>;
  readonly client: () => Client;
  /** The open document; null of what is no cable. */
  readonly latest: (uri: string) => Snapshot | null;
  /** There are folders to read: from now on their files are to be watched. */
  readonly watch: () => void;
  /** The library or its state may be another. */
  readonly told: () => void;
  /** When reading may begin. */
  readonly calm: () => Promise<void>;
  readonly failed: (what: string, error: unknown) => void;
}

/** Of an open document: its file is looked at again when it is closed. */
const UNKNOWN: Stamp = { modified: -1, size: -1 };
/** Files that are looked at once more for one answer. */
const MOST_AGAIN = 100;

export function libraryStore(given: LibraryHost): LibraryStore {
  const { connection, client, told, failed } = given;
  const { files, reader, cache, home } = given.host;
  let library = new Library();
  /** Revisions of libraries before this one. */
  let revisions = 0;
  let folders: readonly string[] = [];
  let roots: readonly string[] = [];
  let settings: LibrarySettings = DEFAULT_LIBRARY;
  let started = false;

  const noted = new Set<string>();
  const note = (line: string): void => {
    if (!noted.has(line)) connection.console.warn(line);
    noted.add(line);
  };
  const address = (uri: string): string => {
    const path = files.pathOf(uri);
    return path === null ? uri : files.uriOf(path);
  };
  const keeper = libraryKeeper(
    () => library,
    (folders) => cache(client().storage, folders),
    note,
  );
  const overlay = libraryOverlay({
    documents: given.documents,
    hasFile: (uri) => files.pathOf(uri) !== null,
    latest: given.latest,
    address,
    put: (at, current) => {
      if (roots.length === 0) return;
      library.put(at, UNKNOWN, summaries(current.cable));
      told();
    },
    closed: (at) => {
      if (files.pathOf(at) !== null) changes.add([{ uri: at, type: FileChangeType.Changed }]);
      else library.remove(at);
      told();
    },
  });

  const replace = (other: Library): void => {
    revisions += library.revision + 1;
    library = other;
  };
  const jobs = libraryJobs({
    connection,
    canShow: () => client().progress,
    files,
    reader,
    keeper,
    overlay,
    library: () => library,
    replace,
    roots: () => roots,
    settings: () => settings,
    note,
    told,
    calm: given.calm,
    failed,
  });

  const reconsider = (): void => {
    if (!started) return;
    const found = settings.enabled ? libraryRoots(folders, home) : { roots: [], notes: [] };
    found.notes.forEach(note);
    const gone = roots.filter((root) => !found.roots.includes(root));
    const isFirst = roots.length === 0;
    roots = found.roots;
    for (const root of gone) library.removeBelow(files.uriOf(root));
    keeper.use(roots);
    if (roots.length) {
      overlay.again();
      jobs.startOver();
      if (isFirst) given.watch();
    } else jobs.forget();
    told();
  };
  const changes = libraryChanges({
    files,
    reader,
    isKnown: (uri) => library.stampOf(uri) !== null,
    scope: () => {
      const scopes = roots.map((root) => [root, libraryScope(root, settings, files)] as const);
      return (path, isFolder) => scopes.find(([, scope]) => scope.holds(path, isFolder))?.[0] ?? null;
    },
    take: jobs.take,
    walk: (path, root) => jobs.add({ folders: new Map([[path, root]]) }),
    walkAll: () => jobs.add({ all: true }),
    failed: (error) => failed('changed files', error),
    told: () => {
      keeper.later();
      told();
    },
  });
  async function hasChanged(uri: string): Promise<boolean> {
    const known = library.stampOf(uri);
    if (!known || overlay.has(uri)) return false;
    return !isSame(known, await reader.stampOf(uri));
  }
  /** A file that is not open, read now. */
  const fromFile = (uri: string): Snapshot | null => {
    const path = files.pathOf(uri);
    const text = path === null ? null : files.readCable(path);
    return text === null ? null : snapshot(uri, 0, text);
  };
  const stateNow = (): LibraryState => ({
    phase: roots.length === 0 ? 'off' : jobs.working ? 'reading' : 'ready',
    done: jobs.done,
    total: jobs.total,
    files: library.files,
    cables: library.size,
    most: jobs.isCut ? reader.most : null,
  });
  const isBusy = (): boolean => !started || jobs.working !== null || changes.pending || overlay.pending;

  return {
    get library() {
      return roots.length ? library : null;
    },
    get all() {
      return library;
    },
    get building() {
      return !jobs.whole;
    },
    get whole() {
      return jobs.whole;
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
      return overlay.get(at) ?? fromFile(at);
    },
    start: () => {
      started = true;
      reconsider();
    },
    setFolders: (uris) => {
      folders = uris.flatMap((uri) => files.pathOf(uri) ?? []).map((path) => path.replace(/(?<=.)\/$/, ''));
      reconsider();
    },
    setSettings: (value) => {
      const before = JSON.stringify(settings);
      settings = readLibrarySettings(value, note);
      if (JSON.stringify(settings) !== before) reconsider();
    },
    changed: (events) => {
      if (roots.length)
        changes.add(events.flatMap(({ uri, type }) => (files.pathOf(uri) === null ? [] : { uri: address(uri), type })));
    },
    refresh: async (uris) => {
      const some = [...new Set(uris)].slice(0, MOST_AGAIN);
      const others = await Promise.all(some.map(hasChanged));
      const changed = some.filter((_, at) => others[at]);
      if (changed.length) await lookAtAll(reader, changed, (looks) => looks.forEach(jobs.take));
      return changed.length > 0;
    },
    readAgain: async (asked, token) => {
      token.onCancellationRequested(jobs.stop);
      if (roots.length) jobs.add({ all: true, anew: true, asked });
      await jobs.working;
      overlay.now();
      return stateNow();
    },
    settled: async () => {
      while (isBusy()) await new Promise((done) => setTimeout(done, 10));
    },
    end: async () => {
      jobs.stop();
      await keeper.last();
      await reader.end();
    },
  };
}
