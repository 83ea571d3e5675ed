import { tagMeanings } from '../../data/tags';
import { span } from '../../model/fields';
import { rule } from '../rule';
import { CONFIDENTIAL, RECORD, SMART, TRANSMITTED } from '../specimens';

export const tagsNoSubject = rule({
  name: 'header/tags-no-subject',
  severity: 'warning',
  table: true,
  format: ['3.6', '3.1', '1.5'],
  message: 'At least one subject TAGS is needed.',
  why: 'At least one subject TAGS is required, such as PREL or ETRD. Silent where a code is not in the table, for program codes, and for parts of a cable.',
  bad: [
    [CONFIDENTIAL, 'TAGS: PREL, ECON, IT', '«TAGS: IT»'],
    [SMART, 'TAGS: ECON, ETRD, PO', '«TAGS: PO, UNSC»'],
  ],
  good: [
    [TRANSMITTED, 'PREL, ECON, IT', 'QQQQ, IT'],
    [CONFIDENTIAL, 'PREL, ECON, IT', 'KDEM, IT'],
    [RECORD],
    ['TAGS: IT\n'],
  ],
  check(view, report) {
    if (view.partial || !view.tags.length) return;
    const isSubject = view.tags.some(
      ({ kind, code }) =>
        kind === 'subject' ||
        kind === 'unknown' ||
        kind === 'program' ||
        tagMeanings(code).some((each) => each.kind === 'subject'),
    );
    if (!isSubject) report(span(view.tagsLines[0]!.field));
  },
});
