import { span } from '../../model/fields';
import { insertHeaderLine } from '../../rewrite/header-lines';
import { hasHeader } from '../facts/shared';
import { recordSubject } from '../facts/wrapper';
import { rule } from '../rule';
import { CONFIDENTIAL, DRAFT, RECORD, UNCLASSIFIED } from '../specimens';

export const subjectMissing = rule({
  name: 'header/subject-missing',
  severity: 'warning',
  format: ['3.1', '3.7'],
  message: 'The SUBJECT line is missing.',
  why: 'The subject is what lists of cables show and what a reader looks for. Silent for drafts without a transmission header and where the header itself is missing.',
  fix: 'Inserts the subject of the archive, unless that is cut short.',
  bad: [
    [
      CONFIDENTIAL,
      'SUBJECT: A BELL\n',
      '',
      'C O N F I D E N T I A L SECTION 01 OF 02 ROME 000001',
      '«C O N F I D E N T I A L SECTION 01 OF 02 ROME 000001»',
    ],
    [UNCLASSIFIED, 'SUBJECT: A BELL\n', '', 'UNCLAS ROME 000001', '«UNCLAS ROME 000001»'],
    [
      RECORD,
      'SUBJ: CIVIL AVIATION CONSULTATIONS\n',
      '',
      'C O N F I D E N T I A L ANKARA 1204',
      '«C O N F I D E N T I A L ANKARA 1204»',
    ],
    [
      CONFIDENTIAL,
      '06ROME1\nA BELL\n',
      '06ROME1\nA BELL OF THE CATHEDRAL RINGS AT NOON AND THE TOWN COUNCIL ASKS FOR A SECOND ONE\n',
      'SUBJECT: A BELL\n',
      '',
      'C O N F I D E N T I A L SECTION 01 OF 02 ROME 000001',
      '«C O N F I D E N T I A L SECTION 01 OF 02 ROME 000001»',
    ],
    [
      CONFIDENTIAL,
      '06ROME1\nA BELL\n',
      '06ROME1\nA BELL OF THE CATH...\n',
      'SUBJECT: A BELL\n',
      '',
      'C O N F I D E N T I A L SECTION 01 OF 02 ROME 000001',
      '«C O N F I D E N T I A L SECTION 01 OF 02 ROME 000001»',
    ],
  ],
  good: [
    [DRAFT, 'SUBJECT: ITALY: CLAM FISHERS AND A CRAB\n', ''],
    [UNCLASSIFIED, 'SUBJECT: A BELL', 'SUBJECT:\n\nA BELL'],
    [UNCLASSIFIED, 'SUBJECT: A BELL', 'S U B J: A BELL'],
    [UNCLASSIFIED, 'TAGS: PREL, IT\n', 'TAGS: PREL, IT '],
  ],
  check(view, report) {
    if (!hasHeader(view) || view.has('subject')) return;
    const subject = recordSubject(view);
    const lines = subject === null ? null : folded(`SUBJECT: ${subject}`);
    const edit = lines === null ? null : insertHeaderLine(view, 'subject', lines);
    report(span(view.fields('classification')[0]!), null, {
      fix: edit && { title: 'Insert the subject of the archive', edits: [edit] },
    });
  },
});

/** Lines of at most 65 characters: the archive writes the subject on one line, however long. */
const folded = (text: string): string =>
  Array.from(text.matchAll(/\S.{0,64}(?= |$)|\S+/g), ([line]) => line).join('\n');
