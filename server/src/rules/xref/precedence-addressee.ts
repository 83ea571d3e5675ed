import { fold } from '../../model/fields';
import { type Addressee, precedenceName } from '../../model/transmission';
import { highest, precedenceRank } from '../facts/precedence';
import { more, rule } from '../rule';
import { CONFIDENTIAL, TRANSMITTED, UNCLASSIFIED } from '../specimens';

export const precedenceAddressee = rule({
  name: 'xref/precedence-addressee',
  severity: 'information',
  format: ['5.2', '2.6', '2.5'],
  message: '{addressee} is {precedence} but FL5 only says {letter}{more}.',
  why: 'FL5 gives the highest precedence of the message, so that no addressee has a higher one. A lower one for a single addressee is usual.',
  bad: [
    [CONFIDENTIAL, 'PARIS 0033', 'PARIS «FLASH» 0033'],
    [CONFIDENTIAL, 'O 121200Z DEC', 'P 121200Z DEC', 'IMMEDIATE', '«IMMEDIATE»'],
    [
      TRANSMITTED,
      'O 121200Z DEC',
      'P R 121200Z DEC',
      'WASHDC IMMEDIATE',
      'WASHDC «NIACT IMMEDIATE»',
      '1.  (C) Text.',
      '1.  (C) Post asks for NIACT handling.',
    ],
  ],
  good: [
    [CONFIDENTIAL, 'PARIS 0033', 'PARIS PRIORITY 0033'],
    [CONFIDENTIAL, 'WASHDC IMMEDIATE', 'WASHDC NIACT IMMEDIATE'],
    [CONFIDENTIAL, 'O 121200Z DEC', 'R 121200Z DEC', 'IMMEDIATE', 'PIORITY'],
    [UNCLASSIFIED],
  ],
  check(view, report) {
    const letter = highest(view);
    if (!letter) return;
    const isAbove = ({ precedence }: Addressee): boolean => {
      const rank = precedence ? precedenceRank(precedence.text) : -1;
      return rank >= 0 && rank < letter.rank;
    };
    const first = view.addressees.find(isAbove);
    if (!first?.precedence) return;
    const { at } = letter;
    report(
      first.precedence,
      {
        addressee: fold(first.name.text),
        precedence: fold(first.precedence.text),
        letter: at.text,
        more: more(view.addressees.filter(isAbove)),
      },
      { related: { start: at.start, end: at.end, message: `FL5 says ${precedenceName(at.text)}.` } },
    );
  },
});
