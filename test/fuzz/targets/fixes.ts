import { breaches, judge } from '../../corpus/fix-laws';
import { Breach, type Target } from '../engine/target';

export const fixes: Target = {
  name: 'fixes',
  law: 'a fix mends what it is offered for, brings nothing else, and all fixes together come to an end',
  longest: 3000,
  holds: ({ text, spoilt }) => {
    // What comes to light with a fix can only be told from what the fix did where it is known what was wrong before.
    const wasWrong = spoilt ? judge(spoilt.damage, spoilt.spoil) : () => true;
    const { found } = breaches(text, wasWrong);
    for (const { rule, law, what, finding, after } of found)
      throw new Breach(
        `${rule} ${law}${law === 'brings' ? ` ${what}` : ''}`,
        `${what}${finding ? ` (${finding.message})` : ''}\n${JSON.stringify(text)}\n${JSON.stringify(after)}`,
      );
    return undefined;
  },
};
