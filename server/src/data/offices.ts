import { index, table } from './tables';

export interface OfficeEntry {
  readonly symbol: string;
  readonly name: string;
  /** Symbol of the bureau; empty for a bureau itself. */
  readonly bureau: string;
  /** As in the table: `2001-2012`, `1999-`, `-1974`, `1970s`. */
  readonly years: string;
  /** First and last year, approximate; null: open or not known. */
  readonly from: number | null;
  readonly to: number | null;
  readonly source: string;
}

const rows = table('offices');
const bySymbol = index(rows, 0, (cell) => cell.toUpperCase());

const YEARS = /^(\d{4})?(s)?(-)?(?:(\d{4})(s)?)?/;

function years(text: string): { from: number | null; to: number | null } {
  const [, first, decade, until, last, lastDecade] = YEARS.exec(text.split(',')[0]!)!;
  const from = first ? Number(first) : null;
  const to = last ? Number(last) + (lastDecade ? 9 : 0) : until || from === null ? null : from + (decade ? 9 : 0);
  // Two spans (`-1978, 1982-1999`): the last one ends it.
  const second = /, \d{4}-(\d{4})?$/.exec(text);
  return second ? { from, to: second[1] ? Number(second[1]) : null } : { from, to };
}

const toEntry = ([symbol, name, bureau, span, source]: readonly string[]): OfficeEntry => ({
  symbol: symbol!,
  name: name!,
  bureau: bureau!,
  years: span!,
  ...years(span!),
  source: source!,
});

/** The offices of a symbol, in any case of its letters; SCA has two, of different years. */
export const officeEntries = (symbol: string): OfficeEntry[] =>
  (bySymbol().get(symbol.toUpperCase()) ?? []).map(toEntry);

/** The name of a bureau by its symbol. */
export const bureauName = (symbol: string): string | null => officeEntries(symbol)[0]?.name ?? null;

export const allOffices = (): OfficeEntry[] => rows().map(toEntry);
