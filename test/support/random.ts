/** A small generator of numbers, the same everywhere: a failing seed can be run again. */
export interface Random {
  /** In [0, 1). */
  (): number;
  /** A whole number, both ends included. */
  int(from: number, to: number): number;
  pick<T>(from: readonly T[]): T;
  /** Different ones, in the order of the list. */
  some<T>(from: readonly T[], count: number): T[];
  chance(probability: number): boolean;
}

export function random(seed: number): Random {
  let state = (seed * 2654435761) >>> 0;
  const next = (): number => {
    state = (state * 1664525 + 1013904223) >>> 0;
    // The low bits of such a generator repeat soon.
    return (state >>> 8) / 2 ** 24;
  };
  const int = (from: number, to: number): number => from + Math.floor(next() * (to - from + 1));
  const pick = <T>(from: readonly T[]): T => from[int(0, from.length - 1)]!;
  return Object.assign(next, {
    int,
    pick,
    some: <T>(from: readonly T[], count: number): T[] => {
      const left = from.map((_, at) => at);
      while (left.length > Math.max(0, count)) left.splice(int(0, left.length - 1), 1);
      return left.map((at) => from[at]!);
    },
    chance: (probability: number) => next() < probability,
  });
}
