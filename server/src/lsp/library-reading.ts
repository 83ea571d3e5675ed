/** Reading folders for the library: a walk finds the files, a reader looks at those that are not known as they are by now. */
import type { LibraryReader, Listing, Look, WalkOptions } from '../library/reader';
import type { Stamp } from '../library/records';

export interface ReadingHost {
  readonly reader: LibraryReader;
  /** Whether a file is known as it is by now. */
  readonly isKnown: (uri: string, stamp: Stamp) => boolean;
  /** Takes what was found in some files; a millisecond of work. */
  readonly take: (looks: readonly Look[]) => void;
  readonly note: (line: string) => void;
  /** So many files are done, of so many that are known to be read. */
  readonly told: (done: number, total: number, isAll: boolean) => void;
}

/** Files a batch: enough that passing them costs little, few enough that taking what was found keeps nobody waiting. */
const BATCH = 128;

export interface Read {
  /** The addresses of all files that were found; when the signal has put an end to it, of some of them. */
  readonly seen: ReadonlySet<string>;
  /** There are more files than a library holds. */
  readonly isCut: boolean;
}

export async function readFolders(
  { reader, isKnown, take, note, told }: ReadingHost,
  folders: readonly WalkOptions[],
  signal: AbortSignal,
): Promise<Read> {
  const seen = new Set<string>();
  const batches = new Queue<readonly string[]>();
  let next: string[] = [];
  let [done, total, isAll] = [0, 0, false];
  const full = new AbortController();
  const listed = ({ uris, stamps, notes }: Listing): void => {
    notes.forEach(note);
    for (const [at, uri] of uris.entries()) {
      if (seen.size >= reader.most) {
        full.abort();
        return;
      }
      // One folder may lie in another.
      if (seen.has(uri)) continue;
      seen.add(uri);
      const stamp = stamps[at];
      if (stamp && isKnown(uri, stamp)) continue;
      total++;
      if (next.push(uri) < BATCH) continue;
      batches.push(next);
      next = [];
    }
  };
  const walks = async (): Promise<void> => {
    try {
      const stop = AbortSignal.any([signal, full.signal]);
      for (const folder of folders) if (!stop.aborted) await reader.walk(folder, listed, stop);
      if (next.length) batches.push(next);
      isAll = true;
    } finally {
      batches.end();
    }
  };
  const reads = async (): Promise<void> => {
    for (let batch = await batches.next(); batch && !signal.aborted; batch = await batches.next()) {
      const looks = await lookAt(reader, batch);
      if (signal.aborted) return;
      take(looks);
      done += batch.length;
      told(done, total, isAll);
    }
  };
  // One more than are worked on at once: none waits for its next batch.
  await Promise.all([walks(), ...Array.from({ length: reader.count + 1 }, reads)]);
  return { seen, isCut: full.signal.aborted };
}

/** What lies at some addresses. One of them at which the reader fails, for want of memory, costs the others nothing. */
export async function lookAt(reader: LibraryReader, uris: readonly string[]): Promise<readonly Look[]> {
  try {
    return await reader.look(uris);
  } catch (error) {
    if (uris.length > 1) return (await Promise.all(uris.map((uri) => lookAt(reader, [uri])))).flat();
    const note = `${uris[0]}: ${error instanceof Error ? error.message : String(error)}`;
    return uris.map((uri): Look => ({ uri, is: 'file', stamp: UNKNOWN, cables: [], note }));
  }
}
const UNKNOWN: Stamp = { modified: -1, size: -1 };

/** The same in batches, each taken as it comes. */
export async function lookAtAll(
  reader: LibraryReader,
  uris: readonly string[],
  take: (looks: readonly Look[]) => void,
): Promise<void> {
  const batches: (readonly string[])[] = [];
  for (let at = 0; at < uris.length; at += BATCH) batches.push(uris.slice(at, at + BATCH));
  await Promise.all(batches.map(async (batch) => take(await lookAt(reader, batch))));
}

/** What one side has for the other; undefined when there will be no more. */
class Queue<T> {
  readonly #items: T[] = [];
  readonly #waiting: ((item: T | undefined) => void)[] = [];
  #ended = false;

  push(item: T): void {
    const waiting = this.#waiting.shift();
    if (waiting) waiting(item);
    else this.#items.push(item);
  }
  end(): void {
    this.#ended = true;
    for (const waiting of this.#waiting.splice(0)) waiting(undefined);
  }
  next(): Promise<T | undefined> {
    if (this.#items.length || this.#ended) return Promise.resolve(this.#items.shift());
    return new Promise((found) => this.#waiting.push(found));
  }
}
