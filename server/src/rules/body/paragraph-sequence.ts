import { breaks, renumberFix } from '../facts/numbering';
import { rule } from '../rule';
import { CONFIDENTIAL, DRAFT, RECORD, UNCLASSIFIED } from '../specimens';

export const paragraphSequence = rule({
  name: 'body/paragraph-sequence',
  severity: 'warning',
  format: ['4.1'],
  message: 'Paragraph {number} follows {before}.',
  why: 'Paragraphs are numbered consecutively, as they are cited by their numbers. Silent for lists and annexes that begin anew at 1, quoted texts, and where a page is missing or a paragraph was taken out.',
  fix: 'Numbers all paragraphs anew and changes the places that cite them.',
  bad: [
    [UNCLASSIFIED, '2.  (U)', '«3».  (U)'],
    [
      DRAFT,
      '2.  (U) EconOff',
      '«4».  (U) EconOff',
      '3.  (SBU) The',
      '5.  (SBU) The',
      'needs a market',
      'needs a market (see para 4)',
    ],
    [
      CONFIDENTIAL,
      '2.  (U) It rang twice; see para 1.',
      '¶«12».  (U) It rang twice; see para 1.',
      '3.  (C)',
      '¶3.  (C)',
    ],
    [RECORD, '2.  THEY', '«3».  THEY'],
    [UNCLASSIFIED, '2.  (U) It stopped.', '«22».  It stopped.\n\n3.  It rang.', 'SENSITIVE\n', '', '1.  (SBU)', '1. '],
    [
      UNCLASSIFIED,
      '2.  (U) It stopped.',
      '«4».  It stopped.\n\n3.  It was quiet.\n\n4.  It rang.',
      'SENSITIVE\n',
      '',
      '1.  (SBU)',
      '1. ',
    ],
  ],
  good: [
    [CONFIDENTIAL],
    [UNCLASSIFIED, '2.  (U) It', '1a.  (U) The second bell did not ring.\n\n2.  (U) It'],
    [UNCLASSIFIED, '2.  (U) It stopped.', '2a.  (U) It stopped.\n\n2b.  (U) It was heard.\n\n3.  (U) It rang again.'],
    [UNCLASSIFIED, '2.  (U) It stopped.', 'XXXXXXXXXXXX\n\n3.  (U) It stopped.'],
    [DRAFT, 'End comment.\n', 'End comment.\n\n1.  (U) First annex.\n\n2.  (U) Second annex.\n'],
    [
      CONFIDENTIAL,
      '2.  (U) It',
      '2.  (U) He wrote:\n\nBEGIN TEXT\n\n¶7.  It rang.\n\n¶9.  It rang again.\n\nEND TEXT\n\n¶3.  (U) It',
      '3.  (C) It',
      '4.  (C) It',
    ],
  ],
  check(view, report) {
    for (const { number: at, value, before, beforeValue, twin } of breaks(view)) {
      const number = before.paragraph.number!;
      if (!twin)
        report(
          at,
          { number: value, before: beforeValue },
          { related: { ...number, message: `Paragraph ${beforeValue}.` }, fix: renumberFix(view) },
        );
    }
  },
});
