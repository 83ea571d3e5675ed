/** Fuzzing of the whole server over its standard streams. */
import type { Failure, Plan, Tally } from '../engine/fuzz';
import { wayOf } from '../engine/target';
import type { Session } from './actions';
import { makeSession } from './make';
import { play } from './play';

/** Failures may take the whole patience with the server: so many seconds are spent on making one smaller. */
const SHRINKING = 90;
const ENOUGH = 10;

export async function fuzzServer({ seed, seconds, inputs }: Omit<Plan, 'trying'>): Promise<Tally> {
  const begun = performance.now();
  const elapsed = (): number => (performance.now() - begun) / 1000;
  const failures = new Map<string, Failure>();
  let [sent, slowest] = [0, 0];
  for (let at = 0; elapsed() < seconds && sent < inputs && failures.size < ENOUGH; at++) {
    const session = makeSession(seed * 100_000 + at);
    try {
      const played = await play(session);
      slowest = Math.max(slowest, played.slowest[0]);
    } catch (error) {
      const way = wayOf(error);
      if (!failures.has(way)) {
        const least = await shrinkSession(session, way);
        const detail = error instanceof Error ? (error.stack ?? error.message) : String(error);
        failures.set(way, { way, text: `${JSON.stringify(least, null, 2)}\n`, detail });
      }
    }
    sent += session.actions.length;
  }
  return {
    target: 'server',
    inputs: sent,
    kept: 0,
    functions: 0,
    slowest: Math.round(slowest),
    slowestLength: 0,
    seconds: Math.round(elapsed()),
    failures: [...failures.values()],
  };
}

/** As few actions as still fail so. */
async function shrinkSession(session: Session, way: string): Promise<Session> {
  const until = Date.now() + SHRINKING * 1000;
  let { actions } = session;
  for (let size = actions.length >> 1; size > 0; size >>= 1)
    for (let at = 0; at < actions.length && Date.now() < until; ) {
      const less = [...actions.slice(0, at), ...actions.slice(at + size)];
      if ((await wayOfSession({ ...session, actions: less })) === way) actions = less;
      else at += size;
    }
  return { ...session, actions };
}

export async function wayOfSession(session: Session): Promise<string | null> {
  try {
    await play(session);
    return null;
  } catch (error) {
    return wayOf(error);
  }
}
