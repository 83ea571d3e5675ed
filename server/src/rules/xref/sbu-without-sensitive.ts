import { insertHeaderLine } from '../../rewrite/header-lines';
import { numberOf, sbuUnsaid } from '../facts/levels';
import { more, rule } from '../rule';
import { CONFIDENTIAL, DRAFT, RECORD, UNCLASSIFIED } from '../specimens';

export const sbuWithoutSensitive = rule({
  name: 'xref/sbu-without-sensitive',
  severity: 'warning',
  format: ['5.2', '3.3', '4.1'],
  message: 'Paragraph {n} is SBU but the cable has no SENSITIVE caption{more}.',
  messages: { unnumbered: 'This paragraph is SBU but the cable has no SENSITIVE caption{more}.' },
  why: 'The caption SENSITIVE tells those who handle an unclassified cable that parts of it are sensitive. Silent before 1996, in extracts, and where the header says so in another form.',
  fix: 'Proposes the caption.',
  bad: [
    [UNCLASSIFIED, 'SENSITIVE\n', '', '(SBU)', '(«SBU»)'],
    [DRAFT, 'SENSITIVE\n\n', '', '(SBU)', '(«SBU»)'],
    [UNCLASSIFIED, 'SENSITIVE\nSIPDIS\n\n', '', '(SBU)', '(«SBU/NF»)', 'UNCLAS ROME', 'UNCLAS NOFORN ROME'],
    [UNCLASSIFIED, 'SENSITIVE\n', '', '1.  (SBU)', '(«SBU»)', '2.  (U) It stopped.\n\n', ''],
  ],
  good: [
    [UNCLASSIFIED],
    [UNCLASSIFIED, 'SENSITIVE\n', '', 'UNCLAS ROME', 'UNCLAS SENSITIVE ROME'],
    [UNCLASSIFIED, 'SENSITIVE\n', 'SENSTIVE\n'],
    [UNCLASSIFIED, 'SENSITIVE\n', '', 'DEC 06', 'DEC 94'],
    [CONFIDENTIAL, '2.  (U)', '2.  (SBU)'],
    [
      UNCLASSIFIED,
      'SENSITIVE\n',
      '',
      'A BELL\n',
      'A BELL\n\n---------------------------------------- header\nUNCLAS ROME 000001\n\nSENSITIVE\n\nE.O. 12958: N/A\nTAGS: PREL, IT\nSUBJECT: A BELL\n',
    ],
    [RECORD],
  ],
  check(view, report) {
    const found = sbuUnsaid(view);
    const [first] = found;
    if (!first) return;
    const n = numberOf(view, first);
    const edit = view.layout === 'smart' ? null : insertHeaderLine(view, 'caption', 'SENSITIVE');
    report(
      first,
      { n, more: more(found) },
      { ...(!n && { as: 'unnumbered' }), fix: edit && { title: 'Insert SENSITIVE', edits: [edit], drafter: true } },
    );
  },
});
