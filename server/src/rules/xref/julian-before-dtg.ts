import { filing } from '../facts/days';
import { dtgSpan } from '../facts/shared';
import { rule } from '../rule';
import { CONFIDENTIAL, TRANSMITTED } from '../specimens';

/** Minutes that a clock may be behind. */
const TOLERANCE = 30;

export const julianBeforeDtg = rule({
  name: 'xref/julian-before-dtg',
  severity: 'information',
  format: ['5.2', '2.3', '2.5'],
  message: 'Filed at {filed}, before the date-time group {dtg}.',
  why: 'A message is filed after it is dated. Half an hour is allowed for, and another day is `xref/julian-date`.',
  bad: [
    [CONFIDENTIAL, '3461200', '346«1100»'],
    [TRANSMITTED, '121200Z', '122359Z', '3461200', '346«0010»'],
  ],
  good: [
    [CONFIDENTIAL, '3461200', '3461145'],
    [TRANSMITTED, '121200Z', '122359Z', '3461200', '3470010'],
    [TRANSMITTED, '121200Z', '121200B', '3461200', '3461000'],
    [TRANSMITTED, '3461200', '346110'],
  ],
  check(view, report) {
    const filed = filing(view);
    const { dtg } = view;
    if (!filed || filed.day !== filed.dtg || !dtg?.date || dtg.zone?.text.toUpperCase() !== 'Z') return;
    const { text } = filed.time;
    const minutes = Number(text.slice(0, 2)) * 60 + Number(text.slice(2));
    if (minutes >= dtg.date.hour * 60 + dtg.date.minute - TOLERANCE) return;
    const group = `${dtg.digits!.text}Z`;
    report(
      filed.time,
      { filed: text, dtg: group },
      { related: { ...dtgSpan(view)!, message: `The date-time group says ${group}.` } },
    );
  },
});
