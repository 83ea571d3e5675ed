import type { Token } from '../../model/fields';
import type { Span } from '../../syntax/tree';
import type { Card, Part } from '../markdown';

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

/** One part of a header line: what it says in a word for the overview, and its own card. */
export interface LinePart {
  readonly at: Token;
  readonly role: string;
  readonly card: Card;
}

/** So many parts of one role are shown. */
const ALIKE = 3;

/**
 * The card of the part at an offset, with the whole line part by part below it and this part marked. Null between the parts.
 * Many addresses would only hide the card: of parts alike the overview shows the first few.
 */
export function explainPart(parts: readonly LinePart[], offset: number): Explanation | null {
  const current = parts.find(({ at }) => within(at, offset));
  if (!current) return null;
  const counts = new Map<string, number>();
  const shown = parts.filter((part) => {
    const before = counts.get(part.role) ?? 0;
    counts.set(part.role, before + 1);
    return part === current || before < ALIKE;
  });
  const overview: Part[] = shown.flatMap((part, i): Part[] => [
    ...(i ? [' · '] : []),
    part === current ? { strong: part.at.text } : part.at.text,
    ` ${part.role}`,
  ]);
  const lines = parts.length > 1 ? [...current.card.lines, overview] : current.card.lines;
  return { at: current.at, cards: [{ ...current.card, lines }] };
}
