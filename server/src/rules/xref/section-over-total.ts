import { announced, begun, stated } from '../facts/sections';
import { rule } from '../rule';
import { CONFIDENTIAL, UNCLASSIFIED } from '../specimens';

export const sectionOverTotal = rule({
  name: 'xref/section-over-total',
  severity: 'error',
  format: ['5.2', '3.2', '4.5'],
  message: 'Section {number} of {total}.',
  why: 'No section can come after the last. Looks at the classification line and, where that announces the same number of sections, at the page lines.',
  bad: [
    [UNCLASSIFIED, 'UNCLAS ROME', 'UNCLAS «SECTION 03 OF 02» ROME'],
    [CONFIDENTIAL, '002 OF 002', '«003 OF 002»'],
  ],
  good: [
    [CONFIDENTIAL],
    [UNCLASSIFIED, 'UNCLAS ROME', 'UNCLAS FINAL SECTION OF 2 ROME'],
    [UNCLASSIFIED, 'UNCLAS ROME', 'UNCLAS SECTIN 03 F 02 ROME'],
    [CONFIDENTIAL, 'SECTION 01 OF 02', 'SECTION 01 OF 03', '002 OF 002', '003 OF 002'],
  ],
  check(view, report) {
    const line = stated(view);
    if (line && line.number > line.total) report(line.at, { number: line.number, total: line.total });
    const total = announced(view)?.total;
    const beyond = total && begun(view).find((each) => each.total === total && each.number > total);
    if (beyond) report(beyond, { number: beyond.number, total });
  },
});
