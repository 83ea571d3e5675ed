import { span } from '../../model/fields';
import { isRedacted, rule } from '../rule';
import { CONFIDENTIAL, DRAFT, SMART, UNCLASSIFIED } from '../specimens';

export const subjectEmpty = rule({
  name: 'header/subject-empty',
  severity: 'warning',
  format: ['3.7'],
  message: 'The subject is empty.',
  why: 'The subject is what a reader sees first. Silent where it stands on a later line.',
  fix: "Inserts the subject of the archive's preamble, unless that was cut short.",
  bad: [
    [CONFIDENTIAL, 'SUBJECT: A BELL', '«SUBJECT:»'],
    [DRAFT, 'SUBJECT: ITALY: CLAM FISHERS AND A CRAB', '«SUBJECT:»'],
    [CONFIDENTIAL, 'A BELL', 'A BELL THAT...', 'SUBJECT: A BELL', '«SUBJ:» '],
    [SMART, 'Subject: PORTUGAL: ELECTRIC FERRIES', '«Subject:»'],
  ],
  good: [
    [UNCLASSIFIED, 'SUBJECT: A BELL', 'SUBJECT:\nA BELL'],
    [UNCLASSIFIED, 'SUBJECT: A BELL', 'SUBJECT:\n\nA BELL'],
    [UNCLASSIFIED, 'SUBJECT: A BELL', 'SUBJECT: XXXXXXXXXXXX'],
  ],
  check(view, report) {
    for (const field of view.fields('subject')) {
      if (view.folded(field)) continue;
      const archive = view.preamble('preamble-subject');
      const text = archive ? view.folded(archive) : '';
      const isKnown = text && !/(?:\.\.\.|…)$/.test(text) && !isRedacted(text);
      const label = view.text({ start: field.label.end, end: field.value });
      const at = span(field).end;
      const put = `${label.includes(':') ? '' : ':'}${/\s$/.test(label) ? '' : ' '}${text}`;
      report(span(field), null, {
        fix: isKnown ? { title: `Insert ${text}`, edits: [{ start: at, end: at, text: put }] } : null,
      });
    }
  },
});
