/** Checking many cables at once, in threads. */
import { configs } from '../files/config';
import type { Source } from '../files/walk';
import { type CheckOptions, checkFiles, type FileResult } from './check-file';
import { inThreads } from './in-threads';
import type { Task } from './worker';

export interface CheckAllOptions extends CheckOptions {
  /** How many threads at most. */
  readonly jobs: number;
  readonly signal?: AbortSignal;
}

/**
 * The results of all sources in their order, each as soon as those before it are there. Null for a text that is no cable. Stops when
 * the signal says so.
 */
export function checkAll(
  sources: readonly Source[],
  { jobs, signal, ...options }: CheckAllOptions,
): AsyncGenerator<readonly (FileResult | null)[]> {
  return inThreads<FileResult | null>(sources, {
    jobs,
    signal,
    worker: 'check-worker.js',
    task: (batch): Task => ({ sources: batch, options }),
    here: (all) => checkFiles(all, options, configs(options.config)),
  });
}
