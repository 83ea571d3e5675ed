import assert from 'node:assert/strict';
import { viewOf } from '../../../server/src/model/view';
import { addPortionMarks, cableMark } from '../../../server/src/rewrite/portion-marks';
import { parse } from '../../../server/src/syntax/parse';
import { applyEdits } from '../../../server/src/text/edits';

const head = (line: string, caption = '') => `${line}\n\n${caption && `${caption}\n\n`}SUBJECT: A BELL\n\n`;
const HEAD = head('C O N F I D E N T I A L ROME 000001');

const LEVELS: [line: string, caption: string, mark: string | null][] = [
  ['UNCLAS ROME 000001', '', 'U'],
  ['UNCLAS ROME 000001', 'SENSITIVE', 'SBU'],
  ['UNCLAS SENSITIVE ROME 000001', '', 'SBU'],
  ['LIMITED OFFICIAL USE ROME 000001', '', 'LOU'],
  ['C O N F I D E N T I A L ROME 000001', '', 'C'],
  ['S E C R E T ROME 000001', 'NODIS', 'S'],
  ['T O P  S E C R E T ROME 000001', '', 'TS'],
  ['CONFIDENTAL SECTION 01 OF 02 ROME 000001', '', null],
];

/** Body before, and after (C) was added. */
const ADDED: [what: string, before: string, after: string][] = [
  ['to each', '1.  One.\n\n2.  Two.\n', '1.  (C) One.\n\n2.  (C) Two.\n'],
  [
    'to those that have none',
    '1.  (U) One.\n\n2.  Two.\n\n(C) 3. Three.\n',
    '1.  (U) One.\n\n2.  (C) Two.\n\n(C) 3. Three.\n',
  ],
  ['after ¶ and without a blank', '¶1.One.\n\n¶2) Two.\n', '¶1. (C) One.\n\n¶2) (C) Two.\n'],
  [
    'not to misspelt ones',
    '1.  (C) One.\n\n2.  C) Two.\n\n3.  [C] Three.\n',
    '1.  (C) One.\n\n2.  C) Two.\n\n3.  [C] Three.\n',
  ],
  ['not to marked parts', '1.  Two points:\n\n-- (C) one\n-- (U) two\n', '1.  Two points:\n\n-- (C) one\n-- (U) two\n'],
  [
    'not under one mark for all',
    '1.  (C - ENTIRE TEXT) One.\n\n2.  Two.\n',
    '1.  (C - ENTIRE TEXT) One.\n\n2.  Two.\n',
  ],
  ['not to what is redacted', '1.  One.\n\n2.  XXXXXXXXXXXX\n', '1.  (C) One.\n\n2.  XXXXXXXXXXXX\n'],
  ['not without a number', 'One.\n\nTwo.\n', 'One.\n\nTwo.\n'],
  [
    'not in quoted texts',
    '1.  Text:\n\nBEGIN TEXT\n\n¶1.  One.\n\nEND TEXT\n',
    '1.  (C) Text:\n\nBEGIN TEXT\n\n¶1.  One.\n\nEND TEXT\n',
  ],
  [
    'and folds what gets too long',
    '1.  The bell of the tower of the old town rang for all of the noon.\nThen it stopped.\n',
    '1.  (C) The bell of the tower of the old town rang for all of the\nnoon.  Then it stopped.\n',
  ],
  ['with line breaks of its own', '1.  One. \r\n \r\n2.  Two. \r\n', '1.  (C) One. \r\n \r\n2.  (C) Two. \r\n'],
];

describe('portion marks', () => {
  for (const [line, caption, mark] of LEVELS)
    it(`of ${line} ${caption}`, () => assert.equal(cableMark(viewOf(parse(head(line, caption)))), mark));
  it('of no cable', () => assert.equal(cableMark(viewOf(parse(''))), null));
  for (const [what, before, after] of ADDED)
    it(`are added ${what}`, () => {
      const text = `${HEAD}${before}\nEXAMPLE\n`;
      assert.equal(applyEdits(text, addPortionMarks(viewOf(parse(text)), 'C')), `${HEAD}${after}\nEXAMPLE\n`);
    });
});
