/** Captions (FORMAT 3.3). */
import { lazy } from '../data/tables';
import { terms } from '../data/terms';
import { matches } from '../text/matches';
import { type Token, token } from './fields';
import type { MessageView } from './view';

export interface Caption extends Token {
  /** `SIPDIS`, `CODEL`...; null for a caption that is not in the list. */
  readonly known: string | null;
}

/** The captions of the list. */
export const captionNames = lazy(() => terms('caption').map(({ term }) => term));
// Longest first, as one may begin another.
const PATTERN = lazy(
  () => new RegExp(`\\b(?:${[...captionNames()].sort((a, b) => b.length - a.length).join('|')})\\b`, 'gi'),
);
const names = lazy(() => new Set(captionNames()));

/** Whether a word in capitals is a caption of the list. */
export const isCaption = (word: string): boolean => names().has(word);

const known = (name: string, start: number): Caption => ({ text: name, start, end: start + name.length, known: name });

/** The captions written in a text, known ones first; `whole`: when none is known the text itself is one. */
export function readCaptions(text: string, base: number, whole: boolean): Caption[] {
  const found = matches(text, PATTERN()).map((match) => known(match[0].toUpperCase(), base + match.index));
  // CODEL and STAFFDEL are followed by a name that belongs to them.
  const named = found.length ? /^(?:CODEL|STAFFDEL) [A-Z].*$/i.exec(text.trim()) : null;
  if (named && found[0]) return [{ ...token(named[0], found[0].start), known: found[0].known }];
  if (found.length || !whole) return found;
  const trimmed = text.trim();
  return trimmed ? [{ ...token(trimmed, base + text.indexOf(trimmed)), known: null }] : [];
}

/** Captions of a message in their order: on the classification line, on their own lines, among the TAGS. */
export function readMessageCaptions(view: MessageView): Caption[] {
  const all: Caption[] = [];
  for (const each of view.message.header?.fields ?? []) {
    if (each.kind === 'classification') {
      const { line } = view.classificationLines.find(({ field }) => field === each)!;
      for (const { text, start, end } of line.handling) {
        const name = text.toUpperCase();
        if (isCaption(name)) all.push({ text: name, start, end, known: name });
      }
      if (line.suffix) all.push(...readCaptions(line.suffix, each.children[0]!.end - line.suffix.length, false));
    } else if (each.kind === 'caption') {
      const { text, base } = view.value(each);
      all.push(...readCaptions(text, base, true));
    } else if (each.kind === 'tags') {
      const { text, base } = view.value(each);
      all.push(...readCaptions(text, base, false));
    }
  }
  return all;
}
