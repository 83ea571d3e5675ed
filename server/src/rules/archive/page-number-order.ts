import { furniture } from '../../model/pages';
import type { Span } from '../../syntax/tree';
import { rule } from '../rule';
import { RECORD, UNCLASSIFIED } from '../specimens';

const PAGE = /^\s*PAGE +(\d{2})(?!\d)/;

export const pageNumberOrder = rule({
  name: 'archive/page-number-order',
  severity: 'warning',
  format: ['1.4', '4.5'],
  message: 'Page {n} follows page {m}.',
  why: 'The pages of a record of 1973-79 follow each other; a gap means that one was lost or copied in the wrong place. Each section may begin at page 1 again, and a page line may be repeated.',
  bad: [
    [RECORD, 'PAGE 02', '«PAGE 03»'],
    [
      RECORD,
      '2.  THEY WILL MEET AGAIN IN MARCH.\n',
      'PAGE 04        ANKARA  01204  141530Z\n\n2.  THEY WILL MEET AGAIN IN MARCH.\n',
      'PAGE 04',
      '«PAGE 04»',
    ],
    [
      RECORD,
      'PAGE 02',
      '«PAGE 03»',
      'MARCH.\n',
      'MARCH.\n\nPAGE 02        ANKARA  01204  141530Z\n\n3.  NOT BEFORE.\n\nPAGE 04        ANKARA  01204  141530Z\n\n4.  NOR AFTER.\n',
    ],
  ],
  good: [
    [RECORD],
    [RECORD, 'PAGE 02', 'PAGE 01'],
    [
      RECORD,
      '2.  THEY WILL MEET AGAIN IN MARCH.\n',
      'PAGE 02        ANKARA  01204  141530Z\n\n2.  THEY WILL MEET AGAIN IN MARCH.\n',
    ],
    [UNCLASSIFIED, '2.  (U) It stopped.', 'ROME 00000001  003 OF 003\n\n2.  (U) It stopped.'],
  ],
  check(view, report) {
    if (view.layout !== 'aad') return;
    let before = 0;
    let highest = 0;
    let at: Span | null = null;
    const seen = new Set<number>();
    for (const line of furniture(view)) {
      const match = line.kind === 'page' ? PAGE.exec(view.text(line)) : null;
      if (!match) continue;
      const n = Number(match[1]);
      const here = { start: line.start + match[0].indexOf('PAGE'), end: line.start + match[0].length };
      // A page that was missed before, and the one after it, belong to the gap that was told of.
      const isReturn = n < before ? !seen.has(n) : n === highest + 1;
      if (at && n !== 1 && n !== before && n !== before + 1 && !isReturn)
        report(here, { n, m: before }, { related: { ...at, message: `This is page ${before}.` } });
      seen.add(n);
      highest = Math.max(highest, n);
      before = n;
      at = here;
    }
  },
});
