/** What is typed into must answer at once, however odd it is: 100 KB made of a text, so that what is not linear shows. */
import { snapshot } from '../../../server/src/features/snapshot';
import type { Random } from '../../support/random';
import { Breach, type Target } from '../engine/target';
import { timed, WORK } from './work';

const SIZE = 100_000;
/** Milliseconds. `npm run fuzz` sets it; the tests do not, as other programs may have the processor: there it only has to end. */
const LIMIT = Number(process.env.CABLE_FUZZ_LIMIT ?? Number.POSITIVE_INFINITY);

/** Where nothing is allowed to be slow, more than one try may be needed to see that it is not. */
const TRIES = Number.isFinite(LIMIT) ? 3 : 0;

/** The slowest of each kind of work so far, in milliseconds. */
const slowest = new Map<string, number>();

export const speed: Target = {
  name: 'speed',
  law: '100 KB of whatever: no answer takes longer than the limit',
  longest: 3000,
  figures: slowest,
  holds: ({ text, next }) => {
    if (text === '') return undefined;
    const long = enlarge(text, next);
    const offset = next.int(0, long.length);
    const remarks: string[] = [];
    const now = snapshot('file:///x.cable', 1, long);
    for (const [name, work] of Object.entries(WORK)) {
      let took = timed(() => work(now, offset));
      // Another program may have had the processor: what counts is the best of several tries, each on a text that nothing is known of.
      for (let again = 0; took > (slowest.get(name) ?? 20) && again < TRIES; again++) {
        const fresh = snapshot('file:///x.cable', 1, long);
        if (name !== 'parse') void fresh.cable;
        took = Math.min(
          took,
          timed(() => work(fresh, offset)),
        );
      }
      slowest.set(name, Math.max(slowest.get(name) ?? 0, took));
      // Twice as slow is remarkable.
      remarks.push(`${name} ${Math.round(Math.log2(took + 8) * 2)}`);
      if (took > LIMIT) throw new Breach(`${name} is slow`, `${Math.round(took)} ms`);
    }
    return remarks;
  },
};

/** All of it over and over, or a piece of it, within the rest. */
function enlarge(text: string, next: Random): string {
  const start = next.int(0, text.length - 1);
  const end = start + (next.chance(0.5) ? next.int(1, 12) : next.int(1, 400));
  const piece = next.chance(0.3) ? text : text.slice(start, end);
  const times = Math.ceil((SIZE - text.length) / piece.length);
  return text.slice(0, start) + piece.repeat(Math.max(1, times)) + text.slice(start);
}
