/**
 * The laws of formatting: on good cables, on their messy copies, and on spoilt ones; and cables of each layout with what becomes of them.
 * `FORMAT_SEED=7 FORMAT_TEXTS=50000 npx mocha test/corpus/format.test.ts` looks elsewhere, and further; `FORMAT_WRITE=1` writes what the
 * cables in `format/` become anew, to be looked at.
 */

import assert from 'node:assert/strict';
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { formatCable } from '../../server/src/rules/formatting';
import * as specimens from '../../server/src/rules/specimens';
import { parse } from '../../server/src/syntax/parse';
import { applyEdits } from '../../server/src/text/edits';
import { finish } from '../../server/src/text/steps';
import { allCables } from '../support/fixtures';
import { random } from '../support/random';
import { FORMATS, formatBreaches } from './format-laws';
import { BAD, generated, WRITTEN } from './good';
import { MESSES } from './messy';
import { type Base, damageOf, spoil, spoilt } from './mutate';

const SEED = Number(process.env.FORMAT_SEED ?? 20061212);
const TEXTS = Number(process.env.FORMAT_TEXTS ?? 600);
const LONGEST = 9000;

const GOOD = [...Object.entries(specimens), ...WRITTEN, ...generated(60, 1500)].filter(
  ([, text]) => text.length < LONGEST,
);
const BASES: readonly Base[] = [...GOOD.map(([name, text]) => ({ name, text, damage: [] })), ...BAD];
const every = (text: string): string[] => FORMATS.flatMap((options) => formatBreaches(text, options).broken);

describe('the laws of formatting', () => {
  it('hold on every invented cable', function () {
    this.timeout(60_000);
    for (const [i, [name, text]] of [...GOOD, ...allCables()].entries())
      assert.deepEqual(formatBreaches(text, FORMATS[i % FORMATS.length]!).broken, [], name);
  });

  it('hold on a large cable', function () {
    this.timeout(60_000);
    for (const [name, text] of generated(2, 40_000)) assert.deepEqual(every(text), [], name);
  });

  it('hold whatever is done to a cable', function () {
    this.timeout(900_000);
    let [texts, changed] = [0, 0];
    fc.assert(
      fc.property(spoilt(BASES.length), fc.nat(), (each, seed) => {
        let text = spoil(each, BASES, damageOf(each, BASES));
        const next = random(seed);
        for (const mess of next.chance(0.5) ? next.some(MESSES, 3) : []) text = mess.make(text, next) ?? text;
        const breaches = formatBreaches(text, FORMATS[texts++ % FORMATS.length]!);
        if (breaches.changed) changed++;
        assert.deepEqual(breaches.broken, [], `${BASES[each.base]!.name}\n${JSON.stringify(text)}`);
      }),
      { seed: SEED, numRuns: TEXTS },
    );
    console.log(`    ${texts} spoilt cables, of which formatting changes ${changed}`);
    assert.ok(changed > texts / 2, String(changed));
  });

  it('hold on texts that are no cables', () => {
    for (const text of [
      '',
      '\n',
      ' ',
      '\r\n \r\n',
      '\uFEFF',
      '\uFEFF\n\nTAGS: PHUM\n\n',
      'x',
      '-\n--\n---\n',
      '\0\n \0',
    ])
      assert.deepEqual(every(text), [], JSON.stringify(text));
  });
});

describe('formatted cables', () => {
  const folder = join(__dirname, 'format');
  const names = readdirSync(folder).filter((name) => name.endsWith('.cable'));

  it('are there for every layout', () => {
    const layouts = names.map((name) => parse(readFileSync(join(folder, name), 'utf8')).layout);
    assert.deepEqual([...new Set(layouts)].sort(), ['aad', 'acp127', 'cablegate', 'fragment', 'smart']);
  });
  for (const name of names)
    it(name, () => {
      const text = readFileSync(join(folder, name), 'utf8');
      const golden = join(folder, name.replace('.cable', '.formatted'));
      const after = applyEdits(text, finish(formatCable(parse(text))));
      if (process.env.FORMAT_WRITE) writeFileSync(golden, after);
      assert.ok(existsSync(golden));
      assert.equal(after, readFileSync(golden, 'utf8'));
      assert.deepEqual(every(text), []);
    });
});
