import { insertHeaderLine } from '../../rewrite/header-lines';
import { CLASSIFIER_FROM, datedOn, GRACE, orderLine, SECTION_1_4_FROM } from '../facts/order-line';
import { isReadable } from '../facts/shared';
import { rule } from '../rule';
import { CONFIDENTIAL, DRAFT, SMART, TRANSMITTED } from '../specimens';

/** It may stand in the first paragraphs, where the parser takes it for text. */
const ELSEWHERE = /CLASS?IFI?ED\s+BY|DERIVED\s+FROM|REASONS?\b[^\n]{0,20}1\.[4-6]/i;
const HEAD = 6000;

export const classifiedByMissing = rule({
  name: 'xref/classified-by-missing',
  severity: 'warning',
  format: ['5.2', '3.9'],
  message: 'A classified cable names its classifier.',
  why: 'Since E.O. 12958 of October 1995 a classified cable says who classified it and why, or what it was derived from. Silent in SMART cables, in later sections, where there is no executive order line either, and where the words stand in the first paragraphs.',
  fix: 'Inserts a line for the drafter to fill in.',
  bad: [
    [
      CONFIDENTIAL,
      'C O N F I D E N T I A L SECTION',
      '«C O N F I D E N T I A L» SECTION',
      'Classified By: Ambassador Ada Example for reasons 1.4 (b) and (d).\n\n',
      '',
    ],
    [
      TRANSMITTED,
      'O 121200Z DEC 06',
      'O 121200Z DEC 02',
      '05 ROME',
      '01 ROME',
      'C O N F I D E N T I A L SECTION',
      '«S E C R E T» SECTION',
      'CCCCC',
      'SSSSS',
      'Classified By: Ambassador Ada Example for reasons 1.4 (b) and (d).\n\n',
      '',
    ],
    [
      DRAFT,
      'UNCLAS ROME 000127\n\nSENSITIVE\n',
      '«C O N F I D E N T I A L» ROME 000127\n',
      'N/A',
      'DECL: 12/12/2036',
      '(SBU) Summary',
      '(C) Summary',
      '(SBU) The lagoon',
      '(C) The lagoon',
    ],
  ],
  good: [
    [SMART],
    [CONFIDENTIAL, 'Classified By: Ambassador Ada Example for reasons 1.4 (b) and (d).', 'Derived From: DSCG 05-1.'],
    [
      CONFIDENTIAL,
      'Classified By: Ambassador Ada Example for reasons 1.4 (b) and (d).\n\n',
      '',
      '1.  (C) Summary:',
      '1.  (C) Ambassador Ada Example, reasons: 1.4 (b). Summary:',
    ],
    [
      TRANSMITTED,
      'SECTION 01 OF 02',
      'SECTION 02 OF 02',
      'Classified By: Ambassador Ada Example for reasons 1.4 (b) and (d).\n\n',
      '',
    ],
    [
      TRANSMITTED,
      'O 121200Z DEC 06',
      'O 121200Z DEC 92',
      'Classified By: Ambassador Ada Example for reasons 1.4 (b) and (d).\n\n',
      '',
    ],
  ],
  check(view, report) {
    if (!view.isClassified || view.has('classified-by') || !view.has('eo')) return;
    if (view.layout === 'smart' || !isReadable(view) || (view.classification!.sectionNumber ?? 1) > 1) return;
    const dated = datedOn(view);
    // A draft has no date yet, and is of today.
    if (dated === null ? view.layout !== 'fragment' : dated < CLASSIFIER_FROM + GRACE) return;
    // The notice of a lost header left no date, but the order is an older one.
    if (dated === null && Number(orderLine(view)?.number?.text ?? 12958) < 12958) return;
    const { start, end } = view.message;
    if (ELSEWHERE.test(view.text({ start, end: Math.min(end, start + HEAD) }))) return;
    const section = dated !== null && dated < SECTION_1_4_FROM ? '1.5' : '1.4';
    const edit = insertHeaderLine(view, 'classified-by', `Classified By: NAME, TITLE, for reasons ${section} ().`);
    report(view.classification!.word, null, {
      fix: edit && { title: 'Insert Classified By, to be filled in', edits: [edit], drafter: true },
    });
  },
});
