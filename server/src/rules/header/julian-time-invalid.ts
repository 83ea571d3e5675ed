import { isTime, sentAt } from '../facts/filing-time';
import { propose, rule } from '../rule';
import { CONFIDENTIAL, TRANSMITTED } from '../specimens';

export const julianTimeInvalid = rule({
  name: 'header/julian-time-invalid',
  severity: 'error',
  format: ['2.3'],
  message: '{time} is not a time.',
  why: 'The filing time of FL3 ends with hour and minute of the day in UTC. Times cut short are silent.',
  fix: 'Proposes the time of the date-time group.',
  bad: [
    [CONFIDENTIAL, '3461200', '346«1260»'],
    [TRANSMITTED, '3461200', '346«2400»'],
    [TRANSMITTED, '#0001/01 3461200', '#0001/01 12/«2512»Z'],
  ],
  good: [
    [CONFIDENTIAL, '3461200', '3462359'],
    [TRANSMITTED, '3461200', '34690'],
    [TRANSMITTED, '#0001/01 3461200', '#0001/01 12/1200Z'],
  ],
  check(view, report) {
    const time = view.fl3?.time;
    if (time?.text.length !== 4 || isTime(time.text)) return;
    const sent = sentAt(view);
    report(time, { time: time.text }, { related: sent?.related, fix: sent && propose(time, sent.time) });
  },
});
