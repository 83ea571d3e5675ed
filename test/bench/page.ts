/** What was measured, as a table for the terminal and for a page. */
import { readFileSync, writeFileSync } from 'node:fs';
import { cpus } from 'node:os';
import { resolve } from 'node:path';

/** The page that tells how fast everything is. Benches run in the project's folder; a bundle of one does not know where it came from. */
export const PAGE = resolve('docs', 'performance.md');
const END = '<!-- end -->';

/** A table in Markdown, whose first row is its head; all but the first column are to the right. */
export function grid(cells: readonly (readonly string[])[]): string {
  const [head, ...rows] = cells as [readonly string[], ...(readonly string[])[]];
  const widths = head.map((_, at) => Math.max(3, ...cells.map((row) => row[at]!.length)));
  const line = (row: readonly string[]): string =>
    `| ${row.map((cell, at) => (at ? cell.padStart(widths[at]!) : cell.padEnd(widths[at]!))).join(' | ')} |`;
  const rule = `| ${widths.map((width, at) => (at ? `${'-'.repeat(width - 1)}:` : '-'.repeat(width))).join(' | ')} |`;
  return [line(head), rule, ...rows.map(line)].join('\n');
}

/** Where it was measured. */
export function machine(): string {
  const all = cpus();
  return `Measured on ${all.length} cores (${all[0]!.model.trim()}), Node ${process.version}, ${process.platform}.`;
}

/** The page with something else between `<!-- MARK -->` and the next `<!-- end -->`. */
export function replaced(text: string, mark: string, content: string): string {
  const begin = `<!-- ${mark} -->`;
  const start = text.indexOf(begin);
  const end = text.indexOf(END, start);
  if (start < 0 || end < 0) throw new Error(`the page has no ${begin} … ${END}`);
  return `${text.slice(0, start)}${begin}\n${content}\n${text.slice(end)}`;
}

export function writeInto(page: string, mark: string, content: string): void {
  writeFileSync(page, replaced(readFileSync(page, 'utf8'), mark, `${content}\n\n${machine()}`));
}

/** What stands after an option, or what holds without it. */
export function numberOf(given: readonly string[], option: string, without: number): number {
  const at = given.indexOf(option);
  return at < 0 ? without : Number(given[at + 1]);
}
