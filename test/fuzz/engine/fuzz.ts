/** Fuzzing of one target: texts are made, and those that reach new code are kept, to make others of. */
import { generate } from '../../support/generate';
import { type Random, random } from '../../support/random';
import { Coverage } from './coverage';
import { inputOf } from './input';
import { mutate } from './mutate';
import { regressions, seeds, spoiltInputs } from './seeds';
import { shrink } from './shrink';
import { type Input, type Target, wayOf } from './target';

export interface Plan {
  readonly seed: number;
  /** False: no text is kept for reaching new code. Then the same seed gives the same texts, whatever V8 is doing. */
  readonly isGuided?: boolean;
  /** Whichever is reached first. */
  readonly seconds: number;
  readonly inputs: number;
  /** Told of each text before it is tried: one that never ends is known by that. */
  readonly trying: (text: string) => void;
}

export interface Failure {
  readonly way: string;
  /** As small as it could be made. */
  readonly text: string;
  readonly detail: string;
}

export interface Tally {
  readonly target: string;
  readonly inputs: number;
  /** Inputs that reached code which none before had reached. */
  readonly kept: number;
  /** The project's own functions that ran. */
  readonly functions: number;
  /** Milliseconds of the slowest input, shrinking aside, and its length. */
  readonly slowest: number;
  readonly slowestLength: number;
  readonly seconds: number;
  readonly failures: readonly Failure[];
  /** What the target measures besides. */
  readonly figures?: Readonly<Record<string, number>>;
}

const LONGEST = 6000;
/** To ask V8 what has run takes as long as several inputs. */
const BATCH = 16;
/** In so many ways a target may fail before it is left. */
const ENOUGH = 30;

export async function fuzz(target: Target, { seed, isGuided = true, seconds, inputs, trying }: Plan): Promise<Tally> {
  await target.ready?.();
  const begun = performance.now();
  const elapsed = (): number => (performance.now() - begun) / 1000;
  const longest = target.longest ?? LONGEST;
  const failures = new Map<string, Failure>();
  const remarks = new Set<string>();
  const coverage = isGuided ? new Coverage() : null;
  const next = random(seed);
  const corpus: string[] = [];
  let [tried, slowest, slowestLength] = [0, 0, 0];

  /** Whether it was remarkable. */
  const attempt = (input: Input): boolean => {
    trying(input.text);
    const start = performance.now();
    let isNew = false;
    try {
      for (const remark of target.holds(input) ?? []) {
        if (!remarks.has(remark)) isNew = true;
        remarks.add(remark);
      }
    } catch (error) {
      learn(input, error);
    }
    const took = performance.now() - start;
    if (took > slowest && !failures.size) [slowest, slowestLength] = [took, input.text.length];
    return isNew;
  };
  const learn = (input: Input, error: unknown): void => {
    const way = wayOf(error);
    if (failures.has(way)) return;
    // Not the spoilt cable with it: what is kept is a text alone.
    const text = shrink(input.text, (less) => wayIn(target, less, trying) === way);
    failures.set(way, { way, text, detail: error instanceof Error ? (error.stack ?? error.message) : String(error) });
  };
  const keep = (batch: readonly Input[]): void => {
    if (!coverage) {
      for (const input of batch) attempt(input);
      tried += batch.length;
      return;
    }
    const isRemarkable = batch.map(attempt);
    tried += batch.length;
    const isOne = batch.length === 1;
    const reached = coverage.isNew(isOne);
    for (const [i, input] of batch.entries()) {
      let isNew = isRemarkable[i]! || (reached && isOne);
      if (reached && !isOne) {
        // Which of them it was.
        attempt(input);
        if (coverage.isNew(true)) isNew = true;
      }
      if (isNew) corpus.push(input.text);
    }
  };

  // The short ones first: of what others reach as well they are the better for it.
  const first = [...regressions().map(([, text]) => text), ...seeds(longest)]
    .sort((a, b) => a.length - b.length)
    .map((text) => inputOf(text));
  const isOver = (): boolean => elapsed() > seconds || tried >= inputs || failures.size >= ENOUGH;
  // Most of them reach something new.
  if (coverage) for (const each of first) if (!isOver()) keep([each]);
  // A target may have no code of its own.
  if (!corpus.length) corpus.push(...first.map(({ text }) => text));
  const kept = corpus.length;
  const spoilt = spoiltInputs(seed, longest);
  const lines = first.flatMap(({ text }) => text.split('\n'));
  const batch = coverage ? BATCH : 1;
  while (!isOver())
    keep(Array.from({ length: batch }, () => make(next, corpus, lines, longest, () => spoilt.next().value)));
  coverage?.stop();
  return {
    target: target.name,
    inputs: tried,
    kept: corpus.length - kept,
    functions: coverage?.functions ?? 0,
    slowest: Math.round(slowest),
    slowestLength,
    seconds: Math.round(elapsed()),
    failures: [...failures.values()],
    ...(target.figures && { figures: Object.fromEntries(target.figures) }),
  };
}

function make(next: Random, corpus: readonly string[], lines: readonly string[], longest: number, spoilt: () => Input) {
  const which = next();
  if (which < 0.35) return spoilt();
  if (which < 0.42)
    return inputOf(
      Array.from({ length: next.int(1, 30) }, () => next.pick(lines))
        .join('\n')
        .slice(0, longest),
    );
  if (which < 0.5) {
    const { text } = generate(next.int(0, 1e6), { size: next.int(200, longest) });
    return inputOf(mutate(text, next, corpus, longest));
  }
  // The newest know most of what few have reached.
  const from = next.chance(0.5) ? 0 : Math.floor(corpus.length * 0.75);
  return inputOf(mutate(corpus[next.int(from, corpus.length - 1)] ?? '', next, corpus, longest));
}

/** In what way a target fails on a text; null: it holds. */
export function wayIn(target: Target, text: string, trying: (text: string) => void = () => {}): string | null {
  trying(text);
  try {
    target.holds(inputOf(text));
    return null;
  } catch (error) {
    return wayOf(error);
  }
}
