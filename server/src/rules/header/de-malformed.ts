import { span } from '../../model/fields';
import { isRedacted, rule } from '../rule';
import { CONFIDENTIAL, TRANSMITTED } from '../specimens';

export const deMalformed = rule({
  name: 'header/de-malformed',
  severity: 'error',
  format: ['2.3'],
  message: 'Expected DE, routing indicator, #serial and filing time.',
  why: 'FL3 names the station that sends, its serial number and when it filed the message. The older form with a day of the month, `12/1200Z`, and times cut short are accepted; silent where it is redacted.',
  bad: [
    [TRANSMITTED, 'DE RUEHRO #0001/01 3461200', '«DE RUEHRO»'],
    [CONFIDENTIAL, 'DE RUEHRO #0001/01 3461200', '«DE RUEHRO #0001/01»'],
    [CONFIDENTIAL, 'DE RUEHRO #0001/01 3461200', '«DE #0001/01 3461200»'],
    [CONFIDENTIAL, 'DE RUEHRO #0001/01 3461200', '«DE RUEHRO 3461200»'],
  ],
  good: [
    [CONFIDENTIAL],
    [TRANSMITTED, '#0001/01 3461200', '#0001/01 12/1200Z'],
    [TRANSMITTED, '#0001/01 3461200', '0001 3461200Z'],
    [TRANSMITTED, '#0001/01 3461200', '#0001A 346'],
    [TRANSMITTED, '#0001/01 3461200', '#XXXXXXX'],
  ],
  check(view, report) {
    const field = view.fields('fl3')[0];
    if (!field) return;
    const read = view.fl3;
    if (read?.serial && (read.day || read.time)) return;
    if (!isRedacted(view.folded(field))) report(span(field));
  },
});
