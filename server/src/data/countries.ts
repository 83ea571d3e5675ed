/** Countries by their classic TAGS codes, and where a text names them. */
import { postRows } from './posts';
import { lazy, type Row, table } from './tables';
import { classicCode, classicRow } from './tags';

export interface Country {
  /** The classic TAGS code. */
  readonly code: string;
  /** As of the year asked for: `Zaire`, `Congo (Kinshasa)`. */
  readonly name: string;
  /** ISO 3166; empty where ISO has no code of its own. */
  readonly iso: string;
  /** `GOC`, `RGC`: how cables write its government. */
  readonly governmentForms: readonly string[];
}

/** The country or territory of a code of that year's system; null for regions, seas and unknown codes. */
export function countryByCode(code: string, year?: number): Country | null {
  const classic = classicCode(code, year);
  const row = classicRow(classic, year);
  if (!row || !isCountry(row)) return null;
  const [, name, , iso, forms] = row;
  return { code: classic, name: plainName(name!), iso: iso!, governmentForms: forms ? forms.split('; ') : [] };
}

const isCountry = ([code, , kind]: Row): boolean => kind !== 'region' && kind !== 'ocean' && code !== 'XX';

/** `Bahamas, The`, and what is said in brackets, are for lists; but two Congos are told apart only so. */
const plainName = (name: string): string => {
  const [noun, before] = name.replace(/ \((?!Brazzaville|Kinshasa)[^()]*\)/, '').split(', ');
  return before ? `${before === 'The' ? 'the' : before} ${noun}` : noun!;
};

const key = (name: string): string =>
  name
    .normalize('NFD')
    .replace(/\p{M}+/gu, '')
    .replace(/[^A-Za-z]+/g, ' ')
    .trim();

/** Names, demonyms and cities of posts, in capitals; '' for what names none. The hand-made list rules, then countries, then cities. */
const names = lazy(() => {
  const found = new Map<string, string>();
  const listed = (name: string, code: string) => found.set(key(name).toUpperCase(), code);
  const derived = (entries: readonly (readonly [name: string, code: string])[]) => {
    const all = new Map<string, Set<string>>();
    for (const [name, code] of entries) {
      const upper = key(name).toUpperCase();
      all.set(upper, (all.get(upper) ?? new Set()).add(classicCode(code)));
    }
    // A name that several share names none.
    for (const [upper, codes] of all) if (!found.has(upper)) found.set(upper, codes.size === 1 ? [...codes][0]! : '');
  };
  for (const [name, code] of table('country-names')()) listed(name!, code!);
  const places = table('tags-geo')().filter(isCountry);
  derived(places.map(([code, name]) => [plainName(name!).replace(/^the /, ''), code!]));
  const posts = postRows().filter(([, , kind, code]) => /^(?:embassy|consul)/.test(kind!) && code !== 'US');
  derived(posts.map(([, city, , code]) => [city!, code!]));
  /** How many words the longest name has that begins with one. */
  const longest = new Map<string, number>();
  for (const name of found.keys()) {
    const [first, ...others] = name.split(' ');
    longest.set(first!, Math.max(longest.get(first!) ?? 0, 1 + others.length));
  }
  return { found, longest };
});

/**
 * The classic codes of the countries that a text such as a SUBJECT line names, in its order, each once. The longest name counts (`SOUTH
 * CHINA SEA` names none); in a text with capitals only words that begin with one are names (`Polish`, but not `polish`).
 */
export function countriesNamedIn(text: string): string[] {
  const { found, longest } = names();
  const words = key(text).split(' ');
  const anyCase = text === text.toLowerCase();
  const codes = new Set<string>();
  for (let at = 0; at < words.length; ) {
    const count = longestName(words, at, longest, found);
    const code = found.get(
      words
        .slice(at, at + count)
        .join(' ')
        .toUpperCase(),
    );
    if (code && (anyCase || /^[A-Z]/.test(words[at]!))) codes.add(code);
    at += Math.max(1, count);
  }
  return [...codes];
}

function longestName(
  words: readonly string[],
  at: number,
  longest: ReadonlyMap<string, number>,
  names: ReadonlyMap<string, string>,
): number {
  const most = longest.get(words[at]!.toUpperCase()) ?? 0;
  for (let count = Math.min(most, words.length - at); count > 0; count--)
    if (
      names.has(
        words
          .slice(at, at + count)
          .join(' ')
          .toUpperCase(),
      )
    )
      return count;
  return 0;
}
