import { currentGeoRows, geoRows, index, organizationRows, programRows, subjectRows, variantRows } from './tables';

/** TAGS: Traffic Analysis by Geography and Subject (5 FAH-3). */
export type TagKind = 'subject' | 'program' | 'geographic' | 'organization';

export interface TagEntry {
  readonly code: string;
  readonly kind: TagKind;
  /** Empty where only the usage of a program code is known. */
  readonly name: string;
  readonly description: string;
  readonly source: string;
}

const subjects = index(subjectRows, 0);
const programs = index(programRows, 0);
const organizations = index(organizationRows, 0);
const classicGeo = index(geoRows, 0);
const currentGeo = index(currentGeoRows, 0);
const variants = index(variantRows, 0);

/** The first year whose cables use the GENC country codes (TAGS-NOTES: seen from January 2018; the date of the change was not found). */
const CURRENT_SYSTEM = 2018;

/** The meanings of a code, best first for the year of the cable. Empty for an unknown code. */
export function tagMeanings(code: string, year?: number): TagEntry[] {
  const entries: TagEntry[] = [];
  const add = (
    kind: TagKind,
    rows: readonly (readonly string[])[] | undefined,
    name: number,
    description: number,
    source: number,
  ) => {
    for (const row of rows ?? [])
      entries.push({ code, kind, name: row[name]!, description: row[description] ?? '', source: row[source] ?? '' });
  };
  add('subject', subjects().get(code), 1, 4, 5);
  add('program', programs().get(code), 1, 3, 4);
  const classic = () => add('geographic', classicGeo().get(code), 1, 2, 5);
  if (year !== undefined && year >= CURRENT_SYSTEM && currentGeo().has(code))
    add('geographic', currentGeo().get(code), 1, 2, 5);
  else classic();
  add('organization', organizations().get(code), 1, 2, 3);
  return entries;
}

export const isTag = (code: string): boolean =>
  subjects().has(code) ||
  programs().has(code) ||
  classicGeo().has(code) ||
  organizations().has(code) ||
  currentGeo().has(code);

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
