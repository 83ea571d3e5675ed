import { mojibakePlaces } from '../facts/characters';
import { isDraftOrRecord } from '../facts/shared';
import { more, rule } from '../rule';
import { CONFIDENTIAL, DRAFT, UNCLASSIFIED } from '../specimens';

export const mojibake = rule({
  name: 'text/mojibake',
  severity: 'warning',
  format: ['4.6'],
  message: 'These characters come from another encoding{more}.',
  why: 'The text was read in another encoding than it was written in, or a character was lost. Silent for letters of other languages and for an apostrophe that became a comma.',
  bad: [
    [UNCLASSIFIED, 'The bell rang.', 'The tower«â€™»s bell rang.'],
    [CONFIDENTIAL, 'It stopped.', 'It stopped at J«Ã¤»msÃ¤.'],
    [DRAFT, 'the port after', 'the harbor«\uFFFD»s port after'],
    [CONFIDENTIAL, 'It stopped.', 'The tower«¿»s bell stopped.'],
  ],
  good: [
    [UNCLASSIFIED, 'A BELL', 'SÃO PAULO: BELLS OF JÄMSÄ'],
    [UNCLASSIFIED, 'The bell rang.', 'The CITY,S bell rang.'],
    [UNCLASSIFIED, 'The bell rang.', 'The bell\n¿\n¿\nrang.'],
    [CONFIDENTIAL, 'It stopped.', 'He asked: ¿Quién?'],
  ],
  check(view, report) {
    if (!isDraftOrRecord(view)) return;
    const found = mojibakePlaces(view);
    if (found.length) report(found[0]!, { more: more(found) });
  },
});
