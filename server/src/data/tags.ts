/** TAGS: Traffic Analysis by Geography and Subject (5 FAH-3; the handbook TL:TAGS-1 of 1974). */
import { editDistance } from '../text/edit-distance';
import { index, lazy, type Row, table } from './tables';

export type TagKind = 'subject' | 'program' | 'geographic' | 'organization';

export interface TagEntry {
  readonly code: string;
  readonly kind: TagKind;
  /** Empty where only the usage of a program code is known. */
  readonly name: string;
  readonly description: string;
  /** `Political`, `Economic`... of subjects; `country`, `region`... of geographic codes; else empty. */
  readonly category: string;
  /** ISO 3166 code of a geographic one, where ISO has one. */
  readonly iso: string;
  /** The code that took its place, where it is known (inferred from the titles). */
  readonly successor: string;
  /** False where the evidence is slight. */
  readonly certain: boolean;
  readonly source: string;
}

const subjectRows = table('tags-subject');
const programRows = table('tags-program');
const organizationRows = table('tags-organization');
const classicRows = table('tags-geo');
const currentRows = table('tags-geo-current');

const subjects = index(subjectRows, 0);
const programs = index(programRows, 0);
const organizations = index(organizationRows, 0);
const classicGeo = index(classicRows, 0);
const currentGeo = index(currentRows, 0);
const variants = index(table('tags-variants'), 0);
const subjects1974 = index(table('tags-1974-subject'), 0);
const geo1974 = index(table('tags-1974-geo'), 0);
const organizations1974 = index(table('tags-1974-organization'), 0);

/** The last year of the file for which the handbook of 1974 is the authority. */
const HANDBOOK_1974 = 1979;
/** The first year whose cables use the GENC country codes (seen from January 2018; the date of the change was not found). */
const CURRENT_SYSTEM = 2018;
const SOURCE_1974 = 'TAGS handbook of 1974';

/** An old code in a later cable, and what took its place (table notes; inferred from the titles). */
const SUCCESSORS: Readonly<Record<string, string>> = {
  PFOR: 'PREL',
  PEPR: 'PREL',
  PINT: 'PGOV',
  SHUM: 'PHUM',
  SREF: 'PREF',
  AORG: 'AORC',
  ESTC: 'ETTC',
  PBOR: 'PBTS',
  PLOS: 'PHSA',
  ACOM: 'ACOA',
  SGEN: 'SOCI',
};
/** Codes whose meaning moved within the classic system: what a cable of these years means. */
const MOVED: readonly { code: string; from: number; to: number; name: string }[] = [
  { code: 'GE', from: 1973, to: 1974, name: 'East Germany (German Democratic Republic)' },
  // The year of the change was not found.
  { code: 'GE', from: 1975, to: 1979, name: 'Germany: East in the list of 1974, soon after the Federal Republic' },
  { code: 'GE', from: 1980, to: 1990, name: 'Federal Republic of Germany' },
  { code: 'GW', from: 1973, to: 1979, name: 'Federal Republic of Germany (West Germany)' },
  { code: 'CG', from: 1973, to: 1997, name: 'Zaire' },
  { code: 'UV', from: 1973, to: 1984, name: 'Upper Volta' },
  { code: 'WA', from: 1973, to: 1990, name: 'Namibia (South-West Africa)' },
];

/** The meanings of a code, best first for the year of the cable. Empty for an unknown code. */
export function tagMeanings(code: string, year?: number): TagEntry[] {
  const old = year !== undefined && year <= HANDBOOK_1974;
  return [
    ...(subjects().get(code) ?? []).map((row) => subject(row, old ? subjects1974().get(code)?.[0] : undefined, year)),
    ...(programs().get(code) ?? []).map(program),
    ...geographic(code, year),
    ...organization(code, old),
  ];
}

const entry = (fields: Partial<TagEntry> & Pick<TagEntry, 'code' | 'kind' | 'name' | 'source'>): TagEntry => ({
  description: '',
  category: '',
  iso: '',
  successor: '',
  certain: !/\(likely\)|likely|inferred|title: own knowledge/.test(fields.source),
  ...fields,
});

function subject([code, name, category, , description, source]: Row, old: Row | undefined, year?: number): TagEntry {
  const found = entry({
    code: code!,
    kind: 'subject',
    name: name!,
    category: category!,
    description: description!,
    source: source!,
    successor: year !== undefined && year > 1990 ? (SUCCESSORS[code!] ?? '') : '',
  });
  return old
    ? {
        ...found,
        name: old[1]!,
        category: old[2]!,
        description: old[3]!,
        source: SOURCE_1974,
        certain: old[4] === 'sure',
      }
    : found;
}

const program = ([code, name, , description, source]: Row): TagEntry =>
  entry({
    code: code!,
    kind: 'program',
    name: name!,
    description: description!,
    source: source!,
    certain: name !== '' && !/likely/.test(source!),
  });

function geographic(code: string, year?: number): TagEntry[] {
  const current = year !== undefined && year >= CURRENT_SYSTEM ? currentGeo().get(code)?.[0] : undefined;
  if (current) {
    const [, name, category, iso, , source] = current;
    return [entry({ code, kind: 'geographic', name: name!, category: category!, iso: iso!, source: source! })];
  }
  const classic = classicGeo().get(code)?.[0];
  const old = year !== undefined && year <= HANDBOOK_1974 ? geo1974().get(code)?.[0] : undefined;
  if (!classic && !old) return [];
  const moved = MOVED.find((each) => each.code === code && year !== undefined && each.from <= year && year <= each.to);
  return [
    entry({
      code,
      kind: 'geographic',
      name: moved?.name ?? old?.[1] ?? classic![1]!,
      category: classic?.[2] ?? '',
      iso: classic?.[3] ?? '',
      source: old && !moved ? SOURCE_1974 : (classic?.[5] ?? SOURCE_1974),
    }),
  ];
}

function organization(code: string, old: boolean): TagEntry[] {
  const then = old ? organizations1974().get(code)?.[0] : undefined;
  const row = organizations().get(code)?.[0];
  if (!then && !row) return [];
  const found = entry({
    code,
    kind: 'organization',
    name: row?.[1] ?? then![1]!,
    description: row?.[2] ?? '',
    source: row?.[3] ?? SOURCE_1974,
  });
  if (!then) return [found];
  const same = then[1] === found.name;
  return [
    {
      ...found,
      name: then[1]!,
      description: same ? found.description : '',
      source: SOURCE_1974,
      certain: then[2] === 'sure',
    },
  ];
}

export const isTag = (code: string): boolean =>
  subjects().has(code) ||
  programs().has(code) ||
  classicGeo().has(code) ||
  organizations().has(code) ||
  currentGeo().has(code);

/** All codes that a cable of this year may use, for completion: subjects, programs, places, organizations. */
export function allTags(year?: number): TagEntry[] {
  const places = year !== undefined && year >= CURRENT_SYSTEM ? currentRows() : classicRows();
  return [subjectRows(), programRows(), places, organizationRows()].flatMap((rows) =>
    rows.flatMap(([code]) => tagMeanings(code!, year).slice(0, 1)),
  );
}

const codesByLength = lazy(() => {
  const found = new Map<number, string[]>();
  for (const rows of [subjectRows(), programRows()])
    for (const [code] of rows) found.set(code!.length, [...(found.get(code!.length) ?? []), code!]);
  return found;
});

/** The one subject or program code that an unknown code comes near by a single slip; null when there is none, or several. */
export function nearestTag(code: string, year?: number): TagEntry | null {
  if (code.length < 3 || code.length > 5) return null;
  const near = [code.length - 1, code.length, code.length + 1]
    .flatMap((length) => codesByLength().get(length) ?? [])
    .filter((each) => editDistance(code, each, 1) <= 1);
  return near.length === 1 ? (tagMeanings(near[0]!, year)[0] ?? null) : null;
}

/** The classic code of a place, by which acronyms are scoped and posts are filed, for a code of the system of that year. */
export function classicCode(code: string, year?: number): string {
  if (year !== undefined && year >= CURRENT_SYSTEM) return currentGeo().get(code)?.[0]?.[4] || code;
  // The two Germanys and Panama changed their letters: scopes use the later ones.
  const later: Record<string, string> = { TC: 'AE', PN: 'PM', DM: 'BN', NA: 'NT', PT: 'TT', SS: 'WI' };
  return later[code] ?? code;
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
