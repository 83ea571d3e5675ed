/** The body of a worker thread: a batch of sources in, their results out. */
import { type Configs, configs } from '../files/config';
import type { Source } from '../files/walk';
import { type CheckOptions, checkFiles, type FileResult } from './check-file';

export interface Task {
  readonly sources: readonly Source[];
  readonly options: CheckOptions;
}

// Options are the same for all batches of a call; a thread reads each configuration once.
let known: { key: string; configs: Configs } | undefined;

/** One result a source, in order; null for a text that is no cable. */
export default function work({ sources, options }: Task): (FileResult | null)[] {
  const key = JSON.stringify(options.config);
  if (known?.key !== key) known = { key, configs: configs(options.config) };
  const { configs: all } = known;
  return [...checkFiles(sources, options, all)].flat();
}
