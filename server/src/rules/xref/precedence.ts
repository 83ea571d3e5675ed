/** Precedence of FL2, FL5 and the addressees (FORMAT 5.2, 18-21, 50). */
import { fields } from '../../model/fields';
import { addressees, fl2Words, precedenceName } from '../../model/transmission';
import { type Rule, replace, rule, type Subject } from '../rule';

/** Highest first. */
const ORDER = ['CRITIC', 'EMERGENCY COMMAND', 'FLASH', 'IMMEDIATE', 'PRIORITY', 'ROUTINE'];
const rankOf = (name: string | null): number =>
  name ? ORDER.indexOf(name.toUpperCase().replace(/^NIACT\s+/, '')) : -1;

const stated = ({ view }: Subject) =>
  (view.dtg?.precedences ?? []).map((at) => ({
    at,
    name: precedenceName(at.text),
    rank: rankOf(precedenceName(at.text)),
  }));
const receivers = ({ view, message }: Subject) =>
  [...addressees(view.cable, message, 'to'), ...addressees(view.cable, message, 'info')].flatMap(
    ({ name, precedence }) => (precedence ? [{ name, precedence, rank: rankOf(precedence.text) }] : []),
  );

export const precedenceRules: Rule[] = [
  rule('xref/precedence-fl2', 'warning', 'FL2 gives the highest precedence of the message.', (subject, report) => {
    const target = fields(subject.message, 'fl2')[0];
    const word = target && fl2Words(subject.view.cable, target)[0];
    const [highest] = stated(subject);
    if (!word || !highest || highest.rank < 0 || !/^(ZZ|OO|PP|RR)$/.test(word.text)) return;
    const rank = rankOf(precedenceName(word.text));
    // An addressee of its own precedence counts too.
    if (rank !== highest.rank && !receivers(subject).some((each) => each.rank === rank))
      report(word, `FL2 says ${word.text}, FL5's highest is ${highest.at.text}.`, {
        related: {
          ...highest.at,
          message: `FL5 says ${highest.name}.`,
        },
        fix: replace(word, highest.at.text.repeat(2)),
      });
  }),
  rule(
    'xref/precedence-order',
    'error',
    'The second precedence is that of the information addressees, and lower.',
    (subject, report) => {
      const [action, info] = stated(subject);
      if (action && info && action.rank >= 0 && info.rank >= 0 && info.rank <= action.rank)
        report(info.at, 'The second precedence must be lower than the first.', {
          ...(info.rank < action.rank && {
            fix: {
              title: 'Swap the precedences',
              edits: [
                { start: action.at.start, end: action.at.end, text: info.at.text },
                { start: info.at.start, end: info.at.end, text: action.at.text },
              ],
            },
          }),
        });
    },
  ),
  rule(
    'xref/precedence-addressee',
    'information',
    'No addressee has more precedence than the message.',
    (subject, report) => {
      const [highest] = stated(subject);
      if (!highest || highest.rank < 0) return;
      const above = receivers(subject).find(({ rank }) => rank >= 0 && rank < highest.rank);
      if (above)
        report(
          above.precedence,
          `${above.name.text.trim()} is ${above.precedence.text} but FL5 only says ${highest.at.text}.`,
        );
    },
  ),
  rule(
    'xref/precedence-info-unused',
    'information',
    'A second precedence is for information addressees.',
    (subject, report) => {
      const [, info] = stated(subject);
      const { view, message } = subject;
      if (info && fields(message, 'to').length && addressees(view.cable, message, 'info').length === 0)
        report(info.at, 'Two precedences but no INFO addressee.');
    },
  ),
];
