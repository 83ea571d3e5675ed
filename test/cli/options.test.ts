import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { assertOneLine, clean, ERROR, linesOf, root, run, WARNING, withError, withWarning } from './support';

describe('cable: exit codes', () => {
  const calls: [string, string[], string, number][] = [
    ['nothing to say', ['check'], clean, 0],
    ['a warning only', ['check'], withWarning, 0],
    ['an error', ['check'], withError, 1],
    ['an error, as JSON', ['check', '--format', 'json'], withError, 1],
    ['an error, as workflow commands', ['check', '--format', 'github'], withError, 1],
    ['json does not judge', ['json'], withError, 0],
    ['outline does not judge', ['outline'], withError, 0],
    ['a warning within the limit', ['check', '--max-warnings', '1'], withWarning, 0],
    ['a warning over the limit', ['check', '--max-warnings', '0'], withWarning, 1],
    ['errors are not counted as warnings', ['check', '--max-warnings', '0', '--rule', `${ERROR}=off`], withError, 0],
    ['a warning made an error', ['check', '--rule', `${WARNING}=error`], withWarning, 1],
    ['an error made a warning', ['check', '--rule', `${ERROR}=warning`], withError, 0],
    ['made a warning over the limit', ['check', '--rule', `${ERROR}=warning`, '--max-warnings', '0'], withError, 1],
    ['an error made information', ['check', '--rule', `${ERROR}=information`, '--max-warnings', '0'], withError, 0],
    ['the last word on a rule counts', ['check', '--rule', `${ERROR}=off`, '--rule', `${ERROR}=error`], withError, 1],
    ['an error stays one when a path fails', ['check', '-', 'no-such-file'], withError, 2],
  ];
  for (const [what, args, input, code] of calls)
    it(`${what}: ${code}`, () => assert.equal(run(args, { input }).code, code));
});

describe('cable: calls that fail', () => {
  const calls: [string[], ...string[]][] = [
    [['frobnicate'], 'unknown command', 'frobnicate'],
    [['chekc', 'samples'], 'unknown command', 'chekc'],
    [['--bad'], 'unknown option', '--bad'],
    [['check', '--bad'], 'unknown option', '--bad'],
    [['json', '--format', 'text'], 'unknown option', '--format'],
    [['outline', '--format', 'github'], '--format', 'github'],
    [['check', '--format', 'xml'], '--format', 'xml'],
    [['check', '--format'], '--format', 'missing'],
    [['check', '--rule', 'no/such-rule=error'], '--rule', 'no/such-rule'],
    [['check', '--rule', ERROR], '--rule', 'error, warning, information, off'],
    [['check', '--rule', `${ERROR}=fatal`], `${ERROR}=fatal`, 'error, warning, information, off'],
    [['check', '--rule', `${ERROR}=hint`], `${ERROR}=hint`],
    [['check', '--rule', `${ERROR}=error=off`], `${ERROR}=error=off`],
    [['check', '--rule', '=error'], '--rule'],
    [['check', '--max-warnings', 'many'], '--max-warnings', 'many'],
    [['check', '--max-warnings=-1'], '--max-warnings', '-1'],
    [['lsp'], '--stdio'],
    [['lsp', '--stdio', 'extra'], 'too many arguments'],
  ];
  for (const [args, ...words] of calls) {
    it(args.join(' '), () => {
      const { code, out, err } = run(args, { input: clean });
      assert.equal(code, 2);
      assert.equal(out, '');
      assertOneLine(err, ...words);
    });
  }

  it('no command at all: how to call it', () => {
    const { code, out, err } = run([]);
    assert.equal(code, 2);
    assert.equal(out, '');
    assert.match(err, /^Usage: cable/);
  });
});

describe('cable: help and version', () => {
  for (const [args, ...words] of [
    [['--help'], 'check', 'json', 'outline', 'lsp'],
    [['check', '--help'], '--format', '--rule', '--max-warnings', 'github'],
    [['json', '--help'], 'path'],
    [['outline', '--help'], '--format'],
    [['lsp', '--help'], '--stdio'],
  ] as [string[], ...string[]][]) {
    it(args.join(' '), () => {
      const { code, out, err } = run(args);
      assert.equal(code, 0);
      assert.equal(err, '');
      for (const word of words) assert.ok(out.includes(word), word);
    });
  }

  it('--version is that of the package', () => {
    const { version } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as { version: string };
    assert.deepEqual(run(['--version']), { code: 0, out: `${version}\n`, err: '' });
  });
});

describe('cable check: formats', () => {
  it('text: file, line, column, severity, message, rule', () => {
    assert.equal(run(['check'], { input: withError }).out, `-:1:3: error: 31 APR 2009 does not exist. (${ERROR})\n`);
  });

  it('text: nothing for a cable without problems', () => {
    assert.deepEqual(run(['check'], { input: clean }), { code: 0, out: '', err: '' });
  });

  it('json: lines and columns count from 1', () => {
    const { diagnostics, files } = JSON.parse(run(['check', '--format', 'json'], { input: withError }).out);
    assert.equal(files, 1);
    assert.equal(diagnostics.length, 1);
    const [{ file, rule, severity, range }] = diagnostics;
    assert.deepEqual([file, rule, severity], ['-', ERROR, 'error']);
    assert.deepEqual(range.start, { line: 1, column: 3 });
    assert.equal(range.end.line, 1);
    assert.ok(range.end.column > 3);
  });

  it('json: columns count UTF-16 code units', () => {
    const input = clean.replace('SECSTATE WASHDC', 'SECSTATE 🛥 WASHDC IMEDIATE');
    const { diagnostics } = JSON.parse(run(['check', '--format', 'json'], { input }).out);
    const found = diagnostics.find(({ rule }: { rule: string }) => rule === WARNING);
    assert.deepEqual(found.range.start, { line: 3, column: 'TO SECSTATE 🛥 WASHDC '.length + 1 });
  });

  it('json: an object even where no file was read', () => {
    const { code, out } = run(['check', '--format', 'json', 'no-such-file']);
    assert.equal(code, 2);
    assert.deepEqual(JSON.parse(out), { schemaVersion: 1, files: 0, diagnostics: [] });
  });

  it('github: one workflow command a diagnostic', () => {
    for (const [input, level] of [
      [withError, 'error'],
      [withWarning, 'warning'],
    ] as const) {
      const [line, ...others] = linesOf(run(['check', '--format', 'github'], { input }).out);
      assert.match(
        line!,
        new RegExp(`^::${level} file=-,line=\\d+,endLine=\\d+,col=\\d+,endColumn=\\d+,title=header/[a-z-]+::\\S`),
      );
      assert.deepEqual(others, []);
    }
  });

  it('github: information is a notice', () => {
    const args = ['check', '--format', 'github', '--rule', `${ERROR}=information`];
    assert.match(run(args, { input: withError }).out, /^::notice /);
  });

  it('--rule NAME=off silences that rule only, for all files', () => {
    const { out } = run(['check', '--rule', `${ERROR}=off`], { input: withError.replace('WASHDC', 'WASHDC IMEDIATE') });
    assert.ok(!out.includes(ERROR));
    assert.ok(out.includes(WARNING));
  });

  it('--rule is repeatable', () => {
    const input = withError.replace('WASHDC', 'WASHDC IMEDIATE');
    const args = ['check', '--rule', `${ERROR}=information`, '--rule', `${WARNING}=error`];
    const { code, out } = run(args, { input });
    assert.equal(code, 1);
    assert.ok(out.includes(`information: 31 APR`) && out.includes('error: `IMEDIATE`'), out);
  });
});

describe('cable outline: text', () => {
  it('is indented by level', () => {
    const { out } = run(['outline'], { input: clean });
    const lines = linesOf(out);
    assert.ok(lines[0]!.startsWith('Header'), out);
    assert.ok(lines.includes('  Subject  [THE FERRY THAT WAITED]'), out);
    assert.ok(lines.includes('1. The ferry waited for the last passenger.'), out);
  });

  it('names each file where there are several', () => {
    const { out } = run(['outline', '-', 'samples/tags-only.cable'], { input: clean });
    assert.ok(out.startsWith('-:\n'));
    assert.ok(out.includes('\nsamples/tags-only.cable:\n'));
  });

  it('lets no control character of a cable reach the terminal', () => {
    const input = clean.replace('WAITED', 'WAI\x1b[31mTED \x07');
    for (const command of ['outline', 'check'])
      assert.doesNotMatch(run([command], { input }).out, /[\x00-\x09\x0b-\x1f]/);
  });
});
