import { isRedacted, rule } from '../rule';
import { CONFIDENTIAL, SMART, TRANSMITTED, UNCLASSIFIED } from '../specimens';

const COLLECTIVE = /\bCOLL|^ALL\b|^ALDAC\b|\bPOSTS?\b|^AIG\b|\b(?:MISSIONS|EMBASSIES|CONSULATES|STATES)\b/i;

export const xmtWithoutCollective = rule({
  name: 'header/xmt-without-collective',
  severity: 'warning',
  format: ['2.6'],
  message: 'XMT exempts posts from a collective address, but there is none.',
  why: 'XMT takes posts out of a collective, such as `EUROPEAN POLITICAL COLLECTIVE` or `ALL AFRICAN POSTS`; a single post is not addressed in the first place. Silent where an address is redacted, which may be the collective.',
  bad: [
    [CONFIDENTIAL, 'RUEHLO/AMEMBASSY LONDON 0034\n', 'RUEHLO/AMEMBASSY LONDON 0034\n«XMT» AMEMBASSY VALLETTA\n'],
    [UNCLASSIFIED, 'TO SECSTATE WASHDC\n', 'TO SECSTATE WASHDC\nINFO AMEMBASSY PARIS, XMT «AMEMBASSY VALLETTA»\n'],
  ],
  good: [
    [TRANSMITTED, 'BT\n', 'XMT AMEMBASSY VALLETTA\nBT\n'],
    [UNCLASSIFIED, 'TO SECSTATE WASHDC\n', 'TO ALL EUROPEAN POSTS, XMT AMEMBASSY VALLETTA\n'],
    [UNCLASSIFIED, 'TO SECSTATE WASHDC\n', 'TO AIG 7420\nXMT AMEMBASSY VALLETTA\n'],
    [CONFIDENTIAL, 'RUEHLO/AMEMBASSY LONDON 0034\n', 'RUEHLO/XXXXXXXXXXXX\nXMT AMEMBASSY VALLETTA\n'],
    [SMART],
  ],
  check(view, report) {
    const { addressees } = view;
    if (!view.has('xmt') && !addressees.some(({ excluded }) => excluded.length)) return;
    if (addressees.some(({ name: { text } }) => COLLECTIVE.test(text) || isRedacted(text))) return;
    for (const { label } of view.fields('xmt')) report(label);
    for (const { name, excluded } of addressees) {
      const first = excluded[0];
      // What an XMT line of its own exempts is told of that line.
      if (first && !/[\r\n]/.test(view.text({ start: name.end, end: first.start })))
        report({ start: first.start, end: excluded.at(-1)!.end });
    }
  },
});
