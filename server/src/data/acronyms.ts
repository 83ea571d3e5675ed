import { acronymRows, index, officeRows } from './tables';

export interface AcronymEntry {
  readonly acronym: string;
  readonly expansion: string;
  readonly kind: string;
  /** TAGS codes of the countries in which it has this meaning; empty: anywhere. */
  readonly scope: readonly string[];
  readonly description: string;
  readonly source: string;
}

export interface OfficeEntry {
  readonly symbol: string;
  readonly name: string;
  readonly bureau: string;
  readonly years: string;
  readonly source: string;
}

const exact = index(acronymRows, 0);
const caseless = index(acronymRows, 0, (cell) => cell.toUpperCase());
const offices = index(officeRows, 0);

/** Acronyms that are also ordinary words in an all-capitals text (ACRONYMS-NOTES 5). */
const ORDINARY = new Set(
  'IS IT ARE AN CAN US SO UP SEE WHO MOST AID FACT SIDE FAR HOPE PLAN LET OFF BASIC NEEDS AGO ACT PP GOT VIS PER CUT START AL GAIN SORT PRO GOES CARE PRE SHAPE COMMIT BIT YES AMP CLASS PARA PACE POST STATE'.split(
    ' ',
  ),
);
export const isOrdinaryWord = (token: string): boolean => ORDINARY.has(token.toUpperCase());

function rows(token: string): readonly (readonly string[])[] {
  return exact().get(token) ?? caseless().get(token.toUpperCase()) ?? [];
}

/** All expansions of a token: as written, then without regard to case, then without `'s` or a plural `s`. Unsure rows are left out. */
export function acronymMeanings(token: string): AcronymEntry[] {
  const forms = [token, token.replace(/['’]s$/i, ''), token.replace(/s['’]?$/, '')];
  const found = forms.map(rows).find((each) => each.length > 0) ?? [];
  return found
    .filter((row) => !row[5]!.includes('(unsure)'))
    .map(([acronym, expansion, kind, scope, description, source]) => ({
      acronym: acronym!,
      expansion: expansion!,
      kind: kind!,
      scope: scope ? scope.split(/, ?/) : [],
      description: description!,
      source: source!,
    }));
}

/**
 * The meanings possible in a cable with these countries (TAGS codes, strongest first): those of the countries before those without
 * scope; those of other countries only when nothing else is left (ACRONYMS-NOTES, "Choosing one row").
 */
export function rankAcronyms(entries: readonly AcronymEntry[], countries: readonly string[]): AcronymEntry[] {
  const rank = ({ scope }: AcronymEntry): number => {
    if (scope.length === 0) return 1000;
    const place = countries.findIndex((country) => scope.includes(country));
    return place < 0 ? 2000 : place;
  };
  const ranked = entries.map((entry) => ({ entry, rank: rank(entry) })).sort((a, b) => a.rank - b.rank);
  const best = ranked[0]?.rank ?? 0;
  return ranked
    .filter((each) => best === 2000 || each.rank < 2000)
    .filter((each) => best >= 1000 || each.rank < 1000)
    .map((each) => each.entry);
}

/** Office symbols; for an unknown one the nearest known parent (`EEB/ESC/XYZ`: EEB/ESC). */
export function officeMeanings(symbol: string): { entries: OfficeEntry[]; parent: boolean } {
  const parts = symbol.split('/');
  for (let count = parts.length; count > 0; count--) {
    const found = offices().get(parts.slice(0, count).join('/'));
    if (!found) continue;
    const entries = found
      .filter((row) => !row[4]!.includes('(unsure)'))
      .map(([each, name, bureau, years, source]) => ({
        symbol: each!,
        name: name!,
        bureau: bureau!,
        years: years!,
        source: source!,
      }));
    if (entries.length) return { entries, parent: count < parts.length };
  }
  return { entries: [], parent: false };
}
