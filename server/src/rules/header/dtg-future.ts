import { dtgSpan } from '../facts/shared';
import { rule } from '../rule';
import { CONFIDENTIAL, SMART, TRANSMITTED, UNCLASSIFIED } from '../specimens';

const DAY = 86_400_000;

export const dtgFuture = rule({
  name: 'header/dtg-future',
  severity: 'warning',
  format: ['2.5'],
  message: 'The date-time group lies in the future.',
  why: "A message is dated when it is sent, and cannot be later than now. A day of grace is left, as the reader's clock may be behind; silent where the date does not exist.",
  bad: [
    [UNCLASSIFIED, 'R 121200Z DEC 06', 'R «121200Z DEC 2099»', '12958', '13526'],
    [TRANSMITTED, 'O 121200Z DEC 06', 'O «121200Z DEC 2099»', '12958', '13526', '12/12/2016', '12/12/2109'],
  ],
  good: [
    [CONFIDENTIAL],
    [UNCLASSIFIED, 'R 121200Z DEC 06', 'R 321200Z DEC 2099', '12958', '13526'],
    [UNCLASSIFIED, 'DEC 06', 'DEC 99'],
    [SMART],
  ],
  check(view, report) {
    const { dtg } = view;
    if (dtg?.utc && Date.parse(dtg.utc) > Date.now() + DAY) report(dtgSpan(view)!);
  },
});
