import assert from 'node:assert/strict';
import { Library } from '../../../server/src/library/library';
import { readings } from '../../../server/src/library/query';
import { cable, numberOf } from './invent';

const library = new Library();
const put = (
  post: string,
  year: number,
  serial: number,
  month: number,
  day: number,
  subject: string,
  tags: string[],
) => {
  const id = numberOf(post, year, serial);
  const date = Date.UTC(year, month - 1, day, 9, 59) / 60_000;
  const from = post === 'STATE' ? 'SECSTATE WASHDC' : `AMEMBASSY ${post}`;
  library.put(`file:///c/${id}.cable`, { modified: 1, size: 1 }, [
    cable({ id, post, year, serial, date, subject, tags, from }),
  ]);
};
put('PHNOMPENH', 2006, 534, 3, 21, "TRAFFICKING IN PERSONS: G/TIP DIRECTOR'S VISIT", ['PHUM', 'KTIP', 'CB']);
put('PHNOMPENH', 2006, 5340, 3, 22, 'U.S.-CAMBODIA TRADE TALKS', ['ETRD', 'CB']);
put('PHNOMPENH', 2005, 534, 7, 2, 'A NEW BRIDGE OVER THE MEKONG', ['ELTN', 'CB']);
put('PHNOMPENH', 2006, 1534, 9, 3, 'VISITING CODEL', ['OREP', 'CB']);
put('LISBON', 2007, 12, 1, 5, 'PORTUGAL: CORK', ['EAGR', 'PO']);
put('LISBON', 2006, 2007, 12, 5, 'PORTUGAL: MORE CORK', ['EAGR', 'PO']);
put('STATE', 2006, 226504, 3, 21, 'LISBON 2007 CONFERENCE ON TRAFFICKING', ['PHUM', 'PO']);
put('RIODEJANEIRO', 2009, 88, 2, 1, 'CARNIVAL IN MARCH 2009', ['SCUL', 'BR']);
put('BANGKOK', 1973, 50, 3, 21, 'RÉSUMÉ OF TALKS', ['PREL', 'TH']);

const found = (query: string, limit = 100): string[] => library.search(query, limit).map(({ id }) => id!);

describe('a search', () => {
  const firsts: readonly [string, ...string[]][] = [
    // A whole number, in any of its spellings (FORMAT 5.1).
    ['06PHNOMPENH534', '06PHNOMPENH534', '06PHNOMPENH5340'],
    ['06 PHNOM PENH 534', '06PHNOMPENH534', '06PHNOMPENH5340'],
    ['2006PHNOMPENH000534', '06PHNOMPENH534', '06PHNOMPENH5340'],
    ['06 amembassy phnom penh 000534', '06PHNOMPENH534', '06PHNOMPENH5340'],
    ['phnom penh 534', '06PHNOMPENH534', '05PHNOMPENH534', '06PHNOMPENH5340', '06PHNOMPENH1534'],
    ['Phnom Penh 00000534', '06PHNOMPENH534', '05PHNOMPENH534', '06PHNOMPENH5340'],
    ['06 STATE 226504', '06STATE226504'],
    ['SECSTATE 226504', '06STATE226504'],
    ['rio 88', '09RIODEJANEIRO88'],
    ['09 Rio de Janeiro 88', '09RIODEJANEIRO88'],
    ['BANGKOK A-50', '73BANGKOK50'],
    ['73BANGKOK-A50', '73BANGKOK50'],
    ['1973BANGKOK00050_b', '73BANGKOK50'],
    // A part of one.
    ['PENH 53', '06PHNOMPENH5340', '06PHNOMPENH534', '05PHNOMPENH534', '06PHNOMPENH1534'],
    ['PENH53', '06PHNOMPENH5340', '06PHNOMPENH534', '05PHNOMPENH534'],
    ['NOMPENH534', '06PHNOMPENH5340', '06PHNOMPENH534', '05PHNOMPENH534'],
    ['5PHNOMPENH5', '05PHNOMPENH534'],
    ['06PHN', '06PHNOMPENH1534', '06PHNOMPENH5340', '06PHNOMPENH534'],
    ['6504', '06STATE226504'],
    // Words, whole ones first.
    ['trafficking visit', '06PHNOMPENH534'],
    ['VISIT', '06PHNOMPENH534', '06PHNOMPENH1534'],
    ['visi', '06PHNOMPENH1534', '06PHNOMPENH534'],
    ['raffick', '06PHNOMPENH534', '06STATE226504'],
    ['tip', '06PHNOMPENH534'],
    ['g/tip', '06PHNOMPENH534'],
    ['u.s.', '06PHNOMPENH5340'],
    ['cambodia', '06PHNOMPENH5340'],
    ['résumé', '73BANGKOK50'],
    ['sum', '73BANGKOK50'],
    ['PHUM', '06PHNOMPENH534', '06STATE226504'],
    ['phum cb', '06PHNOMPENH534'],
    ['secstate', '06STATE226504'],
    // Days, months and years.
    ['2006-03', '06PHNOMPENH5340', '06PHNOMPENH534', '06STATE226504'],
    ['2006-03-22', '06PHNOMPENH5340'],
    ['MAR 06', '06PHNOMPENH5340', '06PHNOMPENH534', '06STATE226504'],
    ['March 2006', '06PHNOMPENH5340', '06PHNOMPENH534', '06STATE226504'],
    ['21 March 2006', '06PHNOMPENH534', '06STATE226504'],
    ['21 MAR 06', '06PHNOMPENH534', '06STATE226504'],
    ['march 21, 2006', '06PHNOMPENH534', '06STATE226504'],
    ['21 march', '06PHNOMPENH534', '06STATE226504', '73BANGKOK50'],
    ['march 2009', '09RIODEJANEIRO88'],
    ['penh march 2006', '06PHNOMPENH5340', '06PHNOMPENH534'],
    ['1973', '73BANGKOK50'],
    // The whole number first, then the cable of that year, or one that says so.
    ['lisbon 2007', '06LISBON2007', '07LISBON12', '06STATE226504'],
    ['cork 07', '07LISBON12', '06LISBON2007'],
  ];
  for (const [query, ...expected] of firsts)
    it(`finds ${expected[0]} with "${query}"`, () => {
      const ids = found(query);
      assert.deepEqual(ids.slice(0, expected.length), expected);
      assert.deepEqual(found(query, 1), expected.slice(0, 1), 'and as many as are wanted');
    });

  const exact: readonly [string, readonly string[]][] = [
    ['', []],
    ['  \t', []],
    ['...', []],
    ['nothing', []],
    ['trafficking bridge', []],
    ['07PHNOMPENH534', []],
    ['99 99', []],
    ['06 STATE 226504 cork', []],
    ['2006-13', []],
    ['50 March', ['73BANGKOK50', '06STATE226504']],
    ['05PHNOMPENH534', ['05PHNOMPENH534']],
    ['eltn', ['05PHNOMPENH534']],
    ['secstate washdc', ['06STATE226504']],
  ];
  for (const [query, expected] of exact)
    it(`finds ${expected.length ? expected : 'nothing'} and no more with "${query}"`, () =>
      assert.deepEqual(found(query), expected));

  it('gives as many as are asked for', () => {
    assert.equal(found('cb', 3).length, 3);
    assert.deepEqual(found('cb', 0), []);
  });

  it('takes time in step with a long query', () => {
    for (const text of [
      'A'.repeat(100_000),
      '1'.repeat(100_000),
      'A 1 '.repeat(30_000),
      '.'.repeat(100_000),
      '1A'.repeat(50_000),
    ]) {
      const start = performance.now();
      library.search(text, 10);
      assert.ok(performance.now() - start < 500, text.slice(0, 8));
    }
  });

  it('reads no more than six words', () =>
    assert.deepEqual(
      readings('a b c d e f g h').map((way) => way.length),
      [6],
    ));
});

describe('a filter', () => {
  const left = (filter: Parameters<Library['select']>[0]): string[] =>
    [...library.select(filter)].map((row) => library.get(row)!.id!);
  it('leaves all when it says nothing, the newest first', () => {
    assert.equal(left({}).length, 9);
    assert.equal(left({})[0], '09RIODEJANEIRO88');
    assert.equal(left({ words: ['', ' '] }).length, 9);
  });
  it('leaves what has all of it', () => {
    assert.deepEqual(left({ tags: ['PHUM'], posts: ['STATE'] }), ['06STATE226504']);
    assert.deepEqual(left({ tags: ['PHUM'], words: ['visit'] }), ['06PHNOMPENH534']);
    assert.deepEqual(left({ words: ['cork', '2007'] }), ['07LISBON12', '06LISBON2007']);
    assert.deepEqual(left({ words: ['raffick', 'penh'] }), ['06PHNOMPENH534']);
    assert.deepEqual(left({ tags: ['PHU'] }), []);
    assert.deepEqual(left({ levels: ['SECRET'] }), []);
  });
  it('takes the first minute and leaves out the last', () => {
    const at = Date.UTC(2006, 2, 21, 9, 59) / 60_000;
    assert.deepEqual(left({ after: at, before: at + 1 }), ['06PHNOMPENH534', '06STATE226504']);
    assert.deepEqual(left({ after: at + 1, before: at + 1441 }), ['06PHNOMPENH5340']);
  });
});
