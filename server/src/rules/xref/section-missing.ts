import { pageNumbers } from '../../model/pages';
import { damagedPageLines } from '../facts/damaged-page-lines';
import { announced, type Begun, begun } from '../facts/sections';
import { rule } from '../rule';
import { CONFIDENTIAL, UNCLASSIFIED } from '../specimens';

/** More sections than any cable has: a misprint. */
const MOST = 60;

export const sectionMissing = rule({
  name: 'xref/section-missing',
  severity: 'warning',
  format: ['5.2', '4.5', '3.2'],
  message: '{total} sections announced, section {missing} not found.',
  why: 'Each section after the first begins with a page line. Silent where the text has no page lines at all, as an archive may have dropped them, where one cannot be read, and in files of several messages, where sections came separately.',
  bad: [
    [CONFIDENTIAL, 'SECTION 01 OF 02', '«SECTION 01 OF 03»', '002 OF 002', '002 OF 003'],
    [CONFIDENTIAL, 'SECTION 01 OF 02', '«SECTION 01 OF 04»', '002 OF 002', '004 OF 004'],
  ],
  good: [
    [CONFIDENTIAL],
    [CONFIDENTIAL, 'SECTION 01 OF 02', 'SECTION 01 OF 03', 'ROME 00000001  002 OF 002\n\n', ''],
    [CONFIDENTIAL, '#0001/01', '#0001/02', 'SECTION 01 OF 02', 'SECTION 02 OF 03', '002 OF 002', '002 OF 003'],
    [
      CONFIDENTIAL,
      'SECTION 01 OF 02',
      'SECTION 01 OF 03',
      '002 OF 002',
      '002 OF 003',
      'It stopped.',
      'It stopped.\n\nROME 00000001  003 F 3\n\n4.  (C) It rang.',
    ],
    [UNCLASSIFIED],
  ],
  check(view, report) {
    const line = announced(view);
    if (line?.number !== 1 || line.total > MOST || view.partial || view.cable.messages.length > 1) return;
    const sections = begun(view);
    // Another total, and a section before the first or beyond the last, are reported as such.
    const isOdd = ({ total, number }: Begun): boolean => total !== line.total || number < 1 || number > line.total;
    if (!sections.length || sections.some(isOdd)) return;
    const missing: number[] = [];
    for (let section = 2; section <= line.total; section++)
      if (!sections.some(({ number }) => number === section) && !pageNumbers(view).includes(section))
        missing.push(section);
    if (missing.length && !damagedPageLines(view).length)
      report(line.at, { total: line.total, missing: missing.join(', ') });
  },
});
