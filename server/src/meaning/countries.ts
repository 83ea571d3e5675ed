/** Which countries a cable is about, and what says so. */
import { countriesNamedIn, countryByCode } from '../data/countries';
import { postByName } from '../data/posts';
import { classicCode } from '../data/tags';
import { field, foldedValue } from '../model/fields';
import type { MessageView } from '../model/view';

export interface CountryOfCable {
  /** The classic TAGS code, by which meanings are scoped. */
  readonly code: string;
  readonly name: string;
  readonly weight: number;
  /** `CB is on the TAGS line`, `sent from Phnom Penh`, `the subject names Cambodia`. */
  readonly because: string;
}

// A code on the TAGS line outweighs the sending post, and the post a name in the subject; all three together win over one alone.
const BY_TAG = 8;
const BY_POST = 4;
const BY_SUBJECT = 2;

/** The countries of a cable, strongest first. Washington speaks for no country: what STATE sends is about others. */
export const countriesOf = (view: MessageView): readonly CountryOfCable[] => view.once(findCountries);

function findCountries(view: MessageView): CountryOfCable[] {
  const found = new Map<string, CountryOfCable>();
  const add = (code: string, weight: number, because: string) => {
    const known = found.get(code);
    if (known) found.set(code, { ...known, weight: known.weight + weight });
    else found.set(code, { code, name: countryByCode(code, view.year)?.name ?? code, weight, because });
  };
  const codes = new Set(view.tags.filter(({ kind }) => kind === 'geographic').map(({ code }) => code));
  // Of several the first is, by custom, the one the cable is about.
  for (const [at, code] of [...codes].entries())
    add(classicCode(code, view.year), BY_TAG - at / 10, `${code} is on the TAGS line`);
  const post = view.reference && postByName(view.reference.post);
  if (post?.country && post.country !== 'US') add(post.country, BY_POST, `sent from ${post.place.split(',')[0]}`);
  const subject = view.message && field(view.message, 'subject');
  if (subject)
    for (const code of countriesNamedIn(foldedValue(view.cable, subject)))
      add(code, BY_SUBJECT, `the subject names ${countryByCode(code, view.year)?.name ?? code}`);
  return [...found.values()].sort((a, b) => b.weight - a.weight);
}
