/** Where each word that may stand for something occurs in a cable: for counts, references, highlights and the glossary. */
import { memo, type Token } from '../model/fields';
import type { Cable } from '../syntax/tree';
import { isOffice } from './offices';
import { prose } from './prose';
import { bare, partsOf, wordsIn } from './words';

/** Every word of the prose with a capital in it, whole and in its parts, by its bare form in capitals; in the order of the text. */
const index = memo((cable: Cable): ReadonlyMap<string, readonly Token[]> => {
  const found = new Map<string, Token[]>();
  for (const word of wordsIn(prose(cable))) {
    if (!/[A-Z]/.test(word.text)) continue;
    // `G/TIP` is one office, `MOI/MOJ` two ministries.
    for (const each of isOffice(word.text) ? [word] : [word, ...partsOf(word)]) {
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
  const key = bare(term)
    .replace(/(?<=[A-Z])s$/, '')
    .toUpperCase();
  const singular = index(cable).get(key) ?? [];
  // `Moi` the name is not MOI: a word in small letters counts only where the term itself is written so.
  const shaped = (each: Token) => /[A-Z].*[A-Z]/.test(each.text) || /[a-z]/.test(term) || term.length < 2;
  const plural = index(cable).get(`${key}S`) ?? [];
  return [...singular, ...plural].filter(shaped).sort((a, b) => a.start - b.start);
}

/** All words with a capital: the occurrences of each bare form, the forms in the order of the text. */
export const capitalWords = (cable: Cable): (readonly Token[])[] => [...index(cable).values()];
