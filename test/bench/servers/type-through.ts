/** A document typed into, letter by letter, every answer waited for, and the answers compared with those to the text opened anew. */
import { isDeepStrictEqual } from 'node:util';
import { pause } from '../times';
import type { Contestant } from './contestants';
import { contentOf, freshAnswer, KINDS, type Kind, Session } from './session';
import { PASS, typing } from './typing';

export interface Typed {
  /** Milliseconds of each keystroke. */
  readonly times: Readonly<Record<Kind, readonly number[]>>;
  /** How many answers were compared, and how many were not what a fresh server says of that text. */
  readonly compared: number;
  readonly wrong: readonly string[];
}

export interface Plan {
  readonly text: string;
  /** How often every place is typed at, before and while it is measured. */
  readonly warmUp: number;
  readonly passes: number;
  /** Milliseconds without a keystroke, as somebody has them who types fast. */
  readonly between: number;
  /** After so many milliseconds nothing more is typed; of a slow server less is known. */
  readonly budget: number;
}

export async function typeThrough(contestant: Contestant, plan: Plan): Promise<Typed> {
  const [session, reference] = [new Session(contestant), new Session(contestant)];
  try {
    await Promise.all([session.begin(), reference.begin()]);
    session.open(plan.text);
    const times: Record<Kind, number[]> = { outline: [], diagnostics: [] };
    const wrong: string[] = [];
    let compared = 0;
    const compare = async (kind: Kind, place: string, text: string, answer: unknown): Promise<void> => {
      compared++;
      if (!isDeepStrictEqual(answer, await freshAnswer(reference, text, kind))) wrong.push(`${kind}, ${place}`);
    };
    await warm(session, plan);
    for (const kind of KINDS) {
      const keystrokes = typing(plan.text, plan.passes);
      const end = performance.now() + plan.budget;
      for (const [at, keystroke] of keystrokes.entries()) {
        const isLast = at === keystrokes.length - 1 || performance.now() > end;
        await pause(plan.between);
        const [time, reply] = await session.type(keystroke, kind);
        times[kind].push(time);
        // Each place once, and the last text.
        if (contestant.answers && (isLast || (keystroke.whole && at < PASS)))
          await compare(kind, keystroke.place, keystroke.after(), contentOf(kind, reply));
        if (isLast) break;
      }
      await anew(session, plan.text, kind);
    }
    return { times, compared, wrong };
  } finally {
    await Promise.all([session.end(), reference.end()]);
  }
}

async function warm(session: Session, plan: Plan): Promise<void> {
  for (const kind of KINDS) {
    const end = performance.now() + plan.budget / 3;
    for (const keystroke of typing(plan.text, plan.warmUp)) {
      await session.type(keystroke, kind);
      if (performance.now() > end) break;
    }
    await anew(session, plan.text, kind);
  }
}

/** Back to the text as it was, also where time was up in the middle of a word. */
async function anew(session: Session, text: string, kind: Kind): Promise<void> {
  session.close();
  session.open(text);
  await session.ask(kind);
}
