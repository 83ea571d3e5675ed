import { span } from '../../model/fields';
import { rule } from '../rule';
import { CONFIDENTIAL, RECORD, TRANSMITTED } from '../specimens';

export const textAfterEnd = rule({
  name: 'header/text-after-end',
  severity: 'information',
  format: ['2.7', '1.4'],
  message: 'There is text after the end of the message.',
  why: 'NNNN ends the transmission: what follows is outside the message, and relays do not pass it on. Silent on what archives put there, on a further message and on the attributes of a record.',
  bad: [
    [TRANSMITTED, 'NNNN\n', 'NNNN\n«stray words here»\n'],
    [CONFIDENTIAL, 'NNNN\n', 'NNNN\n\n\n«Copied by Ada Example.»\nSecond line.\n'],
  ],
  good: [
    [CONFIDENTIAL, 'NNNN\n', 'NNNN\n\n\n'],
    [RECORD, 'NNNN\n', 'NNNN\n\n                          CONFIDENTIAL\n'],
    [TRANSMITTED, '#0001\nNNNN\n', '#0001\n'],
  ],
  check({ message }, report) {
    const all = message.ending?.fields ?? [];
    const end = all.findIndex(({ kind }) => kind === 'end-of-message');
    const after = end < 0 ? undefined : all.find(({ kind }, i) => i > end && kind === 'unknown-line');
    if (after) report(span(after));
  },
});
