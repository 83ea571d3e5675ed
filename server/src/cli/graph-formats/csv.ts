/**
 * Tables as RFC 4180 has them, with a line of names and CRLF. `source`, `target`, `id` and `label` are the names that Gephi looks for.
 *
 * A spreadsheet runs a cell as a formula when it begins with `=`, `+`, `-` or `@`, and the text of a cable or the name of a file may be
 * anybody's: such a cell gets an apostrophe before it. What a terminal would obey is a blank.
 */
import type { Edge, Format, Node } from './graph';

type Column<T> = readonly [name: string, value: (row: T) => string | number | boolean | null];

const EDGES: readonly Column<Edge>[] = [
  ['source', ({ from }) => from],
  ['target', ({ to }) => to],
  ['label', ({ label }) => label],
  ['listed', ({ listed }) => listed],
  ['file', ({ file }) => file],
  ['line', ({ line }) => line],
];
const NODES: readonly Column<Node>[] = [
  ['id', ({ id }) => id],
  ['label', ({ subject }) => subject],
  ['here', ({ here }) => here],
  ['post', ({ post }) => post],
  ['year', ({ year }) => year],
  ['date', ({ date }) => date],
  ['level', ({ level }) => level],
  ['sensitive', ({ sensitive }) => sensitive],
  ['tags', ({ tags }) => tags.join(';')],
  ['file', ({ files }) => files[0] ?? null],
  ['copies', ({ files }) => files.length],
];

/** The table of citations. */
export const csv: Format = ({ edges }) => table(EDGES, edges());
/** The table of cables. */
export const csvNodes: Format = ({ nodes }) => table(NODES, nodes());

function* table<T>(columns: readonly Column<T>[], rows: Iterable<T>): Generator<string> {
  yield `${columns.map(([name]) => name).join(',')}\r\n`;
  for (const row of rows) yield `${columns.map(([, value]) => cell(value(row))).join(',')}\r\n`;
}

/** Nothing at all where there is no value, quotes only where they are needed. A lone `-` is standard input. */
function cell(value: string | number | boolean | null): string {
  if (value === null) return '';
  if (typeof value !== 'string') return String(value);
  const plain = value.replace(/[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f]/g, ' ');
  const text = /^[=+\-@\t\r]/.test(plain) && plain !== '-' ? `'${plain}` : plain;
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}
