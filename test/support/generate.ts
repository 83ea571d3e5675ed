/**
 * Invented cables of every layout and era that follow the format: for benchmarks, for planting defects, and to see that the checker
 * is silent on them. The same seed gives the same cable.
 */
import { LAYOUTS } from './cable-layouts';
import { factsOf, type GeneratedLayout, pad, type Wish } from './facts';
import { random } from './random';

export { foldLines } from './cable-body';
export { type Facts, type GeneratedLayout, type Level, stations, type Wish } from './facts';

export interface Generated {
  /** `06PHNOMPENH534`; of a draft, what it will have. */
  readonly id: string;
  readonly layout: GeneratedLayout;
  readonly text: string;
}

/** A cable of any layout. */
export function generate(seed: number, wish: Wish = {}): Generated {
  const next = random(seed);
  const drawn = next();
  const layout: GeneratedLayout =
    wish.layout ??
    (drawn < 0.7 ? 'cablegate' : drawn < 0.82 ? 'acp127' : drawn < 0.92 ? 'aad' : drawn < 0.97 ? 'smart' : 'draft');
  const size = wish.size ?? 1200 + Math.floor(next() ** 2 * 14_000);
  const facts = { ...factsOf(next, layout, size, wish), ...wish.given };
  const text = LAYOUTS[layout](facts, size);
  const id = `${pad(facts.year % 100)}${facts.post.name}${facts.serial}`;
  return { id, layout, text };
}
