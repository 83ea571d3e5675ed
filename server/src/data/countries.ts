/** Countries by their classic TAGS codes, and where a text names them. */
import { postRows } from './posts';
import { lazy, table } from './tables';
import { classicCode } from './tags';

export interface Country {
  readonly code: string;
  readonly name: string;
  readonly iso: string;
  /** `GOC`, `RGC`: how cables write its government. */
  readonly governmentForms: readonly string[];
}

const countries = lazy(() => {
  const found = new Map<string, Country>();
  for (const [code, name, kind, iso, forms] of table('tags-geo')())
    if (kind === 'country' || kind === 'historical')
      found.set(code!, {
        code: code!,
        name: plainName(name!),
        iso: iso!,
        governmentForms: forms ? forms.split('; ') : [],
      });
  return found;
});

/** `Bahamas, The` and what is said in brackets or after a semicolon are for lists. */
const plainName = (name: string): string => {
  const short = name.replace(/ \(.*?\)|;.*/g, '');
  const [noun, article] = short.split(', ');
  return article ? `${article === 'The' ? 'the' : article} ${noun}` : short;
};

export const countryByCode = (code: string, year?: number): Country | null =>
  countries().get(classicCode(code, year)) ?? null;

/** Names, demonyms and cities of posts, longest first; a name that two countries share names none. */
const names = lazy(() => {
  const found = new Map<string, string | null>();
  const add = (name: string, code: string) => {
    const key = name
      .toUpperCase()
      .replace(/[^A-Z]+/g, ' ')
      .trim();
    if (key.length < 4 && !/^(?:DRC|PRC|ROK|LAO)$/.test(key)) return;
    found.set(key, found.has(key) && found.get(key) !== code ? null : code);
  };
  for (const [code, name, source] of table('country-names')()) if (source) add(name!, code!);
  for (const { code, name } of countries().values()) if (!found.has(name.toUpperCase())) add(name, code);
  for (const [, written, kind, code] of postRows()) {
    const city = written!.toUpperCase();
    if (code && code !== 'US' && /embassy|consul/.test(kind!) && !found.has(city)) add(written!, code);
  }
  const usable = [...found].filter((each): each is [string, string] => each[1] !== null && !HISTORICAL.has(each[1]));
  const pattern = usable.map(([name]) => name).sort((a, b) => b.length - a.length);
  return { byName: new Map(usable), pattern: new RegExp(`(?<![A-Z])(?:${pattern.join('|')})(?![A-Z])`, 'g') };
});
/** Codes of the lists that a name today does not mean. */
const HISTORICAL = new Set([
  'RI',
  'MJ',
  'GC',
  'GE',
  'GW',
  'PN',
  'VN',
  'VS',
  'YE',
  'YS',
  'YI',
  'CL',
  'EQ',
  'SQ',
  'BW',
  'FW',
]);

/** The classic codes of the countries that a text names, in the order of the text, each once. */
export function countriesNamedIn(text: string): string[] {
  const plain = text
    .toUpperCase()
    .normalize('NFD')
    .replace(/[^A-Z]+/g, ' ');
  const { byName, pattern } = names();
  return [...new Set(Array.from(plain.matchAll(pattern), ([name]) => byName.get(name)!))];
}
