import { findSignal } from '../facts/signals';
import { rule } from '../rule';
import { CONFIDENTIAL, TRANSMITTED, UNCLASSIFIED } from '../specimens';

const SIGNAL = /(?<!\S)(?:ZDK|ZFD)(?!\S)|\bSUSPECTED DUPLICATE\b/i;

export const messageRepeated = rule({
  name: 'header/message-repeated',
  severity: 'information',
  format: ['2.4', '6'],
  message: 'The header says this is a repetition or a suspected duplicate.',
  why: 'The signals ZDK and ZFD or the words SUSPECTED DUPLICATE in FL4, FL5 or the classification line say so: the same cable may stand elsewhere in the archive.',
  bad: [
    [TRANSMITTED, 'CCCCC ZZH', 'CCCCC ZZH «ZDK»'],
    [CONFIDENTIAL, 'CCCCC ZZH', 'CCCCC «ZFD»', 'ROME 000001', 'ROME 000001 SUSPECTED DUPLICATE'],
    [UNCLASSIFIED, 'UNCLAS ROME 000001', 'UNCLAS ROME 000001 «SUSPECTED DUPLICATE»'],
  ],
  good: [
    [CONFIDENTIAL],
    [CONFIDENTIAL, 'CCCCC ZZH', 'CCCCC ZDS'],
    [UNCLASSIFIED, 'It stopped.', 'It was a SUSPECTED DUPLICATE.'],
  ],
  check(view, report) {
    const at = findSignal(view, SIGNAL);
    if (at) report(at);
  },
});
