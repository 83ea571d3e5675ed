import { index, table } from './tables';

export interface AcronymEntry {
  readonly acronym: string;
  readonly expansion: string;
  readonly kind: string;
  /** Classic TAGS codes of the countries in which it has this meaning; empty: anywhere. */
  readonly scope: readonly string[];
  readonly description: string;
  readonly source: string;
}

const rows = table('acronyms');
const exact = index(rows, 0);
const caseless = index(rows, 0, (cell) => cell.toUpperCase());

/** All rows of an acronym: those spelt exactly so, and then those that differ only in case (`MoD`, `MOD`). */
export function acronymEntries(word: string): AcronymEntry[] {
  const first = exact().get(word) ?? [];
  const others = (caseless().get(word.toUpperCase()) ?? []).filter((row) => !first.includes(row));
  return [...first, ...others].map(([acronym, expansion, kind, scope, description, source]) => ({
    acronym: acronym!,
    expansion: expansion!,
    kind: kind!,
    scope: scope ? scope.split(/, ?/) : [],
    description: description!,
    source: source!,
  }));
}
