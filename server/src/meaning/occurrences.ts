/** Where each word that may stand for something occurs in a cable: for counts, references, highlights and the glossary. */
import { memo, type Token } from '../model/fields';
import type { Cable } from '../syntax/tree';
import { prose } from './prose';
import { bare, partsOf, wordsIn } from './words';

/** Every word of the prose with a capital in it, whole and in its parts, by its bare form in capitals; in the order of the text. */
const index = memo((cable: Cable): ReadonlyMap<string, readonly Token[]> => {
  const found = new Map<string, Token[]>();
  for (const word of wordsIn(prose(cable))) {
    if (!/[A-Z]/.test(word.text)) continue;
    for (const each of [word, ...partsOf(word)]) {
      const key = bare(each.text).toUpperCase();
      const list = found.get(key);
      if (list) list.push(each);
      else found.set(key, [each]);
    }
  }
  return found;
});

/** All occurrences of a term, plurals and possessives among them, in the order of the text. */
export function occurrences(cable: Cable, term: string): readonly Token[] {
  const key = bare(term).toUpperCase();
  const singular = index(cable).get(key) ?? [];
  // `Moi` the name is not MOI: a word in small letters counts only where the term itself is written so.
  const shaped = (each: Token) => /[A-Z].*[A-Z]/.test(each.text) || /[a-z]/.test(term) || term.length < 2;
  const plural = index(cable).get(`${key}S`) ?? [];
  return [...singular, ...plural].filter(shaped).sort((a, b) => a.start - b.start);
}

/** All words with a capital, each form once, in the order of their first occurrence. */
export const capitalWords = (cable: Cable): Token[] =>
  Array.from(index(cable).values(), (list) => list[0]!).sort((a, b) => a.start - b.start);
