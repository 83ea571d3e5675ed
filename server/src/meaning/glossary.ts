/**
 * The user's own meanings. One shape in the settings (`cable.glossary`) and in the workspace's `cable-glossary.json`:
 * `{ "IJM": "International Justice Mission", "GOC": { "meaning": "Government of Cambodia", "countries": ["CB"], "from": 2003 } }`.
 */

export interface GlossaryEntry {
  readonly term: string;
  readonly meaning: string;
  readonly kind: string;
  readonly note: string;
  /** TAGS codes; empty: everywhere. */
  readonly countries: readonly string[];
  /** First and last year of the cables in which it holds; null: without limit. */
  readonly from: number | null;
  readonly to: number | null;
  /** `your settings`, or the name of the file. */
  readonly origin: string;
}

/** Entries by their term in capitals. */
export type Glossary = ReadonlyMap<string, readonly GlossaryEntry[]>;

export const NO_GLOSSARY: Glossary = new Map();

/** The name of the glossary in a workspace folder. */
export const GLOSSARY_FILE = 'cable-glossary.json';

/** Reads one glossary; what has another shape is left out and told, one line each. */
export function readGlossary(value: unknown, origin: string): { entries: GlossaryEntry[]; problems: string[] } {
  const entries: GlossaryEntry[] = [];
  const problems: string[] = [];
  if (value === null || typeof value !== 'object' || Array.isArray(value))
    return {
      entries,
      problems: value === undefined ? [] : [`${origin}: a glossary is an object of terms and meanings`],
    };
  for (const [term, meanings] of Object.entries(value)) {
    if (term === '$schema') continue;
    for (const each of Array.isArray(meanings) ? meanings : [meanings]) {
      const entry = readEntry(term, each, origin);
      if (typeof entry === 'string') problems.push(`${origin}: ${term}: ${entry}`);
      else entries.push(entry);
    }
  }
  return { entries, problems };
}

function readEntry(term: string, value: unknown, origin: string): GlossaryEntry | string {
  const { meaning, kind, note, countries, from, to } =
    typeof value === 'object' && value !== null ? (value as Record<string, unknown>) : { meaning: value };
  if (typeof meaning !== 'string' || meaning.trim() === '') return 'the meaning is missing';
  if (
    countries !== undefined &&
    !(Array.isArray(countries) && countries.every((code) => /^[A-Z0-9]{2}$/.test(String(code))))
  )
    return 'countries are TAGS codes of two letters, as ["CB"]';
  for (const year of [from, to])
    if (year !== undefined && !Number.isInteger(year)) return 'from and to are years, as 2003';
  return {
    term,
    meaning: meaning.trim(),
    kind: typeof kind === 'string' ? kind : '',
    note: typeof note === 'string' ? note : '',
    countries: (countries as string[] | undefined) ?? [],
    from: (from as number | undefined) ?? null,
    to: (to as number | undefined) ?? null,
    origin,
  };
}

/** Several glossaries as one; of equal terms the earlier glossary's meaning comes first. */
export function joinGlossaries(entries: readonly GlossaryEntry[]): Glossary {
  const all = new Map<string, GlossaryEntry[]>();
  for (const entry of entries) {
    const key = entry.term.toUpperCase();
    const list = all.get(key);
    if (list) list.push(entry);
    else all.set(key, [entry]);
  }
  return all;
}

/** The entries that hold for a cable of this year about these countries, those for a country first. */
export function glossaryEntries(
  glossary: Glossary,
  term: string,
  year: number | undefined,
  countries: readonly string[],
): GlossaryEntry[] {
  return (glossary.get(term.toUpperCase()) ?? [])
    .filter(({ from, to }) => year === undefined || ((from ?? year) <= year && year <= (to ?? year)))
    .filter((entry) => entry.countries.length === 0 || entry.countries.some((code) => countries.includes(code)))
    .sort((a, b) => Number(b.countries.length > 0) - Number(a.countries.length > 0));
}
