import { breaks, renumberFix } from '../facts/numbering';
import { rule } from '../rule';
import { CONFIDENTIAL, DRAFT, UNCLASSIFIED } from '../specimens';

export const paragraphDuplicate = rule({
  name: 'body/paragraph-duplicate',
  severity: 'warning',
  format: ['4.1'],
  message: 'There are two paragraphs {number}.',
  why: 'A paragraph is cited by its number, which must be its alone. Silent for lists and annexes that begin anew at 1, for quoted texts, and below a header that is given again.',
  fix: 'Numbers all paragraphs anew and changes the places that cite them.',
  bad: [
    [UNCLASSIFIED, '2.  (U) It stopped.', '2.  (U) It stopped.\n\n«2».  (U) It was quiet.'],
    [CONFIDENTIAL, '3.  (C) It stopped.', '«2».  (C) It stopped.'],
    [DRAFT, '2.  (U) EconOff', '«1».  (U) EconOff', '3.  (SBU) The lagoon', '2.  (SBU) The lagoon'],
  ],
  good: [
    [CONFIDENTIAL],
    [UNCLASSIFIED, '2.  (U) It', '2a.  (U) It', 'stopped.', 'stopped.\n\n2b.  (U) It was quiet.'],
    [
      UNCLASSIFIED,
      '2.  (U) It stopped.',
      '2.  (U) It stopped.\n\nQUOTE\n\n¶2.  It rang.\n\nUNQUOTE\n\n¶3.  (U) It was quiet.',
    ],
    [DRAFT, 'End comment.\n', 'End comment.\n\n1.  (U) First annex.\n\n2.  (U) Second annex.\n'],
  ],
  check(view, report) {
    for (const { number, value, twin } of breaks(view))
      if (twin)
        report(
          number,
          { number: value },
          { related: { ...twin.paragraph.number!, message: `The first paragraph ${value}.` }, fix: renumberFix(view) },
        );
  },
});
