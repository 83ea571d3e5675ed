/** Work on many files at once, in threads, and the results in the order of the files. */
import { join } from 'node:path';
import { setImmediate as turn } from 'node:timers/promises';
import type Piscina from 'piscina';
import type { Source } from '../files/walk';

export interface Work<T> {
  /** How many threads at most. */
  readonly jobs: number;
  readonly signal?: AbortSignal | undefined;
  /** The bundle that a thread runs, beside this one, and what it is given: one result a source comes back. */
  readonly worker: string;
  readonly task: (sources: readonly Source[]) => object;
  /** The same in this thread, some results at a time, where others are not worth their start. */
  readonly here: (sources: readonly Source[]) => Iterable<readonly T[]>;
}

/** Fewer cables than this are read sooner than threads are started. */
const FEW = 60;
/** Cables a batch: enough that passing them costs nothing, few enough that no thread is left with the rest. */
const BATCH = 40;

/** The results of all sources in their order, each as soon as those before it are there. Stops when the signal says so. */
export async function* inThreads<T>(
  sources: readonly Source[],
  { jobs, signal, worker, task, here }: Work<T>,
): AsyncGenerator<readonly T[]> {
  if (jobs < 2 || sources.length < FEW) {
    for (const results of here(sources)) {
      if (signal?.aborted) return;
      yield results;
      await turn();
    }
    return;
  }
  const { default: Pool } = await import('piscina');
  const threads = Math.min(jobs, Math.ceil(sources.length / BATCH));
  const pool: Piscina<object, T[]> = new Pool({
    filename: join(__dirname, worker),
    // A thread that sleeps between tasks would never come to keep what it has compiled.
    atomics: 'async',
    minThreads: threads,
    maxThreads: threads,
  });
  try {
    const batches: Promise<T[]>[] = [];
    for (let at = 0; at < sources.length; at += BATCH) {
      const batch = pool.run(task(sources.slice(at, at + BATCH)), signal ? { signal } : {});
      // Each is awaited in its turn; until then a failure must not count as unhandled.
      batch.catch(() => {});
      batches.push(batch);
    }
    for (const batch of batches) yield await batch;
  } catch (error) {
    if (!signal?.aborted) throw error;
  } finally {
    await pool.destroy();
  }
}

/** Sources in order, as runs of files that threads may share, and streams, which only this thread can read, each by itself. */
export function* runs(sources: readonly Source[]): Generator<readonly Source[]> {
  let from = 0;
  for (let at = 0; at < sources.length; at++) {
    if (sources[at]!.isRegular) continue;
    if (from < at) yield sources.slice(from, at);
    yield [sources[at]!];
    from = at + 1;
  }
  if (from < sources.length) yield sources.slice(from);
}
