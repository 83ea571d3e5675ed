import { span, type Token } from '../../model/fields';
import type { MessageView, OrderLine } from '../../model/view';
import { needsDeclassification } from '../facts/declassification';
import { type Fix, isRedacted, rule } from '../rule';
import { CONFIDENTIAL, RECORD, TRANSMITTED, UNCLASSIFIED } from '../specimens';

export const declMissing = rule({
  name: 'header/decl-missing',
  severity: 'warning',
  format: ['3.5'],
  message: 'A classified cable needs DECL: with a date or event.',
  why: 'Since E.O. 12958 a classified cable says when it may be opened, or by which exemption it may not. Silent for earlier cables, for `N/A` (`xref/eo-na-classified`) and where the number cannot be read.',
  fix: 'Inserts `DECL:` before the words that stand there, or `DECL: mm/dd/yyyy` for the drafter to fill in.',
  bad: [
    [CONFIDENTIAL, 'E.O. 12958: DECL: 12/12/2016', '«E.O. 12958: UPON DEPARTURE OF THE BELL»'],
    [TRANSMITTED, 'E.O. 12958: DECL: 12/12/2016', '«E.O. 12958:» '],
    [TRANSMITTED, 'E.O. 12958: DECL: 12/12/2016', '«E.O. 12958»'],
  ],
  good: [
    [CONFIDENTIAL, 'DECL: 12/12/2016', 'DECLAS 12/12/2016'],
    [CONFIDENTIAL, 'DECL: 12/12/2016', '1.6X6'],
    [CONFIDENTIAL, 'DECL: 12/12/2016', 'XXXXXXXXXX'],
    [CONFIDENTIAL, 'E.O. 12958: DECL: 12/12/2016', 'E.O.: SOON'],
    [UNCLASSIFIED],
    [RECORD],
  ],
  check(view, report) {
    const line = view.orders[0];
    if (!line?.number || !needsDeclassification(view)) return;
    if (view.orders.some(({ field }) => IS_SAID.test(view.folded(field)) || isRedacted(view.folded(field)))) return;
    report(span(line.field), null, { fix: fixes(view, line, line.number) });
  },
});

const IS_SAID = /DECL|DNG|OADR|N\/?A\b|X ?-?\d|\d{1,2}[/-]\d/i;

function fixes(view: MessageView, { field, instruction }: OrderLine, number: Token): Fix[] {
  const { end } = span(field);
  const gap = /^[:,.\s]*/.exec(view.text({ start: number.end, end }))![0];
  // After the colon where there is one; the blank after it stays whose it is.
  const colon = gap.includes(':') ? number.end + gap.indexOf(':') + 1 : null;
  const date = `${colon ? '' : ':'} DECL: mm/dd/yyyy`;
  const from = colon ?? number.end;
  const whole: Fix = { title: 'Insert DECL: mm/dd/yyyy', edits: [{ start: from, end, text: date }], drafter: true };
  if (!instruction) return [{ ...whole, edits: [{ start: from, end: from, text: date }] }];
  const start = number.end + gap.length;
  const changed: Fix = { ...whole, title: 'Change to DECL: mm/dd/yyyy' };
  // At the beginning of a line it could be a label itself.
  if (/[\r\n]/.test(gap)) return [changed];
  return [{ title: 'Insert DECL:', edits: [{ start, end: start, text: 'DECL: ' }], drafter: true }, changed];
}
