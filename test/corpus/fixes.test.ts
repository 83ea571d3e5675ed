/**
 * The laws of fixes on spoilt cables: good ones and the specimens of the rules, with defects planted into them and characters and lines
 * damaged by chance. `FIX_SEED=7 FIX_TEXTS=50000 npx mocha test/corpus/fixes.test.ts` looks elsewhere, and further.
 */

import assert from 'node:assert/strict';
import fc from 'fast-check';
import { mend } from '../../server/src/config/mend';
import { NO_SETTINGS } from '../../server/src/config/resolve';
import { check } from '../../server/src/rules/check';
import { batch } from '../../server/src/rules/fix';
import type { Example } from '../../server/src/rules/rule';
import * as specimens from '../../server/src/rules/specimens';
import { parse } from '../../server/src/syntax/parse';
import { overlap } from '../../server/src/text/edits';
import { finish } from '../../server/src/text/steps';
import { readExample } from '../support/examples';
import { type Breach, breaches, judge, MAY_COME } from './fix-laws';
import { BAD, generated, WRITTEN } from './good';
import { type Base, damageOf, spoil, spoilt } from './mutate';

const { CONFIDENTIAL, RECORD, SMART, TRANSMITTED, UNCLASSIFIED } = specimens;

const SEED = Number(process.env.FIX_SEED ?? 20061212);
const TEXTS = Number(process.env.FIX_TEXTS ?? 13_000);
const LONGEST = 4000;

const BASES: readonly Base[] = [
  ...[...Object.entries(specimens), ...WRITTEN, ...generated(30, 700)]
    .filter(([, text]) => text.length < LONGEST)
    .map(([name, text]) => ({ name, text, damage: [] })),
  ...BAD,
];

const told = ({ rule, law, what, finding, after }: Breach): string =>
  `${rule} ${law}: ${what}${finding ? ` (${finding.message})` : ''}\n${after}`;

/** Cases in which a fix once broke a law. */
const REGRESSIONS: readonly (readonly [what: string, ...example: Example])[] = [
  ['a level is not taken for a part of SECTION', CONFIDENTIAL, 'L SECTION', 'L.SECTION'],
  ['the last letter of a level before the post', TRANSMITTED, 'A L SECTION 01 OF 02 ROME', 'A LROME'],
  ['a letter of a level twice', TRANSMITTED, 'A L SECTION 01 OF 02 ROME', 'A LL ROME'],
  ['the year of which the order is', CONFIDENTIAL, 'DEC 06', 'DEC 60', 'A BELL\nTue', 'A BELLTue'],
  ['no second classification line above a damaged one', CONFIDENTIAL, 'ROME 000001\n', 'ROMEé000001\n'],
  ['nor above one with a wrong level', CONFIDENTIAL, 'N T I A L', 'N T I AA L', 'IMMEDIATE', 'IMEDIATE'],
  [
    'nor in a head that is not understood',
    RECORD,
    '45\nACTION',
    '45ACTION',
    'C O N F I D E N T I A L ANKARA 1204\n\n',
    '',
  ],
  [
    'nor one that FL4 contradicts',
    CONFIDENTIAL,
    'CONFIDENTIAL\n',
    'SECRET\n',
    'C O N F I D E N T I A L SECTION 01 OF 02 ROME 000001\n',
    '',
  ],
  [
    'lines are joined only to a classification line',
    TRANSMITTED,
    'SECTION 01 OF 02 ROME 000001',
    'SE\nCTION 01 OF 02;ROME 000001',
  ],
  ['a damaged section count is no serial', CONFIDENTIAL, 'SECTION 01', 'SECTIO-N 01'],
  ['a torn one neither', CONFIDENTIAL, 'SECTION 01', 'SEC TION 01'],
  ['nor without OF', CONFIDENTIAL, 'SECTION 01 OF 02', 'SECTIO 01  02'],
  ['nor is its word a post', CONFIDENTIAL, 'SECTION 01', 'SECT ON 01'],
  ['nothing of it is left behind', CONFIDENTIAL, '01 OF 02', '01 OF4 02'],
  ['on neither side', CONFIDENTIAL, '01 OF 02', '01 3OF 02'],
  [
    'a letter is not given twice where one is damaged',
    TRANSMITTED,
    'REF: A. 05 ROME 405\n     B. STATE 12345',
    'REF: [A] 05 ROME 405, B] STATE 12345, [C] 05 PARIS 3',
  ],
  ['letters begin where those that are cited are there', CONFIDENTIAL, 'REF: A.', 'REF: I.'],
  ['no letter that is cited goes', DRAFTED(), '     B. ROME 98\n', ''],
  [
    'nor the first of them',
    DRAFTED().replace('C. ROME 99\n', 'C. ROME 99\n     D. ROME 97\n').replace('B and C.', 'B, C and D.'),
    '     B. ROME 98\n',
    '',
  ],
  ['a post that lost its first letter to a colon', CONFIDENTIAL, '05 STATE 12345', 'S:TATE 12345'],
  [
    'no BT above a header whose line is misspelt',
    CONFIDENTIAL,
    'T I A L SECTION',
    'T A L SECTION',
    'O 121200Z',
    'O 121200\nZ',
    '06ROME1\n',
    '06ROME1',
  ],
  ['a damaged INFO is no address', CONFIDENTIAL, 'INFO RUEHFR', 'INO RUEHFR/AMEMBASSY PARIS 0033\nINFO RUEHFR'],
  ['a slash too many in a date', CONFIDENTIAL, '12/12/2016', '12/1/2/2016'],
  [
    'addresses are not moved over a line that may be the next one',
    CONFIDENTIAL,
    'TO RUEHC/SECSTATE WASHDC IMMEDIATE 6308\nINFO RUEHFR/AMEMBASSY PARIS 0033',
    'INFO RUEHFR/AMEMBASSY PARIS 0033\nTO RUEHC/SECSTATE WASHDC IMMEDIATE 6308',
    'T I A L SECTION',
    'T A L SECTION',
  ],
  ['a month that the other half of the line names', SMART, 'Z APR 15', 'Z AAR 15'],
  ['no identifier of which FL3 is another', CONFIDENTIAL, '06ROME1\n', '06ROM1E\n', 'ROME 000001\n', 'ROME 000010\n'],
  ['the number that most lines give', CONFIDENTIAL, '#0001/01', '#0008/01', 'ROME 000001\n', 'ROME 000010\n'],
  ['a letter of FL2 that FL5 has', TRANSMITTED, 'OO RUEHC', 'O RUEHC', 'O 121200Z', 'P O 121200Z'],
  [
    'a subject into which another line has run',
    RECORD,
    'SUBJ: CIVIL AVIATION CONSULTATIONS\n',
    '',
    'Subject: CIVIL AVIATION CONSULTATIONS\n',
    'Subject: CIVIL AVIATION CONSULTATIONS',
  ],
  ['a tab in a header is one blank', UNCLASSIFIED, 'R 121200Z DEC', 'R 121200Z\tDEC'],
  ['a tab before a damaged mark', TRANSMITTED, '1.  (C)', '1.  \tC)'],
  [
    'a page line is not written with a doubtful number',
    CONFIDENTIAL,
    '002 OF 002',
    '002 0F 002',
    'ROME 000001\n',
    'ROME 000011\n',
  ],
  [
    'a paragraph without a mark may be a piece of another',
    CONFIDENTIAL,
    '2.  (U) It rang twice',
    '2.  (U) It rang.\n\nIt rang again in the evening, and nobody in the town could say why it did.\n\nIt rang twice',
  ],
];
function DRAFTED(): string {
  return specimens.DRAFT.replace('     B. ROME 98\n', '     B. ROME 98\n     C. ROME 99\n').replace(
    'ref B.',
    'refs B and C.',
  );
}

describe('the laws of fixes', () => {
  for (const [what, ...example] of REGRESSIONS)
    it(`hold again: ${what}`, () => {
      const { text } = readExample(example as unknown as Example);
      // What is wrong with single edits of the example is not new.
      const wasWrong = (rule: string): boolean => {
        for (let i = 1; i + 1 < example.length; i += 2)
          if (example.length > 3 && tellsWithout(example as unknown as Example, i).has(rule)) return true;
        return false;
      };
      assert.deepEqual(breaches(text, wasWrong).found.map(told), []);
    });

  it('hold on whatever is done to a cable', function () {
    this.timeout(300_000);
    let tried = 0;
    let texts = 0;
    const seen = new Set<string>();
    const began = Date.now();
    fc.assert(
      fc.property(spoilt(BASES.length), (each) => {
        const damage = damageOf(each, BASES);
        const text = spoil(each, BASES, damage);
        const {
          found,
          tried: here,
          rules,
        } = breaches(
          text,
          judge(damage, (some) => spoil(each, BASES, some)),
        );
        tried += here;
        texts++;
        for (const rule of rules) seen.add(rule);
        assert.deepEqual(found.map(told), [], `${BASES[each.base]!.name}\n${text}`);
      }),
      { seed: SEED, numRuns: TEXTS },
    );
    console.log(
      `    ${tried} cases of fixes of ${seen.size} rules on ${texts} spoilt cables in ${((Date.now() - began) / 1000).toFixed(1)} s`,
    );
    assert.ok(process.env.FIX_TEXTS || tried >= 20_000, String(tried));
  });

  it('have few exceptions, each with its reason', () => {
    assert.ok(MAY_COME.length <= 8 && MAY_COME.every(([, , why]) => why.length > 20));
  });
});

describe('mending', () => {
  it('ends, and mending twice changes nothing the second time', () => {
    for (const { name, text, damage } of BASES) {
      const whole = spoil(
        { base: 0, defects: [], mutations: [], lineBreak: '\n', trailing: false },
        [{ name, text, damage }],
        damage,
      );
      const once = finish(mend(whole, NO_SETTINGS));
      assert.equal(finish(mend(once, NO_SETTINGS)), once, name);
    }
  });
  it('changes nothing of a good cable but what is advice', () => {
    for (const { name, text, damage } of BASES.filter((base) => base.damage.length === 0)) {
      assert.equal(damage.length, 0);
      const advised = check(parse(text)).length > 0;
      if (!advised) assert.equal(finish(mend(text, NO_SETTINGS)), text, name);
    }
  });
  it('never makes edits that overlap', () => {
    for (const { text, damage, name } of BASES) {
      const whole = spoil(
        { base: 0, defects: [], mutations: [], lineBreak: '\n', trailing: false },
        [{ name, text, damage }],
        damage,
      );
      const edits = batch(check(parse(whole)));
      assert.ok(
        edits.every((edit, i) => edits.slice(i + 1).every((other) => !overlap(edit, other))),
        name,
      );
    }
  });
});

/** Rules that are told of an example with one of its edits left out. */
function tellsWithout(example: Example, at: number): Set<string> {
  const rest = [...example.slice(0, at), ...example.slice(at + 2)] as unknown as Example;
  return new Set(check(parse(readExample(rest).text)).map(({ rule }) => rule));
}
