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

const KIND = /^(?:AMEMBASSY|AMEMB|EMBASSY|AMCONSUL|AMCONGEN|USMISSION)(?=[A-Z])/;
/** Words that a broken header left inside an id (FORMAT 5.1). */
const INTRUDERS = /(?:FINAL)?SECTION\d*(?:OF\d*)?|EFTO|NOFORN|SUSPECTEDDUPLICATE|ZFR|ZDK|TOSEC/g;

export const postRows = table('posts');
const byName = index(postRows, 0);
const byPlad = index(postRows, 6);
const byCountry = index(postRows, 3);
const routingRows = table('routing-indicators');
const byIndicator = index(routingRows, 0);
/** Spellings of a post other than its one standard form. BRUSSELS, VIENNA have none: embassy and mission both used them. */
const spellings = index(table('post-spellings'), 0);

/** The one standard spelling of a post: upper case, no blanks, hyphens, apostrophes or full stops. Works for unknown posts as well. */
export const canonicalPost = remembered((name: string): string => {
  let compact = compactName(name).replace(KIND, '');
  if (!byName().has(compact)) compact = compact.replace(INTRUDERS, '') || compact;
  return spellings().get(compact)?.[0]?.[1] ?? compact;
});
const compactName = (name: string): string => name.toUpperCase().replace(/[\s\-'’.\uFEFF]/g, '');

export const postByName = remembered((name: string): Post | null => {
  const row = byName().get(canonicalPost(name))?.[0] ?? byName().get(compactName(name))?.[0];
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

/** The last words of all names and spellings. */
const lastWords = lazy(
  () =>
    new Set(
      [
        ...postRows().flatMap(([name, written]) => [name!, written!.slice(written!.lastIndexOf(' ') + 1)]),
        ...spellings().keys(),
      ].map(compactName),
    ),
);

/** Whether a word may be the last of the name of a post: `Penh`. It costs less than to look up all the names it may end. */
export const endsPost = remembered((word: string): boolean => lastWords().has(compactName(word)));

/** The names that come nearest to one, each post once; how many slips away they are, and the next best. */
function nearest(compact: string, limit: number): { names: string[]; slips: number; next: number } {
  let names: string[] = [];
  let slips = limit + 1;
  let next = limit + 1;
  for (const known of byName().keys()) {
    const distance = editDistance(compact, known, Math.min(limit, next));
    const isOther = names.every((name) => canonicalPost(name) !== canonicalPost(known));
    if (distance < slips) {
      if (isOther || names.length > 1) next = slips;
      [names, slips] = [[known], distance];
    } else if (isOther && distance === slips && distance <= limit) names.push(known);
    else if (isOther) next = Math.min(next, distance);
  }
  return { names, slips, next };
}

/**
 * The post whose name a misspelt one comes near: one slip in a short name, two in a longer one. Null when several come as near, so that
 * a post the table does not have is not taken for another.
 */
export const nearestPost = remembered((name: string): Post | null => {
  const compact = canonicalPost(name);
  if (compact.length < 4) return null;
  const { names } = nearest(compact, compact.length < 7 ? 1 : 2);
  return names.length === 1 ? postByName(names[0]!) : null;
});

/** Words that come near a post and stand before numbers. */
const WORDS = /^(?:SECTIONS?|PARTS?|PARAS?|CALLS?|STATES|STATED|STAGE|STATUS)$/i;

/**
 * The canonical name of a misspelt post where no other can be meant: one slip, two in a long name, and every other post at least two
 * slips further away. Null otherwise, and for a name that is known.
 */
export const misspeltPost = remembered((name: string): string | null => {
  const compact = canonicalPost(name);
  if (compact.length < 5 || WORDS.test(compact) || isKnownPost(name)) return null;
  const { names, slips, next } = nearest(compact, 4);
  const isCertain = names.length === 1 && slips <= (compact.length < 9 ? 1 : 2) && next >= slips + 2;
  return isCertain ? canonicalPost(names[0]!) : null;
});

/** How long the names of posts are in numbers and page lines of the 1970s, their blanks counted. */
const CUT = 6;
const byBeginning = lazy(() => {
  const found = new Map<string, string | null>();
  const add = (key: string, post: string) => found.set(key, (found.get(key) ?? post) === post ? post : null);
  for (const [name, written] of postRows()) {
    const post = canonicalPost(name!);
    const cut = written!.slice(0, CUT).trimEnd();
    if (written!.length <= CUT) continue;
    add(cut, post);
    if (cut.includes(' ')) add(compactName(cut), post);
  }
  return found;
});

/** The canonical name of a post that was cut to six letters (`VATICA`, `TEL AV`, `USUNN`); null for any other name, and where two begin so. */
export const cutPost = (name: string): string | null =>
  isKnownPost(name) ? null : (byBeginning().get(name.toUpperCase().trim()) ?? null);

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
