import type { Edit } from '../../text/edits';
import { FL4_LETTERS, marking } from '../facts/levels';
import { rule } from '../rule';
import { CONFIDENTIAL, TRANSMITTED, UNCLASSIFIED } from '../specimens';

const MARK = /^([UECST])\1{4}(?=$|\/)/i;

export const securityMark = rule({
  name: 'xref/security-mark',
  severity: 'error',
  format: ['5.2', '2.4', '3.2'],
  message: 'FL4 is marked {mark}, the classification line says {level}.',
  why: 'FL4 tells the relay how the message must be protected: with the letter of its classification. EEEEE, encrypted for transmission only, goes with unclassified cables. Silent where FL4 is malformed or contradicts itself.',
  fix: 'Proposes the mark of the classification line, with the ZNR or ZNY that goes with it.',
  bad: [
    [CONFIDENTIAL, 'ZNY CCCCC', 'ZNY «SSSSS»'],
    [TRANSMITTED, 'ZNY CCCCC', 'ZNR «UUUUU»'],
    [UNCLASSIFIED, 'R 121200Z', 'ZNY «CCCCC» ZZH\nR 121200Z'],
  ],
  good: [
    [CONFIDENTIAL],
    [UNCLASSIFIED, 'R 121200Z', 'ZNY EEEEE ZZH\nR 121200Z'],
    [CONFIDENTIAL, 'ZNY CCCCC', 'ZNY CCCCC/AAAAA'],
    [CONFIDENTIAL, 'ZNY CCCCC', 'ZNY SSSCC'],
    [CONFIDENTIAL, 'ZNY CCCCC', 'ZNY XXXXX'],
  ],
  check(view, report) {
    if (!view.has('fl4')) return;
    const { mark, prosign } = view.fl4!;
    const match = mark && MARK.exec(mark.text);
    const cable = match ? marking(view) : null;
    if (!mark || !match || !cable) return;
    const letter = match[1]!.toUpperCase();
    const said = prosign.text.toUpperCase();
    // Then FL4 has been reported by itself (header/security-signal-mismatch).
    if (said === 'ZNR' && letter !== 'U') return;
    const letters = FL4_LETTERS[cable.level];
    if (letters.includes(letter)) return;
    const text = letters[0]!.repeat(5);
    const at = { start: mark.start, end: mark.start + 5 };
    const edits: Edit[] = [{ ...at, text }];
    const needed = letters[0] === 'U' ? 'ZNR' : 'ZNY';
    if (said !== needed) edits.unshift({ start: prosign.start, end: prosign.end, text: needed });
    report(
      at,
      { mark: match[0], level: cable.level },
      {
        related: { start: cable.start, end: cable.end, message: `The classification line says ${cable.level}.` },
        fix: { title: `Change to ${said === needed ? text : `${needed} ${text}`}`, edits, drafter: true },
      },
    );
  },
});
