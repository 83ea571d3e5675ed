import { damagedRouting, isIndicator } from '../facts/transmission-lines';
import { isRedacted, rule } from '../rule';
import { CONFIDENTIAL, TRANSMITTED } from '../specimens';

export const riMalformed = rule({
  name: 'header/ri-malformed',
  severity: 'warning',
  format: ['2.2'],
  message: '`{text}` is not a routing indicator.',
  why: 'FL2 lists the stations that are to receive the message by indicators of four to eight letters; a damaged one is delivered nowhere. Silent where it is redacted.',
  bad: [
    [CONFIDENTIAL, 'OO RUEHFR RUEHLO', 'OO RUEHFR «RUEHL0»'],
    [TRANSMITTED, 'OO RUEHC\n', 'OO RUEHC «RUE» RUEHFR\n'],
    [CONFIDENTIAL, 'OO RUEHFR RUEHLO\n', 'OO RUEHFR RUEHLO\nRUEHNH «RUEHM4»\n'],
  ],
  good: [
    [CONFIDENTIAL],
    [CONFIDENTIAL, 'OO RUEHFR RUEHLO\n', 'OO RUEHFR RUEHLO.\n'],
    [CONFIDENTIAL, 'OO RUEHFR RUEHLO\n', 'OO RUEHFR RUCNASE RHHMUNA\nRUEHNH RUEHMO\n'],
    [CONFIDENTIAL, 'OO RUEHFR RUEHLO\n', 'OO RUEHFR XXXXXXXXXX\n'],
  ],
  check(view, report) {
    for (const word of view.fl2.slice(1))
      if (!isIndicator(word.text) && !isRedacted(word.text)) report(word, { text: word.text });
    for (const { wrong } of damagedRouting(view)) for (const word of wrong) report(word, { text: word.text });
  },
});
