/** Checking many cables at once, in threads. */
import { join } from 'node:path';
import { setImmediate as turn } from 'node:timers/promises';
import { setFlagsFromString } from 'node:v8';
import type Piscina from 'piscina';
import { configs } from '../files/config';
import type { Source } from '../files/walk';
import { type CheckOptions, checkFile, type FileResult } from './check-file';
import type { Task } from './worker';

export interface CheckAllOptions extends CheckOptions {
  /** How many threads at most. */
  readonly jobs: number;
  readonly signal?: AbortSignal;
}

/** Fewer cables than this are checked sooner than threads are started. */
const FEW = 60;
/** Cables a batch: enough that passing them costs nothing, few enough that no thread is left with the rest. */
const BATCH = 40;

/** For the heaps of threads, which begin small: of a young generation of this size (in megabytes) little is left to be collected. */
const YOUNG = '--min-semi-space-size=16';

/**
 * The results of all sources in their order, each as soon as those before it are there. Null for a text that is no cable. Stops when
 * the signal says so.
 */
export async function* checkAll(
  sources: readonly Source[],
  options: CheckAllOptions,
): AsyncGenerator<readonly (FileResult | null)[]> {
  const { jobs, signal, ...own } = options;
  if (jobs < 2 || sources.length < FEW) {
    const all = configs(own.config);
    for (const source of sources) {
      if (signal?.aborted) return;
      yield [checkFile(source, own, all)];
      await turn();
    }
    return;
  }
  const { default: Pool } = await import('piscina');
  setFlagsFromString(YOUNG);
  const threads = Math.min(jobs, Math.ceil(sources.length / BATCH));
  const pool: Piscina<Task, (FileResult | null)[]> = new Pool({
    filename: join(__dirname, 'check-worker.js'),
    minThreads: threads,
    maxThreads: threads,
  });
  try {
    const batches: Promise<(FileResult | null)[]>[] = [];
    for (let at = 0; at < sources.length; at += BATCH) {
      const batch = pool.run({ sources: sources.slice(at, at + BATCH), options: own }, signal ? { signal } : {});
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
