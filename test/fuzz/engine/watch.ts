/** Starts a thread for a target and watches it. */
import { join } from 'node:path';
import { Worker } from 'node:worker_threads';
import type { Plan, Tally } from './fuzz';
import type { Work } from './thread';

/** Bytes of room for the text that is being tried. */
const ROOM = 2 << 20;
/** Seconds for one input: a target may do a lot with it, and the machine may be busy. */
const PATIENCE = 60;

/** The tally of a target. An input that does not end is a failure, and ends the thread. */
export function watched(target: string, plan: Omit<Plan, 'trying'>): Promise<Tally> {
  const [state, text] = [new SharedArrayBuffer(8), new SharedArrayBuffer(ROOM)];
  const workerData: Work = { ...plan, target, state, text };
  // A thread does not read TypeScript by itself, although its process does.
  const code = `require('tsx/cjs'); require(${JSON.stringify(join(__dirname, 'thread.ts'))});`;
  const worker = new Worker(code, { eval: true, workerData });
  const now = new Int32Array(state);
  return new Promise((done, fail) => {
    const failed = (way: string, detail: string): void => {
      clearInterval(timer);
      const tried = Buffer.from(text).toString('utf16le', 0, Atomics.load(now, 0) * 2);
      const inputs = Atomics.load(now, 1);
      const failures = [{ way, text: tried, detail }];
      done({ target, inputs, kept: 0, functions: 0, slowest: 0, slowestLength: 0, seconds: 0, failures });
      void worker.terminate();
    };
    let [last, since] = [-1, Date.now()];
    const timer = setInterval(() => {
      const count = Atomics.load(now, 1);
      if (count !== last) [last, since] = [count, Date.now()];
      else if (count > 0 && Date.now() - since > PATIENCE * 1000) failed('does not end', `for ${PATIENCE} s`);
    }, 500);
    worker.on('message', (tally: Tally) => {
      clearInterval(timer);
      done(tally);
    });
    worker.on('error', (error) => {
      // Out of memory is what an input did; anything else is a fault of this harness.
      if ((error as NodeJS.ErrnoException).code === 'ERR_WORKER_OUT_OF_MEMORY')
        failed('takes all memory', error.message);
      else {
        clearInterval(timer);
        fail(error);
      }
    });
  });
}
