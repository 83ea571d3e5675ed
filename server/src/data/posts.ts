import { editDistance } from '../text/edit-distance';
import { index, lazy, type Row, remembered, table } from './tables';

export interface Post {
  /** As in a message reference: `PHNOMPENH`. */
  readonly name: string;
  readonly written: string;
  readonly kind: string;
  /** TAGS code of the country. */
  readonly country: string;
  readonly place: string;
  readonly routingIndicator: string;
  readonly plad: string;
  readonly source: string;
}

/** Spellings of a post other than its one standard form (FORMAT 5.1). BRUSSELS, VIENNA stay: embassy and mission both used them. */
const SPELLINGS: Record<string, string> = {
  SECSTATE: 'STATE',
  SECSTATEWASHDC: 'STATE',
  WASHDC: 'STATE',
  RIO: 'RIODEJANEIRO',
  RIODEJAN: 'RIODEJANEIRO',
  HAGUE: 'THEHAGUE',
  USUN: 'USUNNEWYORK',
  USEU: 'USEUBRUSSELS',
  UNVIE: 'UNVIEVIENNA',
  PARISFR: 'UNESCOPARISFR',
  USUNESCO: 'UNESCOPARISFR',
  TAIPEI: 'AITTAIPEI',
  DELHI: 'NEWDELHI',
  MEXICOCITY: 'MEXICO',
  PORTAUPRINCE: 'PORTAUPRINCE',
};
const KIND = /^(?:AMEMBASSY|EMBASSY|AMCONSUL|USMISSION)(?=[A-Z])/;
/** Words that a broken header left inside an id (FORMAT 5.1). */
const INTRUDERS = /SECTION\d*OF\d*|SECTION|EFTO|NOFORN|SUSPECTEDDUPLICATE|ZFR|ZDK|TOSEC/g;

export const postRows = table('posts');
const byName = index(postRows, 0);
const byPlad = index(postRows, 6);
const byCountry = index(postRows, 3);
const routingRows = table('routing-indicators');
const byIndicator = index(routingRows, 0);

/** The one standard spelling of a post: upper case, no blanks, hyphens, apostrophes or full stops. Works for unknown posts as well. */
export const canonicalPost = remembered((name: string): string => {
  let compact = name
    .toUpperCase()
    .replace(/[\s\-'’.]/g, '')
    .replace(KIND, '');
  if (!byName().has(compact)) compact = compact.replace(INTRUDERS, '') || compact;
  return SPELLINGS[compact] ?? compact;
});

export const postByName = remembered((name: string): Post | null => {
  const row = byName().get(canonicalPost(name))?.[0] ?? byName().get(name.toUpperCase().replace(/[\s\-'’.]/g, ''))?.[0];
  return row ? toPost(row) : null;
});

const toPost = ([name, written, kind, country, place, indicator, plad, source]: Row): Post => ({
  name: name!,
  written: written!,
  kind: kind!,
  country: country!,
  place: place!,
  routingIndicator: indicator!,
  plad: plad!,
  source: source!,
});

/** The post of a plain language address: `AMEMBASSY LUSAKA`. */
export const postByPlad = remembered((plad: string): Post | null => {
  const row = byPlad().get(plad.toUpperCase())?.[0];
  return row && plad ? toPost(row) : null;
});

export const allPosts = (): Post[] => postRows().map(toPost);

/** The posts in a country, by its classic TAGS code. */
export const postsOf = (country: string): Post[] => (byCountry().get(country) ?? []).map(toPost);

/** Every address of the printed list, each once, with one routing indicator. */
export const allAddresses = lazy((): RoutingEntry[] => {
  const found = new Map<string, RoutingEntry>();
  for (const [indicator, plad, source] of routingRows())
    if (!found.has(plad!)) found.set(plad!, { indicator: indicator!, plad: plad!, source: source! });
  return [...found.values()];
});

export const isKnownPost = (name: string): boolean => postByName(name) !== null || canonicalPost(name) === 'STATE';

/**
 * The post whose name a misspelt one comes near: one slip in a short name, two in a longer one. Null when several come as near, so that
 * a post the table does not have is not taken for another.
 */
export const nearestPost = remembered((name: string): Post | null => {
  const compact = canonicalPost(name);
  if (compact.length < 4) return null;
  const limit = compact.length < 7 ? 1 : 2;
  let best: string[] = [];
  let least = limit;
  for (const known of byName().keys()) {
    const distance = editDistance(compact, known, limit);
    if (distance > least) continue;
    if (distance < least) best = [];
    least = distance;
    best.push(known);
  }
  return best.length === 1 ? postByName(best[0]!) : null;
});

export interface RoutingEntry {
  readonly indicator: string;
  readonly plad: string;
  readonly source: string;
}

/** Rows for a range of indicators, `RUEPNGA THRU RUEPNGE`: they differ in the last letter only. */
const ranges = lazy(() => routingRows().filter(([indicator]) => indicator!.includes(' ')));

/** The addresses behind a routing indicator (ACP 117). */
export function routingIndicator(indicator: string): RoutingEntry[] {
  const inRange = ([range]: Row): boolean => {
    const [first, last] = range!.split(' THRU ');
    return indicator.length === first!.length && first! <= indicator && indicator <= last!;
  };
  const rows = indicator.includes(' ') ? [] : (byIndicator().get(indicator) ?? ranges().filter(inRange));
  return rows.map(([, plad, source]) => ({ indicator, plad: plad!, source: source! }));
}
