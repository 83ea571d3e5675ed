import { isClassified } from '../../model/classification';
import { span } from '../../model/fields';
import { insertHeaderLine } from '../../rewrite/header-lines';
import { orderInForce } from '../facts/orders';
import { hasHeader, isFrom } from '../facts/shared';
import { rule } from '../rule';
import { CONFIDENTIAL, DRAFT, TRANSMITTED, UNCLASSIFIED } from '../specimens';

export const eoMissing = rule({
  name: 'header/eo-missing',
  severity: 'warning',
  format: ['3.1', '3.5'],
  message: 'The executive order line is missing.',
  why: 'Since June 1972 each cable says under which order it is classified, or `N/A`. Silent for earlier cables, for drafts without a transmission header and where the header itself is missing.',
  fix: 'Inserts the order in force with `N/A`; in a classified cable with `DECL:`, for the drafter to fill in.',
  bad: [
    [UNCLASSIFIED, 'E.O. 12958: N/A\n', '', 'UNCLAS ROME 000001', '«UNCLAS ROME 000001»'],
    [
      TRANSMITTED,
      'E.O. 12958: DECL: 12/12/2016\n',
      '',
      'C O N F I D E N T I A L SECTION 01 OF 02 ROME 000001',
      '«C O N F I D E N T I A L SECTION 01 OF 02 ROME 000001»',
    ],
  ],
  good: [
    [CONFIDENTIAL],
    [DRAFT, 'E.O. 13526: N/A\n', ''],
    [UNCLASSIFIED, 'E.O. 12958: N/A\n', '', 'DEC 06', 'DEC 71'],
    [UNCLASSIFIED, 'E.O. 12958: N/A', 'E.o.12958:N/A'],
  ],
  check(view, report) {
    if (!hasHeader(view) || view.has('eo') || !isFrom(view, 1972, 6)) return;
    const order = orderInForce(view);
    const value = isClassified(view.level) ? 'DECL: ' : 'N/A';
    const edit = order && insertHeaderLine(view, 'eo', `E.O. ${order}: ${value}`);
    report(span(view.fields('classification')[0]!), null, {
      fix: edit && {
        title: `Insert E.O. ${order}: ${value.trim()}`,
        edits: [edit],
        ...(isClassified(view.level) && { drafter: true }),
      },
    });
  },
});
