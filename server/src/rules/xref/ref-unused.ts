import { citations, isComplete } from '../facts/citations';
import { areLettersInOrder } from '../facts/reference-letters';
import { rule } from '../rule';
import { CONFIDENTIAL, DRAFT, SMART } from '../specimens';

export const refUnused = rule({
  name: 'xref/ref-unused',
  severity: 'information',
  style: true,
  tag: 'unnecessary',
  format: ['5.2', '3.8'],
  message: 'Ref {letter} is never cited.',
  why: 'Of several references each is listed because the text cites it. Silent where the text cites none by its letter, or reftels in general, and where not all of its sections are here.',
  bad: [
    [CONFIDENTIAL, '05 STATE 12345', '«05 STATE 12345»', 'as ref B had', 'as they had'],
    [DRAFT, 'STATE 3312', '«STATE 3312»', 'in ref A', 'before'],
    [SMART, '14 LISBON 902', '14 LISBON 902\n           C) «14 LISBON 903» AND 905'],
  ],
  good: [
    [CONFIDENTIAL, 'of ref A rang as ref B had', 'of refs A,\nand (B) rang'],
    [
      CONFIDENTIAL,
      'B. 05 STATE 12345',
      'B. 05 STATE 12345\n     C. 05 ROME 406',
      'of ref A rang as ref B had',
      'of refs A-C rang',
    ],
    [CONFIDENTIAL, 'of ref A rang as ref B had', 'of reftels rang'],
    [CONFIDENTIAL, 'as ref B had', 'as they had', 'SUBJECT: A BELL', 'SUBJECT: A BELL: ANSWER TO REF B'],
    [CONFIDENTIAL, 'of ref A rang as ref B had', 'of refs A (notal)\n\nROME 00000001  002 OF 002\n\n\nand B rang'],
    [CONFIDENTIAL, 'as ref B had', 'as they had', 'ROME 00000001  002 OF 002\n\n', ''],
  ],
  check(view, report) {
    const listed = view.references;
    const several = listed.length > 1 && listed.some(({ label }) => label && label !== listed[0]!.label);
    if (!several || !isComplete(view) || !areLettersInOrder(view)) return;
    const { used, general } = citations(view);
    if (used.size === 0 || general) return;
    const told = new Set<string>();
    for (const { label, start, end } of listed) {
      if (!label || used.has(label) || told.has(label)) continue;
      told.add(label);
      report({ start, end }, { letter: label });
    }
  },
});
