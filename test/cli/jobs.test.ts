import assert from 'node:assert/strict';
import { type ChildProcess, spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { chmodSync, mkdirSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { text as readAll } from 'node:stream/consumers';
import { assertOneLine, cable, clean, folder, linesOf, many, root, run, withError, withWarning } from './support';

const binary = readFileSync(join(root, 'test/fixtures/binary.cable'));
const FORMATS = [
  ['--format', 'text'],
  ['--format', 'json'],
  ['--format', 'sarif'],
  ['--format', 'github'],
  ['--statistics'],
  ['--statistics', '--format', 'json'],
];

describe('cable check --jobs', function () {
  this.timeout(60_000);
  const cwd = folder({
    ...many(200),
    'binary.cable': binary,
    'notes.txt': 'Buy stamps.\n',
    'kept.txt': withError,
    'empty.cable': '',
    'latin1.cable': Buffer.from(withWarning.replace('FERRY', 'F\xc4RRY'), 'latin1'),
    'in/deep/a.cable': withError,
  });
  before(() => {
    symlinkSync('../001.cable', join(cwd, 'in/link.cable'));
    symlinkSync('gone.cable', join(cwd, 'in/dangling.cable'));
  });

  for (const format of FORMATS)
    it(`${format.join(' ')}: the same from any number of threads, byte for byte`, () => {
      const [one, ...others] = ['1', '3', '16'].map((jobs) => run(['check', ...format, '--jobs', jobs, '.'], { cwd }));
      for (const other of others) assert.deepEqual(other, one);
      assert.equal(one!.code, 2);
      assert.deepEqual(linesOf(one!.err), [
        'cable: ./in/dangling.cable: no such file or folder',
        'cable: ./binary.cable: binary file, skipped',
      ]);
    });
  it('results are in the order of the paths, what cannot be read among them', () => {
    const names = Object.keys(many(200)).filter((_, at) => at % 3 === 1);
    const paths = [...names.reverse(), '-', 'no-such-file', ...names, 'binary.cable', '001.cable'];
    const { code, out, err } = run(['check', '--jobs', '4', ...paths], { cwd, input: withError });
    assert.equal(code, 2);
    assert.deepEqual(
      linesOf(out).map((line) => line.split(':')[0]),
      paths.filter((path) => path !== 'no-such-file' && path !== 'binary.cable'),
    );
    assert.deepEqual(
      linesOf(err).map((line) => line.split(': ')[1]),
      ['no-such-file', 'binary.cable'],
    );
  });
  it('a text that is no cable, and a linked one, are as in one thread', () => {
    const { diagnostics, files } = JSON.parse(run(['check', '--format', 'json', '--jobs', '4', '.'], { cwd }).out);
    const names = new Set(diagnostics.map(({ file }: { file: string }) => file));
    assert.equal(files, 205);
    for (const [name, isThere] of [
      ['./in/link.cable', true],
      ['./kept.txt', true],
      ['./latin1.cable', true],
      ['./notes.txt', false],
      ['./binary.cable', false],
    ] as const)
      assert.equal(names.has(name), isThere, name);
  });
  it('a file that may not be read: one line, exit code 2, the others are done', function () {
    // Root may read everything: there, the command runs as a user who may not, if that user may read the command.
    const other = process.getuid?.() === 0 ? { uid: 65_534, gid: 65_534 } : {};
    const call = (...args: string[]) => spawnSync(process.execPath, [cable, ...args], { cwd: shut, ...other });
    const shut = join(cwd, 'shut');
    mkdirSync(shut);
    for (const [name, text] of Object.entries(many(200))) writeFileSync(join(shut, name), text);
    chmodSync(cwd, 0o755);
    chmodSync(join(shut, '100.cable'), 0);
    try {
      if (process.platform === 'win32' || call('--version').status !== 0) this.skip();
      const { status, stdout, stderr } = call('check', '--jobs', '4', '--format', 'json', '.');
      assert.equal(status, 2);
      assertOneLine(stderr.toString(), './100.cable: not permitted to read');
      assert.equal(JSON.parse(stdout.toString()).files, 199);
    } finally {
      chmodSync(join(shut, '100.cable'), 0o644);
    }
  });

  for (const jobs of ['0', 'x', '-1', '1.5'])
    it(`--jobs=${jobs}: one line, exit code 2`, () => {
      const { code, out, err } = run(['check', `--jobs=${jobs}`, '.'], { cwd });
      assert.deepEqual([code, out], [2, '']);
      assertOneLine(err, '--jobs');
    });
});

describe('cable check: a reader that goes away from threads', function () {
  this.timeout(60_000);
  // More than a pipe holds, long before the last file.
  const talkative = clean.replace('TO SECSTATE', `INFO ${'AMEMBASSY OSLO IMEDIATE\n'.repeat(60)}TO SECSTATE`);
  const cwd = folder(Object.fromEntries(Object.keys(many(400)).map((name) => [name, talkative])));
  const args = [cable, 'check', '--jobs', '4', '.', 'no-such-file'];
  const ended = async (child: ChildProcess) => (await once(child, 'close'))[0] as number;

  it('ends at once and quietly, all threads with it', async () => {
    const child = spawn(process.execPath, args, { cwd });
    const err = readAll(child.stderr);
    await once(child.stdout, 'data');
    child.stdout.destroy();
    assert.equal(await ended(child), 0);
    assert.equal(await err, '');
    // A thread that went on would keep the process.
    assert.throws(() => process.kill(child.pid!, 0));
  });
  it('in a shell: cable check | head -1', function () {
    if (process.platform === 'win32') this.skip();
    const script = '{ "$0" "$@"; echo "exit $?" >&2; } | head -1';
    const { stdout, stderr } = spawnSync('sh', ['-c', script, process.execPath, ...args], { cwd });
    assert.equal(linesOf(stdout.toString()).length, 1);
    assert.equal(stderr.toString(), 'exit 0\n');
  });
});

describe('cable check: progress', () => {
  const cwd = folder(many(200));
  it('is told to no file and no pipe', () => assert.equal(run(['check', '--jobs', '2', '.'], { cwd }).err, ''));
  it('is shown on a terminal, and taken away at the end; standard output stays as it is', function () {
    if (spawnSync('script', ['--version']).status !== 0) this.skip();
    const command = `'${process.execPath}' '${cable}' check --jobs 2 --format json . >out.json`;
    const { stdout } = spawnSync('script', ['-qec', command, '/dev/null'], { cwd, encoding: 'utf8' });
    assert.match(stdout, /\r\x1b\[K\d+ of 200 files/);
    assert.ok(stdout.endsWith('\r\x1b[K'), JSON.stringify(stdout.slice(-40)));
    assert.equal(readFileSync(join(cwd, 'out.json'), 'utf8'), run(['check', '--format', 'json', '.'], { cwd }).out);
  });
});
