/** Cables by number, subject, TAGS, post or date, in any fragment. */
import { SymbolKind, type WorkspaceSymbol } from 'vscode-languageserver-types';
import type { Entry } from '../library/view';
import { beginning, dateOf, fileOf, levelOf, nameOf, writtenNumber } from './cable-names';
import type { LibraryContext } from './library-context';
import { rangeOf } from './library-tree';

const MOST = 200;
/** VS Code looks at the first 128 characters, an icon among them. */
const SEEN = 110;

/**
 * The best matches first, at most 200; nothing for an empty query.
 *
 * VS Code sifts the answer once more: the letters of the whole query have to stand in the name, in their order; or those of its first word
 * there, and those of each further word in the container's name. What the library has found by something else, TAGS or a date, is put there.
 */
export function workspaceSymbols(query: string, { library }: LibraryContext): WorkspaceSymbol[] {
  const words = query.trim().split(/\s+/);
  if (!library || !words[0]) return [];
  const [first, ...others] = words as [string, ...string[]];
  return library.search(query, MOST).map((entry): WorkspaceSymbol => {
    const name = nameOf(entry) || fileOf(entry.uri);
    const about = [dateOf(entry), levelOf(entry), entry.tags.join(' ')].filter(Boolean).join(' · ');
    const isWhole = isSeen(query.trim(), name);
    return {
      name: isWhole ? name : withWords(name, [first], entry),
      kind: SymbolKind.File,
      location: { uri: entry.uri, range: rangeOf(entry.at) },
      containerName: isWhole ? about : withWords(about, others, entry),
    };
  });
}

/** The words by which a cable may be looked for. */
const formsOf = (entry: Entry): readonly string[] => [
  ...entry.tags,
  ...(entry.id === null ? [] : [entry.id, writtenNumber(entry.id)]),
  ...datesOf(entry),
  dateOf(entry),
  levelOf(entry),
  entry.from ?? '',
];

const MONTHS = 'January February March April May June July August September October November December'.split(' ');

/** `2006-03-21`, `21 March 2006` */
function datesOf({ date }: Entry): string[] {
  if (date === null) return [];
  const day = new Date(date * 60_000);
  return [day.toISOString().slice(0, 10), `${day.getUTCDate()} ${MONTHS[day.getUTCMonth()]} ${day.getUTCFullYear()}`];
}

/** A name, with those words behind it that are not seen in it: as the cable has them, else as they were typed. */
function withWords(name: string, words: readonly string[], entry: Entry): string {
  const missing = words.filter((word) => !isSeen(word, name)).map((word) => word.toUpperCase());
  if (missing.length === 0) return name;
  const forms = formsOf(entry);
  const found = missing.map((word) => forms.find((each) => each.toUpperCase().includes(word)) ?? word);
  const added = [...new Set(found)].join(' · ');
  return name ? `${beginning(name, Math.max(SEEN / 2, SEEN - added.length))} · ${added}` : added;
}

/** Whether the letters of a word stand in the part of a text that is looked at, in their order. */
function isSeen(word: string, text: string): boolean {
  const upper = text.slice(0, SEEN).toUpperCase();
  let at = -1;
  for (const char of word.toUpperCase()) {
    at = upper.indexOf(char, at + 1);
    if (at < 0) return false;
  }
  return true;
}
