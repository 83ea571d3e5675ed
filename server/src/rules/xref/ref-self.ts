import { rule } from '../rule';
import { CONFIDENTIAL, TRANSMITTED, UNCLASSIFIED } from '../specimens';

export const refSelf = rule({
  name: 'xref/ref-self',
  severity: 'warning',
  format: ['5.2', '3.8', '5.1'],
  message: 'The cable refers to itself.',
  why: 'A cable does not cite itself: its number was taken for that of the one before, or the year is missing, without which a reference is of the same year.',
  bad: [
    [CONFIDENTIAL, '05 ROME 405', '«06 ROME 1»'],
    [
      TRANSMITTED,
      'ROME 000001',
      'ROME 012345',
      '#0001/01',
      '#2345/01',
      '#0001\n',
      '#2345\n',
      'B. STATE 12345',
      'B. «ROME 12345»',
    ],
  ],
  good: [[CONFIDENTIAL, '05 ROME 405', '05 ROME 1'], [CONFIDENTIAL, '05 STATE 12345', '06 STATE 1'], [UNCLASSIFIED]],
  check(view, report) {
    if (!view.has('ref')) return;
    const own = view.reference?.id;
    const self = own ? view.references.find(({ id }) => id === own) : undefined;
    if (!self) return;
    const line = view.classification;
    const related = line?.post && line.serial && { start: line.post.start, end: line.serial.end };
    report({ start: self.start, end: self.end }, null, {
      related: related && { ...related, message: `This cable is ${view.text(related)}.` },
    });
  },
});
