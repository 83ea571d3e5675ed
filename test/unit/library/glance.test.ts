import assert from 'node:assert/strict';
import fc from 'fast-check';
import { summariesOf } from '../../../server/src/library/glance';
import { summaries } from '../../../server/src/library/summarise';
import { parse } from '../../../server/src/syntax/parse';
import { plan } from '../../bench/library/plan';
import { fileOf } from '../../bench/library/text';
import { BAD, generated, WRITTEN } from '../../corpus/good';
import { MESSES } from '../../corpus/messy';
import { type Base, damageOf, spoil, spoilt } from '../../corpus/mutate';
import { allCables } from '../../support/fixtures';
import { random } from '../../support/random';

const RUNS = Number(process.env.GLANCE_TEXTS ?? 800);
const same = (text: string, name: string): void => assert.deepEqual(summariesOf(text), summaries(parse(text)), name);

describe('a glance at a text says what reading all of it says', () => {
  const good = [...WRITTEN, ...generated(150)];
  it('of every invented cable', () => {
    for (const [name, text] of [...good, ...allCables()]) same(text, name);
    const all = plan(600, 23);
    for (let file = 0; file < 600; file++) same(fileOf(all.at(file)).text, `library ${file}`);
  });

  it('whatever is done to it', function () {
    this.timeout(120_000);
    const bases: Base[] = [...good.map(([name, text]) => ({ name, text, damage: [] })), ...BAD];
    fc.assert(
      fc.property(spoilt(bases.length), fc.nat(), (each, seed) => {
        let text = spoil(each, bases, damageOf(each, bases));
        const next = random(seed);
        for (const mess of next.chance(0.5) ? next.some(MESSES, 3) : []) text = mess.make(text, next) ?? text;
        same(text, `${bases[each.base]!.name}\n${JSON.stringify(text)}`);
      }),
      { seed: 20061212, numRuns: RUNS },
    );
  });

  const HEAD =
    'P 231234Z MAR 06\nFM AMEMBASSY LUSAKA\nTO SECSTATE WASHDC\nUNCLAS LUSAKA 000412\n\nE.O. 12958: N/A\nTAGS: PREL, ZA\nSUBJECT: A MEETING\n\n';
  const SMART =
    'UNCLASSIFIED\nSBU\n\nMRN: 14 LUSAKA 412\nDate/DTG: Apr 28, 2014 / 281236Z APR 14\nFrom: AMEMBASSY LUSAKA\nAction: WASHDC, SECSTATE ROUTINE\nE.O.: 13526\nTAGS: PREL, ZA\nReference: A) 13 LUSAKA 76\nSubject: A MEETING\n\n';
  const RECORD = `Message Text\n\n\nUNCLASSIFIED\n\nPAGE 01        LUSAKA  00412  231234Z\n\n41\nACTION AF-10\n\n${HEAD.replace('06', '76').replace('12958: N/A', '11652: GDS')}`;
  const PAGE = '\nUNCLASSIFIED\n\nPAGE 02        LUSAKA  00412  231234Z\n\n';
  const ATTRIBUTES =
    '\nMessage Attributes\n\nDocument Number: 1976LUSAKA00412\nOriginal Classification: n/a\nSubject: ANOTHER\nTAGS: PHUM\n';
  const long = `${'The committee met and met again.\n'.repeat(40)}\n`;
  const cases: [string, string][] = [
    ['a number far below', `${HEAD}1. One.\n\n2. ${long}3. See 05 STATE 226504.\n`],
    ['a number over a line break', `${HEAD}1. One.\n\n2. ${long}3. As PHNOM\nPENH 534 says.\n`],
    [
      'a number over a page line',
      `${HEAD}1. One.\n\n2. ${long}3. As in STATE\n\nLUSAKA 00000412  002 OF 002\n\n\n226504, we asked.\n`,
    ],
    ['a number over a level', `${HEAD}1. One.\n\n2. ${long}3. As in STATE\n\nUNCLAS\n\n226504, we asked.\n`],
    ['another message below', `${HEAD}1. One.\n\n2. ${long}VZCZCXRO6287\n${HEAD}1. Two.\n`],
    ['a date-time group that begins another', `${HEAD}1. One.\n\n2. ${long}${HEAD.replace('412', '413')}1. Two.\n`],
    [
      'sections to the last',
      `${HEAD.replace('UNCLAS ', 'UNCLAS SECTION 01 OF 02 ')}1. One.\n\n2. ${long}\nLUSAKA 00000412  002 OF 002\n\n\nAnd on.\n`,
    ],
    [
      'sections, the last missing',
      `${HEAD.replace('UNCLAS ', 'UNCLAS SECTION 01 OF 03 ')}1. One.\n\n2. ${long}\nLUSAKA 00000412  002 OF 003\n\n\nAnd on.\n`,
    ],
    [
      'a header given again',
      `${HEAD.replace('SUBJECT: A MEETING\n', '')}1. One.\n\n2. ${long}\nTAGS: PHUM\nSUBJECT: ANOTHER\n\n`,
    ],
    ['attributes below', `${HEAD}1. One.\n\n2. ${long}\nMessage Attributes\n\nDocument Number: 1976LUSAKA00412\n`],
    ['no paragraph', HEAD + long],
    [
      'SMART',
      `${SMART}1. (U) One.\n\n2. ${long}3. See 05 STATE 226504.\n\n4. ${long}\nSignature: Lane\nInfo: ROME 12\n`,
    ],
    ['SMART, a line missing', `${SMART.replace('TAGS: PREL, ZA\n', '')}1. (U) One.\n\n2. ${long}\nTAGS: PHUM\n`],
    ['SMART, another below', `${SMART}1. (U) One.\n\n2. ${long}\n${SMART}1. Two.\n`],
    ['a record', `${RECORD}1. One.\n\n2. ${long}${PAGE}3. See 75 STATE 22650.\n\n4. ${long}${ATTRIBUTES}`],
    [
      'a record, a number over a page',
      `${RECORD}1. One.\n\n2. ${long}3. As in STATE\n${PAGE}226504, we asked.\n${ATTRIBUTES}`,
    ],
    [
      'a record, another page in it',
      `${RECORD}1. One.\n\n2. ${long}${PAGE.replace('412', '413')}3. Three.\n\n4. ${long}${ATTRIBUTES}`,
    ],
    ['a record, no attributes', `${RECORD}1. One.\n\n2. ${long}${PAGE}3. Three.\n\n4. ${long}`],
    [
      'a record, attributes twice',
      `${RECORD}1. One.\n\n2. ${long}${ATTRIBUTES}\n${ATTRIBUTES.replace('00412', '00413')}`,
    ],
    ['a record, two messages', `${RECORD}1. One.\n\n2. ${long}NNNN\n\n${RECORD}1. Two.\n${ATTRIBUTES}`],
    ['a record, no TAGS but below', `${RECORD.replace('TAGS: PREL, ZA\n', '')}1. One.\n\n2. ${long}${ATTRIBUTES}`],
    ['a record whose attributes say more', `${RECORD}1. One.\n\n2. ${long}${ATTRIBUTES.replace('n/a', 'SECRET')}`],
    ['nothing', ''],
  ];
  for (const [name, text] of cases)
    for (const end of ['\n', '\r\n'])
      it(`${name}${end === '\n' ? '' : ', CR LF'}`, () => same(text.replaceAll('\n', end), name));
});
