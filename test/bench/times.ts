/** Milliseconds of many calls. */
export interface Times {
  readonly count: number;
  readonly median: number;
  /** 95 of 100 are within. */
  readonly p95: number;
  readonly worst: number;
}

export function timesOf(all: readonly number[]): Times {
  const sorted = [...all].sort((a, b) => a - b);
  const at = (share: number): number =>
    sorted[Math.min(sorted.length - 1, Math.floor(share * sorted.length))] ?? Number.NaN;
  return { count: all.length, median: at(0.5), p95: at(0.95), worst: at(1) };
}

/** How long something takes. */
export async function timed<T>(action: () => Promise<T>): Promise<readonly [T, number]> {
  const before = performance.now();
  const result = await action();
  return [result, performance.now() - before];
}

export const pause = (milliseconds: number): Promise<void> => new Promise((done) => setTimeout(done, milliseconds));

export const median = (all: readonly number[]): number => timesOf(all).median;
