/** Fuzzes one target in a thread of its own, so that an input which never ends can be stopped. */
import { parentPort, workerData } from 'node:worker_threads';
import { TARGETS } from '../targets';
import { fuzz, type Plan } from './fuzz';

export interface Work extends Omit<Plan, 'trying'> {
  readonly target: string;
  /** Where the text lies that is being tried: its length, how many were tried before, and its characters. */
  readonly state: SharedArrayBuffer;
  readonly text: SharedArrayBuffer;
}

const { target, state, text, ...plan }: Work = workerData;
const [now, chars] = [new Int32Array(state), Buffer.from(text)];

/** Others see it although this thread is busy. */
function trying(tried: string): void {
  const length = Math.min(tried.length, chars.length >> 1);
  chars.write(tried.slice(0, length), 'utf16le');
  Atomics.store(now, 0, length);
  Atomics.add(now, 1, 1);
}

void fuzz(TARGETS.find(({ name }) => name === target)!, { ...plan, trying }).then((tally) =>
  parentPort!.postMessage(tally),
);
