import { token } from '../../model/fields';
import { serialOf } from '../facts/identity';
import { replace, rule } from '../rule';
import { CONFIDENTIAL, TRANSMITTED, UNCLASSIFIED } from '../specimens';

export const endSsn = rule({
  name: 'xref/end-ssn',
  severity: 'warning',
  format: ['5.2', '2.7', '2.3'],
  message: 'The end line says #{said}, FL3 #{right}.',
  why: "The end of a message repeats the station serial number of FL3, so that a part that was lost is noticed. Silent where FL3 itself does not go with the cable's number (`xref/ssn-serial`).",
  fix: "Writes the number of FL3, where it is also the cable's own.",
  bad: [
    [CONFIDENTIAL, '#0001\nNNNN', '#«0003»\nNNNN'],
    [TRANSMITTED, '#0001\nNNNN', '  #«1000»\n\nNNNN'],
  ],
  good: [
    [CONFIDENTIAL],
    [CONFIDENTIAL, '#0001\nNNNN', '0003\nNNNN'],
    [CONFIDENTIAL, '#0001/01', '#0002/01'],
    [CONFIDENTIAL, '#0001/01', '#001/01', '#0001\nNNNN', '#0003\nNNNN'],
    [UNCLASSIFIED],
  ],
  check(view, report) {
    const serial = view.fl3?.serial;
    if (serial?.text.length !== 4) return;
    const end = view.message.ending?.fields.find(({ kind }) => kind === 'end-validation');
    const text = end ? view.text(end) : '';
    const match = /^\s*#(\d{4})\b/.exec(text);
    if (!end || !match || match[1] === serial.text) return;
    const own = serialOf(view);
    if (own !== null && Number(serial.text) !== own % 10_000) return;
    const said = token(match[1]!, end.start + match[0].length - 4);
    report(
      said,
      { said: said.text, right: serial.text },
      {
        related: { ...serial, message: `FL3 says #${serial.text}.` },
        fix: own === null ? null : replace(said, serial.text),
      },
    );
  },
});
