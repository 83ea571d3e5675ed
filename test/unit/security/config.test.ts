/** A configuration comes with a folder of cables, from anybody: it costs little, changes nothing but what is checked, and reads only what it may. */
import assert from 'node:assert/strict';
import { readConfig } from '../../../server/src/config/config';
import { isSimple, matcher } from '../../../server/src/config/globs';
import { resolveConfig } from '../../../server/src/config/resolve';
import { random } from '../../support/random';

const host = (files: Readonly<Record<string, string>>) => {
  const reads: string[] = [];
  return {
    reads,
    read: (path: string): string | null => {
      reads.push(path);
      return Object.hasOwn(files, path) ? files[path]! : null;
    },
  };
};

describe('a configuration from anybody', () => {
  it('has no way to what objects have', () => {
    for (const name of ['__proto__', 'constructor', 'prototype', 'toString']) {
      const level = `{ "${name}": "error" }`;
      for (const text of [
        `{ "${name}": { "rules": ${level} } }`,
        `{ "rules": ${level} }`,
        `{ "overrides": [{ "files": "*", "rules": ${level}, "${name}": {} }] }`,
        `{ "silence": [{ "file": "a", "rule": "${name}", "${name}": "x" }] }`,
      ]) {
        const { problems, config } = readConfig(text);
        assert.ok(problems.length > 0, text);
        assert.deepEqual(Object.keys(config.rules), []);
      }
    }
    const plain = {} as Record<string, unknown>;
    for (const name of ['error', 'rules', 'files', 'rule']) assert.equal(plain[name], undefined);
  });

  it('may be as deep as it likes: told, and not read', () => {
    for (const text of [
      '['.repeat(200_000),
      '{"a":'.repeat(200_000),
      `{"rules": ${'['.repeat(1e5)}${']'.repeat(1e5)}}`,
    ]) {
      const { problems } = readConfig(text);
      assert.equal(problems.length, 1);
    }
    assert.deepEqual(readConfig('{ "overrides": [{ "files": ["a"], "rules": {} }] }').problems, []);
  });

  it('that extends itself many times over is read two hundred times at most', () => {
    const many = JSON.stringify(Array.from({ length: 10 }, () => 'next.json'));
    const files = Object.fromEntries(
      Array.from({ length: 19 }, (_, at) => [
        at ? `/w/${at}.json` : '/w/.cablerc.json',
        `{ "extends": ${many.replaceAll('next.json', `${at + 1}.json`)} }`,
      ]),
    );
    const world = host(files);
    const { problems, layers } = resolveConfig('/w/.cablerc.json', world);
    assert.ok(world.reads.length <= 5000 && layers.length <= 200, `${world.reads.length} reads`);
    assert.ok(problems.some(({ message }) => message.startsWith('Too many configurations')));
  });

  it('is told of a circle at its place', () => {
    const { problems } = resolveConfig(
      '/w/.cablerc.json',
      host({ '/w/.cablerc.json': '{ "extends": "./.cablerc.json" }' }),
    );
    assert.match(problems[0]!.message, /extends this file/);
  });

  const SIMPLE = [
    '*.cable',
    '**/*.cable',
    'in/**/2006-*/*.cable',
    '**/{a,b}/**',
    'a*b*c.cable',
    '[0-9]*.cable',
    'embassy (lima)/*.cable',
  ];
  const COSTLY = [
    '*a*a*a*a*a*a*a*a*b',
    '**/a/**/a/**/a/**/a/**/a/**/b',
    '+(a|aa)b',
    '!(a)*',
    '@(a|b)',
    '{a,b}{a,b}{a,b}{a,b}{a,b}',
    'a'.repeat(2000),
  ];
  for (const glob of SIMPLE)
    it(`may have the glob ${glob}`, () => {
      assert.ok(isSimple(glob));
      assert.deepEqual(readConfig(JSON.stringify({ ignore: [glob] })).problems, []);
    });
  for (const glob of COSTLY)
    it(`may not have the glob ${glob.slice(0, 40)}: told, and names nothing`, () => {
      for (const config of [
        { ignore: [glob] },
        { overrides: [{ files: [glob], rules: {} }] },
        { silence: [{ file: glob, rule: 'xref/julian-date' }] },
      ])
        assert.match(readConfig(JSON.stringify(config)).problems[0]!.message, /names nothing/);
      assert.equal(matcher([glob])('aab'), false);
    });
  it('globs of any kind are soon done with', () => {
    const stars = ['*', '**', 'a', '/', '?', '[ab]', '{a,b}', '!'];
    const name = `${'a'.repeat(60)}/`.repeat(20) + 'a'.repeat(250);
    const next = random(7);
    for (let run = 0; run < 3000; run++) {
      const glob = Array.from({ length: next.int(2, 16) }, () => next.pick(stars)).join('');
      // One that took for ever would be the end of the test: there is no clock here.
      matcher([glob])(`${name}c`);
    }
  }).timeout(120_000);
});
