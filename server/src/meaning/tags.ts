/** TAGS codes as meanings, in the system of the cable's date. */
import { type TagEntry, tagMeanings } from '../data/tags';
import type { Meaning } from './meaning';

/** Any year in which the other system of country codes is in use. */
const LATER = 2024;

/** The meanings of a code in a year; without one those of both systems of country codes, the classic first. */
export function tagMeaning(code: string, year: number | undefined): Meaning[] {
  const found = tagMeanings(code.toUpperCase(), year).map(toMeaning);
  if (year !== undefined) return found;
  const later = tagMeanings(code.toUpperCase(), LATER).filter(({ kind }) => kind === 'geographic');
  return [
    ...found,
    ...later.map((entry) => ({ ...toMeaning(entry), expansion: `${entry.name} in cables since 2018` })),
  ].filter((each, at, all) => all.findIndex(({ expansion }) => each.expansion.startsWith(expansion)) === at);
}

const toMeaning = ({ code, kind, name, category, iso, description, certain, source }: TagEntry): Meaning => ({
  term: code,
  expansion: name || 'Program TAGS without a known title',
  kind: [`${kind} TAGS`, kind === 'subject' ? category.toLowerCase() : category, iso && `ISO ${iso}`]
    .filter(Boolean)
    .join(', '),
  note: [description, certain ? '' : 'Not certain.'].filter(Boolean).join(' '),
  evidence: 'general',
  because: '',
  source,
  definedAt: null,
});
