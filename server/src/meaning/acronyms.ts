/** The acronym table, read in the light of a cable: which rows can be meant, and in which order. */
import { type AcronymEntry, acronymEntries } from '../data/acronyms';
import { countryByCode } from '../data/countries';
import type { MessageView } from '../model/view';
import { type CountryOfCable, countriesOf } from './countries';
import type { Meaning } from './meaning';

/** Subject TAGS that speak for one kind of acronym (table notes, "Choosing one row", 5). */
const AFFINITY: readonly [tags: RegExp, kind: string][] = [
  [/^(?:E[A-Z]{3}|B[A-Z]{3}|KIPR|KTEX)$/, 'economic'],
  [/^(?:M[A-Z]{3}|PARM|KNNP|KACT|KPKO)$/, 'military'],
  [/^(?:SNAR|KCRM|KTIP|ASEC|PTER|KJUS|CVIS)$/, 'law-enforcement'],
  [/^(?:SENV|TBIO|KFLU|KHIV)$/, 'medical'],
  [/^T[A-Z]{3}$/, 'technology'],
];

/**
 * The meanings that are possible in this cable, likeliest first. Rows of the cable's countries come before rows without a country; rows
 * of other countries count only when nothing else is left.
 */
export function acronymMeanings(view: MessageView, word: string): Meaning[] {
  const entries = acronymEntries(word);
  const countries = countriesOf(view);
  const ranked = entries.map((entry) => candidate(entry, countries, view)).sort((a, b) => b.rank - a.rank);
  const here = ranked.filter(({ country, entry }) => country !== null || entry.scope.length === 0);
  const local = here.some(({ country }) => country !== null);
  const government = local ? null : governmentOf(word, countries, entries);
  const host = countries[0];
  const read = here.map((each) => ofHost(toMeaning(each), host));
  if (government) return [government, ...read];
  if (read.length) return distinct(read);
  // Elsewhere a word of two letters may be anything.
  return word.length > 2 ? distinct(ranked.map(toMeaning)) : [];
}

interface Candidate {
  readonly entry: AcronymEntry;
  /** The country of the cable for which the row is meant. */
  readonly country: CountryOfCable | null;
  readonly rank: number;
}

function candidate(entry: AcronymEntry, countries: readonly CountryOfCable[], view: MessageView): Candidate {
  const country = countries.find(({ code }) => entry.scope.includes(code)) ?? null;
  const suits = AFFINITY.some(([tags, kind]) => kind === entry.kind && view.tags.some(({ code }) => tags.test(code)));
  const used = /cable usage/.test(entry.source);
  return { entry, country, rank: (country ? 100 * country.weight : 0) + (suits ? 10 : 0) + (used ? 5 : 0) };
}

function toMeaning({ entry, country }: Candidate): Meaning {
  const { acronym, expansion, kind, description, source, scope } = entry;
  const elsewhere = scope.length > 0 && !country;
  const names = scope.slice(0, 3).map((code) => countryByCode(code)?.name ?? code);
  return {
    term: acronym,
    expansion,
    kind,
    note: description,
    evidence: country ? 'country' : 'general',
    because: country?.because ?? (elsewhere ? `usual in cables on ${names.join(', ')}` : ''),
    source,
    definedAt: null,
  };
}

const HOST =
  /^(?:(?:Deputy |Vice |First )?(?:Ministry|Minister)\b|(?:Foreign|Defense|Prime|Interior|Justice|Finance) (?:Ministry|Minister)\b)/i;

/** A ministry is that of the country the cable is about. */
const ofHost = (meaning: Meaning, host: CountryOfCable | undefined): Meaning =>
  host && meaning.evidence === 'general' && HOST.test(meaning.expansion)
    ? { ...meaning, because: `here that of ${host.name} (${host.because})` }
    : meaning;

const distinct = (meanings: readonly Meaning[]): Meaning[] =>
  meanings.filter(
    ({ expansion }, at) =>
      meanings.findIndex((each) => each.expansion.toLowerCase() === expansion.toLowerCase()) === at,
  );

/**
 * `GOC` is the government of the host country, whichever begins so (table notes, "Families"). Null where the table has a row for a
 * country of the cable, and where the word is not of the family.
 */
function governmentOf(
  word: string,
  countries: readonly CountryOfCable[],
  entries: readonly AcronymEntry[],
): Meaning | null {
  if (!/^GO[A-Z]{1,3}$/i.test(word)) return null;
  const first = word.slice(2).toUpperCase();
  const host = countries.find(({ code, name }) => {
    const forms = countryByCode(code)?.governmentForms ?? [];
    return forms.some((form) => form.toUpperCase() === word.toUpperCase()) || initialsOf(name).startsWith(first);
  });
  const families = entries.filter(({ expansion }) => expansion.startsWith('Government of'));
  if (!host && families.length < 2) return null;
  return {
    term: word.toUpperCase(),
    expansion: host ? `Government of ${host.name}` : 'Government of (host country)',
    kind: 'government',
    note: host ? '' : `As the post requires: ${families.map(({ expansion }) => expansion.slice(14)).join(', ')}.`,
    evidence: host ? 'country' : 'general',
    because: host?.because ?? '',
    source: 'GO and the first letters of the host country',
    definedAt: null,
  };
}

const initialsOf = (name: string): string =>
  name
    .toUpperCase()
    .replace(/^(?:THE|REPUBLIC OF) /, '')
    .replace(/[^A-Z]/g, '');
