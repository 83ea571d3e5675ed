import type { MessageView } from '../../model/view';
import type { Span } from '../../syntax/tree';
import { serialOf } from '../facts/identity';
import { rule } from '../rule';
import { CONFIDENTIAL, TRANSMITTED, UNCLASSIFIED } from '../specimens';

export const ssnSerial = rule({
  name: 'xref/ssn-serial',
  severity: 'warning',
  format: ['2.3', '5.1', '5.2'],
  message: 'FL3 says #{said}; the last four digits of the serial are {right}.',
  why: "The station serial number of FL3 repeats the last four digits of the cable's own number. Silent where either cannot be read.",
  fix: 'Writes the digits of the serial into FL3, and into the end line where that repeats the wrong ones.',
  bad: [
    [CONFIDENTIAL, '#0001/01', '#«0002»/01'],
    [TRANSMITTED, '#0001/01', '#«1000»/01', '#0001\nNNNN', '#1000\nNNNN'],
    [
      CONFIDENTIAL,
      'ROME 000001',
      'ROME 112345',
      '06ROME1\n',
      '06ROME112345\n',
      '#0001/01',
      '#«0001»/01',
      'ROME 00000001',
      'ROME 00112345',
    ],
  ],
  good: [
    [CONFIDENTIAL, 'ROME 000001', 'ROME 110001', '06ROME1\n', '06ROME110001\n', 'ROME 00000001', 'ROME 00110001'],
    [CONFIDENTIAL, '#0001/01', '#001/01'],
    [UNCLASSIFIED],
  ],
  check(view, report) {
    const serial = serialOf(view);
    const said = view.fl3?.serial;
    if (serial === null || said?.text.length !== 4) return;
    const right = String(serial % 10_000).padStart(4, '0');
    if (said.text === right) return;
    const line = view.classification?.serial;
    report(
      said,
      { said: said.text, right },
      {
        related: line && { ...line, message: `The number is ${line.text}.` },
        fix: {
          title: `Change to ${right}`,
          edits: [said, ...repeated(view, said.text)].map(({ start, end }) => ({ start, end, text: right })),
        },
      },
    );
  },
});

/** The digits of an end line that repeats the serial of FL3. */
function repeated(view: MessageView, serial: string): Span[] {
  const end = view.message.ending?.fields.find(({ kind }) => kind === 'end-validation');
  const at = end ? view.text(end).indexOf(`#${serial}`) : -1;
  return end && at >= 0 ? [{ start: end.start + at + 1, end: end.start + at + 1 + serial.length }] : [];
}
