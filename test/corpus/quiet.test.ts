/**
 * What follows the format is not complained of: no warning and no error on any good cable. A finding here is a false alarm, to be mended in
 * the rule or the parser, unless the text really breaks the format.
 */
import assert from 'node:assert/strict';
import { check, countBySeverity } from '../../server/src/rules/check';
import type { Finding } from '../../server/src/rules/rule';
import { parse } from '../../server/src/syntax/parse';
import { generated, WRITTEN } from './good';

const GENERATED = generated(200);
const isGrave = ({ severity }: Finding): boolean => severity === 'error' || severity === 'warning';
const told = (text: string, findings: readonly Finding[]) =>
  findings.map(({ rule, start, end, message }) => `${rule} at ${JSON.stringify(text.slice(start, end))}: ${message}`);

describe('good cables', () => {
  const advice = new Map<string, number>();
  const silent = (text: string): void => {
    const all = check(parse(text));
    assert.deepEqual(told(text, all.filter(isGrave)), []);
    for (const { rule } of all) advice.set(rule, (advice.get(rule) ?? 0) + 1);
    // Advice is for what is unusual: a few places of a cable at most.
    assert.ok(countBySeverity(all).information <= 2, told(text, all).join('\n'));
  };

  it('at least 40 of them are written by hand', () => assert.ok(WRITTEN.length >= 40, String(WRITTEN.length)));
  it('they are of every layout', () => {
    const layouts = new Set(WRITTEN.map(([, text]) => parse(text).layout));
    assert.deepEqual([...layouts].sort(), ['aad', 'acp127', 'cablegate', 'fragment', 'smart']);
  });
  for (const [name, text] of WRITTEN) it(`nothing is wrong with ${name}`, () => silent(text));
  it(`nothing is wrong with ${GENERATED.length} made-up ones`, () => {
    for (const [name, text] of GENERATED)
      try {
        silent(text);
      } catch (error) {
        throw new Error(`${name}: ${(error as Error).message}`);
      }
  });
  after(() =>
    console.log(
      `    ${WRITTEN.length + GENERATED.length} good cables, no false alarm; advice: ${[...advice].map(([rule, count]) => `${rule} ${count}`).join(', ')}`,
    ),
  );
});
