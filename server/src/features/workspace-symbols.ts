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
 * VS Code sifts the answer once more: the letters of the first word have to stand in the name, in their order, and those of each further
 * word in the container's name. What the library has found by something else, TAGS or a date, is put there.
 */
export function workspaceSymbols(query: string, { library }: LibraryContext): WorkspaceSymbol[] {
  const words = query.trim().split(/\s+/);
  if (!library || !words[0]) return [];
  const [first, ...others] = words as [string, ...string[]];
  return library.search(query, MOST).map((entry): WorkspaceSymbol => {
    const name = nameOf(entry) || fileOf(entry.uri);
    const about = [dateOf(entry), levelOf(entry), entry.tags.join(' ')].filter(Boolean).join(' · ');
    const forms = formsOf(entry);
    return {
      name: isSeen(query.trim(), name) ? name : withWords(name, [first], forms),
      kind: SymbolKind.File,
      location: { uri: entry.uri, range: rangeOf(entry.at) },
      containerName: withWords(about, others, forms),
    };
  });
}

/** The words by which a cable may be looked for. */
const formsOf = (entry: Entry): readonly string[] => [
  ...entry.tags,
  ...(entry.id === null ? [] : [entry.id, writtenNumber(entry.id)]),
  ...(entry.date === null ? [] : [isoDate(entry.date), longDate(entry.date)]),
  dateOf(entry),
  levelOf(entry),
  entry.from ?? '',
];

const isoDate = (minutes: number): string => new Date(minutes * 60_000).toISOString().slice(0, 10);
/** `21 March 2006` */
const longDate = (minutes: number): string =>
  new Date(minutes * 60_000).toLocaleDateString('en-GB', { dateStyle: 'long', timeZone: 'UTC' });

/** A name, with those words behind it that are not seen in it: as the cable has them, else as they were typed. */
function withWords(name: string, words: readonly string[], forms: readonly string[]): string {
  const missing = words
    .filter((word) => !isSeen(word, name))
    .map((word) => forms.find((each) => each.toUpperCase().includes(word.toUpperCase())) ?? word);
  if (missing.length === 0) return name;
  const added = [...new Set(missing)].join(' · ');
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
