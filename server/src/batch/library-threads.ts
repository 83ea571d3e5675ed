/** The threads that read for the library, started when there is something to read and ended when there is nothing for a while. */
import { stat } from 'node:fs/promises';
import { availableParallelism } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { MessageChannel, type ResourceLimits } from 'node:worker_threads';
import type Piscina from 'piscina';
import { stampFrom } from '../files/library-walk';
import type { LibraryReader, Listing, Look } from '../library/reader';

/** After this many milliseconds without work a thread ends. */
const IDLE = 10_000;
/** At least two, so that files are read while a folder is gone through; each takes memory, and a disk has no use for many. */
const COUNT = Math.min(Math.max(2, availableParallelism()), 8);

/** @param limits of the memory of each thread; what V8 takes for usual, unless told otherwise */
export function libraryThreads(count = COUNT, limits?: ResourceLimits): LibraryReader {
  let pool: Promise<Piscina> | null = null;
  const running = (): Promise<Piscina> => {
    pool ??= import('piscina').then(({ default: Pool }) => {
      const made = new Pool({
        filename: join(__dirname, 'library-worker.js'),
        minThreads: 0,
        maxThreads: count,
        idleTimeout: IDLE,
        // A thread that sleeps between tasks would never come to keep what it has compiled.
        atomics: 'async',
        ...(limits && { resourceLimits: limits }),
      });
      // A task tells of its own failure. A thread that fails without one, as where memory is short, must not take the server with it; but
      // where none is left, what waits for one would wait for ever: it fails, and who asks the next time begins anew.
      made.on('error', () => {
        if (made.threads.length > 0 || made.queueSize === 0) return;
        pool = null;
        void made.destroy();
      });
      return made;
    });
    return pool;
  };
  return {
    count,
    most: Number.POSITIVE_INFINITY,
    // Where no thread starts, reading tells of it.
    wake: () =>
      void running()
        .then((threads) => threads.run([], { name: 'look' }))
        .catch(() => {}),
    walk: async (options, take, signal) => {
      const threads = await running();
      const { port1, port2 } = new MessageChannel();
      const stop = (): void => port1.postMessage('stop');
      signal.addEventListener('abort', stop);
      try {
        const ended = new Promise<void>((done) => {
          port1.on('message', (listing: Listing | null) => (listing ? take(listing) : done()));
        });
        if (signal.aborted) stop();
        // What comes through one port may overtake what comes through the other.
        await Promise.all([threads.run({ options, port: port2 }, { name: 'walk', transferList: [port2] }), ended]);
      } finally {
        signal.removeEventListener('abort', stop);
        port1.close();
      }
    },
    look: async (uris) => JSON.parse((await (await running()).run(uris, { name: 'look' })) as string) as Look[],
    stampOf: async (uri) => {
      const found = await stat(fileURLToPath(uri)).catch(() => null);
      return found && stampFrom(found);
    },
    end: async () => {
      await (await pool)?.destroy();
      pool = null;
    },
  };
}
