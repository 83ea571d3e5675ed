/** What fuzzing begins with: every invented cable of the project, and what failed once. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { BAD, generated, WRITTEN } from '../../corpus/good';
import { MESSES } from '../../corpus/messy';
import { type Base, damageOf, spoil, spoilt } from '../../corpus/mutate';
import { allCables } from '../../support/fixtures';
import { type Random, random } from '../../support/random';
import { inputOf } from './input';
import type { Input } from './target';

const FOLDER = join(__dirname, '..', 'regressions');

/** Texts on which something failed once: `[name of the file, text]`. */
export const regressions = (): [name: string, text: string][] =>
  readdirSync(FOLDER)
    .filter((name) => name.endsWith('.cable'))
    .map((name) => [name, readFileSync(join(FOLDER, name), 'utf8')]);

export function seeds(longest: number): string[] {
  const good = [...WRITTEN, ...generated(20, 1500), ...allCables()].map(([, text]) => text);
  const short = good.filter((text) => text.length <= longest);
  // Of those that are too long, the beginning.
  return [
    ...new Set([...short, ...good.filter((text) => text.length > longest).map((text) => text.slice(0, longest))]),
  ];
}

/** Good cables that are spoilt by chance, with what was done to each: without end. */
export function* spoiltInputs(seed: number, longest: number): Generator<Input> {
  const bases: Base[] = [
    ...[...WRITTEN, ...generated(40, 900)]
      .filter(([, text]) => text.length <= longest)
      .map(([name, text]) => ({ name, text, damage: [] })),
    ...BAD.filter(({ text }) => text.length <= longest),
  ];
  const next = random(seed);
  for (let round = 0; ; round++)
    for (const each of fc.sample(spoilt(bases.length), { seed: seed + round, numRuns: 64 })) {
      const damage = damageOf(each, bases);
      const text = spoil(each, bases, damage);
      // As real copies are, a quarter of them: of those it cannot be said what was wrong without the damage.
      if (next.chance(0.25)) yield inputOf(messy(text, next));
      else yield inputOf(text, { damage, spoil: (some) => spoil(each, bases, some) });
    }
}

function messy(text: string, next: Random): string {
  let made = text;
  for (const mess of next.some(MESSES, 2)) made = mess.make(made, next) ?? made;
  return made;
}
