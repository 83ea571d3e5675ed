/** The table of what was measured of a library. */
import { grid } from '../page';
import type { Times } from '../times';
import type { Measured } from './measure';
import { KINDS } from './questions';

const number = (value: number, digits = 1): string => (Number.isNaN(value) ? '–' : value.toFixed(digits));
const seconds = (value: number): string => number(value, value < 10 ? 2 : 1);
const counted = (value: number): string => value.toLocaleString('en-US');
/** Of fewer calls nothing is said. */
const FEWEST = 20;
const both = ({ count, median, p95 }: Times): string => (count < FEWEST ? '–' : `${number(median)} / ${number(p95)}`);
const megabytes = (value: number | null): string => (value === null ? '–' : String(Math.round(value / 1e6)));

type Row = readonly [what: string, value: (of: Measured) => string];

const ROWS: readonly Row[] = [
  ['first index, s', ({ read }) => seconds(read)],
  ['files a second', ({ read, count }) => counted(Math.round(count / read))],
  ['first index, and kept for the next start, s', ({ kept }) => seconds(kept)],
  ['second start: first right answer, s', ({ answers }) => seconds(answers)],
  ['second start: all files looked at, s', ({ verified }) => seconds(verified)],
  ['memory while it reads, MB', ({ peak }) => megabytes(peak)],
  ['memory at rest, MB', ({ rest }) => megabytes(rest)],
  ['memory at rest, KB a cable', ({ rest, count }) => (rest === null ? '–' : number(rest / count / 1000, 2))],
  ['memory after the second start, MB', ({ again }) => megabytes(again)],
  ...KINDS.map((kind): Row => [`${kind}, ms`, ({ after }) => both(after[kind])]),
  ...KINDS.map((kind): Row => [`${kind} while it reads, ms`, ({ during }) => both(during[kind])]),
  ['letter to outline, ms', ({ typing }) => both(typing)],
  ['letter to outline while it reads, ms', ({ typingDuring }) => both(typingDuring)],
  ['right and whole answers while it reads, of 100', ({ whole }) => number(100 * whole, 0)],
  ['calls of each kind while it reads', ({ typingDuring }) => String(typingDuring.count)],
];

export function table(all: readonly Measured[]): string {
  return grid([
    ['cables', ...all.map(({ count }) => counted(count))],
    ...ROWS.map(([what, value]) => [what, ...all.map(value)]),
  ]);
}
