import { span } from '../../model/fields';
import { rule } from '../rule';
import { CONFIDENTIAL, DRAFT, UNCLASSIFIED } from '../specimens';

const LEAD = /^\s*(?:\((?:U|SBU|LOU|C|S|TS)[^()]{0,12}\)\s*)?/;

export const officialInformalSubject = rule({
  name: 'xref/official-informal-subject',
  severity: 'warning',
  format: ['5.2', '3.3', '3.7'],
  message: 'OFFICIAL INFORMAL must stand in the subject line too.',
  why: 'Who files or forwards a cable by its subject must see that it is official-informal. `O-I` is enough.',
  fix: 'Inserts the words at the beginning of the subject, after its portion mark.',
  bad: [
    [CONFIDENTIAL, 'SIPDIS\n', '«OFFICIAL INFORMAL»\nSIPDIS\n'],
    [DRAFT, 'SENSITIVE\n', 'SENSITIVE\n«OFFICIAL INFORMAL»\n', 'SUBJECT: ITALY:', 'SUBJECT: (U) ITALY:'],
  ],
  good: [
    [UNCLASSIFIED],
    [UNCLASSIFIED, 'SIPDIS\n', 'OFFICIAL INFORMAL\n', 'SUBJECT: A BELL', 'SUBJECT: Official-Informal: A BELL'],
    [UNCLASSIFIED, 'SIPDIS\n', 'OFFICIAL INFORMAL\n', 'SUBJECT: A BELL', 'SUBJECT: O-I ON A BELL'],
    [UNCLASSIFIED, 'SIPDIS\n', 'OFFICIAL INFORMAL\n', 'SUBJECT: A BELL\n', ''],
  ],
  check(view, report) {
    const found = view.has('caption') || view.has('classification') ? view.caption('OFFICIAL INFORMAL') : undefined;
    const field = found && view.fields('subject')[0];
    if (!found || !field || /OFFICIAL[- ]{1,3}INFORMAL|\bO-?I\b/i.test(view.folded(field))) return;
    const { text, base } = view.value(field);
    const at = base + LEAD.exec(text)![0].length;
    const edit = { start: at, end: at, text: 'OFFICIAL INFORMAL: ' };
    report(found, null, {
      related: { ...span(field), message: 'The subject line.' },
      fix: view.folded(field) ? { title: 'Insert OFFICIAL INFORMAL', edits: [edit], drafter: true } : null,
    });
  },
});
