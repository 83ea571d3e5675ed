/** When the library is kept for the next start. */
import type { LibraryCache } from '../files/library-cache';
import { Library } from '../library/library';
import { turn } from './turn';

export interface LibraryKeeper {
  /** These are the folders now. */
  use(folders: readonly string[]): void;
  /** What was kept of them; null where there is nothing that can be used. */
  load(): Promise<Library | null>;
  /** Keeps the library now, if enough of it is not kept as it is. */
  save(): Promise<void>;
  /** It may have changed: it is kept when it has been left alone for a while. */
  later(): void;
  /** Keeps it at the end, when there is no more time than for a small one. */
  last(): Promise<void>;
}

/** Milliseconds without a change after which it is kept. */
const QUIET = 30_000;
/** One file in so many has to have changed: what is not kept is found out again at the next start. */
const WORTH = 500;
/** Files that are kept in an instant. */
const FEW = 20_000;
/** More than this part of it may not be what has gone. */
const WASTE = 0.5;

/**
 * @param cacheOf where the library of some folders is kept; null: nowhere
 * @param note is called with a line when it cannot be kept
 */
export function libraryKeeper(
  library: () => Library,
  cacheOf: (folders: readonly string[]) => LibraryCache | null,
  note: (line: string) => void,
): LibraryKeeper {
  let cache: LibraryCache | null = null;
  /** The edition that is kept; null: none. */
  let kept: number | null = null;
  let timer: NodeJS.Timeout | undefined;
  let saving = Promise.resolve();
  const changes = (): number => (kept === null ? library().files : library().edition - kept);
  const write = async (): Promise<void> => {
    const place = cache;
    if (!place) return;
    if (library().waste > WASTE) for (const _ of library().compactSteps()) await turn();
    const { edition } = library();
    try {
      await place.save(library().saveSteps());
      if (cache === place) kept = edition;
    } catch (error) {
      note(`the library is not kept: ${error instanceof Error ? error.message : String(error)}`);
    }
  };
  /** Keeps it if so many files, or more, are not kept as they are. */
  const save = (least: number): Promise<void> => {
    clearTimeout(timer);
    saving = saving.then(() => (changes() > 0 && changes() >= least ? write() : undefined));
    return saving;
  };
  const leastWorth = (): number => library().files / WORTH;
  return {
    use: (folders) => {
      cache = cacheOf(folders);
      kept = null;
    },
    load: async () => {
      try {
        const bytes = await cache?.load();
        if (!bytes) return null;
        const steps = Library.loadSteps(bytes);
        let step = steps.next();
        for (; !step.done; step = steps.next()) await turn();
        if (step.value) kept = step.value.edition;
        return step.value;
      } catch {
        // Whatever is wrong with it: it is found out again.
        return null;
      }
    },
    save: () => save(leastWorth()),
    later: () => {
      clearTimeout(timer);
      timer = setTimeout(() => void save(leastWorth()), QUIET);
    },
    last: async () => {
      clearTimeout(timer);
      await (library().files <= FEW ? save(1) : saving);
    },
  };
}
