import assert from 'node:assert/strict';
import { parse } from '../../server/src/syntax/parse';
import { reparse, tryReparse } from '../../server/src/syntax/reparse';
import type { Cable } from '../../server/src/syntax/tree';
import { allCables } from '../support/fixtures';
import { random } from '../support/random';
import { applied, someEdit } from './edits';
import { generated, WRITTEN } from './good';

const SEED = Number(process.env.REPARSE_SEED ?? 1);
const TEXTS = Number(process.env.REPARSE_TEXTS ?? 120);
const EDITS = 12;

/** All that a tree says. */
const told = ({ text, clean, layout, root, preamble, messages, trailer, places, lines }: Cable): string =>
  JSON.stringify({ text, clean, layout, root, preamble, messages, trailer, places, lines });

describe('reparse', () => {
  const bases = [...WRITTEN, ...allCables(), ...generated(60), ...generated(30, 12_000)].map(([, text]) => text);

  it(`gives what a full parse gives, after each of ${TEXTS * EDITS} edits, and leaves the tree before it as it was`, () => {
    let quick = 0;
    for (let i = 0; i < TEXTS; i++) {
      const seed = SEED * 100_000 + i;
      const pick = random(seed);
      let text = pick.pick(bases);
      if (pick.chance(0.15)) text = text.replaceAll('\n', pick.pick(['\r\n', '\r']));
      let cable = parse(text);
      let before = told(cable);
      for (let j = 0; j < EDITS; j++) {
        const edit = someEdit(text, pick);
        const next = applied(text, edit);
        const after = reparse(cable, next, edit);
        const wanted = told(parse(next));
        const where = `seed ${seed}, edit ${j}: ${JSON.stringify(edit)}`;
        if (told(after) !== wanted) {
          assert.deepEqual(JSON.parse(told(after)), JSON.parse(wanted), where);
          assert.fail(where);
        }
        assert.equal(told(cable), before, `the tree before, ${where}`);
        if (tryReparse(cable, next, edit)) quick++;
        [text, cable, before] = [next, after, wanted];
      }
    }
    // Not by parsing all of it each time.
    assert.ok(quick > (TEXTS * EDITS) / 3, `${quick} of ${TEXTS * EDITS} without a full parse`);
    if (process.env.REPARSE_TEXTS) console.log(`${quick} of ${TEXTS * EDITS} without a full parse`);
  }).timeout(3_600_000);
});
