import { levelOf } from '../../model/classification';
import { SIGNALS } from '../facts/signals';
import { propose, rule } from '../rule';
import { CONFIDENTIAL, TRANSMITTED } from '../specimens';

export const securitySignalMismatch = rule({
  name: 'header/security-signal-mismatch',
  severity: 'error',
  format: ['2.4'],
  message: '{prosign} does not go with {mark}.',
  why: 'ZNR warns of an unclassified message, ZNY of all others; ZNY UUUUU on service messages is silent, as is a mark that contradicts the classification line, which is the worse mistake.',
  fix: 'Proposes ZNY.',
  bad: [
    [CONFIDENTIAL, 'ZNY CCCCC', '«ZNR» CCCCC'],
    [TRANSMITTED, 'ZNY CCCCC', '«ZNR» SSSSS/AAAAA', 'C O N F I D E N T I A L', 'S E C R E T'],
  ],
  good: [
    [CONFIDENTIAL],
    [CONFIDENTIAL, 'ZNY CCCCC', 'ZNR UUUUU'],
    [CONFIDENTIAL, 'ZNY CCCCC', 'ZNY UUUUU'],
    [CONFIDENTIAL, 'ZNY CCCCC', 'ZNR SSSSS'],
    [CONFIDENTIAL, 'ZNY CCCCC', 'ZNR CCCC'],
  ],
  check(view, report) {
    const { fl4, level } = view;
    const letter = fl4?.mark && /^([UERCST])\1{4}/i.exec(fl4.mark.text)?.[1]?.toUpperCase();
    if (!fl4?.mark || !letter) return;
    const prosign = fl4.prosign.text.toUpperCase();
    const allowed = SIGNALS[prosign];
    if (!allowed || allowed.includes(letter)) return;
    // No level stands for RRRRR, and EEEEE protects what is not classified.
    const isMeant =
      !level ||
      letter === 'R' ||
      (letter === 'E' ? !view.isClassified : levelOf(letter === 'T' ? 'TS' : letter) === level);
    if (!isMeant) return;
    report(
      fl4.prosign,
      { prosign, mark: fl4.mark.text },
      { related: { ...fl4.mark, message: `The mark is ${fl4.mark.text}.` }, fix: propose(fl4.prosign, 'ZNY') },
    );
  },
});
