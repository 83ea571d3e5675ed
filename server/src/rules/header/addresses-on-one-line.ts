import type { Span } from '../../syntax/tree';
import { lineBreak } from '../../text/edits';
import { matches } from '../../text/matches';
import { rule } from '../rule';
import { CONFIDENTIAL, SMART, TRANSMITTED, UNCLASSIFIED } from '../specimens';

/** Where a second address begins: its kind or its routing indicator. */
const SECOND =
  /(?<!TO|INFO| )(?: *[,;])? +(?=(?:R[A-Z]{3,7} ?\/ ?)?(?:AMEMBASSY|AMCONSUL|USMISSION|SECSTATE|SECDEF)\b|R[A-Z]{3,7} ?\/ ?[A-Z])/g;

const SHORTEST = 5;
const AFTER_SEMICOLON = /(?<! ) *; *$/;

export const addressesOnOneLine = rule({
  name: 'header/addresses-on-one-line',
  severity: 'information',
  style: true,
  format: ['2.6'],
  message: 'Put each addressee on its own line.',
  why: 'Relays and programs read one addressee a line: precedence, number and routing indicator belong to the address that they stand with. Silent on what one post is to pass to another.',
  fix: 'Begins a new line before each further address.',
  bad: [
    [CONFIDENTIAL, 'PARIS 0033\nRUEHLO', 'PARIS 0033 «RUEHLO', 'LONDON 0034', 'LONDON» 0034'],
    [UNCLASSIFIED, 'TO SECSTATE WASHDC', 'TO SECSTATE WASHDC, «AMEMBASSY PARIS, AMCONSUL NAPLES»'],
    [
      UNCLASSIFIED,
      'TO SECSTATE WASHDC',
      'TO SECSTATE WASHDC IMMEDIATE; «AMEMBASSY PARIS»; «RUEHNP/AMCONSUL NAPLES»',
      'R 12',
      'O 12',
    ],
    [TRANSMITTED, 'ASEAN MEMBER COLLECTIVE\n', 'ASEAN MEMBER COLLECTIVE «RUEKJCS/JOINT STAFF WASHINGTON DC»\n'],
  ],
  good: [
    [CONFIDENTIAL],
    [UNCLASSIFIED, 'TO SECSTATE WASHDC', 'TO USMISSION USUN NEW YORK'],
    [UNCLASSIFIED, 'TO SECSTATE WASHDC', 'TO AMEMBASSY PARIS PASS USMISSION UNESCO'],
    [CONFIDENTIAL, 'RUEHFR/AMEMBASSY PARIS', 'RHHMUNA/CDRUSPACOM HONOLULU HI//J2/J5//'],
    [SMART, 'SECSTATE ROUTINE', 'SECSTATE ROUTINE; AMEMBASSY MADRID'],
  ],
  check(view, report) {
    if (view.layout === 'smart') return;
    for (const { name, routingIndicator } of view.addressees) {
      const { start } = routingIndicator ?? name;
      const before = AFTER_SEMICOLON.exec(view.text({ start: Math.max(0, start - 8), end: start }));
      const gaps: Span[] = before ? [{ start: start - before[0].length, end: start }] : [];
      // A single address is seldom as long as two.
      if (name.text.length >= 24 && !/\b(?:PASS|FOR|ALSO)\b/.test(name.text))
        // Of so few letters no address is, but a damaged INFO.
        for (const { 0: gap, index } of matches(name.text, SECOND))
          if (index > SHORTEST) gaps.push({ start: name.start + index, end: name.start + index + gap.length });
      if (!gaps[0]) continue;
      const edits = gaps.map((gap) => ({ ...gap, text: lineBreak(view.cable.text, gap.end) }));
      report({ start: gaps[0].end, end: name.end }, null, {
        fix: { title: 'Begin a new line', edits, drafter: true },
      });
    }
  },
});
