import { remembered } from '../../data/tables';
import { type Token, token } from '../../model/fields';
import type { Addressee } from '../../model/transmission';
import { editDistance } from '../../text/edit-distance';
import { propose, rule } from '../rule';
import { CONFIDENTIAL, SMART, TRANSMITTED, UNCLASSIFIED } from '../specimens';

const WORDS = ['FLASH', 'IMMEDIATE', 'PRIORITY', 'ROUTINE'];

export const precedenceWordUnknown = rule({
  name: 'header/precedence-word-unknown',
  severity: 'warning',
  format: ['2.6', '2.2'],
  message: '`{x}` is not a precedence. {near}?',
  why: 'A precedence word at an address overrides the date-time group for that address: FLASH, NIACT IMMEDIATE, IMMEDIATE, PRIORITY or ROUTINE. Only a word that comes near one of these is reported, as any other may belong to the name.',
  fix: 'Writes the nearest precedence.',
  bad: [
    [CONFIDENTIAL, 'IMMEDIATE 6308', '«IMEDIATE» 6308'],
    [TRANSMITTED, 'IMMEDIATE 6308', 'NIACT «IMMEDAITE» 6308', '(C) Text.', '(C) Night action is needed.'],
    [UNCLASSIFIED, 'TO SECSTATE WASHDC', 'TO SECSTATE WASHDC «ROUTNE»'],
    [CONFIDENTIAL, 'IMMEDIATE 6308\n', 'IMMEDIATE 6308\nRUEHBS/AMEMBASSY BRUSSELS «PIORITY» 0004\n'],
    [SMART, 'SECSTATE ROUTINE', 'SECSTATE «ROUTING»'],
  ],
  good: [
    [CONFIDENTIAL, 'IMMEDIATE 6308', 'NIACT IMMEDIATE 6308'],
    [UNCLASSIFIED, 'TO SECSTATE WASHDC', 'TO SECSTATE WASHDC routine 0012'],
    [CONFIDENTIAL, 'AMEMBASSY LONDON 0034', 'FLASS 0034'],
    [TRANSMITTED, 'ASEAN MEMBER COLLECTIVE', 'PRIORITIES COLLECTIVE'],
  ],
  check(view, report) {
    for (const addressee of view.addressees) {
      const word = lastWord(addressee);
      const x = word?.text.toUpperCase() ?? '';
      // A name may end in any short word; a number after it makes a precedence likelier.
      if (!word || WORDS.includes(x) || x.length < (addressee.precedence || addressee.channelNumber ? 5 : 6)) continue;
      const near = nearest(x);
      if (near) report(word, { x: word.text, near }, { fix: propose(word, near) });
    }
  },
});

/** The word that may be meant as a precedence; null in a name of one word. */
function lastWord({ name, precedence }: Addressee): Token | null {
  const { text, start } = precedence ?? name;
  const at = text.trimEnd().lastIndexOf(' ') + 1;
  return at > 0 || precedence ? token(text.slice(at).trimEnd(), start + at) : null;
}

/** The same words end address after address. */
const nearest = remembered((x: string): string | undefined => WORDS.find((each) => alike(x, each)));
/** Begins or ends alike, and is a letter or two away. The first test is cheap, and spares the second for most names. */
const alike = (x: string, word: string): boolean =>
  (x[0] === word[0] || x.endsWith(word.slice(-2))) && editDistance(x, word, 2) <= (word.length > 6 ? 2 : 1);
