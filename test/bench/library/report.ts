/** The table of what was measured, for the terminal and for a page. */
import { readFileSync, writeFileSync } from 'node:fs';
import { cpus } from 'node:os';
import type { Measured } from './measure';
import { KINDS } from './questions';
import type { Times } from './times';

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
  const cells = [
    ['cables', ...all.map(({ count }) => counted(count))],
    ...ROWS.map(([what, value]) => [what, ...all.map(value)]),
  ];
  const widths = cells[0]!.map((_, at) => Math.max(...cells.map((row) => row[at]!.length)));
  const line = (row: readonly string[]): string =>
    `| ${row.map((cell, at) => (at ? cell.padStart(widths[at]!) : cell.padEnd(widths[at]!))).join(' | ')} |`;
  const rule = `| ${widths.map((width, at) => (at ? `${'-'.repeat(width - 1)}:` : '-'.repeat(width))).join(' | ')} |`;
  return [line(cells[0]!), rule, ...cells.slice(1).map(line)].join('\n');
}

const BEGIN = '<!-- npm run bench:library -->';
const END = '<!-- end -->';

/** Puts the table where the page has its marks. */
export function writeInto(page: string, all: readonly Measured[]): void {
  const text = readFileSync(page, 'utf8');
  const [begin, end] = [text.indexOf(BEGIN), text.indexOf(END)];
  if (begin < 0 || end < begin) throw new Error(`${page} has no ${BEGIN} … ${END}`);
  const { model } = cpus()[0]!;
  const machine = `${cpus().length} cores (${model.trim()}), Node ${process.version}, ${process.platform}`;
  writeFileSync(page, `${text.slice(0, begin)}${BEGIN}\n${table(all)}\n\nMeasured on ${machine}.\n${text.slice(end)}`);
}
