/** TAGS: Traffic Analysis by Geography and Subject (5 FAH-3; the handbook TL:TAGS-1 of 1974). */
import { editDistance } from '../text/edit-distance';
import { index, type Row, remembered, table } from './tables';

export type TagKind = 'subject' | 'program' | 'geographic' | 'organization';

export interface TagEntry {
  readonly code: string;
  readonly kind: TagKind;
  /** Empty where only the usage of a program code is known. */
  readonly name: string;
  readonly description: string;
  /** `Political`, `Economic`... of subjects; `country`, `region`, `historical`... of geographic codes; else empty. */
  readonly category: string;
  /** `current` or `historical` of subjects and places: whether the list of about 2010 has it; else empty. */
  readonly status: 'current' | 'historical' | '';
  /** ISO 3166 code of a geographic one, where ISO has one. */
  readonly iso: string;
  /** The code that had taken its place by the year of the cable (of subjects inferred from the titles). */
  readonly successor: string;
  /** False where the source says `likely`. */
  readonly certain: boolean;
  readonly source: string;
}

const subjectRows = table('tags-subject');
const programRows = table('tags-program');
const organizationRows = table('tags-organization');
const classicRows = table('tags-geo');
const currentRows = table('tags-geo-current');
const subjectRows1974 = table('tags-1974-subject');
const organizationRows1974 = table('tags-1974-organization');

const subjects = index(subjectRows, 0);
const programs = index(programRows, 0);
const organizations = index(organizationRows, 0);
const classicGeo = index(classicRows, 0);
const currentGeo = index(currentRows, 0);
const variants = index(table('tags-variants'), 0);
const subjects1974 = index(subjectRows1974, 0);
const geo1974 = index(table('tags-1974-geo'), 0);
const organizations1974 = index(organizationRows1974, 0);

/** The last year of the file for which the handbook of 1974 is the authority. */
const isOf1974 = (year: number | undefined): boolean => year !== undefined && year <= 1979;
/** Whether cables of a year use the GENC country codes (seen from January 2018; the date of the change was not found). */
const isOfGenc = (year: number | undefined): boolean => year !== undefined && year >= 2018;
/** From here on a subject of the old list is a habit; when the lists changed in between is not known. */
const isOfLaterList = (year: number | undefined): boolean => year === undefined || year > 1990;

/** The meanings of a code, best first for the year of the cable. Empty for an unknown code. */
export function tagMeanings(code: string, year?: number): readonly TagEntry[] {
  let ofYear = byYear.get(year);
  if (!ofYear) {
    ofYear = remembered((each) => [
      ...subject(each, year),
      ...program(each),
      ...geographic(each, year),
      ...organization(each, year),
    ]);
    byYear.set(year, ofYear);
  }
  return ofYear(code);
}
const byYear = new Map<number | undefined, (code: string) => readonly TagEntry[]>();

const entry = (fields: Partial<TagEntry> & Pick<TagEntry, 'code' | 'kind' | 'name' | 'source'>): TagEntry => ({
  description: '',
  category: '',
  status: '',
  iso: '',
  successor: '',
  certain: !/likely|title inferred|meaning inferred/.test(fields.source),
  ...fields,
});

function subject(code: string, year: number | undefined): TagEntry[] {
  const then = isOf1974(year) ? subjects1974().get(code)?.[0] : undefined;
  const row = subjects().get(code)?.[0];
  const known = then ?? row;
  if (!known) return [];
  const [, name, category] = known;
  const [description, source] = known.slice(-2);
  return [
    entry({
      code,
      kind: 'subject',
      name: name!,
      category: category!,
      status: row?.[3] === 'current' ? 'current' : 'historical',
      successor: year !== undefined && isOfLaterList(year) ? (row?.[4] ?? '') : '',
      description: description!,
      source: source!,
    }),
  ];
}

const program = (code: string): TagEntry[] =>
  (programs().get(code) ?? []).map(([, name, , description, source]) =>
    entry({
      code,
      kind: 'program',
      name: name!,
      description: description!,
      source: source!,
      ...(name === '' && { certain: false }),
    }),
  );

function geographic(code: string, year: number | undefined): TagEntry[] {
  const current = isOfGenc(year) ? currentGeo().get(code)?.[0] : undefined;
  if (current) {
    const [, name, category, iso, , source] = current;
    const status = 'current';
    return [entry({ code, kind: 'geographic', name: name!, category: category!, status, iso: iso!, source: source! })];
  }
  const rows = classicGeo().get(code) ?? [];
  const then = rows.filter((row) => holds(row, year));
  // Where the place changed its name within the classic system, the table has it; else the book of 1974 has its name of then.
  const old = rows.length === 1 && isOf1974(year) ? geo1974().get(code)?.[0] : undefined;
  return (then.length ? then : rows).toReversed().map(([, name, category, iso, , , to, successor, source]) =>
    entry({
      code,
      kind: 'geographic',
      name: old?.[1] ?? name!,
      category: category!,
      status: category === 'historical' || to ? 'historical' : 'current',
      iso: iso!,
      successor: year !== undefined && (to ? year > Number(to) : isOfLaterList(year)) ? successor! : '',
      source: old?.[2] ?? source!,
    }),
  );
}

/** Whether a row of the classic table holds in a year; in an unknown year every row does. */
const holds = ([, , , , , from, to]: Row, year: number | undefined): boolean =>
  year === undefined || (Number(from || year) <= year && year <= Number(to || year));

/** The row of a classic code that holds in a year, else the latest; null for an unknown code. */
export function classicRow(code: string, year?: number): Row | null {
  const rows = classicGeo().get(code) ?? [];
  return rows.findLast((row) => holds(row, year)) ?? rows[rows.length - 1] ?? null;
}

function organization(code: string, year: number | undefined): TagEntry[] {
  const row = organizations().get(code)?.[0];
  const then = isOf1974(year) ? organizations1974().get(code)?.[0] : undefined;
  if (!then)
    return row ? [entry({ code, kind: 'organization', name: row[1]!, description: row[2]!, source: row[3]! })] : [];
  const [, name, source] = then;
  // The description belongs to the later name, which may be another body's (WTO).
  const description = row?.[1] === name ? row[2]! : '';
  return [entry({ code, kind: 'organization', name: name!, description, source: source! })];
}

export const isTag = (code: string): boolean =>
  subjects().has(code) ||
  programs().has(code) ||
  classicGeo().has(code) ||
  organizations().has(code) ||
  currentGeo().has(code);

/** All codes that a cable of this year may use, for completion: subjects, programs, places, organizations. Of no year: of today. */
export function allTags(year?: number): TagEntry[] {
  const old = isOf1974(year);
  const codes = (rows: readonly Row[]): string[] => [...new Set(rows.map(([code]) => code!))];
  const inUse = ({ status }: TagEntry) => status === 'current' || !isOfLaterList(year);
  const places = isOfGenc(year ?? Number.POSITIVE_INFINITY)
    ? currentRows()
    : classicRows().filter((row) => holds(row, year));
  return [
    ...codes(old ? subjectRows1974() : subjectRows()).flatMap((code) => subject(code, year).filter(inUse)),
    ...codes(old ? [] : programRows()).flatMap(program),
    ...codes(places).flatMap((code) =>
      geographic(code, year ?? Number.POSITIVE_INFINITY)
        .slice(0, 1)
        .filter(inUse),
    ),
    ...codes(old ? organizationRows1974() : organizationRows()).flatMap((code) => organization(code, year)),
  ];
}

/**
 * The one code that an unknown one comes near by a single slip: a subject or a program, else an organization. Null when there is none,
 * or several, and for program codes: the real ones outnumber the table.
 */
export function nearestTag(code: string, year?: number): TagEntry | null {
  if (code.length < 3 || /^K[A-Z]{3}$/.test(code)) return null;
  const near = (rows: readonly Row[]): string[] =>
    rows.map(([each]) => each!).filter((each) => each.length > 3 && editDistance(code, each, 1) === 1);
  const found = near([...subjectRows(), ...programRows()]);
  const [only, ...others] = found.length ? found : near(organizationRows());
  return only && others.length === 0 ? (tagMeanings(only, year)[0] ?? null) : null;
}

/**
 * The classic code of a place, by which acronyms are scoped and posts are filed, for a code of the system of that year. Of a code that
 * only changed its letters it is the later one: TC and AE are both AE.
 */
export function classicCode(code: string, year?: number): string {
  const current = isOfGenc(year) ? currentGeo().get(code)?.[0]?.[4] : undefined;
  return current || classicRow(code, year)?.[7] || code;
}

const isSplitPart = (code: string): boolean => subjects().has(code) || programs().has(code) || classicGeo().has(code);

/** The reading of a known misspelling or run-on, or null. */
export const tagVariant = (found: string): string[] | null => variants().get(found)?.[0]?.[1]?.split(' ') ?? null;

/** The codes in a run-on such as PGOVSOCI: split from the left by the table, only if the whole is used up (FORMAT 6). */
export function splitRunOn(token: string): string[] | null {
  if (token.length < 6 || token.length > 60 || !/^[A-Z]+$/.test(token)) return null;
  const parts: string[] = [];
  let at = 0;
  while (at < token.length) {
    const four = token.slice(at, at + 4);
    const two = token.slice(at, at + 2);
    if (four.length === 4 && isSplitPart(four)) parts.push(four);
    else if (two.length === 2 && isSplitPart(two)) parts.push(two);
    else return null;
    at += parts[parts.length - 1]!.length;
  }
  return parts.length > 1 && parts.some((part) => part.length === 4) ? parts : null;
}
