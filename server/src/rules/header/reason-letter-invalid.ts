import { isFrom } from '../facts/shared';
import { rule } from '../rule';
import { CONFIDENTIAL, TRANSMITTED } from '../specimens';

export const reasonLetterInvalid = rule({
  name: 'header/reason-letter-invalid',
  severity: 'error',
  format: ['3.9'],
  message: '({letter}) is not one of (a) to (h).',
  why: 'The reasons of section 1.4 are lettered (a) to (h). Silent for letters that stand in a list of words, and before E.O. 12958.',
  bad: [
    [CONFIDENTIAL, '(d)', '(«k»)'],
    [TRANSMITTED, '1.4 (b) and (d)', '1.4 B, «J»'],
  ],
  good: [
    [CONFIDENTIAL, '1.4 (b) and (d)', '1.4 A AND H'],
    [CONFIDENTIAL, '(b) and (d).', '(b), as Charge and I agree'],
    [TRANSMITTED, 'DEC 06', 'DEC 94', '1.4 (b)', '1.3 (k)'],
  ],
  check(view, report) {
    const letters = view.has('classified-by') ? (view.classifiedBy?.letters ?? []) : [];
    if (letters.every(({ text }) => isReason(text)) || (view.dtg?.date && !isFrom(view, 1995, 10))) return;
    for (const letter of letters)
      if (!isReason(letter.text) && LISTED.test(view.text({ start: letter.start - 12, end: letter.start })))
        report(letter, { letter: letter.text });
  },
});

const isReason = (letter: string): boolean => letter >= 'a' && letter <= 'h';
/** What stands before a letter of the list: a bracket, the section, a separator. */
const LISTED = /[(\d,/&]\s{0,8}$/;
