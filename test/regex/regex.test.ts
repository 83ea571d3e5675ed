/**
 * No regular expression of the project takes more time than the text is long: each is read by recheck. What it says of an expression is
 * kept, so that only new ones take long; a fresh machine reads them all.
 */
import assert from 'node:assert/strict';
import { writeFileSync } from 'node:fs';
import { builtExpressions } from './built';
import { type Expression, keyOf } from './expressions';
import { declaredExpressions, fromOniguruma, grammarExpressions } from './grammar';
import { codeFiles, expressionsIn } from './literals';
import { verdictOn } from './verdict';

/** Those that recheck is wrong about, or whose texts are short, as `/source/flags` with the reason. */
const ALLOWED: ReadonlyMap<string, string> = new Map([
  [
    String(/(?<![A-Za-z][.'’-]*)[A-Za-z][A-Za-z.'’-]*(?:\s+[A-Za-z][A-Za-z.'’-]*){0,3}(?=\s+(A-)?$)/),
    'The look behind is at its end after one letter, which recheck does not see; and at most 464 characters are looked at.',
  ],
]);

const code = ['server/src', 'client/src'].flatMap(codeFiles).map((file) => ({ file, ...expressionsIn(file) }));
const built = builtExpressions();
const all: Expression[] = [
  ...code.flatMap(({ literals }) => literals),
  ...built,
  ...grammarExpressions(),
  ...declaredExpressions(),
];
const read = new Set<string>();

describe('regular expressions', () => {
  after(() => {
    const report = process.env.COUNT_FILE;
    if (report) writeFileSync(report, JSON.stringify({ count: read.size }));
  });

  for (const file of new Set(all.map((each) => each.file)))
    it(`of ${file} take linear time`, async function () {
      this.timeout(900_000);
      const found: string[] = [];
      for (const each of all.filter((one) => one.file === file)) {
        read.add(keyOf(each));
        if (ALLOWED.has(keyOf(each))) continue;
        const verdict = await verdictOn(each.source, each.flags);
        if (verdict) found.push(`${keyOf(each)}: ${verdict.growth}, as on ${verdict.attack}`);
      }
      assert.deepEqual(found, []);
    });

  it('that are put together were all seen', () => {
    for (const { file, calls } of code) {
      const places = new Set(built.filter((each) => each.file === file).map(({ place }) => place));
      assert.ok(places.size >= calls.length, `${file}: ${calls.length} calls of RegExp, ${places.size} seen at work`);
    }
  });

  it('that are allowed still stand', () => {
    const keys = new Set(all.map(keyOf));
    for (const key of ALLOWED.keys()) assert.ok(keys.has(key), key);
  });

  it('that are slow are found', async () => {
    assert.match((await verdictOn('\\s+$', ''))!.growth, /polynomial/);
    assert.match((await verdictOn('^(?:a+)+$', ''))!.growth, /exponential/);
    assert.equal(await verdictOn('(?<!\\s)\\s+$', ''), null);
  });

  it('of the grammar are translated as they are meant', () => {
    const is = (pattern: string, yes: string[], no: string[]) => {
      const { source, flags } = fromOniguruma(pattern);
      for (const text of yes) assert.match(text, new RegExp(source, flags), pattern);
      for (const text of no) assert.doesNotMatch(text, new RegExp(source, flags), pattern);
    };
    is('(?i)^ref[ab]', ['REFA', 'refb'], ['REFC']);
    is('^(?i:end(?:s|ed)?) TEXT[+]++$', ['END TEXT+', 'ends TEXT++', 'ends TEXT+\n'], ['end text+', 'end TEXT']);
    is('(?>ab)\\+', ['ab+'], ['ab']);
    assert.throws(() => fromOniguruma('[[:alpha:]]'));
    assert.throws(() => fromOniguruma('(?<name>a)'));
  });
});
