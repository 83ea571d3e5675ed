/**
 * The examples in the table of rules, run: each bad one raises its rule, and no other, at the marked places; no good one does; each fix
 * makes its finding go and brings no other. `RULE=name npx mocha test/unit/rules/examples.test.ts` runs one rule.
 */
import assert from 'node:assert/strict';
import { check } from '../../../server/src/rules/check';
import type { Finding, Rule, Severity } from '../../../server/src/rules/rule';
import * as specimens from '../../../server/src/rules/specimens';
import { RULES } from '../../../server/src/rules/table';
import { parse } from '../../../server/src/syntax/parse';
import { applyEdits, overlap } from '../../../server/src/text/edits';
import { readExample, SHELF } from '../../support/examples';

/** Rules that are off are asked for by name. */
const asked = ({ name, severity }: Rule): Map<string, Severity> =>
  new Map(severity === 'off' ? [[name, 'information']] : []);
const run = (text: string, rule: Rule): readonly Finding[] => check(parse(text), asked(rule), undefined, SHELF);
const told = (text: string, findings: readonly Finding[]) =>
  findings.map(({ rule, start, end, message }) => `${rule} at "${text.slice(start, end)}": ${message}`);

describe('specimens', () => {
  for (const [name, text] of Object.entries(specimens))
    it(`no rule has anything to say of ${name}`, () => assert.deepEqual(told(text, check(parse(text))), []));
});

describe('examples of rules', () => {
  const wanted = process.env.RULE;
  for (const rule of RULES.filter(({ name }) => !wanted || name === wanted || name.startsWith(`${wanted}/`)))
    describe(rule.name, () => {
      it('has two that are bad and three that are good', () => {
        assert.ok(rule.bad.length >= 2 && rule.good.length >= 3);
        assert.equal(
          new Set([...rule.bad, ...rule.good].map((each) => JSON.stringify(each))).size,
          rule.bad.length + rule.good.length,
        );
      });
      for (const [at, example] of rule.bad.entries())
        it(`bad ${at + 1}: ${JSON.stringify(example.at(-1)).slice(0, 60)}`, () => {
          const { text, marks } = readExample(example);
          const findings = run(text, rule);
          const own = findings.filter((each) => each.rule === rule.name);
          assert.deepEqual(
            own.map(({ start, end }) => ({ start, end })),
            marks,
            `${told(text, findings).join('\n')}\nmarked: ${marks.map(({ start, end }) => text.slice(start, end)).join(' | ')}`,
          );
          const others = findings.filter((each) => each.rule !== rule.name && !rule.along?.includes(each.rule));
          assert.deepEqual(told(text, others), [], 'one cause, one finding');
          for (const { message, related } of own) {
            assert.doesNotMatch(message, /\{[a-z]+\}|undefined|null/i, 'all values are given');
            if (related) assert.ok(related.start < related.end && related.end <= text.length && related.message);
          }
        });
      for (const [at, example] of rule.good.entries())
        it(`good ${at + 1}: ${JSON.stringify(example.at(-1)).slice(0, 60)}`, () => {
          const { text, marks } = readExample(example);
          assert.deepEqual(marks, [], 'a good example marks nothing');
          const own = run(text, rule).filter((each) => each.rule === rule.name);
          assert.deepEqual(told(text, own), []);
        });
      it(rule.fix ? 'its fixes mend it' : 'it has no fix, and says so', () => {
        let fixed = 0;
        for (const example of rule.bad) {
          const { text } = readExample(example);
          const before = run(text, rule);
          for (const finding of before.filter((each) => each.rule === rule.name))
            for (const { edits, title } of finding.fixes) {
              fixed++;
              assert.ok(title && edits.length, 'a fix does something and says what');
              for (const [i, edit] of edits.entries()) {
                assert.ok(edit.start <= edit.end && edit.end <= text.length);
                assert.ok(
                  edits.slice(i + 1).every((each) => !overlap(each, edit)),
                  'edits of one fix do not overlap',
                );
              }
              const after = applyEdits(text, edits);
              assert.notEqual(after, text);
              const now = run(after, rule);
              const count = (list: readonly Finding[]) => list.filter((each) => each.rule === rule.name).length;
              assert.ok(count(now) < count(before), `${title} leaves it: ${told(after, now).join('\n')}\n${after}`);
              const names = new Set(before.map((each) => each.rule));
              assert.deepEqual(
                told(
                  after,
                  now.filter((each) => !names.has(each.rule)),
                ),
                [],
                `${title} brings others:\n${after}`,
              );
            }
        }
        assert.equal(fixed > 0, rule.fix !== undefined);
      });
    });
});
