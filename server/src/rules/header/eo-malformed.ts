import { span } from '../../model/fields';
import { needsDeclassification } from '../facts/declassification';
import { isRedacted, rule } from '../rule';
import { CONFIDENTIAL, RECORD, SMART, UNCLASSIFIED } from '../specimens';

export const eoMalformed = rule({
  name: 'header/eo-malformed',
  severity: 'warning',
  format: ['3.5'],
  message: 'Expected E.O. number: value.',
  why: 'The line names the order and says what follows from it. Silent for `N/A` without a number, for redacted lines, and in the SMART layout, which gives the number alone.',
  bad: [
    [UNCLASSIFIED, 'E.O. 12958: N/A', '«E.O. 12958:»'],
    [RECORD, 'E.O. 11652: GDS', '«E.O.: GDS»'],
    [CONFIDENTIAL, 'E.O. 12958: DECL: 12/12/2016', '«E.O.: DECL: 12/12/2016»'],
  ],
  good: [
    [UNCLASSIFIED, 'E.O. 12958: N/A', 'E.O.: N/A'],
    [UNCLASSIFIED, 'E.O. 12958: N/A', 'E.o.12958:N/A'],
    [CONFIDENTIAL, 'E.O. 12958: DECL: 12/12/2016', 'EO 12958 DECL 12/12/2016'],
    [CONFIDENTIAL, 'E.O. 12958: DECL: 12/12/2016', 'E.O. 12958:'],
    [CONFIDENTIAL, 'E.O. 12958: DECL: 12/12/2016', 'E.O.: XXXXXXXXXX'],
    [UNCLASSIFIED, 'E.O. 12958: N/A', 'E.O. UNKNOWN'],
    [SMART],
  ],
  check(view, report) {
    if (view.layout === 'smart') return;
    for (const { field, number, instruction } of view.orders) {
      if (number && (instruction || /^UNKNOWN$/i.test(number.text))) continue;
      const text = view.folded(field);
      // A number alone on a classified cable: `header/decl-missing` says what is missing.
      if (isRedacted(text) || /^N\/?A\b/i.test(text) || (number && needsDeclassification(view))) continue;
      report(span(field));
    }
  },
});
