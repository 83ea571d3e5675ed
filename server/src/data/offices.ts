/** Office symbols of the Department and other agencies, with the years in which they were used. */
import { index, type Row, table } from './tables';

export interface OfficeEntry {
  readonly symbol: string;
  readonly name: string;
  /** Symbol of the bureau; empty for a bureau itself. */
  readonly bureau: string;
  /** One span as in the table: `2001-2012`, `1999-`, `-1974`, `1970s`; empty when not known. */
  readonly years: string;
  /** First and last year, approximate; null: open or not known. */
  readonly from: number | null;
  readonly to: number | null;
  readonly source: string;
}

const rows = table('offices');
const bySymbol = index(rows, 0, (cell) => cell.toUpperCase());

const SPAN = /^(\d{4})?(s?)(-?)(\d{4})?(s?)$/;

/** `1970s` is 1970 to 1979, `1975` that year alone; a side left out is open. */
function readSpan(span: string): { from: number | null; to: number | null } {
  const [, first, decade, dash, last, lastDecade] = SPAN.exec(span) ?? [];
  const from = first ? Number(first) : null;
  if (last) return { from, to: Number(last) + (lastDecade ? 9 : 0) };
  return { from, to: from === null || dash ? null : from + (decade ? 9 : 0) };
}

/** One entry a span: EB was the bureau's name until 2007 and again from 2011. */
const toEntries = ([symbol, name, bureau, years, source]: Row): OfficeEntry[] =>
  years!.split(', ').map((span) => ({
    symbol: symbol!,
    name: name!,
    bureau: bureau!,
    years: span,
    ...readSpan(span),
    source: source!,
  }));

/** The offices of a symbol, in any case of its letters; SCA meant two, in different years. */
export const officeEntries = (symbol: string): OfficeEntry[] =>
  (bySymbol().get(symbol.toUpperCase()) ?? []).flatMap(toEntries);

/** The name of a bureau by its symbol: in that year, else the latest. */
export function bureauName(symbol: string, year?: number): string | null {
  const entries = officeEntries(symbol).toSorted((a, b) => (b.from ?? 0) - (a.from ?? 0));
  const then = entries.find(({ from, to }) => year !== undefined && (from ?? year) <= year && year <= (to ?? year));
  return (then ?? entries[0])?.name ?? null;
}

export const allOffices = (): OfficeEntry[] => rows().flatMap(toEntries);
