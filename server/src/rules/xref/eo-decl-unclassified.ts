import { token } from '../../model/fields';
import { instructionOf, orderLine } from '../facts/order-line';
import { propose, rule } from '../rule';
import { CONFIDENTIAL, DRAFT, UNCLASSIFIED } from '../specimens';

const DECLASSIFY = /\b(?:DECL(?:AS)?|DNG)\b.{0,300}?(?=[\s,;.]{0,9}(?:REASON|$))/is;

export const eoDeclUnclassified = rule({
  name: 'xref/eo-decl-unclassified',
  severity: 'warning',
  format: ['5.2', '3.5'],
  message: 'Unclassified, but a declassification date is given.',
  why: 'What is not classified need not be declassified: the line says `N/A`. Either the line or the classification is wrong, so that only the drafter can tell.',
  fix: 'Writes `N/A` for the instruction.',
  bad: [
    [UNCLASSIFIED, 'N/A', '«DECL: 12/12/2016»'],
    [UNCLASSIFIED, 'N/A', '«12/12/2016»'],
    [DRAFT, 'E.O. 13526: N/A', 'E.O. 13526: «DECLAS UPON WITHDRAWAL»'],
  ],
  good: [
    [UNCLASSIFIED, 'N/A', 'DECL: N/A'],
    [UNCLASSIFIED, 'N/A', 'DECL:'],
    [UNCLASSIFIED, 'N/A', 'DECL: XXXXXXXXXXXX'],
    [UNCLASSIFIED, 'UNCLAS ROME', 'LIMITED OFFICIAL USE ROME', 'N/A', 'DECL: 12/12/2016'],
    [CONFIDENTIAL],
  ],
  check(view, report) {
    if (view.level !== 'UNCLASSIFIED') return;
    const line = orderLine(view);
    const said = line && instructionOf(view, line);
    if (!said) return;
    const match = DECLASSIFY.exec(said.text);
    if (match ? /^(?:DECL(?:AS)?|DNG)[\s:]*(?:N\/?A)?$/i.test(match[0]) : !line.date) return;
    // A page line in between stays.
    const fix = view.text(said) === said.text ? propose(said, 'N/A') : null;
    report(match ? token(match[0], said.start + match.index) : line.date!, null, {
      related: { ...view.classification!.word, message: 'The cable is UNCLASSIFIED.' },
      fix,
    });
  },
});
