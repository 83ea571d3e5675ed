import assert from 'node:assert/strict';
import { joinGlossaries, readGlossary } from '../../../server/src/meaning/glossary';
import { readCable } from '../../support/fixtures';
import { cable, meanings, type Setting, sentence } from './support';

const ROWS = readCable('test/fixtures/meanings.tsv')
  .trimEnd()
  .split('\n')
  .slice(1)
  .map((line) => line.split('\t') as [word: string, year: string, post: string, tags: string, meaning: string]);

describe('meaning in context', () => {
  for (const [word, year, post, tags, expected] of ROWS)
    it(`${word} in ${year} ${post}, ${tags}: ${expected}`, () => {
      const setting = { year: Number(year), post, tags };
      const [best] = meanings(cable(sentence(word, setting.year), setting), word);
      assert.ok(best?.expansion.toLowerCase().includes(expected.toLowerCase()), best?.expansion ?? 'no meaning');
    });

  it('covers at least 150 words in 25 countries and both eras', () => {
    const countries = new Set(ROWS.map(([, , , tags]) => tags));
    const old = ROWS.filter(([, year]) => Number(year) < 1980).length;
    assert.ok(ROWS.length >= 150 && countries.size >= 25 && old >= 20, `${ROWS.length} ${countries.size} ${old}`);
  });
});

describe('what leads to a meaning', () => {
  const first = (body: string, word: string, setting: Setting = {}) => meanings(cable(body, setting), word)[0];

  it('a definition in the cable beats the tables', () => {
    const found = first('1. (U) The International Mango Fund (IMF) met. The IMF was glad.', 'IMF');
    assert.deepEqual([found?.expansion, found?.evidence], ['International Mango Fund', 'defined']);
    assert.match(found!.because, /line 10/);
  });
  it('the glossary beats the tables, within its countries and years', () => {
    const { entries } = readGlossary({ IMF: { meaning: 'Italian Mango Fund', countries: ['IT'], to: 2007 } }, 'test');
    const glossary = joinGlossaries(entries);
    const at = (setting: Setting) => meanings(cable(sentence('IMF'), setting), 'IMF', glossary)[0]!.expansion;
    assert.equal(at({ tags: 'IT', year: 2006 }), 'Italian Mango Fund');
    assert.equal(at({ tags: 'IT', year: 2008 }), 'International Monetary Fund');
    assert.equal(at({ tags: 'FR', post: 'PARIS', year: 2006 }), 'International Monetary Fund');
  });
  it('the TAGS weigh more than the post', () =>
    assert.equal(first(sentence('GOC'), 'GOC', { post: 'BOGOTA', tags: 'CU' })?.expansion, 'Government of Cuba'));
  it('TAGS and post together weigh more than the first TAGS', () =>
    assert.equal(
      first(sentence('GOC'), 'GOC', { post: 'BOGOTA', tags: 'CU, CO' })?.expansion,
      'Government of Colombia',
    ));
  it('without TAGS of a country the post decides', () =>
    assert.equal(first(sentence('GOC'), 'GOC', { post: 'SANTIAGO', tags: 'PGOV' })?.expansion, 'Government of Chile'));
  it('without either, the subject', () => {
    const setting = { post: 'STATE', tags: 'PGOV', subject: 'CYPRUS: NEXT STEPS' };
    assert.equal(first(sentence('GOC'), 'GOC', setting)?.expansion, 'Government of Cyprus');
  });
  it('with nothing to go by, the host country in general', () => {
    const found = first(sentence('GOC'), 'GOC', { post: 'STATE', tags: 'PGOV' });
    assert.equal(found?.expansion, 'Government of (host country)');
    assert.match(found!.note, /Cambodia.*Canada/);
  });
  it('a ministry is that of the country', () =>
    assert.match(
      first(sentence('MOI'), 'MOI', { post: 'PHNOM PENH', tags: 'CB' })!.because,
      /that of Cambodia \(CB is on the TAGS line\)/,
    ));
  it('a cable of 2024 uses the other country codes', () => {
    // CH is Switzerland there, China before.
    const found = first(sentence('GOS'), 'GOS', { year: 2024, post: 'STATE', tags: 'CH' });
    assert.equal(found?.expansion, 'Government of Switzerland');
  });
  it('an office that did not exist then is said so', () =>
    assert.match(first(sentence('G/TIP'), 'G/TIP', { year: 2024 })!.because, /no office in 2024/));
  it('an unknown office still names its bureau', () => {
    const found = first(sentence('EUR/XQX'), 'EUR/XQX')!;
    assert.equal(found.term, 'EUR');
    assert.match(found.note, /EUR\/XQX is not in the table/);
  });
  it('of a compound the part under the pointer is read', () => {
    const text = cable(sentence('MOI/MOJ'), { post: 'PHNOM PENH', tags: 'CB' });
    assert.equal(meanings(text, 'MOJ')[0]?.expansion, 'Ministry of Justice');
  });
  it('letters that are spaced out are one word', () =>
    assert.equal(first(sentence('U N H C R'), 'U N H C R')?.term, 'UNHCR'));
  it('a bureau in a sentence needs a word beside it', () => {
    assert.equal(first('1. (U) We thank the EUR Bureau for its help.', 'EUR')?.kind, 'office');
    assert.notEqual(first('1. (U) It costs 100 EUR in the shops there.', 'EUR')?.kind, 'office');
  });
});

describe('words that only look like acronyms', () => {
  const CAPITALS =
    `IT IS SO WHO POST CAN SEE US ARE UP ACT MOST HOPE AID STATE PLAN BASIC FACT AGO CARE SAFE CAR CUT ART LET OFF COP YES GOES PER
    CLASS START PACE BIT GAIN SIDE SORT SMART MODEL MAP ICE HAT FAR MEN LAW NEEDS ALL MR DR GOD BOSS UNIT PEACE WATCH TIDE SEED CASA LAS LE
    ECHO MAY FLEX SHAPE FORCE AN MAN NO HE END WAR MOSS SAO GOT`.split(/\s+/);
  const MIXED =
    `He An Moi Mod Start class pace Most State Post Basic tip Tip Cited cutoff payoff mined kickoff Salt salt July Committee Sofia
    euros Mapped Government aid plan`.split(/\s+/);
  for (const word of CAPITALS)
    it(`${word} among capitals`, () => {
      const text = cable(sentence(word, 1976), { year: 1976 });
      assert.deepEqual(
        meanings(text, ` ${word} `).map(({ expansion }) => expansion),
        [],
      );
    });
  for (const word of MIXED)
    it(`${word} among small letters`, () => assert.deepEqual(meanings(cable(sentence(word)), ` ${word} `), []));

  it('are acronyms where the text around is not in capitals', () => {
    assert.equal(meanings(cable(sentence('IT')), 'IT')[0]?.expansion, 'information technology');
    assert.equal(meanings(cable(sentence('WHO')), 'WHO')[0]?.expansion, 'World Health Organization');
  });
  it('are acronyms in a cable on the country where they are', () =>
    assert.match(
      meanings(cable(sentence('GOT', 1976), { year: 1976, post: 'ANKARA', tags: 'TU' }), 'GOT')[0]!.expansion,
      /Turkey/,
    ));
  it('are acronyms where the cable defines them', () =>
    assert.equal(
      meanings(cable('1. THE ACTION FOR ROADS TRUST (ART) MET. ART WAS GLAD.', { year: 1976 }), 'ART')[0]?.evidence,
      'defined',
    ));
});
