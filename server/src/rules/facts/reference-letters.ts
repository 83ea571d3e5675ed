/** The letters before the references of a REF block (FORMAT 3.8). */

import { ENUM, type Reference } from '../../model/references';
import type { MessageView } from '../../model/view';
import type { Field, Span } from '../../syntax/tree';
import { matches } from '../../text/matches';

export interface Enumerator extends Span {
  readonly letter: string;
  /** Where the letter stands; twice where template and drafter both wrote one (`A. A) LIMA 236`). */
  readonly places: readonly Span[];
  /** A cable is cited directly after it: it cannot be the initial of a name. */
  readonly isCable: boolean;
}

export function enumerators(view: MessageView, field: Field): Enumerator[] {
  const { text, base } = view.value(field);
  const found: Enumerator[] = [];
  for (const match of matches(text, ENUM)) {
    const letter = (match[1] ?? match[2] ?? match[3] ?? match[4])!;
    const at = base + match.index + match[0].lastIndexOf(letter);
    const place = { start: at, end: at + 1 };
    const end = base + match.index + match[0].length;
    const before = found.at(-1);
    const isInner = before?.letter === letter && !/\S/.test(view.text({ start: before.end, end: base + match.index }));
    const mark = { ...place, end, letter, places: isInner ? [...before.places, place] : [place] };
    if (isInner) found.pop();
    found.push({ ...mark, isCable: citesCable(view, end) });
  }
  return found;
}

/** Whether a cable is cited directly after a letter: blanks or a year may stand between. */
export const citesCable = (view: MessageView, from: number): boolean =>
  view.references.some(
    ({ kind, start }) =>
      kind === 'cable' &&
      start >= from &&
      start - from < 8 &&
      /^[\s\d()]*$/.test(view.text({ start: from, end: start })),
  );

/** Each reference has the letter after that of the one before it; what cites them may be meant for another where not. */
export const areLettersInOrder = (view: MessageView): boolean =>
  view.references.every((each, i, all) => i === 0 || goesOn(view, all[i - 1]!, each));

/** The next letter, or another reference under the same: then the letter does not stand between them. */
function goesOn(view: MessageView, before: Reference, { label, start }: Reference): boolean {
  if (before.label !== label) return before.label !== null && label !== null && isNext(before.label, label);
  return label === null || !view.text({ start: before.end, end: start }).includes(label);
}
export const isNext = (before: string, letter: string): boolean => letter.charCodeAt(0) === before.charCodeAt(0) + 1;
