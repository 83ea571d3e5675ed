/** What the command prints, and where it writes, whatever files are called and say. */
import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { mkdirSync, readdirSync, readFileSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { clean, folder, type Json, jsonLines, linesOf, root, run, withError } from './support';

const isWindows = process.platform === 'win32';
/** A clear screen, a title, a link, a paste, in seven bits and in eight; and what turns letters around. */
const OBEYED = '\x1b[2J\x1b]0;owned\x07\x1b]8;;http://evil.example\x07\x9b31m\u202e\u2066';
const OBEYED_SIGNS = /[\x00-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069]/;
const hostile = withError.replace('SUBJECT: ', `SUBJECT: ${OBEYED}`).replaceAll('OAKES', `${OBEYED}OAKES${OBEYED}`);

describe('cable: what a terminal obeys', () => {
  const name = isWindows ? 'a.cable' : `a${OBEYED.replaceAll('/', '')}\nb.cable`;
  const cwd = folder({ [name]: hostile, 'base.cable': clean });
  for (const args of [
    ['check', '.'],
    ['check', '--format', 'json', '.'],
    ['check', '--format', 'sarif', '.'],
    ['check', '--format', 'github', '.'],
    ['check', '--statistics', '.'],
    ['json', '.'],
    ['json', '--glossary', '.'],
    ['outline', '.'],
    ['outline', '--format', 'json', '.'],
    ['format', '--check', '.'],
    ['export', '--to', 'html', '--out', '/dev/null/x', '.'],
    ['export', '--to', 'markdown', '.'],
    ['graph', '--format', 'dot', '.'],
    ['graph', '--format', 'csv', '.'],
    ['graph', '--format', 'csv', '--nodes', '.'],
    ['graph', '--format', 'graphml', '.'],
    ['graph', '.'],
    ['explain', OBEYED],
    ['explain', '--in', `no\n${OBEYED}such`, 'PREL'],
    ['check', `--config=${OBEYED}`, '.'],
    ['check', '--rule', `${OBEYED}=off`, '.'],
    [OBEYED],
    ['check', `--${OBEYED}`],
  ])
    it(`is not in what is printed by ${JSON.stringify(args.join(' ')).replaceAll(/\\u001b.*/g, '…')}`, () => {
      const { out, err } = run(args, { cwd });
      // A document may hold signs that turn letters around, as the cable does; a line that tells of it may not.
      const isDocument = args[0] === 'export' || args.includes('csv') || args.includes('graphml');
      const obeyed = isDocument ? /[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f]/ : OBEYED_SIGNS;
      for (const text of [out, err]) {
        const at = text.replace(/\r?\n/g, '·').search(obeyed);
        assert.equal(at, -1, JSON.stringify(text.slice(Math.max(0, at - 60), at + 40)));
      }
    });

  it('JSON says what there is all the same', () => {
    const [{ file }] = jsonLines(run(['json', name], { cwd }).out) as [Json];
    assert.equal(file, name);
  });
});

describe('cable check: what a workflow of GitHub obeys', () => {
  const COMMAND = '::error file=x::owned';
  const files: Record<string, string> = isWindows
    ? {}
    : {
        [`${COMMAND}.cable`]: withError,
        'a\n::set-output name=x::y.cable': withError,
        '##[command]x.cable': withError,
      };
  const cwd = folder({
    'a.cable': withError.replace('SUBJECT: ', `SUBJECT: ::warning::\r\n::stop-commands::x\n${COMMAND}\n`),
    ...files,
  });
  const names = readdirSync(cwd);

  it('are only its own commands, one a line', () => {
    const lines = linesOf(run(['check', '--format', 'github', ...names], { cwd }).out);
    assert.ok(lines.length >= names.length);
    for (const line of lines)
      assert.match(
        line,
        /^::(?:error|warning|notice) file=[^:,]*,line=\d+,endLine=\d+,col=\d+,endColumn=\d+,title=[^:,]*::.*$/,
      );
  });
  for (const args of [['check'], ['outline'], ['format', '--check']])
    it(`are not in the lines of ${args.join(' ')}`, () => {
      const { out, err } = run([...args, ...names], { cwd });
      for (const line of linesOf(out + err)) assert.doesNotMatch(line, /^\s*(?:::|##\[)/);
    });
  it('are not in addresses of SARIF', () => {
    const log = JSON.parse(run(['check', '--format', 'sarif', ...names], { cwd }).out);
    const uris = log.runs[0].results.map((each: Json) => each.locations[0].physicalLocation.artifactLocation.uri);
    for (const uri of uris) assert.match(uri, /^[A-Za-z0-9%._~!'()*-]+$/);
    assert.deepEqual([...new Set(uris.map(decodeURIComponent))].sort(), [...names].sort());
  });
});

describe('cable export --out', () => {
  it('writes into its folder alone, whatever leads out of it', function () {
    if (isWindows) this.skip();
    const cwd = folder({ 'in/a.cable': clean, 'in/deep/b.cable': clean, 'kept/a.html': 'mine' });
    mkdirSync(join(cwd, 'out'));
    symlinkSync('../kept', join(cwd, 'out', 'deep'));
    symlinkSync('../kept/a.html', join(cwd, 'out', 'a.html'));
    run(['export', '--to', 'html', '--out', 'out', 'in', '../'.repeat(3) + join(cwd, 'in/a.cable').slice(1)], { cwd });
    assert.deepEqual(readdirSync(join(cwd, 'kept')), ['a.html']);
    assert.equal(readFileSync(join(cwd, 'kept', 'a.html'), 'utf8'), 'mine');
    assert.deepEqual(readdirSync(cwd).sort(), ['in', 'kept', 'out']);
  });
  it('is not led by what a cable says of itself', () => {
    const cwd = folder({
      'a.cable': clean.replace('SUBJECT: ', 'SUBJECT: ../../x/').replace('REF:', 'REF: ../../etc/passwd'),
    });
    run(['export', '--to', 'markdown', '--out', 'out', 'a.cable'], { cwd });
    assert.deepEqual(readdirSync(join(cwd, 'out')), ['a.md']);
  });
});

describe('cable explain', () => {
  for (const name of ['__proto__', 'constructor', 'toString', 'hasOwnProperty', '../../../etc/passwd'])
    it(`${name} is nothing that is known`, () => {
      const { code, out, err } = run(['explain', name]);
      assert.deepEqual({ code, out }, { code: 2, out: '' });
      assert.equal(err, `cable: nothing is known of ${name}\n`);
    });
});

describe('packages', () => {
  const lock = JSON.parse(readFileSync(join(root, 'package-lock.json'), 'utf8')) as {
    packages: Record<
      string,
      {
        dev?: boolean;
        devOptional?: boolean;
        hasInstallScript?: boolean;
        resolved?: string;
        integrity?: string;
        version?: string;
      }
    >;
  };
  const own = Object.entries(lock.packages).filter(([path]) => path !== '');
  it('that run with us bring no script that runs when they are installed', () => {
    const atWork = own.filter(([, each]) => !each.dev && !each.devOptional);
    assert.ok(atWork.length > 5);
    assert.deepEqual(
      atWork.filter(([, each]) => each.hasInstallScript).map(([path]) => path),
      [],
    );
  });
  it('are the ones that were locked', () => {
    for (const [path, each] of own) if (each.resolved) assert.match(each.integrity ?? '', /^sha512-/, path);
  });
  it('have no weakness that is known, where the registry tells of them', function () {
    this.timeout(120_000);
    const { stdout } = spawnSync('npm', ['audit', '--json'], { cwd: root, encoding: 'utf8', shell: isWindows });
    let told: { metadata?: { vulnerabilities?: { total: number } } } = {};
    try {
      told = JSON.parse(stdout);
    } catch {
      // No answer.
    }
    const total = told.metadata?.vulnerabilities?.total;
    if (total === undefined) {
      console.log('      npm audit: this registry does not tell');
      this.skip();
    }
    assert.equal(total, 0, stdout);
  });
});
