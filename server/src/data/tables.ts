/** The reference tables, each read when it is first asked for: starting the server costs nothing. */
import { tableText } from '#table-files';
import { apart } from '../text/apart';

export type Row = readonly string[];
type Column = readonly string[] | { readonly words: readonly string[]; readonly cells: readonly number[] };

/** A table by the name of its file in `data/`, its rows made when first asked for. */
export const table = (name: string): (() => readonly Row[]) =>
  lazy(() => {
    const columns: Column[] = JSON.parse(tableText(name));
    const cell = (column: Column, at: number): string =>
      'words' in column ? column.words[column.cells[at]!]! : column[at]!;
    const [first] = columns;
    const count = first ? ('words' in first ? first.cells : first).length : 0;
    return Array.from({ length: count }, (_, at) => columns.map((column) => cell(column, at)));
  });

/** Rows by one of their cells. */
export const index = (rows: () => readonly Row[], column: number, key: (cell: string) => string = (cell) => cell) =>
  lazy(() => {
    const map = new Map<string, Row[]>();
    for (const row of rows()) {
      const at = key(row[column]!);
      const list = map.get(at);
      if (list) list.push(row);
      else map.set(at, [row]);
    }
    return map;
  });

/** Look-ups of words that come again and again, in cable after cable. */
const MOST = 20_000;

/** A pure look-up by a word that keeps its answers: the answers are shared, and must not be changed. */
export function remembered<T>(find: (word: string) => T): (word: string) => T {
  let known = new Map<string, T>();
  return (word) => {
    const hit = known.get(word);
    if (hit !== undefined || known.has(word)) return hit as T;
    const own = apart(word);
    const found = find(own);
    if (known.size >= MOST) known = new Map();
    known.set(own, found);
    return found;
  };
}

export function lazy<T>(make: () => T): () => T {
  let made: { readonly value: T } | null = null;
  return () => {
    made ??= { value: make() };
    return made.value;
  };
}
