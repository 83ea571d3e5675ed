import { acronymMeanings, isOrdinaryWord, officeMeanings, rankAcronyms } from '../../data/acronyms';
import { tagVariant } from '../../data/tags';
import { fold, type Token, token } from '../../model/fields';
import type { Card } from '../markdown';
import type { Snapshot } from '../snapshot';
import { card, type Explanation } from './card';

const WORD = /[A-Za-z0-9¶]+(?:[/&.'’-][A-Za-z0-9]+)*/g;

/** The word at an offset: `G/TIP`, `MOI's`, `AmCit`. */
export function wordAt(text: string, offset: number): Token | null {
  const start = Math.max(0, offset - 60);
  for (const match of text.slice(start, offset + 60).matchAll(WORD)) {
    const from = start + match.index;
    if (from <= offset && offset <= from + match[0].length) return token(match[0], from);
  }
  return null;
}

/** Acronyms and office symbols, in the sense that fits the countries of this cable. */
export function explainAcronym({ view, text }: Snapshot, word: Token, routing: boolean): Explanation | null {
  const bare = word.text.replace(/['’]s$/i, '').replace(/^¶\d*/, '');
  if (bare.length < 2 || !/[A-Z]/.test(bare) || /^\d/.test(bare)) return null;
  const mixedText = /[a-z]{4}/.test(text.slice(Math.max(0, word.start - 200), word.end + 200));
  const cards: Card[] = [];
  const defined = definition(text, bare);
  if (defined) cards.push(card(`${bare}: ${defined}`, 'Defined in this cable.'));
  const office = routing || bare.includes('/') ? officeMeanings(bare) : null;
  if (office?.entries.length) {
    const entry = office.entries[0]!;
    cards.push({
      title: `${entry.symbol}: ${entry.name}`,
      lines: [
        office.parent ? `${bare} is not in the table; this is the office above it.` : '',
        [entry.bureau && entry.bureau !== entry.symbol ? `Bureau ${entry.bureau}` : '', entry.years]
          .filter(Boolean)
          .join(', '),
      ],
      source: entry.source,
    });
  }
  if (!cards.length) {
    const shouting = bare === bare.toUpperCase();
    // An ordinary word in capitals, or a capitalised word of a sentence, is no acronym.
    if (isOrdinaryWord(bare) && !(shouting && mixedText && bare.length > 2)) return null;
    if (!shouting && !/[a-z][A-Z]/.test(bare) && !/s$/.test(bare)) return null;
    if (!shouting && !/[A-Z].*[A-Z]/.test(bare)) return null;
    const ranked = rankAcronyms(acronymMeanings(bare), view.countries).slice(0, 3);
    for (const { acronym, expansion, kind, scope, description, source } of ranked) {
      cards.push({
        title: `${acronym}: ${expansion}`,
        lines: [
          description,
          [kind, scope.length ? `in ${scope.slice(0, 6).join(', ')}` : ''].filter(Boolean).join(', '),
        ],
        source,
      });
    }
    if (!cards.length && bare.includes('/')) return null;
    const reading = cards.length ? null : tagVariant(bare);
    if (reading && routing) cards.push(card(bare, reading.join(' ')));
  }
  return cards.length ? { at: word, cards } : null;
}

/** `Full Name (ABC)`: the words before the bracket whose first letters spell it. */
function definition(text: string, acronym: string): string | null {
  if (!/^[A-Z]{2,8}$/.test(acronym)) return null;
  const at = text.indexOf(`(${acronym})`);
  if (at < 0) return null;
  const before = fold(text.slice(Math.max(0, at - 160), at)).split(' ');
  for (let count = acronym.length; count <= Math.min(before.length, acronym.length + 3); count++) {
    const words = before.slice(-count);
    const initials = words
      .filter((each) => /^[A-Z]/.test(each))
      .map((each) => each[0])
      .join('');
    if (/^[A-Z]/.test(words[0]!) && initials === acronym) return words.join(' ');
  }
  return null;
}
