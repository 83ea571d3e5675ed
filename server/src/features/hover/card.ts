import type { Span } from '../../syntax/tree';
import type { Card } from '../markdown';

export interface Explanation {
  readonly cards: readonly Card[];
  /** Offsets of the words that are explained. */
  readonly at: Span;
}

/** How a reader's own clock shows a moment; passed in, so that the cards stay pure functions. */
export type LocalTime = (utc: Date) => string;

export const within = (at: Span | null | undefined, offset: number): at is Span =>
  at !== null && at !== undefined && offset >= at.start && offset <= at.end;
export const card = (title: string, ...lines: string[]): Card => ({ title, lines });
export const one = (at: Span, title: string, ...lines: string[]): Explanation => ({
  at,
  cards: [card(title, ...lines)],
});
