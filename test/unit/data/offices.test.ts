import assert from 'node:assert/strict';
import { allOffices, bureauName, officeEntries } from '../../../server/src/data/offices';

const SPANS: [symbol: string, spans: [from: number | null, to: number | null][]][] = [
  ['G/TIP', [[2001, 2012]]],
  ['g/tip', [[2001, 2012]]],
  ['NEA', [[null, null]]],
  ['ARA', [[null, 1999]]],
  ['WHA', [[1999, null]]],
  ['A/AID', [[1970, 1979]]],
  // The bureau had this name twice, and two bureaus had this one.
  [
    'EB',
    [
      [null, 2007],
      [2011, null],
    ],
  ],
  [
    'SCA',
    [
      [null, 1977],
      [2006, null],
    ],
  ],
  ['XX/YY', []],
  ['', []],
];

describe('offices', () => {
  for (const [symbol, spans] of SPANS)
    it(`${symbol || 'nothing'}: ${JSON.stringify(spans)}`, () =>
      assert.deepEqual(
        officeEntries(symbol).map(({ from, to }) => [from, to]),
        spans,
      ));

  it('have every span of years read', () => {
    for (const { symbol, years, from, to } of allOffices()) {
      assert.equal(years === '', from === null && to === null, `${symbol} ${years}`);
      assert.ok(from === null || to === null || from <= to, `${symbol} ${years}`);
    }
  });

  it('leave out what the table is unsure of', () =>
    assert.deepEqual(
      allOffices().filter(({ source }) => source.includes('(unsure)')),
      [],
    ));

  const BUREAUS: [symbol: string, year: number | undefined, RegExp | null][] = [
    ['EAP', undefined, /East Asian and Pacific/],
    ['SCA', undefined, /South and Central Asian/],
    ['SCA', 2009, /South and Central Asian/],
    ['SCA', 1974, /Security and Consular/],
    ['XX', undefined, null],
  ];
  for (const [symbol, year, name] of BUREAUS)
    it(`the bureau ${symbol} in ${year ?? 'an unknown year'}`, () => {
      if (name) assert.match(bureauName(symbol, year) ?? '', name);
      else assert.equal(bureauName(symbol, year), null);
    });
});
