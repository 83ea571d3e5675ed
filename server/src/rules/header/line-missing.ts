import { span } from '../../model/fields';
import { LINE_NAMES, missingLines } from '../facts/transmission-lines';
import { rule } from '../rule';
import { CONFIDENTIAL, DRAFT, TRANSMITTED, UNCLASSIFIED } from '../specimens';

export const lineMissing = rule({
  name: 'header/line-missing',
  severity: 'error',
  format: ['2'],
  message: 'The {name} line is missing.',
  messages: { damaged: 'The {name} line is missing; this may be what is left of it.' },
  why: 'Date-time group, originator and addressee identify a message. Without TO there may be an INFO line alone, and one of FL2 to FL4 may be lost; that is information. Silent in fragments, extracts and cancelled messages.',
  bad: [
    [TRANSMITTED, 'FM AMEMBASSY ROME\n', '', 'O 121200Z DEC 06', '«O 121200Z DEC 06»'],
    [UNCLASSIFIED, 'TO SECSTATE WASHDC\n', 'INFO SECSTATE WASHDC\n', 'FM AMEMBASSY ROME', '«FM AMEMBASSY ROME»'],
    [CONFIDENTIAL, 'FM AMEMBASSY ROME', '«F AMEMBASSY ROME»'],
    [CONFIDENTIAL, 'ZNY CCCCC ZZH', '«ZN CCCCC ZZH»'],
  ],
  good: [
    [TRANSMITTED, 'VZCZCXYZ0001\n', '', 'OO RUEHC\n', ''],
    [DRAFT],
    [CONFIDENTIAL, 'VZCZCXYZ0001\nOO RUEHFR RUEHLO\nDE RUEHRO #0001/01 3461200\nZNY CCCCC ZZH\n', ''],
    [TRANSMITTED, 'OO RUEHC\nDE RUEHRO #0001/01 3461200\n', 'OTTZYUWX RUEHRO0001 3461200-CCCC--RUEHC.\n'],
    [CONFIDENTIAL, 'ZNY CCCCC ZZH', 'ZNY CCCCC ZFR', 'FM AMEMBASSY ROME\n', ''],
  ],
  check(view, report) {
    for (const { kind, at, isDamaged } of missingLines(view))
      report(
        span(at),
        { name: LINE_NAMES[kind]! },
        {
          ...(isDamaged && { as: 'damaged' }),
          // Cables to information addressees alone are known.
          ...((kind.startsWith('fl') ? kind !== 'fl5' : kind === 'to' && view.has('info')) && {
            severity: 'information',
          }),
        },
      );
  },
});
