import assert from 'node:assert/strict';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { assertOneLine, clean, ERROR, folder, type Json, linesOf, many, run, WARNING, withError } from './support';

const rc = (value: object): string => `${JSON.stringify(value)}\n`;
const off = (...rules: string[]): string => rc({ rules: Object.fromEntries(rules.map((rule) => [rule, 'off'])) });
/** What is found, as `file: severity rule`. */
const found = (args: string[], cwd: string): string[] => {
  const { out } = run(['check', '--format', 'json', ...args], { cwd });
  return JSON.parse(out).diagnostics.map(({ file, severity, rule }: Json) => `${file}: ${severity} ${rule}`);
};
/** The same cable in several places. */
const places = (names: string[], text = withError): Record<string, string> =>
  Object.fromEntries(names.map((name) => [name, text]));

describe('cable check: .cablerc.json', () => {
  it('is found in the folder of a cable and in those above', () => {
    const cwd = folder({ '.cablerc.json': off(ERROR), ...places(['a.cable', 'in/deep/b.cable']) });
    assert.deepEqual(found(['.'], cwd), []);
    assert.deepEqual(found(['in/deep/b.cable'], cwd), []);
    // From the place of the cable, not of the call.
    assert.deepEqual(found([join(cwd, 'a.cable')], folder()), []);
    assert.deepEqual(found(['../a.cable'], join(cwd, 'in')), []);
  });
  it('holds for standard input in the folder of the call', () => {
    const cwd = folder({ '.cablerc.json': off(ERROR) });
    assert.equal(run(['check'], { cwd, input: withError }).out, '');
  });
  it('counts where it is nearest, alone', () => {
    const cwd = folder({
      '.cablerc.json': off(ERROR, WARNING),
      'in/.cablerc.json': rc({ rules: { [WARNING]: 'error' } }),
      ...places(['a.cable', 'in/b.cable', 'in/deep/c.cable'], withError.replace('WASHDC', 'WASHDC IMEDIATE')),
    });
    assert.deepEqual(
      found(['.'], cwd),
      ['./in/b.cable', './in/deep/c.cable'].flatMap((file) => [`${file}: error ${ERROR}`, `${file}: error ${WARNING}`]),
    );
  });
  it('may have comments and a trailing comma; an empty one says nothing', () => {
    const cwd = folder({
      '.cablerc.json': `\uFEFF// Dates.\n{ "rules": { "${ERROR}": "off", } /* as is */ }`,
      'in/.cablerc.json': '',
      ...places(['a.cable', 'in/b.cable']),
    });
    assert.deepEqual(found(['.'], cwd), [`./in/b.cable: error ${ERROR}`]);
    assert.equal(run(['check', '.'], { cwd }).err, '');
  });
  it('gives way to --config, which names the only one', () => {
    const cwd = folder({
      'in/.cablerc.json': off(ERROR),
      'other/mine.json': rc({ rules: { [ERROR]: 'warning' } }),
      ...places(['in/a.cable', 'b.cable']),
    });
    assert.deepEqual(found(['--config', 'other/mine.json', '.'], cwd), [
      `./b.cable: warning ${ERROR}`,
      `./in/a.cable: warning ${ERROR}`,
    ]);
  });
  it('gives way to --no-config', () => {
    const cwd = folder({ '.cablerc.json': off(ERROR), ...places(['a.cable']) });
    assert.deepEqual(found(['--no-config', '.'], cwd), [`./a.cable: error ${ERROR}`]);
  });
  it('gives way to --rule, rule by rule', () => {
    const text = withError.replace('WASHDC', 'WASHDC IMEDIATE');
    const cwd = folder({ '.cablerc.json': off(ERROR, WARNING), 'a.cable': text });
    assert.deepEqual(found(['--rule', `${ERROR}=warning`, '.'], cwd), [`./a.cable: warning ${ERROR}`]);
    const overridden = folder({
      '.cablerc.json': rc({ overrides: [{ files: ['*.cable'], rules: { [ERROR]: 'off' } }] }),
      'a.cable': withError,
    });
    assert.deepEqual(found(['--rule', `${ERROR}=warning`, '.'], overridden), [`./a.cable: warning ${ERROR}`]);
  });
  it('counts for --max-warnings and the exit code', () => {
    const cwd = folder({ '.cablerc.json': rc({ rules: { [ERROR]: 'warning' } }), ...places(['a.cable', 'b.cable']) });
    assert.deepEqual(
      [['.'], ['--max-warnings', '1', '.'], ['--max-warnings', '2', '.'], ['--no-config', '.']].map(
        (args) => run(['check', ...args], { cwd }).code,
      ),
      [0, 1, 0, 1],
    );
  });
});

describe('cable check: groups of rules', () => {
  const both = withError.replace('WASHDC', 'WASHDC IMEDIATE').replace('12958: N/A', '12958: DECL: 04/14/2019');
  const XREF = 'xref/eo-decl-unclassified';
  it('--rule: a group, all, and the narrower name first, whatever the order', () => {
    const cwd = folder({ 'a.cable': both });
    const rules = (...args: string[]) => found([...args, 'a.cable'], cwd).map((each) => each.slice('a.cable: '.length));
    assert.deepEqual(rules(), [`error ${ERROR}`, `warning ${WARNING}`, `warning ${XREF}`]);
    assert.deepEqual(rules('--rule', 'xref/*=off'), [`error ${ERROR}`, `warning ${WARNING}`]);
    assert.deepEqual(rules('--rule', 'header/*=off'), [`warning ${XREF}`]);
    assert.deepEqual(rules('--rule', '*=off'), []);
    for (const args of [
      ['--rule', '*=off', '--rule', `${XREF}=error`],
      ['--rule', `${XREF}=error`, '--rule', '*=off'],
      ['--rule', `${XREF}=error`, '--rule', 'xref/*=off', '--rule', '*=off'],
    ])
      assert.deepEqual(rules(...args), [`error ${XREF}`]);
  });
  it('in a configuration as well', () => {
    const cwd = folder({ '.cablerc.json': rc({ rules: { '*': 'off', 'xref/*': 'information' } }), 'a.cable': both });
    assert.deepEqual(found(['.'], cwd), [`./a.cable: information ${XREF}`]);
  });
  it('never turn on what is off by default', () => {
    const cwd = folder({ 'a.cable': clean });
    assert.deepEqual(found(['--rule', '*=error', 'a.cable'], cwd), found(['a.cable'], cwd));
  });
  it('that do not exist: one line, exit code 2', () => {
    const { code, err } = run(['check', '--rule', 'nonsense/*=off'], { input: clean });
    assert.equal(code, 2);
    assertOneLine(err, 'nonsense/*');
  });
});

describe('cable check: extends', () => {
  it('builds on others, relative to the file that names them; the later and the nearer counts', () => {
    const cwd = folder({
      'base/one.json': rc({ rules: { [ERROR]: 'off', [WARNING]: 'error' }, ignore: ['old'] }),
      'base/two.json': rc({ extends: './one.json', rules: { [WARNING]: 'information' } }),
      'in/.cablerc.json': rc({ extends: ['../base/two.json'], rules: { [ERROR]: 'warning' } }),
      ...places(['in/a.cable'], withError.replace('WASHDC', 'WASHDC IMEDIATE')),
    });
    assert.deepEqual(found(['in'], cwd), [`in/a.cable: warning ${ERROR}`, `in/a.cable: information ${WARNING}`]);
  });
  it('in a circle, or of what is not there: told at its place, the rest counts', () => {
    const cwd = folder({
      '.cablerc.json': `{\n  "extends": ["./a.json", "./gone.json"],\n  "rules": { "${ERROR}": "off" }\n}\n`,
      'a.json': '{ "extends": ".cablerc.json" }',
      'a.cable': withError,
    });
    const { code, out, err } = run(['check', 'a.cable'], { cwd });
    assert.deepEqual([code, out], [2, '']);
    assert.deepEqual(
      linesOf(err).map((line) => line.replace(`cable: ${cwd}/`, '').slice(0, 30)),
      ['a.json:1:14: `.cablerc.json` e', '.cablerc.json:2:27: `./gone.js'],
    );
  });
});

describe('cable check: overrides', () => {
  const cwd = folder({
    '.cablerc.json': rc({
      overrides: [
        { files: ['old/**'], rules: { [ERROR]: 'off' } },
        { files: 'draft-*.cable', rules: { [ERROR]: 'information' } },
        { files: ['old/special.cable'], rules: { [ERROR]: 'warning' } },
      ],
    }),
    ...places(['a.cable', 'draft-a.cable', 'in/draft-b.cable', 'old/a.cable', 'old/deep/b.cable', 'old/special.cable']),
  });
  it('by globs relative to the configuration; later ones count before earlier ones', () => {
    assert.deepEqual(found(['.'], cwd), [
      `./a.cable: error ${ERROR}`,
      `./draft-a.cable: information ${ERROR}`,
      `./in/draft-b.cable: information ${ERROR}`,
      `./old/special.cable: warning ${ERROR}`,
    ]);
  });
  it('wherever the call is made, and for files that are named', () => {
    assert.deepEqual(found(['special.cable', 'a.cable'], join(cwd, 'old')), [`special.cable: warning ${ERROR}`]);
    assert.deepEqual(found(['../old/../draft-a.cable'], join(cwd, 'in')), [
      `../old/../draft-a.cable: information ${ERROR}`,
    ]);
  });
});

describe('cable check: ignore', () => {
  const cwd = folder({
    '.cablerc.json': rc({ ignore: ['old/', 'draft-*'] }),
    ...places(['a.cable', 'old/a.cable', 'old/deep/b.cable', 'in/draft-b.cable', 'in/older.cable']),
  });
  it('passes over cables of a folder', () => {
    assert.deepEqual(found(['.'], cwd), [`./a.cable: error ${ERROR}`, `./in/older.cable: error ${ERROR}`]);
    assert.equal(JSON.parse(run(['check', '--format', 'json', '.'], { cwd }).out).files, 2);
  });
  it('holds for a folder that is itself ignored: nothing is found there', () => {
    const { code, out, err } = run(['check', 'old'], { cwd });
    assert.deepEqual([code, out], [0, '']);
    assertOneLine(err, 'old: no cables found');
  });
  it('does not hold for a file that is named', () =>
    assert.deepEqual(found(['old/a.cable', 'in/draft-b.cable'], cwd), [
      `old/a.cable: error ${ERROR}`,
      `in/draft-b.cable: error ${ERROR}`,
    ]));
  it('does not hold with --no-config, and holds with --config', () => {
    assert.equal(found(['--no-config', '.'], cwd).length, 5);
    assert.equal(found(['--config', '.cablerc.json', '.'], cwd).length, 2);
  });
});

describe('cable check: silence', () => {
  const silence = (...entries: object[]): string => rc({ silence: entries });
  const LINE = 'R 310915Z APR 09';
  const cwd = folder({ 'in/a.cable': '' });
  const folderOf = (config: string, text: string): string => {
    writeFileSync(join(cwd, '.cablerc.json'), config);
    writeFileSync(join(cwd, 'in/a.cable'), text);
    return cwd;
  };
  const check = (entries: object[], text = withError) =>
    run(['check', 'in/a.cable'], { cwd: folderOf(silence(...entries), text) });

  it('by file, rule and line', () =>
    assert.deepEqual(check([{ file: 'in/a.cable', rule: ERROR, line: LINE, why: 'As sent.' }]), {
      code: 0,
      out: '',
      err: '',
    }));
  it('goes by the text of the line, wherever it stands, blanks folded', () =>
    assert.equal(
      check([{ file: 'in/a.cable', rule: ERROR, line: LINE }], `\n\n${withError.replace(LINE, 'R  310915Z APR 09 ')}`)
        .out,
      '',
    ));
  it('without a line: anywhere in the file', () => assert.equal(check([{ file: 'in/a.cable', rule: ERROR }]).out, ''));
  it('by a glob', () => assert.equal(check([{ file: 'in/*.cable', rule: ERROR, line: LINE }]).out, ''));
  it('leaves other rules and other lines alone', () => {
    const { out, err } = check([
      { file: 'in/a.cable', rule: WARNING },
      { file: 'in/*', rule: ERROR, line: 'R 310916Z APR 09' },
      { file: 'other.cable', rule: ERROR },
    ]);
    assert.match(out, new RegExp(ERROR));
    assertOneLine(err, WARNING, 'in/a.cable');
  });
  it('that silences nothing is worth a note, and no failure', () => {
    const { code, out, err } = check([{ file: 'in/a.cable', rule: ERROR, line: LINE }], clean);
    assert.deepEqual([code, out], [0, '']);
    assertOneLine(err, 'in/a.cable', ERROR, LINE);
  });
  it('of many cables is not idle for one that has no such line', () =>
    assert.equal(check([{ file: 'in/*.cable', rule: ERROR, line: LINE }], clean).err, ''));
  it('of a rule that is off is not idle: it is not known', () => {
    const entry = { file: 'in/a.cable', rule: ERROR, line: LINE };
    const { err } = run(['check', '--rule', `${ERROR}=off`, 'in/a.cable'], {
      cwd: folderOf(silence(entry), withError),
    });
    assert.equal(err, '');
  });
  it('keeps --fix from mending what is silenced', () => {
    const wrong = clean.replace('TAGS: SENV', 'TAGE: SENV');
    const where = folderOf(
      silence({ file: 'in/a.cable', rule: 'header/label-spelling', line: 'TAGE: SENV, FI' }),
      wrong,
    );
    run(['check', '--fix', 'in/a.cable'], { cwd: where });
    const { out } = run(['check', '--no-config', 'in/a.cable'], { cwd: where });
    assert.match(out, /label-spelling/);
  });
});

describe('cable check: a configuration that is wrong', () => {
  const bad: [string, string, ...string[]][] = [
    ['an unknown rule', `{\n  "rules": { "header/dtg-invalid-dat": "off" }\n}`, '2:14', ERROR],
    ['an unknown severity', `{ "rules": { "${WARNING}": "fatal" } }`, '1:48', 'error, warning'],
    ['an unknown setting', '{\r\n\t"rule": {}\r\n}', '2:2', '`rules`'],
    ['no JSON', '{ "rules": { ', '1:14', 'JSON'],
    ['a list', '[]', '1:1', 'object'],
    ['a silence without a rule', '{ "silence": [{ "file": "a" }] }', '1:15', 'rule'],
    ['an override without files', '{ "overrides": [{ "rules": {} }] }', '1:17', 'files'],
  ];
  for (const [what, text, place, ...words] of bad)
    it(`${what}: its place on one line, exit code 2, and the cables are checked`, () => {
      const cwd = folderFor(text);
      const { code, out, err } = run(['check', 'a.cable', 'in/b.cable'], { cwd });
      assert.equal(code, 2);
      assertOneLine(err, `${cwd}/.cablerc.json:${place}: `, ...words);
      assert.equal(linesOf(out).length, 2);
    });
  const base = folder(places(['a.cable', 'in/b.cable']));
  const folderFor = (text: string): string => {
    writeFileSync(join(base, '.cablerc.json'), text);
    return base;
  };

  it('several problems: a line each, in order; what is right counts', () => {
    const cwd = folderFor(`{ "rules": { "no/rule": "off", "${ERROR}": "off" },\n  "nothing": 1, "ignore": [3] }`);
    const { code, out, err } = run(['check', 'a.cable'], { cwd });
    assert.deepEqual([code, out], [2, '']);
    assert.deepEqual(
      linesOf(err).map((line) => line.slice(`cable: ${cwd}/.cablerc.json:`.length).split(': ')[0]),
      ['1:14', '2:3', '2:28'],
    );
  });
  it('is told once, though it holds for many cables and in several threads', () => {
    const cwd = folder({ '.cablerc.json': '{ "nothing": 1 }', ...many(200) });
    const { code, err } = run(['check', '--jobs', '4', '.'], { cwd });
    assert.equal(code, 2);
    assertOneLine(err, `${cwd}/.cablerc.json:1:3: `);
  });
  for (const [what, name] of [
    ['is not there', 'gone.json'],
    ['is a folder', 'in'],
    ['has a name with an escape sequence', '\x1b[31m.json'],
  ] as const)
    it(`--config that ${what}: one line, exit code 2, nothing printed`, () => {
      const { code, out, err } = run(['check', '--config', name, 'a.cable'], { cwd: base });
      assert.deepEqual([code, out], [2, '']);
      assertOneLine(err, name.replace('\x1b', ' '), 'no such configuration');
    });
  it('--config as the last word: one line, exit code 2', () => {
    const { code, err } = run(['check', '--config'], { cwd: base });
    assert.equal(code, 2);
    assertOneLine(err, '--config');
  });
});

describe('cable check: configuration in threads', () => {
  it('gives the same as without', () => {
    const cwd = folder({
      ...many(200),
      '.cablerc.json': rc({
        rules: { [ERROR]: 'warning' },
        overrides: [{ files: ['00*'], rules: { '*': 'off' } }],
        silence: [
          { file: '010.cable', rule: ERROR, line: 'R 310915Z APR 09' },
          { file: '012.cable', rule: ERROR, line: 'R 310915Z APR 09' },
        ],
        ignore: ['19*'],
      }),
    });
    const [one, four] = ['1', '4'].map((jobs) =>
      run(['check', '--jobs', jobs, '--rule', `${WARNING}=error`, '.'], { cwd }),
    );
    assert.deepEqual(four, one);
    assert.equal(one!.code, 1);
    assertOneLine(one!.err, './012.cable');
    const lines = linesOf(one!.out);
    assert.ok(lines.some((line) => line.startsWith('./013.cable:1:3: warning')));
    assert.ok(lines.some((line) => line.startsWith('./011.cable:3:20: error')));
    assert.ok(!lines.some((line) => /^\.\/(?:010|19)/.test(line)));
    assert.ok(!lines.some((line) => line.startsWith('./00') && line.includes(ERROR)));
  });
});
