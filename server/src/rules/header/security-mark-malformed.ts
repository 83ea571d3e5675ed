import { SIGNALS } from '../facts/signals';
import { isRedacted, propose, rule } from '../rule';
import { CONFIDENTIAL, TRANSMITTED } from '../specimens';

const MARK = /^(?:([A-Z])\1{4}|([A-Z])\2{2}[A-Z]{2})$/i;
/** After the slash: a special category, or a letter of allied traffic. */
const CATEGORY = /^[A-Z]{5}$/i;
/** Too few or too many letters. */
const REPEATED = /^([UERCST])\1*$/;

/** The letter that was meant, if no other can have been: alone, or with one that was garbled. */
function letterOf(mark: string): string | null {
  const alone = REPEATED.exec(mark)?.[1];
  if (alone) return alone;
  const count = (letter: string) => mark.split(letter).length - 1;
  return [...'UERCST'].find((letter) => count(letter) >= 3 && count(letter) === mark.length - 1) ?? null;
}

export const securityMarkMalformed = rule({
  name: 'header/security-mark-malformed',
  severity: 'error',
  format: ['2.4'],
  message: 'The classification letter must be repeated five times.',
  why: 'The letter of the classification is sent five times, so that it survives garbling, or three times before two letters of a country. Silent where it is redacted.',
  fix: 'Proposes the letter five times.',
  bad: [
    [CONFIDENTIAL, 'CCCCC', '«CCCC»'],
    [CONFIDENTIAL, 'CCCCC', '«CC»'],
    [TRANSMITTED, 'CCCCC', '«CCXCC»'],
    [TRANSMITTED, 'CCCCC', '«CCCCCC»/AAAAA'],
    [TRANSMITTED, 'CCCCC', 'CCCCC/«AAA»'],
  ],
  good: [
    [CONFIDENTIAL],
    [CONFIDENTIAL, 'CCCCC', 'CCCCC/AAAAA'],
    [TRANSMITTED, 'CCCCC', 'CCCGB'],
    [TRANSMITTED, 'CCCCC', 'XXXXX'],
  ],
  check(view, report) {
    const { fl4 } = view;
    if (!fl4) return;
    // Fewer than three letters are no mark to the parser.
    const mark = fl4.mark ?? fl4.signals.find(({ text }, i) => i === 0 && REPEATED.test(text.toUpperCase()));
    if (!mark || MARK.test(mark.text) || isRedacted(mark.text)) return;
    const [level, category] = mark.text.toUpperCase().split('/');
    if (!MARK.test(level!)) {
      const letter = letterOf(level!);
      const at = { start: mark.start, end: mark.start + level!.length };
      // Of two mistakes in a line the drafter must choose.
      const goes = letter && SIGNALS[fl4.prosign.text.toUpperCase()]?.includes(letter);
      report(at, null, { fix: goes ? propose(at, letter.repeat(5)) : null });
    } else if (category !== undefined && !CATEGORY.test(category))
      report({ start: mark.end - category.length, end: mark.end });
  },
});
