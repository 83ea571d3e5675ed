import type { Span } from '../../syntax/tree';
import { announced, begun } from '../facts/sections';
import { rule } from '../rule';
import { CONFIDENTIAL, UNCLASSIFIED } from '../specimens';

export const sectionSequence = rule({
  name: 'xref/section-sequence',
  severity: 'warning',
  format: ['5.2', '4.5'],
  message: 'Section {number} follows section {before}.',
  why: 'Sections stand in their order. Only the first that comes too late is reported; one that is not there at all is `xref/section-missing`, one beyond the last `xref/section-over-total`.',
  bad: [
    [
      CONFIDENTIAL,
      'SECTION 01 OF 02',
      'SECTION 01 OF 03',
      '002 OF 002',
      '003 OF 003',
      'It stopped.',
      'It stopped.\n\nROME 00000001  «002» OF 003\n\n4.  (C) It rang.',
    ],
    [CONFIDENTIAL, '#0001/01', '#0001/02', 'SECTION 01 OF 02', 'SECTION 02 OF 02', '002 OF 002', '«001» OF 002'],
  ],
  good: [
    [CONFIDENTIAL],
    [CONFIDENTIAL, 'It stopped.', 'It stopped.\n\nROME 00000001  002 OF 002\n\n4.  (C) It rang.'],
    [CONFIDENTIAL, 'SECTION 01 OF 02', 'SECTION 03 OF 02'],
    [UNCLASSIFIED, 'It stopped.', 'It rang.\n\nROME 00000001  002 OF 002\n\nIt stopped.'],
  ],
  check(view, report) {
    const sections = begun(view);
    if (!sections.length) return;
    const line = announced(view);
    // A classification line that is malformed or contradicts itself says nothing of the order.
    let before = line?.number ?? (view.classification?.section ? 0 : 1);
    let at: Span | null = line?.at ?? null;
    for (const each of sections) {
      if (each.total !== null && each.number > each.total) continue;
      if (each.number < before) {
        const related = at && { start: at.start, end: at.end, message: `Section ${before} begins here.` };
        report(each.at, { number: each.number, before }, { related });
        return;
      }
      before = each.number;
      at = each;
    }
  },
});
