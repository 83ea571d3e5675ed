import { lazy, table } from './tables';

/** The fixed words of the format. */
export type TermKind =
  | 'caption'
  | 'precedence'
  | 'signal'
  | 'security-mark'
  | 'order'
  | 'instruction'
  | 'reason'
  | 'level'
  | 'portion-mark';

export interface TermEntry {
  readonly kind: TermKind;
  readonly term: string;
  readonly name: string;
  readonly description: string;
  /** Years in force; null: open or not known. */
  readonly from: number | null;
  readonly to: number | null;
  /** False where the source says `likely`. */
  readonly certain: boolean;
  readonly source: string;
}

const entries = lazy(() =>
  table('terms')().map(
    ([kind, term, name, description, from, to, source]): TermEntry => ({
      kind: kind as TermKind,
      term: term!,
      name: name!,
      description: description!,
      from: from ? Number(from) : null,
      to: to ? Number(to) : null,
      certain: !source!.includes('likely'),
      source: source!,
    }),
  ),
);
const byTerm = lazy(() => new Map(entries().map((entry) => [`${entry.kind} ${entry.term}`, entry])));

/** A term as it is written in the table: upper case, reasons (a)-(h) lower. */
export const term = (kind: TermKind, word: string): TermEntry | null => byTerm().get(`${kind} ${word}`) ?? null;

/** All terms of a kind, in the order of the table. */
export const terms = (kind: TermKind): TermEntry[] => entries().filter((entry) => entry.kind === kind);
