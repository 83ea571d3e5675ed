import { stated } from '../facts/precedence';
import { rule } from '../rule';
import { CONFIDENTIAL, TRANSMITTED, UNCLASSIFIED } from '../specimens';

export const precedenceOrder = rule({
  name: 'xref/precedence-order',
  severity: 'error',
  format: ['5.2', '2.5'],
  message: 'The second precedence must be lower than the first.',
  why: 'The first letter of FL5 is the precedence for action, the second that for information, which is always lower. Silent where a letter is no precedence.',
  fix: 'Swaps the two; where they are one, deletes the second.',
  bad: [
    [CONFIDENTIAL, 'O 121200Z', 'O «O» 121200Z'],
    [TRANSMITTED, 'O 121200Z', 'P «O» 121200Z'],
  ],
  good: [
    [CONFIDENTIAL],
    [TRANSMITTED, 'O 121200Z', 'O P 121200Z'],
    [TRANSMITTED, 'O 121200Z', 'O Q 121200Z'],
    [UNCLASSIFIED],
  ],
  check(view, report) {
    const [action, info] = stated(view);
    if (!action || !info || info.rank > action.rank) return;
    const { start, end } = action.at;
    const swapped = [
      { start, end, text: info.at.text },
      { start: info.at.start, end: info.at.end, text: action.at.text },
    ];
    report(info.at, null, {
      related: { start, end, message: `The first is ${action.name}.` },
      fix:
        info.rank < action.rank
          ? { title: 'Swap the precedences', edits: swapped }
          : { title: `Delete the second ${info.at.text}`, edits: [{ start: end, end: info.at.end, text: '' }] },
    });
  },
});
