import { token } from '../../model/fields';
import { datedOn, dateLine, instructionOf, orderLine } from '../facts/order-line';
import { rule } from '../rule';
import { CONFIDENTIAL, TRANSMITTED } from '../specimens';

export const xcodeEra = rule({
  name: 'xref/xcode-era',
  severity: 'information',
  tag: 'deprecated',
  format: ['5.2', '3.5'],
  message: 'X codes ended in 2003.',
  messages: { oadr: 'OADR ended in 1995.' },
  why: '`OADR` went with E.O. 12356 in 1995, and exemptions `X1` to `X8` with the amendment of 2003: since then a cable gives a date or an event. `25X1` and `50X1-HUM` are other codes.',
  bad: [
    [CONFIDENTIAL, 'DECL: 12/12/2016', 'DECL: «X1»'],
    [CONFIDENTIAL, 'DECL: 12/12/2016', 'DECL: «OADR»'],
    [TRANSMITTED, 'E.O. 12958: DECL: 12/12/2016', 'E.O. 12958: «X3», X5'],
  ],
  good: [
    [TRANSMITTED, 'DEC 06', 'DEC 01', 'DECL: 12/12/2016', 'DECL: X1'],
    [TRANSMITTED, 'DEC 06', 'DEC 92', '12958: DECL: 12/12/2016', '12356: DECL: OADR'],
    [CONFIDENTIAL, 'DECL: 12/12/2016', 'DECL: 50X1-HUM'],
    [CONFIDENTIAL, 'DECL: 12/12/2016', 'DECL: 25X1'],
  ],
  check(view, report) {
    const year = view.year ?? 0;
    const line = year > 1995 ? orderLine(view) : null;
    if (!line) return;
    const said = instructionOf(view, line);
    const match = /(?<![\dA-Z])X[1-8]\b|\bOADR\b/.exec(said.text);
    const isOadr = match?.[0] === 'OADR';
    if (!match || (!isOadr && year <= 2003)) return;
    const dated = datedOn(view);
    report(token(match[0], said.start + match.index), null, {
      ...(isOadr && { as: 'oadr' }),
      related: dated === null ? null : dateLine(view, dated),
    });
  },
});
