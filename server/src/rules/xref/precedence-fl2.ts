import { precedenceName } from '../../model/transmission';
import { highest, precedenceRank } from '../facts/precedence';
import { replace, rule } from '../rule';
import { CONFIDENTIAL, TRANSMITTED, UNCLASSIFIED } from '../specimens';

export const precedenceFl2 = rule({
  name: 'xref/precedence-fl2',
  severity: 'warning',
  format: ['5.2', '2.2', '2.5'],
  message: "FL2 says {said}, FL5's highest is {letter}.",
  why: 'FL2 begins with the highest precedence of FL5, doubled. Silent where an addressee has the precedence of FL2 for itself.',
  fix: 'Doubles the letter of FL5 in FL2.',
  bad: [
    [CONFIDENTIAL, 'OO RUEHFR', '«PP» RUEHFR'],
    [TRANSMITTED, 'OO RUEHC', '«ZZ» RUEHC', 'O 121200Z', 'O R 121200Z'],
  ],
  good: [
    [CONFIDENTIAL],
    [TRANSMITTED, 'O 121200Z', 'O P 121200Z'],
    [TRANSMITTED, 'O 121200Z', 'P 121200Z'],
    [TRANSMITTED, 'OO RUEHC', 'XX RUEHC'],
    [UNCLASSIFIED],
  ],
  check(view, report) {
    if (!view.has('fl2')) return;
    const word = view.fl2[0];
    const letter = highest(view);
    if (!word || !letter || !/^(?:ZZ|OO|PP|RR)$/.test(word.text) || !/^[ZOPR]$/.test(letter.at.text)) return;
    const rank = precedenceRank(precedenceName(word.text)!);
    if (rank === letter.rank) return;
    if (view.addressees.some(({ precedence }) => precedence && precedenceRank(precedence.text) === rank)) return;
    report(
      word,
      { said: word.text, letter: letter.at.text },
      {
        related: { start: letter.at.start, end: letter.at.end, message: `FL5 says ${letter.name}.` },
        fix: replace(word, letter.at.text.repeat(2)),
      },
    );
  },
});
