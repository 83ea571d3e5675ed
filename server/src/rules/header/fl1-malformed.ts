import { span } from '../../model/fields';
import { isRedacted, rule } from '../rule';
import { CONFIDENTIAL, TRANSMITTED } from '../specimens';

const FL1 = /^(?:VZCZC|VV )[A-Z]{3}\d{3,4}(?: (?:UU|HH))?$/i;

export const fl1Malformed = rule({
  name: 'header/fl1-malformed',
  severity: 'warning',
  format: ['2.1'],
  message: 'Expected VZCZC, three letters and three or four digits.',
  why: 'FL1 tells transmissions apart: `V`, the start signal `ZCZC`, three letters for the circuit and a running number. Silent where it is redacted.',
  bad: [
    [CONFIDENTIAL, 'VZCZCXYZ0001', '«VZCZCXY1»'],
    [TRANSMITTED, 'VZCZCXYZ0001', '«VZCZC XYZ 0001»'],
  ],
  good: [
    [CONFIDENTIAL, 'VZCZCXYZ0001', 'VZCZCXYZ001 UU'],
    [CONFIDENTIAL, 'VZCZCXYZ0001', 'VV XYZ0001'],
    [TRANSMITTED, 'VZCZCXYZ0001', 'VZCZCXXXXXX01'],
    [TRANSMITTED, 'VZCZCXYZ0001\n', ''],
  ],
  check(view, report) {
    for (const field of view.fields('fl1')) {
      const text = view.folded(field);
      if (!FL1.test(text) && !isRedacted(text)) report(span(field));
    }
  },
});
