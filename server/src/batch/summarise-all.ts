/** What many cables are and whom they cite, read in threads. */
import type { Source } from '../files/walk';
import { inThreads, runs } from './in-threads';
import { type Summarised, summariseAny, summariseSource } from './summarise-source';

/** One result a source, in order, each as soon as those before it are there. */
export async function* summariseAll(
  sources: readonly Source[],
  jobs: number,
): AsyncGenerator<readonly [Source, Summarised]> {
  for (const part of runs(sources)) {
    if (!part[0]!.isRegular) {
      yield [part[0]!, await summariseAny(part[0]!)];
      continue;
    }
    let at = 0;
    const work = {
      jobs,
      worker: 'summarise-worker.js',
      task: (batch: readonly Source[]) => batch,
      here: function* (all: readonly Source[]) {
        for (const source of all) yield [summariseSource(source)];
      },
    };
    for await (const batch of inThreads<Summarised>(part, work))
      for (const result of batch) yield [part[at++]!, result];
  }
}
