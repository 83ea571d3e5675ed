import assert from 'node:assert/strict';
import {
  allAddresses,
  allPosts,
  canonicalPost,
  cutPost,
  endsPost,
  isKnownPost,
  misspeltPost,
  nearestPost,
  postByName,
  postByPlad,
  postsOf,
  routingIndicator,
} from '../../../server/src/data/posts';

describe('posts', () => {
  const CANONICAL: [string, string][] = [
    ['Phnom Penh', 'PHNOMPENH'],
    ['AMEMBASSY PHNOM PENH', 'PHNOMPENH'],
    ['Port-au-Prince', 'PORTAUPRINCE'],
    ["N'DJAMENA", 'NDJAMENA'],
    ['SECSTATE WASHDC', 'STATE'],
    ['HAGUE', 'THEHAGUE'],
    ['RIO', 'RIODEJANEIRO'],
    ['EFTO LUSAKA', 'LUSAKA'],
    ['SECTION01OF03SANJOSE', 'SANJOSE'],
    ['SUSPECTED DUPLICATE LUSAKA', 'LUSAKA'],
    ['AMCONGEN RIO DE JAN', 'RIODEJANEIRO'],
    ['BRUSSELS', 'BRUSSELS'],
    ['VIENNA', 'VIENNA'],
    ['SECDEF', 'SECDEF'],
    ['AMMAN', 'AMMAN'],
    ['NOWHERE', 'NOWHERE'],
  ];
  for (const [name, canonical] of CANONICAL)
    it(`${name} is ${canonical}`, () => assert.equal(canonicalPost(name), canonical));

  const NAMED: [string, string | null][] = [
    ['PHNOMPENH', 'CB'],
    ['Lusaka', 'ZA'],
    ['BOMBAY', 'IN'],
    ['MUMBAI', 'IN'],
    ['BONN', 'GM'],
    ['STATE', 'US'],
    ['SECDEF', 'US'],
    ['NOWHERE', null],
    ['', null],
  ];
  for (const [name, country] of NAMED)
    it(`${name || 'nothing'}: ${country ?? 'none'}`, () => assert.equal(postByName(name)?.country ?? null, country));

  const NEAR: [string, string | null][] = [
    ['LUSAKAA', 'LUSAKA'],
    ['PHNOMPEHN', 'PHNOMPENH'],
    ['PHNOM PEN', 'PHNOMPENH'],
    ['SPRINGFIELD', null],
    ['LIM', null],
  ];
  for (const [name, near] of NEAR)
    it(`${name} comes near ${near ?? 'none'}`, () => assert.equal(nearestPost(name)?.name ?? null, near));

  const MEANT: [string, string | null][] = [
    ['PHNOM PEHN', 'PHNOMPENH'],
    ['BRUSELS', 'BRUSSELS'],
    ['Rio de Janerio', 'RIODEJANEIRO'],
    // LOME is two slips away, JIDDA one, as JEDDAH.
    ['ROMEE', null],
    ['JEDDA', null],
    // Known, short, far from all, a word.
    ['LUSAKA', null],
    ['RIO', null],
    ['LIMB', null],
    ['SPRINGFIELD', null],
    ['PARAS', null],
    ['', null],
  ];
  for (const [name, meant] of MEANT)
    it(`${name || 'nothing'} can only mean ${meant ?? 'nothing certain'}`, () =>
      assert.equal(misspeltPost(name), meant));

  it('misspelt in one letter are never taken for another', () => {
    for (const { name } of allPosts())
      for (let i = 0; i < name.length; i += 3) {
        const meant = misspeltPost(`${name.slice(0, i)}Q${name.slice(i + 1)}`);
        assert.ok(meant === null || meant === canonicalPost(name), `${name}: ${meant}`);
      }
  });

  const CUT: [string, string | null][] = [
    ['VATICA', 'VATICAN'],
    ['TEL AV', 'TELAVIV'],
    ['TELAV', 'TELAVIV'],
    ['USUN N', 'USUNNEWYORK'],
    ['PORT O', 'PORTOFSPAIN'],
    // Also the beginning of PORTO ALEGRE.
    ['PORTO', null],
    ['PARIS', null],
    ['VATIC', null],
    ['NOWHER', null],
    ['', null],
  ];
  for (const [name, post] of CUT)
    it(`${name || 'nothing'} is cut from ${post ?? 'none'}`, () => assert.equal(cutPost(name), post));

  it('end in one of their words', () => {
    for (const { written, name } of allPosts()) assert.ok(endsPost(written.split(' ').at(-1)!) && endsPost(name), name);
    for (const word of ['Penh', 'York', "N'Djamena", 'Hague', 'RIO']) assert.ok(endsPost(word), word);
    for (const word of ['', 'March', 'Phnom', 'Article']) assert.ok(!endsPost(word), word);
  });

  const ADDRESSED: [string, string | null][] = [
    ['AMEMBASSY LUSAKA', 'LUSAKA'],
    ['amembassy phnom penh', 'PHNOMPENH'],
    ['AMCONSUL ZURICH', 'ZURICH'],
    ['AMEMBASSY NOWHERE', null],
    ['', null],
  ];
  for (const [plad, name] of ADDRESSED)
    it(`${plad || 'no address'}: ${name ?? 'none'}`, () => assert.equal(postByPlad(plad)?.name ?? null, name));

  it('of a country', () => {
    assert.deepEqual(
      postsOf('CB').map(({ name }) => name),
      ['PHNOMPENH'],
    );
    assert.ok(postsOf('MX').some(({ name }) => name === 'CIUDADJUAREZ'));
    assert.deepEqual(postsOf('QQ'), []);
  });

  it('are all known by their own names', () => {
    for (const { name } of allPosts()) assert.ok(isKnownPost(name), name);
    assert.ok(!isKnownPost('NOWHERE'));
  });
});

describe('routing indicators', () => {
  const FOUND: [indicator: string, plad: string | null][] = [
    ['RUEHLS', 'AMEMBASSY LUSAKA'],
    ['RUEHC', 'SECSTATE WASHDC'],
    // Within RUEPNGA THRU RUEPNGE, at its ends, and beyond.
    ['RUEPNGC', 'CDRNGIC CHARLOTTESVILLE VA'],
    ['RUEPNGA', 'CDRNGIC CHARLOTTESVILLE VA'],
    ['RUEPNGE', 'CDRNGIC CHARLOTTESVILLE VA'],
    ['RUEPNGF', null],
    ['RUEPNG', null],
    ['RXXXXX', null],
    ['', null],
  ];
  for (const [indicator, plad] of FOUND)
    it(`${indicator || 'nothing'}: ${plad ?? 'none'}`, () => {
      const entries = routingIndicator(indicator);
      if (plad) assert.ok(entries.some((each) => each.plad === plad && each.indicator === indicator));
      else assert.deepEqual(entries, []);
    });

  it('lead to every address once', () => {
    const plads = allAddresses().map(({ plad }) => plad);
    assert.equal(new Set(plads).size, plads.length);
    assert.ok(plads.includes('AMEMBASSY LUSAKA'));
  });
});
