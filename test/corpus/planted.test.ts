/** Planted defects: how many are found, where, and how many findings each of them makes. */
import assert from 'node:assert/strict';
import { viewOf } from '../../server/src/model/view';
import { check } from '../../server/src/rules/check';
import type { Finding } from '../../server/src/rules/rule';
import { parse } from '../../server/src/syntax/parse';
import { readCable } from '../support/fixtures';
import { type GeneratedLayout, generate } from '../support/generate';
import { random } from '../support/random';
import { DEFECTS } from './defects';

const SAMPLES = ['06LUSAKA412', '07ANKARA1893', '08ROME1187', '94LISBON2210', '05MADRID2874'];
const LAYOUTS: readonly GeneratedLayout[] = ['cablegate', 'cablegate', 'cablegate', 'acp127', 'smart', 'draft'];
/** Of all layouts, and of all levels. */
const GOOD: readonly (readonly [string, string])[] = [
  ...SAMPLES.map((name) => [name, readCable(`samples/${name}.cable`)] as const),
  ...Array.from({ length: 18 }, (_, at) => {
    const layout = LAYOUTS[at % LAYOUTS.length]!;
    return [`generated ${layout} ${at}`, generate(700 + at, { layout, size: 3000 + at * 500 }).text] as const;
  }),
];

const found = (text: string): readonly Finding[] => check(parse(text));
const key = ({ rule, message }: Finding): string => `${rule}: ${message}`;
/** Findings of the second text that the first did not have. */
function fresh(before: readonly Finding[], after: readonly Finding[]): Finding[] {
  const known = before.map(key);
  return after.filter((each) => {
    const at = known.indexOf(key(each));
    if (at >= 0) known.splice(at, 1);
    return at < 0;
  });
}

describe('planted defects', () => {
  const before = new Map(GOOD.map(([name, text]) => [name, found(text)]));
  let [planted, right, made] = [0, 0, 0];
  const missed: string[] = [];

  it('at least 30 kinds over 20 cables', () => {
    assert.ok(Object.keys(DEFECTS).length >= 30 && GOOD.length >= 20);
  });
  for (const [what, defect] of Object.entries(DEFECTS))
    it(what, () => {
      let here = 0;
      for (const [at, [name, text]] of GOOD.entries()) {
        const spoilt = defect(text, random(at + 1));
        if (!spoilt) continue;
        here++;
        planted++;
        const all = fresh(before.get(name)!, found(spoilt.text));
        made += all.length;
        const { lines } = viewOf(parse(spoilt.text));
        const isThere = ({ start, end, related }: Finding): boolean =>
          spoilt.lines.some(
            (line) =>
              (lines.lineAt(start) <= line && line <= lines.lineAt(Math.max(start, end - 1))) ||
              (related !== null && lines.lineAt(related.start) === line),
          );
        if (all.some(isThere)) right++;
        else missed.push(`${what} in ${name}, line ${spoilt.lines[0]! + 1}: ${all.map(key).join('; ') || 'nothing'}`);
      }
      assert.ok(here > 0, 'no cable has a place for it');
    });
  after(() => console.log(`    ${planted} planted, ${right} found on the right line, ${made} findings`));
  it('97 of 100 are found on the right line', () => {
    assert.ok(right >= planted * 0.97, `${right} of ${planted}\n${missed.join('\n')}`);
  });
  it('one cause, one finding', () => {
    assert.ok(made <= planted * 1.1, `${made} findings for ${planted} defects`);
  });
});

describe('harmless changes', () => {
  const CHANGES: Record<string, (text: string) => string> = {
    'CR LF': (text) => text.replace(/\n/g, '\r\n'),
    'a blank at the end of every line': (text) => text.replace(/(?<=[^\n])\n/g, ' \n'),
    'no blank at the end of any line': (text) => text.replace(/ +\n/g, '\n'),
    'more blank lines': (text) => text.replace(/\n ?\n/g, '\n\n\n'),
    '¶ before numbers': (text) => text.replace(/^(\d+\. {1,2}(?=\S))/gm, '¶$1'),
    'no ¶': (text) => text.replace(/¶/g, ''),
    'no final line break': (text) => text.replace(/\n+$/, ''),
    'blank lines at the end': (text) => `${text}\n\n\n`,
  };
  for (const [what, change] of Object.entries(CHANGES))
    it(what, () => {
      for (const [name, text] of GOOD) assert.deepEqual(fresh(found(text), found(change(text))).map(key), [], name);
    });
});
