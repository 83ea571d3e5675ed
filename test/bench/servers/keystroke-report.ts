/** The table of keystrokes, and what the goals are. */
import { grid } from '../page';
import { median } from '../times';
import { KINDS, type Kind } from './session';

/** One server, one size, one round. */
export interface Series {
  readonly name: string;
  readonly size: string;
  readonly kind: Kind;
  readonly count: number;
  readonly median: number;
  readonly p95: number;
}

/** The goals: at most so much of the peer's time, or so many milliseconds. */
export interface Goal {
  readonly size: string;
  readonly peer: string | null;
  readonly median: number;
  readonly p95: number | null;
}

type Pair = readonly [median: number, p95: number];

/** Over all rounds; null where nothing was measured. */
function overall(series: readonly Series[], name: string, size: string, kind: Kind): Pair | null {
  const own = series.filter((each) => each.name === name && each.size === size && each.kind === kind);
  return own.length === 0 ? null : [median(own.map((each) => each.median)), median(own.map((each) => each.p95))];
}

const milliseconds = (value: number): string => value.toFixed(value < 10 ? 2 : 1);
const ratio = (value: number): string => value.toFixed(value < 0.1 ? 3 : 2);
const both = (pair: Pair | null, write: (value: number) => string): string => pair?.map(write).join(' / ') ?? '–';
const over = (one: Pair, two: Pair): Pair => [one[0] / two[0], one[1] / two[1]];

/** @param names of the servers, ours first. @param bare the one that answers nothing, which nobody can be compared with. */
export function keystrokeTable(
  series: readonly Series[],
  sizes: readonly string[],
  names: readonly string[],
  bare: string,
  goals: readonly Goal[],
): string {
  const own = names[0]!;
  const rows = sizes.flatMap((size) =>
    KINDS.flatMap((kind) => {
      const of = (name: string): Pair | null => overall(series, name, size, kind);
      const ours = of(own)!;
      return [
        [`${size}, letter to ${kind}, ms`, ...names.map((name) => both(of(name), milliseconds))],
        [
          'ours, of theirs',
          ...names.map((name) => {
            const theirs = of(name);
            return name === own || name === bare || !theirs ? '' : both(over(ours, theirs), ratio);
          }),
        ],
      ];
    }),
  );
  const told = goals.flatMap((goal) => KINDS.map((kind) => goalLine(goal, kind, series, own)));
  return [grid([['', ...names], ...rows]), '', ...told].join('\n');
}

function goalLine({ size, peer, ...goal }: Goal, kind: Kind, series: readonly Series[], own: string): string {
  const [what, ours] = [`* ${size}, letter to ${kind}:`, overall(series, own, size, kind)!];
  const theirs = peer && overall(series, peer, size, kind);
  if (peer && !theirs) return `${what} not compared, for want of ${peer}.`;
  const [mid, most] = theirs ? over(ours, theirs) : ours;
  const isMet = mid <= goal.median && (goal.p95 === null || most <= goal.p95);
  const unit = theirs
    ? (value: number) => `${ratio(value)} of ${peer}'s`
    : (value: number) => `${milliseconds(value)} ms`;
  const limit = theirs
    ? `at most ${peer}'s${goal.p95 ? `, ${goal.p95} times that for 95 of 100` : ''}`
    : `at most ${goal.median} ms`;
  const measured = goal.p95 === null ? unit(mid) : `${unit(mid)}, ${ratio(most)} for 95 of 100`;
  return `${what} ${limit}: **${isMet ? 'met' : 'missed'}** (${measured}).`;
}
