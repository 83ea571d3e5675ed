import { isKnownPost } from '../../data/posts';
import { rule } from '../rule';
import { SMART, TRANSMITTED } from '../specimens';

const LATE = ['Apr 14, 2015 / 141130Z APR 15', 'Apr 14, 2017 / 141130Z APR 17', 'MRN: 15', 'MRN: 17'];

export const precedenceRetired = rule({
  name: 'header/precedence-retired',
  severity: 'information',
  tag: 'deprecated',
  format: ['1.5', '2.2'],
  message: 'PRIORITY is no longer used by the Department.',
  why: 'Since 2017 the handbook knows FLASH, NIACT IMMEDIATE, IMMEDIATE and ROUTINE. Silent for earlier cables and for originators that are no posts, as the military still uses it.',
  bad: [
    [SMART, ...LATE, 'SECSTATE ROUTINE', 'SECSTATE «PRIORITY»'],
    [SMART, ...LATE, 'Signature: Wendover\n', 'Signature: Wendover\nInfo: AMEMBASSY MADRID «PRIORITY»\n'],
  ],
  good: [
    [SMART, 'SECSTATE ROUTINE', 'SECSTATE PRIORITY'],
    [SMART, ...LATE],
    [
      SMART,
      ...LATE,
      'From: AMEMBASSY LISBON',
      'From: CDR USEUCOM VAIHINGEN GE',
      'SECSTATE ROUTINE',
      'SECSTATE PRIORITY',
    ],
    [TRANSMITTED, 'IMMEDIATE 6308', 'PRIORITY 6308'],
  ],
  check(view, report) {
    if ((view.dtg?.date?.year ?? 0) < 2017) return;
    const from = view.from?.name.text;
    if (from && !isKnownPost(from) && !/SECSTATE/i.test(from)) return;
    for (const { precedence } of view.addressees)
      if (precedence && /^PRIORITY$/i.test(precedence.text)) report(precedence);
  },
});
