import { marking, saysSensitive, sbuUnsaid } from '../facts/levels';
import { rule } from '../rule';
import { CONFIDENTIAL, DRAFT, UNCLASSIFIED } from '../specimens';

export const nofornUnclassified = rule({
  name: 'xref/noforn-unclassified',
  severity: 'warning',
  format: ['5.2', '3.3'],
  message: 'NOFORN on an UNCLAS cable that is not SENSITIVE.',
  why: 'What is neither classified nor sensitive need not be kept from foreign nationals. Silent where the header calls the cable sensitive in whatever form, and where its paragraphs do (`xref/sbu-without-sensitive`).',
  bad: [
    [UNCLASSIFIED, 'SENSITIVE\n', '«NOFORN»\n', '(SBU)', '(U)'],
    [DRAFT, 'UNCLAS ROME', 'UNCLAS «NOFORN» ROME', 'SENSITIVE\n\n', '', '(SBU)', '(U)', '(SBU)', '(U)'],
  ],
  good: [
    [UNCLASSIFIED, 'SENSITIVE\n', 'SENSITIVE\nNOFORN\n'],
    [CONFIDENTIAL, 'SIPDIS\n', 'NOFORN\nSIPDIS\n'],
    [UNCLASSIFIED, 'SENSITIVE\n', 'NOFORN\n', 'UNCLAS ROME', 'UNCLAS SBU ROME'],
    [UNCLASSIFIED, 'SENSITIVE\n', '', 'It stopped.', 'It stopped.\n\nNOFORN'],
  ],
  check(view, report) {
    const found = view.level === 'UNCLASSIFIED' ? view.caption('NOFORN') : undefined;
    const cable = found ? marking(view) : null;
    if (!found || !cable || saysSensitive(view) || sbuUnsaid(view).length) return;
    report(found, null, {
      related: { start: cable.start, end: cable.end, message: 'The cable is UNCLASSIFIED.' },
    });
  },
});
