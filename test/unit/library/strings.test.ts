import assert from 'node:assert/strict';
import { Strings } from '../../../server/src/library/strings';
import { random } from '../../support/random';

describe('strings', () => {
  it('are each kept once and come back as they were', () => {
    const strings = new Strings();
    const texts = [
      '',
      'a',
      'ROME',
      'é',
      '東京',
      '😀',
      '\ud800',
      '\udc00x',
      'a\u0000b',
      'x'.repeat(10_000),
      '\uffff',
      '\u0800',
    ];
    for (const [number, text] of texts.entries()) assert.equal(strings.add(text), number);
    for (const [number, text] of texts.entries()) {
      assert.equal(strings.get(number), text);
      assert.equal(strings.find(text), number);
      assert.equal(strings.add(text), number);
    }
    assert.equal(strings.size, texts.length);
    for (const text of ['b', 'ROM', 'ROMES', '\ud83d', 'x'.repeat(9_999)]) assert.equal(strings.find(text), -1);
  });

  it('are found when there are many', () => {
    const strings = new Strings();
    const next = random(1);
    const known = new Map<string, number>();
    for (let time = 0; time < 20_000; time++) {
      const text = String.fromCharCode(...Array.from({ length: next.int(0, 6) }, () => next.int(60, 140)));
      const number = known.get(text) ?? known.size;
      known.set(text, number);
      assert.equal(strings.add(text), number);
    }
    for (const [text, number] of known) {
      assert.equal(strings.find(text), number);
      assert.equal(strings.get(number), text);
    }
    assert.equal(strings.size, known.size);
  });

  it('can be asked how they begin', () => {
    const strings = new Strings();
    const numbers = ['file:///a/b', 'file:///a', 'file:///a/', 'file:///é/b', ''].map((text) => strings.add(text));
    assert.deepEqual(numbers.map(strings.beginningWith('file:///a/')), [true, false, true, false, false]);
    assert.deepEqual(numbers.map(strings.beginningWith('file:///é')), [false, false, false, true, false]);
  });
});
