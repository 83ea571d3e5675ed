import { inked, inkOf } from '../facts/shared';
import { replace, rule } from '../rule';
import { DRAFT, UNCLASSIFIED } from '../specimens';

/** From here on a rule goes across the page. */
const ACROSS = 55;

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
      const lines = heading!.children.filter(({ kind }) => kind === 'heading');
      if (!lines.length) continue;
      const at = inked(view, below);
      const title = inked(view, lines[0]!);
      const rule = inkOf(view, at);
      // Under a centred heading, or across the page, a rule has its own measure; a colon may stick out.
      if (at.start - below.start !== title.start - lines[0]!.start || rule.includes(' ') || rule.length >= ACROSS)
        continue;
      const lengths = lines.map((line) => inkOf(view, line).length);
      if (lengths.includes(rule.length)) continue;
      const length = Math.max(...lengths);
      if (rule.length === length - 1 && inkOf(view, lines.at(-1)!).endsWith(':')) continue;
      const isPlain = view.cable.text.slice(at.start, at.end) === rule;
      report(
        at,
        { rule: rule.length, heading: length },
        {
          related: { ...heading!.title, message: 'The heading.' },
          fix: isPlain ? replace(at, rule[0]!.repeat(length), `Make it ${length} characters long`) : null,
        },
      );
    }
  },
});
