import { findSignal } from '../facts/signals';
import { rule } from '../rule';
import { CONFIDENTIAL, TRANSMITTED, UNCLASSIFIED } from '../specimens';

const SIGNAL = /(?<!\S)ZFR(?!\S)/;

export const messageCancelled = rule({
  name: 'header/message-cancelled',
  severity: 'information',
  format: ['2.4', '6'],
  message: 'The header says this transmission was cancelled (ZFR).',
  why: 'The signal ZFR in FL4, FL5 or the classification line cancels a transmission: the number may belong to another cable, and nothing is reported as missing.',
  bad: [
    [TRANSMITTED, 'CCCCC ZZH', 'CCCCC ZZH «ZFR»'],
    [UNCLASSIFIED, 'UNCLAS ROME 000001', 'UNCLAS ROME 000001 «ZFR»'],
    [UNCLASSIFIED, 'DEC 06', 'DEC 06 «ZFR»'],
  ],
  good: [
    [CONFIDENTIAL],
    [CONFIDENTIAL, 'CCCCC ZZH', 'CCCCC ZFF'],
    [UNCLASSIFIED, 'It stopped.', 'The signal ZFR stopped it.'],
  ],
  check(view, report) {
    const at = findSignal(view, SIGNAL);
    if (at) report(at);
  },
});
