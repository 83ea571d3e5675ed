/** `npm run coverage:cards FILE…`: which words in capitals and which TAGS of these cables have a card, and which have none. */
import { readFileSync } from 'node:fs';
import { explain } from '../../server/src/features/hover/explain';
import { snapshot } from '../../server/src/features/snapshot';
import { capitalWords } from '../../server/src/meaning/occurrences';
import { isShouted } from '../../server/src/meaning/ordinary';
import { bare, isCapitals, isMixed } from '../../server/src/meaning/words';

const missing = new Map<string, number>();
let words = 0;
let explained = 0;
for (const file of process.argv.slice(2)) {
  const { cable, ...rest } = snapshot(file, 0, readFileSync(file, 'utf8'));
  const of = { ...rest, cable };
  for (const list of capitalWords(cable)) {
    for (const word of list) {
      const text = bare(word.text);
      if (text.length < 2 || !(isCapitals(text) || isMixed(text))) continue;
      const tag = of.viewAt(word.start).tags.some(({ start, end }) => start <= word.start && word.end <= end);
      // Among capitals every word is one: there only TAGS count.
      if (!tag && isShouted(cable.clean, word.start, word.end)) continue;
      words++;
      if (explain(of, word.start, String)) explained++;
      else missing.set(text, (missing.get(text) ?? 0) + 1);
    }
  }
}
const share = words ? ((100 * explained) / words).toFixed(1) : '0';
console.log(`${explained} of ${words} words in capitals and TAGS have a card (${share} %).`);
for (const [word, count] of [...missing].sort(([a, m], [b, n]) => n - m || (a < b ? -1 : 1)))
  console.log(`${String(count).padStart(6)}  ${word}`);
