import type { MessageView } from '../../model/view';
import type { Field, Span } from '../../syntax/tree';
import { matches } from '../../text/matches';
import { citesCable } from '../facts/reference-letters';
import { more, rule } from '../rule';
import { CONFIDENTIAL, DRAFT, TRANSMITTED } from '../specimens';

export const refEnumDoubled = rule({
  name: 'header/ref-enum-doubled',
  severity: 'information',
  style: true,
  tag: 'unnecessary',
  format: ['3.8'],
  message: 'The letter is given twice.{more}',
  why: 'The template lettered the references, and the drafter did so again. Silent for initials of names and for articles (`A. A LETTER`); one finding for a REF block.',
  fix: 'Deletes the second letter of each reference.',
  bad: [
    [TRANSMITTED, 'A. 05 ROME', 'A. «A)» 05 ROME'],
    [CONFIDENTIAL, 'B. 05 STATE', 'B. «REF B» 05 STATE'],
    [DRAFT, 'A. STATE 3312\n     B. ROME', '(A) «A.» STATE 3312\n     B. REF B. ROME'],
  ],
  good: [
    [TRANSMITTED, 'A. 05 ROME 405', 'A. A LETTER OF DECEMBER 1'],
    [TRANSMITTED, 'B. STATE 12345', 'B. B. BELL E-MAIL'],
    [TRANSMITTED, 'B. STATE 12345', 'B. REF B OF STATE 12345'],
    [TRANSMITTED, 'B. STATE 12345', 'B. (C) STATE 12345'],
  ],
  check(view, report) {
    for (const field of view.fields('ref')) {
      const found = doubled(view, field);
      const [first] = found;
      if (!first) continue;
      const { start } = first;
      report(
        { start, end: start + view.text(first).trimEnd().length },
        { more: more(found) },
        {
          fix: {
            title: found.length > 1 ? 'Delete the second letters' : 'Delete the second letter',
            edits: found.map((each) => ({ ...each, text: '' })),
          },
        },
      );
    }
  },
});

/** The second letters with the blanks after them. */
function doubled(view: MessageView, field: Field): Span[] {
  const { text, base } = view.value(field);
  return matches(text, DOUBLED).flatMap((match) => {
    const end = base + match.index + match[0].length;
    // `B. B. BELL` is a name, `B. REF B OF ROME 98` a phrase.
    const isSure = (match[3] ?? '.') !== '.' || citesCable(view, end);
    return !isSure ? [] : [{ start: end - match[2]!.length, end }];
  });
}

/** The first letter; all of the second with the blanks after it; its mark. */
const DOUBLED =
  /(?<![A-Za-z0-9.'&-])[([]?([A-Z])[.):\]]\s{0,2}((?:(?:REF|Ref|ref)\.? [([]?\1(?:[.):\]] {0,3}| {1,3})|[([]?\1([.):\]]) {0,3}))(?=[A-Za-z0-9(])/g;
