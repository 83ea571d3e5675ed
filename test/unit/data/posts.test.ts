import assert from 'node:assert/strict';
import {
  allAddresses,
  allPosts,
  canonicalPost,
  isKnownPost,
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
