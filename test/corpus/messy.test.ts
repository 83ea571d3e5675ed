/** Real copies are messy (FORMAT section 6): on average at most one finding a cable beyond those that the format names for the mess. */
import assert from 'node:assert/strict';
import { check } from '../../server/src/rules/check';
import type { Finding } from '../../server/src/rules/rule';
import { parse } from '../../server/src/syntax/parse';
import { random } from '../support/random';
import { generated, WRITTEN } from './good';
import { MESSES } from './messy';

const GOOD = [...WRITTEN, ...generated(24, 1500)];
const find = (text: string): readonly Finding[] => check(parse(text));
/** Findings of rules that had fewer before, those left out that the format names. */
function beyond(before: readonly Finding[], after: readonly Finding[], names: readonly string[]): Finding[] {
  const left = before.map(({ rule }) => rule);
  return after.filter(({ rule }) => {
    const at = left.indexOf(rule);
    if (at >= 0) left.splice(at, 1);
    return at < 0 && !names.includes(rule);
  });
}
const isGrave = ({ severity }: Finding): boolean => severity === 'error' || severity === 'warning';

describe('messy cables', () => {
  const before = new Map(GOOD.map(([name, text]) => [name, find(text)]));
  let [cables, findings, grave, worst] = [0, 0, 0, ''];
  let most = 0;

  for (const [at, { what, names, make }] of MESSES.entries())
    it(what, () => {
      let made = 0;
      const told: string[] = [];
      for (const [name, text] of GOOD) {
        const messy = make(text, random(at + 1));
        if (messy === null) continue;
        made++;
        const more = beyond(before.get(name)!, find(messy), names);
        for (const { rule, message } of more) told.push(`${name}: ${rule}: ${message}`);
        findings += more.length;
        grave += more.filter(isGrave).length;
        if (more.length > most) [most, worst] = [more.length, `${what} in ${name}`];
      }
      assert.ok(made > 0, 'no cable has a place for it');
      cables += made;
      if (process.env.MESS) for (const each of told) console.log(`        ${each}`);
      assert.ok(told.length <= made / 2, `${told.length} findings in ${made} cables:\n${told.join('\n')}`);
    });

  it('several messes at once', () => {
    let made = 0;
    let more = 0;
    for (let seed = 0; seed < 300; seed++) {
      const next = random(900 + seed);
      const [name, good] = next.pick(GOOD);
      let text = good;
      const names: string[] = [];
      for (const mess of next.some(MESSES, 4)) {
        const messy = mess.make(text, next);
        if (messy === null) continue;
        text = messy;
        names.push(...mess.names);
      }
      if (text === good) continue;
      made++;
      more += beyond(before.get(name)!, find(text), names).length;
    }
    console.log(
      `    ${made} cables with up to four messes each: ${(more / made).toFixed(2)} findings beyond those named`,
    );
    assert.ok(made >= 200 && more <= made, `${more} in ${made}`);
  });

  after(() =>
    console.log(
      `    ${cables} messy cables of ${MESSES.length} kinds: ${(findings / cables).toFixed(3)} findings a cable beyond those that the format names, ${(grave / cables).toFixed(3)} of them grave; most: ${most} (${worst})`,
    ),
  );
  it('at most one finding a cable beyond those that the format names', () => {
    assert.ok(MESSES.length >= 30 && cables >= 30);
    assert.ok(findings <= cables, `${findings} in ${cables}`);
  });
});
