import { token } from '../../model/fields';
import { instructionOf, orderLine } from '../facts/order-line';
import { rule } from '../rule';
import { CONFIDENTIAL, RECORD, TRANSMITTED, UNCLASSIFIED } from '../specimens';

export const eoNaClassified = rule({
  name: 'xref/eo-na-classified',
  severity: 'error',
  format: ['5.2', '3.5'],
  message: 'Classified, but the executive order line says N/A.',
  why: 'What is classified is classified under an order, which says how long: `N/A` is for unclassified cables. Silent before 1972, when there was no such line, and where the level is redacted.',
  bad: [
    [CONFIDENTIAL, 'DECL: 12/12/2016', '«N/A»'],
    [TRANSMITTED, '12958: DECL: 12/12/2016', '12958: DECL: «NA»'],
    [RECORD, 'E.O. 11652: GDS', 'E.O. 11652:  «N/A»'],
  ],
  good: [
    [UNCLASSIFIED],
    [UNCLASSIFIED, 'UNCLAS ROME', 'LIMITED OFFICIAL USE ROME'],
    [CONFIDENTIAL, 'DECL: 12/12/2016', 'DECL: WHEN N/A'],
    [RECORD, 'GDS', 'N/A', 'DEC 76', 'DEC 71'],
  ],
  check(view, report) {
    if (!view.isClassified || (view.year ?? 0) < 1972) return;
    const line = orderLine(view);
    const said = line && instructionOf(view, line);
    const match = said && /^(?:DECL(?:AS)?:? {0,3})?(N\/?A)\.?$/i.exec(said.text);
    if (match)
      report(token(match[1]!, said.start + said.text.indexOf(match[1]!)), null, {
        related: { ...view.classification!.word, message: `The cable is ${view.level}.` },
      });
  },
});
