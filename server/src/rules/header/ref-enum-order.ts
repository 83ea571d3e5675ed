import type { MessageView } from '../../model/view';
import { areLettersInOrder, type Enumerator, enumerators, isNext } from '../facts/reference-letters';
import { isWhole } from '../facts/shared';
import { type Fix, rule } from '../rule';
import { CONFIDENTIAL, TRANSMITTED, UNCLASSIFIED } from '../specimens';

export const refEnumOrder = rule({
  name: 'header/ref-enum-order',
  severity: 'warning',
  format: ['3.8'],
  message: 'Reference {letter} follows {before}.',
  why: 'References are lettered one after the other, as the text cites them by their letters. One finding for a REF block; silent for initials of names.',
  fix: 'Letters the references anew. Where the text cites a letter that would change, or is not all there, the drafter decides.',
  bad: [
    [TRANSMITTED, '     B. STATE', '     «C». STATE'],
    [CONFIDENTIAL, 'A. 05 ROME', 'B. 05 ROME', '     B. 05 STATE', '     «A». 05 STATE'],
    [UNCLASSIFIED, 'A BELL\n', 'A BELL\nREF: (A) STATE 3312; (B) 05 ROME 98; («B») 05 ROME 97\n'],
    [TRANSMITTED, '     B. STATE 12345', '     «D». STATE 12345; E. TELCON; F. STATE 12346'],
  ],
  good: [
    [CONFIDENTIAL],
    [TRANSMITTED, 'A. 05 ROME 405', 'B. 05 ROME 405', '     B. STATE', '     C. STATE'],
    [TRANSMITTED, 'A. 05 ROME 405', 'A. LETTER OF J. BELL'],
    [TRANSMITTED, 'B. STATE 12345', 'B. J. BELL E-MAIL'],
    [TRANSMITTED, 'REF: A. 05 ROME 405', 'REF: A. A) 05 ROME 405'],
    [TRANSMITTED, 'B. STATE 12345\n', 'B. STATE 12345\nREF: A. 05 ROME 405\n     B. STATE 12345\n'],
  ],
  check(view, report) {
    // As a rule the letters are in order, and nothing more has to be read.
    if (areLettersInOrder(view)) return;
    for (const field of view.fields('ref')) {
      const { counted, wrong } = follow(enumerators(view, field));
      if (!wrong) continue;
      const { letter, places } = counted[wrong]!;
      const before = counted[wrong - 1]!;
      report(
        places[0]!,
        { letter, before: before.letter },
        { related: { ...before.places[0]!, message: `Reference ${before.letter}.` }, fix: letterAnew(view, counted) },
      );
    }
  },
});

/** The marks that number references, and the index of the first that is not the next letter; 0 if all are. */
function follow(marks: readonly Enumerator[]): { counted: Enumerator[]; wrong: number } {
  const counted: Enumerator[] = [];
  let wrong = 0;
  for (const mark of marks) {
    const before = counted.at(-1);
    const follows = !before || isNext(before.letter, mark.letter);
    // An initial: `LETTER OF J. BELL`.
    if (!follows && !mark.isCable) continue;
    // What seemed to be the letter was one.
    if (before && mark.letter === before.letter && !before.isCable) counted.pop();
    else if (!follows) wrong ||= counted.length;
    counted.push(mark);
  }
  return { counted, wrong };
}

function letterAnew(view: MessageView, marks: readonly Enumerator[]): Fix | null {
  const cited = citedLetters(view);
  const first = firstLetter(marks, cited);
  if (first + marks.length > 'Z'.charCodeAt(0) + 1) return null;
  const changed = marks.flatMap((mark, i) => {
    const letter = String.fromCharCode(first + i);
    return letter === mark.letter ? [] : [{ mark, letter }];
  });
  // The letter that is looked for is there, but damaged: `A. ROME 1, B] PARIS 2, C. BERN 3`.
  if (marks.some((mark, i) => i > 0 && skips(view, marks[i - 1]!, mark))) return null;
  // What is cited would be gone: a reference was lost, and the others have their letters.
  const last = first + marks.length - 1;
  const isLost = (code: number): boolean => code < first || code > last;
  if (marks.some(({ letter }) => isLost(letter.charCodeAt(0)) && cited.has(letter))) return null;
  const letters = new Set(changed.flatMap(({ mark, letter }) => [mark.letter, letter]));
  return {
    title: 'Letter the references anew',
    edits: changed.flatMap(({ mark, letter }) => mark.places.map((place) => ({ ...place, text: letter }))),
    ...(cites(view, letters) && { drafter: true }),
  };
}

/** The letter to begin with: so that the most of those are there that the text cites, and the fewest have to change. */
function firstLetter(marks: readonly Enumerator[], cited: ReadonlySet<string>): number {
  const codes = marks.map(({ letter }) => letter.charCodeAt(0));
  const least = Math.min(...codes);
  // Only their order is wrong.
  if (new Set(codes).size === codes.length && Math.max(...codes) - least < codes.length) return least;
  const firsts = [least, ...codes.map((code, i) => code - i)].filter((code) => code >= 'A'.charCodeAt(0));
  const score = (first: number): number => {
    const there = codes.filter((_, i) => cited.has(String.fromCharCode(first + i))).length;
    return there * marks.length + codes.filter((code, i) => code === first + i).length;
  };
  return firsts.sort((a, b) => score(b) - score(a) || a - b)[0]!;
}

/** Between two letters stands the one that is missing, as a word of its own. */
function skips(view: MessageView, before: Enumerator, mark: Enumerator): boolean {
  const missing = String.fromCharCode(before.letter.charCodeAt(0) + 1);
  return (
    mark.letter !== missing &&
    view
      .text({ start: before.end, end: mark.start })
      .split(/[^A-Z]+/)
      .includes(missing)
  );
}

const CITED = /\bref(?:tel)?s?\b\.?\s{1,3}\(?([A-Z]\b[^.;:]{0,80})/gi;

/** The lists of letters that the text cites. */
const citations = (view: MessageView): string[] =>
  [...view.text(view.message.body).matchAll(CITED)].map(([, list]) => list!);
const lettersOf = (list: string): string[] => list.toUpperCase().match(/\b[A-Z]\b/g) ?? [];
const citedLetters = (view: MessageView): ReadonlySet<string> => new Set(citations(view).flatMap(lettersOf));

/** Whether the text may cite one of the letters; what is missing of it may as well. */
function cites(view: MessageView, letters: ReadonlySet<string>): boolean {
  if (!isWhole(view)) return true;
  return citations(view).some(
    (list) => /-|\bthrough\b/i.test(list) || lettersOf(list).some((letter) => letters.has(letter)),
  );
}
