import { wrongRules } from '../../rewrite/heading-rules';
import { replace, rule } from '../rule';
import { DRAFT, UNCLASSIFIED } from '../specimens';

export const headingRuleLength = rule({
  name: 'body/heading-rule-length',
  severity: 'information',
  style: true,
  format: ['4.2'],
  message: 'The rule has {rule} characters, the heading {heading}.',
  why: 'The rule under a heading is as long as the heading; under one of two lines, as long as either. Silent for rules across the page, under a centred heading, and for those that leave out the colon.',
  fix: 'Makes the rule as long as the heading.',
  bad: [
    [DRAFT, '-------', '«-----»'],
    [UNCLASSIFIED, '2.  (U)', 'The Old Bell\n«==============»\n\n2.  (U)'],
    [UNCLASSIFIED, '2.  (U)', 'The Old Bell of\nThe Tower\n«------------»\n\n2.  (U)'],
  ],
  good: [
    [DRAFT],
    [UNCLASSIFIED, '2.  (U)', 'The Old Bell of\nThe Tower\n---------\n\n2.  (U)'],
    [UNCLASSIFIED, '2.  (U)', `Comment\n${'-'.repeat(65)}\n\n2.  (U)`],
    [DRAFT, 'Comment\n-------', 'Comment:\n-------'],
    [DRAFT, 'Comment\n-------', '------- COMMENT -------'],
    [DRAFT, 'Comment\n-------', '               Comment\n          -----------------'],
  ],
  check(view, report) {
    for (const { heading } of view.message.body.sections) {
      const below = heading?.children.at(-1);
      if (below?.kind !== 'rule') continue;
      const wrong = wrongRules(view, heading!).find(({ line }) => line === below);
      if (!wrong) continue;
      const { length, right, text } = wrong;
      report(
        wrong,
        { rule: length, heading: right },
        {
          related: { ...heading!.title, message: 'The heading.' },
          fix: text === null ? null : replace(wrong, text, `Make it ${right} characters long`),
        },
      );
    }
  },
});
