import { span } from '../../model/fields';
import type { Field, FieldKind } from '../../syntax/tree';
import { formatLines, LINE_NAMES } from '../facts/transmission-lines';
import { rule } from '../rule';
import { CONFIDENTIAL, TRANSMITTED, UNCLASSIFIED } from '../specimens';

export const lineDuplicate = rule({
  name: 'header/line-duplicate',
  severity: 'warning',
  format: ['2', '2.6'],
  message: 'A second {name} line.',
  why: 'Each line of the transmission header stands once; further addressees follow below the first, without a label. XMT may stand after each collective.',
  bad: [
    [UNCLASSIFIED, 'FM AMEMBASSY ROME\n', 'FM AMEMBASSY ROME\n«FM AMEMBASSY ROME»\n'],
    [CONFIDENTIAL, 'RUEHLO/AMEMBASSY LONDON 0034', '«INFO RUEHLO/AMEMBASSY LONDON 0034»'],
    [TRANSMITTED, 'O 121200Z DEC 06\n', 'O 121200Z DEC 06\n«ZNY CCCCC ZZH»\n'],
  ],
  good: [
    [CONFIDENTIAL],
    [TRANSMITTED, 'RUEHGV/', 'XMT AMEMBASSY MANILA\nXMT AMEMBASSY HANOI\nRUEHGV/'],
    [CONFIDENTIAL, 'OO RUEHFR RUEHLO\n', 'OO RUEHFR RUEHLO\nRUEHNH RUEHMO\n'],
  ],
  check(view, report) {
    const firsts = new Map<FieldKind, Field>();
    for (const field of formatLines(view)) {
      const first = firsts.get(field.kind);
      if (!first) {
        firsts.set(field.kind, field);
        continue;
      }
      const name = LINE_NAMES[field.kind]!;
      report(span(field), { name }, { related: { ...span(first), message: `The first ${name} line.` } });
    }
  },
});
