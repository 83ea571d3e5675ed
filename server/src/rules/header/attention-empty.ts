import { token } from '../../model/fields';
import { rule } from '../rule';
import { CONFIDENTIAL, DRAFT, TRANSMITTED } from '../specimens';

export const attentionEmpty = rule({
  name: 'header/attention-empty',
  severity: 'warning',
  format: ['3.4'],
  message: 'FOR is not followed by an office.',
  why: 'The line tells the receiving post to whom the cable goes. Silent where the next line goes on with it.',
  bad: [
    [CONFIDENTIAL, 'FOR EUR/WE', '«FOR»'],
    [DRAFT, 'DEPT FOR EUR/WE AND OES/OMC', 'DEPT «FOR» '],
  ],
  good: [
    [TRANSMITTED, 'FOR EUR/WE', 'FOR\nEUR/WE AND OES/OMC'],
    [CONFIDENTIAL, 'FOR EUR/WE', 'DEPT FOR\nTREASURY ATTACHE'],
    [DRAFT, 'DEPT FOR EUR/WE AND OES/OMC', 'STATE PASS USTR'],
  ],
  check(view, report) {
    for (const field of view.fields('attention')) {
      const { text, base } = view.value(field);
      const last = /\bFOR\s*$/i.exec(text);
      if (!last || view.message.header?.fields.some((next) => next.start === field.end && GOES_ON.has(next.kind)))
        continue;
      report(token(last[0].trimEnd(), base + last.index), null);
    }
  },
});

/** What the parser makes of a line of offices that it does not know. */
const GOES_ON: ReadonlySet<string> = new Set(['attention', 'caption', 'unknown-line']);
