/** What is to be read into the library, one job after the other. */
import type { Connection, WorkDoneProgressReporter } from 'vscode-languageserver';
import { Library, type Stamp } from '../library/library';
import type { LibraryReader, Look, ScopeOptions } from '../library/reader';
import type { Files } from './host';
import type { LibraryKeeper } from './library-keeper';
import type { Overlay } from './library-overlay';
import { libraryProgress } from './library-progress';
import { readFolders } from './library-reading';
import { turn } from './turn';

export interface Job {
  /** All folders, and what is not met there any more is forgotten. */
  readonly all: boolean;
  /** Also what is known as it is by now. */
  readonly anew: boolean;
  /** New folders, and the folder of the library that each belongs to. */
  readonly folders: ReadonlyMap<string, string>;
  /** Where the client wants to be told of progress. */
  readonly asked: WorkDoneProgressReporter | null;
}

export interface LibraryJobs {
  /** To be done after what is being done. */
  add(job: Partial<Job>): void;
  /** The folders, or what of them belongs to the library, are others: all is gone through, and only what is not known is read. */
  startOver(): void;
  /** Ends what is being done and forgets what is to be done; what was read stays. */
  readonly stop: () => void;
  /** There are no folders any more. */
  forget(): void;
  /** Takes in what lies at an address by now; it comes before what a job finds there that is under way. */
  readonly take: (look: Look) => void;
  /** Until there is nothing more to do; null: there is nothing. */
  readonly working: Promise<void> | null;
  /** Whether all folders have been read: what is not there is nowhere. */
  readonly whole: boolean;
  /** There are more files than the library holds here. */
  readonly isCut: boolean;
  /** Files that the job has read, of those that it has to. */
  readonly done: number;
  readonly total: number;
}

export interface JobsHost {
  readonly connection: Connection;
  /** Whether the client can show progress. */
  readonly canShow: () => boolean;
  readonly files: Files;
  readonly reader: LibraryReader;
  readonly keeper: LibraryKeeper;
  readonly overlay: Overlay;
  readonly library: () => Library;
  readonly replace: (other: Library) => void;
  readonly roots: () => readonly string[];
  readonly settings: () => ScopeOptions;
  readonly note: (line: string) => void;
  readonly told: () => void;
  /** When files may be read. */
  readonly calm: () => Promise<void>;
  readonly failed: (what: string, error: unknown) => void;
}

/** A job that is under way. */
interface Run {
  readonly abort: AbortController;
  /** What was looked at since it began, and folders that have gone: what it finds there may be older. */
  readonly touched: Set<string>;
  readonly gone: Set<string>;
}

const NOTHING: Job = { all: false, anew: false, folders: new Map(), asked: null };
/** So many steps of some microseconds may be made before others have their turn. */
const STEPS = 1000;

export const isSame = (a: Stamp | null, b: Stamp | null): boolean => a?.modified === b?.modified && a?.size === b?.size;
const isBelow = (uri: string, folder: string): boolean => uri.startsWith(folder.endsWith('/') ? folder : `${folder}/`);

export function libraryJobs(host: JobsHost): LibraryJobs {
  const { files, reader, keeper, overlay, library, replace, roots, note, told } = host;
  let next: Job = NOTHING;
  let run: Run | null = null;
  let working: Promise<void> | null = null;
  let [done, total] = [0, 0];
  let [whole, isCut] = [false, false];
  /** Whether what was kept was looked for, and whether there may be files in the library that are as they were. */
  let [loaded, stocked] = [false, false];

  /** What a job finds that has come before what was looked at meanwhile counts no more. */
  const isOlder = (uri: string, { touched, gone }: Run): boolean =>
    overlay.has(uri) || touched.has(uri) || (gone.size > 0 && [...gone].some((folder) => isBelow(uri, folder)));
  const put = ({ uri, stamp, cables }: Look): boolean =>
    stamp ? library().put(uri, stamp, cables) : library().remove(uri);
  const takeRead = (looks: readonly Look[], of: Run): void => {
    for (const look of looks) {
      if (look.note) note(look.note);
      if (!isOlder(look.uri, of)) put(look);
    }
    told();
  };
  /** Forgets what a walk has not met; below some folders, or everywhere. */
  async function sweep(seen: ReadonlySet<string>, folders: readonly string[] | null, of: Run): Promise<void> {
    let steps = 0;
    for (const uri of library().uris()) {
      if (++steps % STEPS === 0) await turn();
      if (of.abort.signal.aborted) return;
      if (seen.has(uri) || isOlder(uri, of)) continue;
      if (!folders || folders.some((folder) => isBelow(uri, folder))) library().remove(uri);
    }
  }

  const isAsked = (): boolean => next.all || next.folders.size > 0;
  const begin = (): void => {
    working ??= work().finally(() => {
      working = null;
      if (isAsked()) begin();
      told();
    });
  };
  async function work(): Promise<void> {
    while (isAsked()) {
      const job = next;
      next = NOTHING;
      try {
        await read(job);
      } catch (error) {
        host.failed('library', error);
      }
    }
  }
  async function load(of: Run): Promise<void> {
    loaded = true;
    const kept = await keeper.load();
    if (!kept || of.abort.signal.aborted) return;
    stocked = true;
    replace(kept);
    // What changed meanwhile is found by its stamps.
    of.touched.clear();
    of.gone.clear();
    overlay.again();
    told();
  }
  async function read({ all, anew, folders, asked }: Job): Promise<void> {
    const abort = new AbortController();
    const own: Run = { abort, touched: new Set(), gone: new Set() };
    run = own;
    [done, total] = [0, 0];
    const progress = libraryProgress(host.connection, asked, host.canShow(), () => abort.abort());
    told();
    try {
      // What was kept is there at once: it may be what the first answers need.
      if (!loaded) {
        reader.wake();
        await load(own);
      }
      // To compare files with what is known keeps nobody waiting; to read all of them does.
      if (!stocked || anew) await host.calm();
      const { exclude, useIgnoreFiles } = host.settings();
      const walks = all ? roots().map((root) => [root, root] as const) : [...folders];
      const { edition } = library();
      let met = 0;
      const read = await readFolders(
        {
          reader,
          isKnown: (uri, stamp) => {
            const known = library().stampOf(uri);
            if (known) met++;
            return overlay.has(uri) || isSame(known, stamp);
          },
          take: (looks) => takeRead(looks, own),
          note,
          told: (...said) => {
            [done, total] = said;
            progress.told(...said);
          },
        },
        walks.map(([from, root]) => ({ root, from, exclude, useIgnoreFiles, withStamps: stocked && !anew })),
        abort.signal,
      );
      // As a rule all are there that were, and none is another.
      const isUnchanged = all && library().edition === edition && library().files === met;
      if (stocked && !isUnchanged && !abort.signal.aborted)
        await sweep(read.seen, all ? null : walks.map(([from]) => files.uriOf(from)), own);
      if (all) [whole, isCut] = [!abort.signal.aborted && !read.isCut, read.isCut];
    } finally {
      stocked = true;
      run = null;
      progress.end();
    }
    if (all && !isAsked()) void keeper.save();
  }

  const stop = (): void => {
    next = NOTHING;
    run?.abort.abort();
  };
  return {
    add: (job) => {
      next = {
        all: next.all || job.all === true,
        anew: next.anew || job.anew === true,
        folders: new Map([...next.folders, ...(job.folders ?? [])]),
        asked: job.asked ?? next.asked,
      };
      begin();
    },
    startOver: () => {
      stop();
      whole = false;
      next = { ...NOTHING, all: true };
      begin();
    },
    stop,
    forget: () => {
      stop();
      [loaded, stocked, whole] = [false, false, false];
      replace(new Library());
    },
    take: (look) => {
      if (look.note) note(look.note);
      if (overlay.has(look.uri)) return;
      if (!put(look) && !look.stamp) {
        if (library().removeBelow(look.uri)) overlay.again();
        run?.gone.add(look.uri);
      }
      run?.touched.add(look.uri);
    },
    get working() {
      return working;
    },
    get whole() {
      return whole;
    },
    get isCut() {
      return isCut;
    },
    get done() {
      return done;
    },
    get total() {
      return total;
    },
  };
}
