import assert from 'node:assert/strict';
import { type TermKind, term, terms } from '../../../server/src/data/terms';

const FOUND: [kind: TermKind, word: string, name: RegExp | null, from?: number | null, to?: number | null][] = [
  ['caption', 'SIPDIS', /SIPRNet/],
  ['caption', 'ROGER CHANNEL', /Intelligence/],
  ['caption', 'ROGER', null],
  ['precedence', 'O', /^IMMEDIATE$/],
  ['precedence', 'Q', null],
  ['signal', 'ZNY', /classified/],
  ['signal', 'ZNX', null],
  ['security-mark', 'E', /EFTO/],
  ['order', '11652', /11652/, 1972, 1978],
  ['order', '13526', /13526/, 2010, null],
  ['order', '11653', null],
  ['instruction', 'XGDS', /Exempt/, 1972, 1978],
  ['instruction', 'XGDS2', /Exempt/],
  ['instruction', 'OADR', /Originating agency/, 1982, 1995],
  ['instruction', '25X5', /25 years/],
  ['instruction', 'X9', null],
  ['reason', 'd', /^Foreign relations/],
  ['reason', 'h', /mass destruction/, 2003, null],
  ['reason', 'i', null],
  ['level', 'SECRET', /^Secret$/],
  ['level', 'LIMITED OFFICIAL USE', /Limited official use/, null, 1995],
  ['portion-mark', 'SBU', /^Sensitive but unclassified$/],
  ['portion-mark', 'D', null],
  ['level', 'SBU', null],
];

describe('terms of the format', () => {
  for (const [kind, word, name, from, to] of FOUND)
    it(`${kind} ${word}: ${name?.source ?? 'none'}`, () => {
      const found = term(kind, word);
      if (!name) return assert.equal(found, null);
      assert.match(found?.name ?? '', name);
      assert.ok(found?.source);
      if (from !== undefined) assert.equal(found?.from, from);
      if (to !== undefined) assert.equal(found?.to, to);
    });

  it('of a kind come in the order of the table', () => {
    assert.equal(
      terms('reason')
        .map((each) => each.term)
        .join(''),
      'abcdefgh',
    );
    assert.deepEqual(
      terms('precedence')
        .slice(0, 4)
        .map((each) => each.term),
      ['Z', 'O', 'P', 'R'],
    );
    assert.equal(terms('caption').length, 30);
  });

  it('say where the meaning is only likely', () => {
    assert.equal(term('signal', 'ZDK')?.certain, false);
    assert.equal(term('signal', 'ZNR')?.certain, true);
  });

  it('have names without a full stop and sentences with one', () => {
    for (const kind of ['caption', 'signal', 'instruction', 'reason', 'level', 'order'] as const)
      for (const { term: word, name, description } of terms(kind)) {
        assert.ok(!name.endsWith('.'), word);
        assert.ok(description === '' || description.endsWith('.'), word);
      }
  });
});
