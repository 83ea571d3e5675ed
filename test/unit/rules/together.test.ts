/** Cables that are checked together: what is found is what is found in each by itself. */
import assert from 'node:assert/strict';
import { check, checkTogether, type Severities } from '../../../server/src/rules/check';
import type { Rule, Severity } from '../../../server/src/rules/rule';
import { RULES } from '../../../server/src/rules/table';
import { parse } from '../../../server/src/syntax/parse';
import { readExample } from '../../support/examples';

/** No rule is off but those that ask the library. */
const ALL: Severities = new Map(
  RULES.filter(({ severity, shelf }) => severity === 'off' && !shelf).map(({ name }): [string, Severity] => [
    name,
    'hint',
  ]),
);

describe('cables checked together', () => {
  it('have the findings that each has by itself: all examples of all rules, twenty at a time', () => {
    const texts = RULES.flatMap(({ bad, good }) => [...bad, ...good].map((example) => readExample(example).text));
    let findings = 0;
    for (let at = 0; at < texts.length; at += 20) {
      const cables = texts.slice(at, at + 20).map(parse);
      checkTogether(cables, ALL);
      for (const cable of cables) {
        assert.deepEqual(check(cable, ALL, failed), check(parse(cable.text), ALL), cable.text);
        findings += check(cable, ALL).length;
      }
    }
    assert.ok(findings > RULES.length);
  });

  it('are checked once: what was found is kept', () => {
    const severities: Severities = new Map();
    const rule = RULES[0]! as { -readonly [K in keyof Rule]: Rule[K] };
    const { check: usual } = rule;
    const cables = rule.bad.map((example) => parse(readExample(example).text));
    let runs = 0;
    rule.check = (...given) => {
      runs++;
      usual(...given);
    };
    try {
      checkTogether(cables, severities);
      assert.equal(runs, cables.length);
      for (const cable of cables) assert.ok(check(cable, severities).some((each) => each.rule === rule.name));
      assert.equal(runs, cables.length);
    } finally {
      rule.check = usual;
    }
  });

  it('a rule that fails at one of them fails there alone, and is told of when that one is asked for', () => {
    const severities: Severities = new Map();
    const rule = RULES[0]! as { -readonly [K in keyof Rule]: Rule[K] };
    const { check: usual } = rule;
    const [one, two] = [parse(readExample(rule.bad[0]!).text), parse(readExample(rule.bad[1]!).text)];
    rule.check = (view, ...rest) => {
      if (view.cable === one) throw new Error('no luck');
      usual(view, ...rest);
    };
    try {
      checkTogether([one, two], severities);
      assert.deepEqual(check(two, severities, failed), check(parse(two.text)));
      assert.throws(() => check(one, severities), /no luck/);
      const told: string[] = [];
      const found = check(one, severities, ({ name }, error) => told.push(`${name}: ${(error as Error).message}`));
      assert.deepEqual(told, [`${rule.name}: no luck`]);
      assert.deepEqual(
        found,
        check(parse(one.text)).filter(({ rule: name }) => name !== rule.name),
      );
    } finally {
      rule.check = usual;
    }
  });
});

const failed = (rule: Rule): never => assert.fail(`${rule.name} failed`);
