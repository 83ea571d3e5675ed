import { isRedacted, propose, replace, rule } from '../rule';
import { CONFIDENTIAL, TRANSMITTED } from '../specimens';

export const fl2PrecedenceInvalid = rule({
  name: 'header/fl2-precedence-invalid',
  severity: 'error',
  format: ['2.2'],
  message: 'Expected ZZ, OO, PP or RR.',
  why: 'FL2 begins with the doubled letter of the highest precedence, by which relays decide what they send first. The historical YY and WW are silent.',
  fix: 'Doubles a single letter; anything else is replaced by the precedence of FL5, as a proposal.',
  bad: [
    [TRANSMITTED, 'OO RUEHC\n', '«O» RUEHC\n'],
    [CONFIDENTIAL, 'OO RUEHFR', '«OQ» RUEHFR'],
    [CONFIDENTIAL, 'OO RUEHFR', '«OOO» RUEHFR'],
  ],
  good: [[CONFIDENTIAL], [TRANSMITTED, 'OO RUEHC\n', 'YY RUEHC\n'], [TRANSMITTED, 'OO RUEHC\n', '']],
  check(view, report) {
    const first = view.fl2[0];
    if (!first || /^(?:ZZ|OO|PP|RR|YY|WW)$/i.test(first.text) || isRedacted(first.text)) return;
    const single = /^[ZOPR]$/i.test(first.text) ? first.text.toUpperCase() : null;
    const all = view.dtg?.precedences ?? [];
    const sent = all.find(({ text }) => text === single) ?? all[0];
    const letter = sent && /^[ZOPR]$/.test(sent.text) ? sent.text : single;
    const isCertain = single !== null && single === letter;
    report(first, null, {
      related: sent && { ...sent, message: `FL5 says ${sent.text}.` },
      fix: letter ? (isCertain ? replace : propose)(first, letter + letter) : null,
    });
  },
});
