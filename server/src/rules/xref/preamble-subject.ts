import { fold, span } from '../../model/fields';
import type { MessageView } from '../../model/view';
import type { Field } from '../../syntax/tree';
import { differ } from '../facts/essence';
import { replace, rule } from '../rule';
import { CONFIDENTIAL, UNCLASSIFIED } from '../specimens';

export const preambleSubject = rule({
  name: 'xref/preamble-subject',
  severity: 'information',
  format: ['5.2', '1.1', '3.7'],
  message: "The preamble's subject differs.",
  why: 'The archive took the second line of its preamble from the SUBJECT line. Case, blanks, signs, a portion mark and an end that was cut off do not count; silent where either is empty or redacted.',
  fix: 'Writes the subject of the cable into the preamble.',
  bad: [
    [CONFIDENTIAL, '\nA BELL\n', '\n«A HORN»\n'],
    [CONFIDENTIAL, 'SUBJECT: A BELL', 'SUBJECT: (U) A BELL AND\nA HORN', '\nA BELL\n', '\n«A BELL-RINGER»\n'],
  ],
  good: [
    [CONFIDENTIAL, '\nA BELL\n', '\nA Be...\n'],
    [CONFIDENTIAL, '\nA BELL\n', '\n(C) "A BELL"\n'],
    [CONFIDENTIAL, 'SUBJECT: A BELL', 'SUBJECT: A BELL\nIN A TOWER', '\nA BELL\n', '\nA BELL IN A TOWER\n'],
    [CONFIDENTIAL, '\nA BELL\n', '\n\n'],
    [CONFIDENTIAL, 'SUBJECT: A BELL', 'SUBJECT: XXXXXXXXXXXX'],
    [UNCLASSIFIED],
  ],
  check(view, report) {
    const archive = view.preamble('preamble-subject');
    const field = archive ? view.fields('subject')[0] : undefined;
    if (!archive || !field || !differ(view.folded(archive), view.folded(field))) return;
    const right = originalOf(view, field);
    report(span(archive), null, {
      related: { ...span(field), message: 'The subject of the cable.' },
      fix: right ? replace(span(archive), right) : null,
    });
  },
});

/** The subject on one line, its entities as they are, without a portion mark. */
function originalOf({ cable: { text } }: MessageView, { children, value }: Field): string {
  const lines = children.filter(({ kind }) => kind === 'text');
  const words = lines.map(({ start, end }) => text.slice(Math.max(start, value), end));
  return fold(words.join(' ')).replace(/^\((?:U|SBU|LOU|C|S|TS)[^()]{0,12}\) ?/, '');
}
