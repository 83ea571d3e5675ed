import assert from 'node:assert/strict';
import { addSilence, NEW_CONFIG, setLevel } from '../../../server/src/config/change';
import { readConfig } from '../../../server/src/config/config';
import { findingsFor, idleSilences } from '../../../server/src/config/findings';
import { applyLevels } from '../../../server/src/config/names';
import { findConfig, ignoredBy, joinPath, resolveConfig, settingsFor } from '../../../server/src/config/resolve';
import { defaultSeverity } from '../../../server/src/rules/rule';
import { CONFIDENTIAL, UNCLASSIFIED } from '../../../server/src/rules/specimens';
import { RULES } from '../../../server/src/rules/table';
import { parse } from '../../../server/src/syntax/parse';
import { applyEdits } from '../../../server/src/text/edits';

const host = (files: Record<string, string>) => ({ read: (path: string) => files[path] ?? null });
const resolved = (files: Record<string, string>, path = '/a/.cablerc.json') => resolveConfig(path, host(files));
/** The severities that hold for a cable, of the rules named. */
const levels = (files: Record<string, string>, cable: string, ...rules: string[]) => {
  const { severities } = settingsFor(resolved(files))(cable);
  return rules.map((rule) => severities.get(rule));
};
const rules = (value: object, more: object = {}): string => JSON.stringify({ rules: value, ...more });

describe('configuration: what is wrong in it', () => {
  // The place is marked.
  const cases: [string, string][] = [
    [
      '{ "rules": { «"xref/juliandate"»: "off" } }',
      'There is no rule `xref/juliandate`; did you mean `xref/julian-date`?',
    ],
    ['{ "rules": { «"nonsense"»: "off" } }', 'There is no rule `nonsense`.'],
    ['{ "rules": { "xref/*": «"loud"» } }', 'A severity is one of error, warning, information, hint, off, default.'],
    ['{ "rules": { "xref/*": «2» } }', 'A severity is one of error, warning, information, hint, off, default.'],
    ['{ "rules": «[]» }', '`rules` is an object: { "xref/julian-date": "off" }.'],
    ['{ «"rulse"»: {} }', '`rulse` is not a setting here; did you mean `rules`?'],
    ['{ "overrides": «{}» }', '`overrides` is a list: [{ "files": […], "rules": { … } }].'],
    ['{ "overrides": [«{ "rules": {} }»] }', 'An override names its `files`.'],
    ['{ "ignore": [«7»] }', '`ignore` takes strings.'],
    ['{ "silence": [«{ "file": "a.cable" }»] }', 'What is silenced names its `file` and its `rule`.'],
    ['{ "silence": [{ "file": "a.cable", "rule": «"x/y"» }] }', 'There is no rule `x/y`.'],
    ['«[1]»', 'A configuration is an object: { "rules": { … } }.'],
    ['{ "rules": {} «x»', 'Not valid JSON: invalid symbol.'],
  ];
  for (const [marked, message] of cases)
    it(marked, () => {
      const { problems } = readConfig(marked.replace(/[«»]/g, ''));
      const [first] = problems;
      assert.deepEqual([first?.message, problems.length], [message, 1]);
      const start = marked.indexOf('«');
      assert.deepEqual([first!.start, first!.end], [start, marked.indexOf('»') - 1]);
    });
  it('comments, trailing commas and $schema are fine', () =>
    assert.deepEqual(readConfig('// ours\n{ "$schema": "x", "rules": { "style": "off", }, }').problems, []));
  for (const text of ['', '  \n', '{}'])
    it(`nothing in ${JSON.stringify(text)}`, () => assert.deepEqual(readConfig(text).problems, []));
  it('what is right beside it counts', () => {
    const { config } = readConfig('{ "rules": { "xref/julian-date": "off", "no/such": "off" } }');
    assert.deepEqual({ ...config.rules }, { 'xref/julian-date': 'off' });
  });
  it('names of JavaScript are only names', () => {
    const { config, problems } = readConfig(
      '{ "rules": { "__proto__": "off", "constructor": "off" }, "__proto__": { "rules": {} } }',
    );
    assert.equal(problems.length, 3);
    assert.deepEqual({ ...config.rules }, {});
    assert.equal(({} as Record<string, unknown>).off, undefined);
  });
});

describe('configuration: severities', () => {
  const set = (given: Record<string, 'off' | 'warning' | 'error' | 'default'>) => {
    const map = new Map<string, 'off' | 'warning' | 'error' | 'information' | 'hint'>();
    applyLevels(map, given);
    return map;
  };
  it('a narrow name counts before a wide one, whatever the order', () => {
    const map = set({ 'xref/julian-date': 'error', 'xref/*': 'off', '*': 'warning' });
    assert.deepEqual(
      [map.get('xref/julian-date'), map.get('xref/ssn-serial'), map.get('header/dtg-zone')],
      ['error', 'off', 'warning'],
    );
  });
  it('style: the advice to drafters, and nothing else', () => {
    const map = set({ style: 'off' });
    for (const rule of RULES) assert.equal(map.get(rule.name), rule.style ? 'off' : undefined, rule.name);
  });
  it('a group never turns on what is off by default; a name does', () => {
    for (const rule of RULES.filter((each) => defaultSeverity(each, false) === 'off')) {
      assert.equal(set({ '*': 'warning' }).get(rule.name), undefined);
      assert.equal(set({ [rule.name]: 'warning' }).get(rule.name), 'warning');
    }
  });
  it('default: as if nothing had been said', () =>
    assert.equal(set({ 'xref/*': 'off', 'xref/julian-date': 'default' }).has('xref/julian-date'), false));
});

describe('configuration: files', () => {
  it('the nearest upwards', () => {
    const files = { '/.cablerc.json': '{}', '/a/b/.cablerc.json': '{}' };
    assert.equal(findConfig('/a/b/c', host(files)), '/a/b/.cablerc.json');
    assert.equal(findConfig('/a', host(files)), '/.cablerc.json');
    assert.equal(findConfig('/a', host({})), null);
    assert.equal(findConfig('C:/a', host({ 'C:/.cablerc.json': '{}' })), 'C:/.cablerc.json');
  });
  it('paths', () => {
    assert.equal(joinPath('/a/b', '../c/x.json'), '/a/c/x.json');
    assert.equal(joinPath('/a', '/x.json'), '/x.json');
    assert.equal(joinPath('C:/a', '../../../x.json'), 'x.json');
  });
  it('extends: the base first, the file itself counts', () => {
    const files = {
      '/a/.cablerc.json': rules({ 'xref/julian-date': 'warning' }, { extends: ['../base.cablerc.json'] }),
      '/base.cablerc.json': rules({ 'xref/julian-date': 'off', 'xref/ssn-serial': 'error' }),
    };
    assert.deepEqual(levels(files, '/a/x.cable', 'xref/julian-date', 'xref/ssn-serial'), ['warning', 'error']);
  });
  it('extends: a file that is not there, a circle', () => {
    const missing = resolved({ '/a/.cablerc.json': '{ "extends": "gone.json" }' });
    assert.deepEqual(
      missing.problems.map(({ message }) => message),
      ['`gone.json` cannot be read.'],
    );
    const circle = resolved({
      '/a/.cablerc.json': '{ "extends": "b.json" }',
      '/a/b.json': '{ "extends": ".cablerc.json" }',
    });
    assert.match(circle.problems[0]!.message, /extends this file/);
    assert.equal(circle.problems[0]!.path, '/a/b.json');
    assert.match(
      resolved({ '/a/.cablerc.json': '{ "extends": ".cablerc.json" }' }).problems[0]!.message,
      /extends this file/,
    );
  });
  it('overrides by glob, the later ones count', () => {
    const files = {
      '/a/.cablerc.json': rules(
        { 'xref/julian-date': 'off' },
        {
          overrides: [
            { files: 'drafts/**', rules: { 'xref/julian-date': 'error', 'xref/ssn-serial': 'off' } },
            { files: ['*.old.cable'], rules: { 'xref/julian-date': 'warning' } },
          ],
        },
      ),
    };
    const of = (cable: string) => levels(files, cable, 'xref/julian-date', 'xref/ssn-serial');
    assert.deepEqual(of('/a/x.cable'), ['off', undefined]);
    assert.deepEqual(of('/a/drafts/x.cable'), ['error', 'off']);
    assert.deepEqual(of('/a/drafts/y/x.old.cable'), ['warning', 'off']);
    assert.deepEqual(of('/elsewhere/drafts/x.cable'), ['off', undefined]);
  });
  it('globs of a base are relative to it', () => {
    const files = {
      '/a/.cablerc.json': '{ "extends": "/base/.cablerc.json" }',
      '/base/.cablerc.json': rules({}, { overrides: [{ files: ['x/**'], rules: { 'xref/*': 'off' } }] }),
    };
    assert.deepEqual(levels(files, '/a/x/c.cable', 'xref/julian-date'), [undefined]);
  });
  it('settings come before, options of a call after', () => {
    const files = { '/a/.cablerc.json': rules({ 'xref/julian-date': 'warning' }) };
    const { severities } = settingsFor(
      resolved(files),
      { 'xref/julian-date': 'off', style: 'off' },
      { 'xref/ssn-serial': 'error' },
    )('/a/x.cable');
    assert.deepEqual([severities.get('xref/julian-date'), severities.get('xref/ssn-serial')], ['warning', 'error']);
  });
  it('the same severities are one object, so that findings stay known', () => {
    const settings = settingsFor(resolved({ '/a/.cablerc.json': rules({ style: 'off' }) }));
    assert.equal(settings('/a/x.cable'), settings('/a/y.cable'));
  });
  it('ignore', () => {
    const isIgnored = ignoredBy(resolved({ '/a/.cablerc.json': '{ "ignore": ["old", "b/*.txt", "c/"] }' }));
    for (const [path, ignored] of [
      ['/a/old/x.cable', true],
      ['/a/d/old/x.cable', true],
      ['/a/b/x.txt', true],
      ['/a/b/x.cable', false],
      ['/a/c/d/x.cable', true],
      ['/a/older/x.cable', false],
      ['/old/x.cable', false],
    ] as const)
      assert.equal(isIgnored(path), ignored, path);
  });
});

describe('configuration: one finding silenced', () => {
  const text = CONFIDENTIAL.replace('#0001/01', '#0002/01');
  const silence = (line: string | undefined, file = 'x.cable') =>
    settingsFor(
      resolved({ '/a/.cablerc.json': JSON.stringify({ silence: [{ file, rule: 'xref/ssn-serial', line }] }) }),
    )('/a/x.cable');
  const found = (settings: ReturnType<typeof silence>) => findingsFor(parse(text), settings).map(({ rule }) => rule);
  it('by the text of its line, wherever that stands', () => {
    assert.deepEqual(found(silence('DE RUEHRO #0002/01 3461200')), []);
    assert.deepEqual(found(silence(undefined)), []);
    assert.deepEqual(found(silence('DE RUEHRO #0002/01 3461200', '*.cable')), []);
  });
  it('not when the line has changed, nor in another cable', () => {
    assert.deepEqual(found(silence('DE RUEHRO #0003/01 3461200')), ['xref/ssn-serial']);
    assert.deepEqual(found(silence('DE RUEHRO #0002/01 3461200', 'y.cable')), ['xref/ssn-serial']);
  });
  it('what silences nothing is told', () => {
    assert.equal(idleSilences(parse(text), silence('DE RUEHRO #0002/01 3461200')).length, 0);
    assert.equal(idleSilences(parse(UNCLASSIFIED), silence('DE RUEHRO #0002/01 3461200')).length, 1);
  });
});

describe('configuration: changed by an action', () => {
  const entry = { file: 'x.cable', rule: 'xref/ssn-serial', line: 'DE RUEHRO' };
  for (const [what, text] of [
    ['a new file', NEW_CONFIG],
    ['one with entries', '{\n\t"silence": [\n\t\t{ "file": "a", "rule": "xref/ssn-serial" }\n\t]\n}\n'],
    ['one with comments', '// ours\n{\n  // none yet\n  "rules": {} // here\n}\n'],
    ['CRLF', '{\r\n  "rules": {}\r\n}\r\n'],
  ] as const)
    it(`${what}: the entry is there, the rest as it was`, () => {
      const after = applyEdits(text, addSilence(text, entry));
      const { config, problems } = readConfig(after);
      assert.deepEqual(problems, []);
      assert.equal(config.silence.at(-1)!.line, 'DE RUEHRO');
      for (const comment of text.match(/\/\/.*/g) ?? []) assert.ok(after.includes(comment));
      if (text.includes('\r\n')) assert.doesNotMatch(after, /(?<!\r)\n/);
    });
  for (const text of ['7', '[]', '"rules"', '{ "rules": 7, "silence": "all" }'])
    it(`${text} is none: nothing is changed into another shape`, () => {
      for (const edits of [addSilence(text, entry), setLevel(text, 'xref/ssn-serial', 'off')])
        if (edits.length) assert.deepEqual(readConfig(applyEdits(text, edits)).problems, [], JSON.stringify(edits));
    });
  it('a rule turned off', () => {
    const after = applyEdits(NEW_CONFIG, setLevel(NEW_CONFIG, 'xref/ssn-serial', 'off'));
    assert.deepEqual({ ...readConfig(after).config.rules }, { 'xref/ssn-serial': 'off' });
  });
});
