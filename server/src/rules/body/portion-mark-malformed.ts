import { malformedMarks } from '../../model/portion-marks';
import { cableMark } from '../../rewrite/portion-marks';
import { isReadable, textOf } from '../facts/shared';
import { propose, rule } from '../rule';
import { CONFIDENTIAL, DRAFT, UNCLASSIFIED } from '../specimens';

export const portionMarkMalformed = rule({
  name: 'body/portion-mark-malformed',
  severity: 'warning',
  format: ['4.1'],
  message: '`{found}` is not a portion mark.',
  why: 'A mark is U, SBU, LOU, C, S or TS in round brackets, perhaps with caveats. Silent for words in brackets, and for caveats that are near none.',
  fix: 'Writes the nearest mark or restores the bracket, for the drafter to decide.',
  bad: [
    [CONFIDENTIAL, '2.  (U) It', '2.  «U)» It'],
    [UNCLASSIFIED, '1.  (SBU) The', '1.  «(SUB)» The'],
    [CONFIDENTIAL, '3.  (C) It', '3.  «[C]» It'],
    [CONFIDENTIAL, '2.  (U) It', '2.  «(X)» It'],
    [DRAFT, '2.  (U) EconOff', '2.  «(u)» EconOff'],
    [CONFIDENTIAL, 'SIPDIS\n', 'NOFORN\n\nSIPDIS\n', '3.  (C) It', '3.  «(C/NOFRON)» It'],
    [CONFIDENTIAL, '3.  (C) It', '3.  «(C» It'],
  ],
  good: [
    [CONFIDENTIAL],
    [CONFIDENTIAL, 'SIPDIS\n', 'NOFORN\n\nSIPDIS\n', '3.  (C) It', '3.  (C//NF) It', '1.  (C) S', '1.  (C/RELIDO) S'],
    [UNCLASSIFIED, 'SENSITIVE\n', '', '1.  (SBU) The', '1.  (D) The', '2.  (U) It', '2.  (U.S. embassy, Rome) It'],
    [CONFIDENTIAL, '2.  (U) It', '2.  (C/FGI) It'],
  ],
  check(view, report) {
    if (!isReadable(view)) return;
    for (const mark of malformedMarks(view)) {
      const level = cableMark(view);
      const meant = mark.meant ?? (level && `(${level})`);
      report(mark, { found: textOf(view, mark) }, { fix: meant && propose(mark, meant) });
    }
  },
});
