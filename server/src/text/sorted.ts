/** Looking up spans in order. */

/** The last that begins at an offset or before it, of some that are in order; undefined where none does. */
export function lastFrom<T extends { readonly start: number }>(sorted: readonly T[], offset: number): T | undefined {
  let low = 0;
  let high = sorted.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (sorted[middle]!.start <= offset) low = middle + 1;
    else high = middle;
  }
  return sorted[low - 1];
}
