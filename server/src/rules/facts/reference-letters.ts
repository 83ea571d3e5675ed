/** The letters before the references of a REF block (FORMAT 3.8). */

import { ENUM, type Reference } from '../../model/references';
import type { MessageView } from '../../model/view';
import { firstFrom } from '../../syntax/places';
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
export function citesCable(view: MessageView, from: number): boolean {
  const starts = view.once(cableStarts);
  for (let i = firstFrom(starts, from); i < starts.length && starts[i]! - from < 8; i++)
    if (/^[\s\d()]*$/.test(view.text({ start: from, end: starts[i]! }))) return true;
  return false;
}

/** Where the cables that are cited begin, in the order of the text. */
const cableStarts = (view: MessageView): readonly number[] =>
  view.references
    .filter(({ kind }) => kind === 'cable')
    .map(({ start }) => start)
    .sort((a, b) => a - b);

/** Each reference has the letter after that of the one before it; what cites them may be meant for another where not. */
export const areLettersInOrder = (view: MessageView): boolean =>
  view.references.every((each, i, all) => i === 0 || goesOn(view, all[i - 1]!, each));

/** The next letter, or another reference under the same: then the letter does not stand between them. */
function goesOn(view: MessageView, before: Reference, { label, start }: Reference): boolean {
  if (before.label !== label) return before.label !== null && label !== null && isNext(before.label, label);
  return label === null || !view.text({ start: before.end, end: start }).includes(label);
}
export const isNext = (before: string, letter: string): boolean => letter.charCodeAt(0) === before.charCodeAt(0) + 1;
