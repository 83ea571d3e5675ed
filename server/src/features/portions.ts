/** Paragraphs by their portion marks: the strip beside the scroll bar (FORMAT 4.1). */
import { viewOf } from '../model/view';
import type { Snapshot } from './snapshot';

/** First and last line of a paragraph, from 0, and how it is marked. */
export interface Portion {
  readonly first: number;
  readonly last: number;
  readonly level: 'UNCLASSIFIED' | 'SENSITIVE' | 'CONFIDENTIAL' | 'SECRET' | 'TOP SECRET';
}

const LEVELS: Readonly<Record<string, Portion['level']>> = {
  U: 'UNCLASSIFIED',
  UNCLASSIFIED: 'UNCLASSIFIED',
  SBU: 'SENSITIVE',
  LOU: 'SENSITIVE',
  C: 'CONFIDENTIAL',
  CONFIDENTIAL: 'CONFIDENTIAL',
  S: 'SECRET',
  SECRET: 'SECRET',
  TS: 'TOP SECRET',
};

/** What a portion mark without its brackets says, `S/NF`, and the word that says it; null where it is none. */
export function markLevel(mark: string): { readonly word: string; readonly level: Portion['level'] } | null {
  const word = /^[A-Z]+/i.exec(mark)?.[0] ?? '';
  const level = LEVELS[word.toUpperCase()];
  return level ? { word, level } : null;
}

/** In the order of the text; paragraphs without a mark, or with one that is none, are left out. */
export const portions = ({ cable, lines }: Snapshot): Portion[] =>
  cable.messages.flatMap((message) =>
    viewOf(cable, message).paragraphs.flatMap(({ paragraph: { mark, start, children } }): Portion[] => {
      const level = mark && markLevel(cable.clean.slice(mark.start, mark.end))?.level;
      const written = children.findLast(({ kind }) => kind !== 'blank');
      return level ? [{ first: lines.lineAt(start), last: lines.lineAt(written?.start ?? start), level }] : [];
    }),
  );
