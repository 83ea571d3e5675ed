import { span } from '../../model/fields';
import { rule } from '../rule';
import { CONFIDENTIAL, DRAFT, UNCLASSIFIED } from '../specimens';

export const classifiedByUnneeded = rule({
  name: 'xref/classified-by-unneeded',
  severity: 'information',
  tag: 'unnecessary',
  format: ['5.2', '3.9'],
  message: 'Unclassified cables need no classifier.',
  why: 'Nobody has classified an unclassified cable. Either the line is left over, or the level is wrong.',
  bad: [
    [UNCLASSIFIED, 'SUBJECT: A BELL\n', 'SUBJECT: A BELL\n\n«Classified By: Ada Example for reasons 1.4 (b).»\n'],
    [
      DRAFT,
      '     B. ROME 98\n',
      '     B. ROME 98\n\n«CLASSIFIED BY: AMBASSADOR ADA EXAMPLE FOR\nREASONS 1.4 (B) AND (D).»\n',
    ],
  ],
  good: [
    [CONFIDENTIAL],
    [UNCLASSIFIED, 'The bell rang.', 'The list was classified by the museum.'],
    [CONFIDENTIAL, 'C O N F I D E N T I A L SECTION', 'LIMITED OFFICIAL USE SECTION'],
  ],
  check(view, report) {
    const field = view.level === 'UNCLASSIFIED' ? view.fields('classified-by')[0] : undefined;
    if (field)
      report(span(field), null, {
        related: { ...view.classification!.word, message: 'The cable is UNCLASSIFIED.' },
      });
  },
});
