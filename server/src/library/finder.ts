/** Rows that fit a query, looked for one by one or through the lists of words. */
import { type Probe, probe } from './probe';
import { readings } from './query';
import type { Records } from './records';
import { Rank } from './vocabulary';

/** A query in a library, as it is now. */
export interface Finder {
  /** How well a row fits; 0: not at all. */
  readonly rank: (row: number) => number;
  /** In about how many rows there can be such a rank or a better one, at most. */
  readonly expected: (rank: number) => number;
  /** Calls `visit` for every row that may have such a rank or a better one, for some more than once. */
  readonly each: (rank: number, visit: (row: number) => void) => void;
}

/** Null for a query without a word. */
export function finder(records: Records, query: string): Finder | null {
  const ways = readings(query).map((way) =>
    finderOf(
      records,
      way.map((sought) => probe(records, sought)),
    ),
  );
  if (ways.length < 2) return ways[0] ?? null;
  return {
    rank: (row) => ways.reduce((best, way) => Math.max(best, way.rank(row)), 0),
    expected: (rank) => ways.reduce((sum, way) => sum + way.expected(rank), 0),
    each: (rank, visit) => {
      for (const way of ways) way.each(rank, visit);
    },
  };
}

/** All words of one way to read a query. */
function finderOf(records: Records, probes: readonly Probe[]): Finder {
  const rarest = (rank: number): Probe => probes.reduce((a, b) => (b.expected(rank) < a.expected(rank) ? b : a));
  return {
    rank: ranker(records, probes),
    expected: (rank) => rarest(rank).expected(rank),
    each: (rank, visit) => rarest(rank).each(rank, visit),
  };
}

/** Bits of one word that is sought: one for each rank. Six of them go into a number. */
const BITS = Rank.whole;
const bits = (rank: number, at: number): number => ((1 << rank) - 1) << (at * BITS);

/** How well a row fits: as well as the word that fits it least. One walk over its words, however many are sought. */
function ranker(records: Records, probes: readonly Probe[]): (row: number) => number {
  const masks = new Int32Array(records.words.size);
  for (const [at, { words }] of probes.entries()) for (const [word, rank] of words) masks[word]! |= bits(rank, at);
  /** By rank: what has to be met for it. */
  const needed = new Int32Array(BITS + 1);
  for (let rank = 1; rank <= BITS; rank++)
    for (let at = 0; at < probes.length; at++) needed[rank]! |= 1 << (at * BITS + rank - 1);
  const others = probes.some(({ rank }) => rank !== null);
  const anyWord = probes.some(({ words }) => words.size > 0);
  const { data: word } = records.word;
  const { data: first } = records.firstOccurrence;
  return (row) => {
    let met = 0;
    if (others) for (let at = 0; at < probes.length; at++) met |= bits(probes[at]!.rank?.(row) ?? 0, at);
    if (anyWord) for (let at = first[row]!, end = first[row + 1]!; at < end; at++) met |= masks[word[at]!]!;
    let rank: number = Rank.none;
    while (rank < BITS && (met & needed[rank + 1]!) === needed[rank + 1]) rank++;
    return rank;
  };
}
