/** Writes what was tried into `docs/reliability.md`. */
import { readFileSync, writeFileSync } from 'node:fs';
import { cpus } from 'node:os';
import { join } from 'node:path';
import type { Tally } from './engine/fuzz';
import { TARGETS } from './targets';

const PAGE = join(__dirname, '..', '..', 'docs', 'reliability.md');
const SERVER =
  'no crash, no hang, no unhandled rejection, no word on standard error, every request answered, and the text known as the client knows it';

/** Replaces what stands between `<!-- NAME -->` and the next `<!-- end -->`. */
export function writeBetween(name: string, content: string): void {
  const page = readFileSync(PAGE, 'utf8');
  const begin = page.indexOf(`<!-- ${name} -->`);
  const end = page.indexOf('<!-- end -->', begin);
  if (begin < 0 || end < 0) throw new Error(`docs/reliability.md has no place for ${name}.`);
  writeFileSync(PAGE, `${page.slice(0, begin)}<!-- ${name} -->\n${content}\n${page.slice(end)}`);
}

export const measuredOn = (): string =>
  `Measured on ${cpus().length} cores (${cpus()[0]?.model ?? 'unknown'}), Node ${process.version}, ${process.platform}.`;

/** A table of Markdown, its columns as wide as what stands in them; all but the first to the right. */
export function table(rows: readonly (readonly string[])[], left = 1): string {
  const widths = rows[0]!.map((_, column) => Math.max(...rows.map((row) => row[column]!.length)));
  const line = (row: readonly string[]): string =>
    `| ${row.map((cell, column) => (column < left ? cell.padEnd(widths[column]!) : cell.padStart(widths[column]!))).join(' | ')} |`;
  const rule = `| ${widths.map((width, column) => (column < left ? '-'.repeat(width) : `${'-'.repeat(width - 1)}:`)).join(' | ')} |`;
  return [line(rows[0]!), rule, ...rows.slice(1).map(line)].join('\n');
}

const grouped = (value: number): string => value.toLocaleString('en-US');

export function writeTable(tallies: readonly Tally[], { seed }: { readonly seed: number }): void {
  const law = (target: string): string => TARGETS.find(({ name }) => name === target)?.law ?? SERVER;
  const rows = tallies.map(({ target, inputs, kept, seconds, failures }) => [
    target,
    law(target),
    grouped(inputs),
    kept ? grouped(kept) : '–',
    grouped(seconds),
    grouped(failures.length),
  ]);
  const all = grouped(tallies.reduce((sum, { inputs }) => sum + inputs, 0));
  const head = ['target', 'what must hold', 'inputs', 'kept', 'seconds', 'failures'];
  for (const { target, inputs, figures } of tallies)
    if (figures) {
      const slowest = Object.entries(figures).map(([name, took]) => [name, took.toFixed(took < 10 ? 1 : 0)]);
      const told = table([['answer about 100 KB', 'slowest, ms'], ...slowest]);
      writeBetween(`npm run fuzz: ${target}`, `${told}\n\nOf ${grouped(inputs)} texts. ${measuredOn()}`);
    }
  writeBetween('npm run fuzz', `${table([head, ...rows], 2)}\n\n${all} inputs, seed ${seed}. ${measuredOn()}`);
}
