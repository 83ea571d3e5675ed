import assert from 'node:assert/strict';
import {
  allTags,
  classicCode,
  isTag,
  nearestTag,
  splitRunOn,
  type TagEntry,
  tagMeanings,
  tagVariant,
} from '../../../server/src/data/tags';

type Expected = Partial<TagEntry>;
const MEANINGS: [code: string, year: number | undefined, Expected][] = [
  // Titles of 1974 and of later lists.
  ['PGOV', 1977, { kind: 'subject', name: 'Government', category: 'Political Affairs', source: '1974 handbook' }],
  ['PGOV', 2006, { name: 'Internal Governmental Affairs', category: 'Political', status: 'current' }],
  ['AFIN', 1973, { name: 'Financial Services' }],
  ['AFIN', undefined, { name: 'Financial Management' }],
  ['BENC', 1976, { certain: false, source: 'NARA FAQ appendix (likely)' }],
  // Old subjects in later cables.
  ['PINT', 1977, { name: 'Internal Political Affairs', status: 'historical', successor: '' }],
  ['PINT', 2005, { status: 'historical', successor: 'PGOV' }],
  ['SHUM', 2007, { successor: 'PHUM' }],
  ['PREL', 2006, { name: 'External Political Relations', successor: '', certain: true }],
  ['PEPR', 1979, { certain: false }],
  // Programs: a title, a likely title, usage only.
  ['KDEM', 2008, { kind: 'program', name: 'Democratization', certain: true }],
  ['KCRS', 2008, { certain: false }],
  ['KAWK', 2009, { name: '', certain: false }],
  // The two systems of country codes.
  ['CH', 2009, { kind: 'geographic', name: 'China', iso: 'CN', category: 'country' }],
  ['CH', 2017, { name: 'China' }],
  ['CH', 2018, { name: 'Switzerland', iso: 'CH' }],
  ['IS', 2006, { name: 'Israel' }],
  ['IS', 2020, { name: 'Iceland' }],
  ['RS', 2006, { name: 'Russia' }],
  ['RS', 2020, { name: 'Serbia' }],
  ['XK', 2006, { name: 'Central America', category: 'region' }],
  ['XK', 2020, { name: 'Kosovo', category: 'country' }],
  ['UK', 2020, { name: 'United Kingdom' }],
  ['7A', 2024, { name: 'Worldwide' }],
  // Codes and names that changed within the classic system.
  ['TC', 1977, { name: 'United Arab Emirates', iso: 'AE', successor: '' }],
  ['TC', 2005, { name: 'United Arab Emirates', successor: '' }],
  ['TC', 2007, { successor: 'AE' }],
  ['TC', 2020, { name: 'Turks and Caicos Islands' }],
  ['AE', 2006, { name: 'United Arab Emirates', successor: '' }],
  ['UR', 1977, { name: 'Soviet Union', status: 'historical', iso: '' }],
  ['GE', 1974, { name: 'Germany, East (German Democratic Republic)', certain: true }],
  ['GE', 1977, { certain: false }],
  ['GE', 1985, { name: 'Germany, West (Federal Republic)', certain: true }],
  ['GE', 2020, { name: 'Georgia' }],
  ['GW', 1976, { name: 'Germany (West)' }],
  ['CG', 1976, { name: 'Zaire', iso: 'CD' }],
  ['CG', 1996, { name: 'Zaire' }],
  ['CG', 2006, { name: 'Congo (Kinshasa)' }],
  ['CG', 2020, { name: 'Congo (Brazzaville)' }],
  ['UV', 1979, { name: 'Upper Volta' }],
  ['UV', 1990, { name: 'Burkina Faso' }],
  ['PN', 1975, { name: 'Panama', successor: '' }],
  ['PN', 2005, { name: 'Panama', successor: 'PM' }],
  ['IV', 1975, { name: 'Ivory Coast' }],
  ['IV', 2005, { name: "Cote d'Ivoire" }],
  // Organizations.
  ['WTO', 1976, { kind: 'organization', name: 'Warsaw Pact Organization', description: '' }],
  ['USDA', 1977, { certain: false }],
  ['NATO', 2006, { kind: 'organization', certain: true }],
];

describe('TAGS', () => {
  for (const [code, year, expected] of MEANINGS)
    it(`${code} in ${year ?? 'an unknown year'}: ${JSON.stringify(expected)}`, () => {
      const [found] = tagMeanings(code, year);
      assert.ok(found, 'no meaning');
      for (const [key, value] of Object.entries(expected)) assert.deepEqual(found[key as keyof TagEntry], value, key);
    });

  it('without a meaning', () => {
    for (const [code, year] of [
      ['ZZZZ', 2006],
      ['IQ', 2006],
      ['7A', 2010],
      ['', 2006],
      ['prel', 2006],
    ] as const)
      assert.deepEqual(tagMeanings(code, year), [], code);
  });

  it('with two meanings give both, the code of a place first', () => {
    assert.deepEqual(
      tagMeanings('AI', 2020).map(({ kind }) => kind),
      ['geographic', 'organization'],
    );
    assert.deepEqual(
      tagMeanings('CG').map(({ name }) => name),
      ['Congo (Kinshasa)', 'Zaire'],
    );
    assert.deepEqual(
      tagMeanings('CG', 1997).map(({ name }) => name),
      ['Congo (Kinshasa)', 'Zaire'],
    );
  });

  it('are codes of any system', () => {
    for (const code of ['PREL', 'KDEM', 'CB', 'UR', 'NATO', '7A', 'AU-1']) assert.ok(isTag(code), code);
    for (const code of ['', 'PRELX', 'prel', 'QQ', 'CLINTON']) assert.ok(!isTag(code), code);
  });

  it('are read from misspellings and run-ons', () => {
    const READ: [string, string[] | null][] = [
      ['MOPPS', ['MOPS']],
      ['RU', ['RS']],
      ['PGOVSOCI', ['PGOV', 'SOCI']],
      ['IZPREL', ['IZ', 'PREL']],
      ['NATOPREL', ['NATO', 'PREL']],
      ['PREL', null],
      ['CAMBODIA', null],
    ];
    for (const [found, reading] of READ) assert.deepEqual(tagVariant(found) ?? splitRunOn(found), reading, found);
    const LEFT: [string, string[] | null][] = [
      ['ETRDEINVECINPGOVCS', ['ETRD', 'EINV', 'ECIN', 'PGOV', 'CS']],
      ['PGOVX', null],
      ['FRUK', null],
      ['PRELPRELX', null],
      ['CBFRUK', null],
    ];
    for (const [found, reading] of LEFT) assert.deepEqual(splitRunOn(found), reading, found);
  });

  const NEAR: [string, string | null][] = [
    ['PRLE', 'PREL'],
    ['ECONN', 'ECON'],
    ['OVI', 'OVIP'],
    ['NATOO', 'NATO'],
    // Nearer to none than to another.
    ['PREI', null],
    ['XYZT', null],
    ['PR', null],
    // Real program codes outnumber the table.
    ['KADM', null],
    ['KPAI', null],
    ['CAMBODIA', null],
  ];
  for (const [code, near] of NEAR)
    it(`${code} comes near ${near ?? 'none, or several'}`, () =>
      assert.equal(nearestTag(code, 2006)?.code ?? null, near));

  const CLASSIC: [string, number | undefined, string][] = [
    ['CB', 2006, 'CB'],
    ['TC', 1977, 'AE'],
    ['AE', 2006, 'AE'],
    ['PN', 1975, 'PM'],
    ['GE', 1974, 'GE'],
    ['GE', 1985, 'GM'],
    ['GW', 1976, 'GM'],
    ['CH', 2006, 'CH'],
    ['CH', 2020, 'SZ'],
    ['CN', 2020, 'CH'],
    ['GE', 2020, 'GG'],
    ['XK', 2020, 'KV'],
    ['NA', 1976, 'NT'],
    ['NA', 2020, 'WA'],
    ['RI', 2009, 'SR'],
    ['VS', 1974, 'VS'],
    ['QQ', 2006, 'QQ'],
    ['CB', undefined, 'CB'],
  ];
  for (const [code, year, classic] of CLASSIC)
    it(`${code} of ${year ?? 'an unknown year'} is the classic ${classic}`, () =>
      assert.equal(classicCode(code, year), classic));

  describe('for completion', () => {
    const codes = (year?: number) => new Map(allTags(year).map((each) => [`${each.kind} ${each.code}`, each.name]));
    it('come each once, with a meaning of the year', () => {
      for (const year of [undefined, 1976, 1985, 2006, 2020]) assert.equal(codes(year).size, allTags(year).length);
    });
    it('are those of today when no year is known', () => {
      assert.equal(codes().get('geographic GE'), 'Georgia');
      assert.ok(codes().has('subject PREL') && codes().has('program KDEM') && codes().has('organization NATO'));
      for (const old of ['subject PINT', 'geographic UR', 'geographic YO']) assert.ok(!codes().has(old), old);
    });
    it('are those of 1974 in the seventies', () => {
      assert.equal(codes(1976).get('subject PGOV'), 'Government');
      assert.equal(codes(1976).get('geographic CG'), 'Zaire');
      for (const later of ['subject PREL', 'program KDEM', 'geographic AE', 'organization EUN'])
        assert.ok(!codes(1976).has(later), later);
    });
    it('are of the classic system in 2006', () => {
      assert.equal(codes(2006).get('geographic CH'), 'China');
      for (const other of ['geographic TC', 'geographic UR', 'geographic 7A'])
        assert.ok(!codes(2006).has(other), other);
    });
  });
});
