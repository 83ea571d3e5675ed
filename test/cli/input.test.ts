import assert from 'node:assert/strict';
import { type ChildProcess, spawn, spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { once } from 'node:events';
import { chmodSync, readFileSync, statSync, symlinkSync, truncateSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { text as readAll } from 'node:stream/consumers';
import {
  assertOneLine,
  cable,
  clean,
  filesOf,
  folder,
  jsonLines,
  linesOf,
  root,
  run,
  texts,
  understood,
} from './support';

const COMMANDS = ['check', 'json', 'outline'];
const binary = readFileSync(join(root, 'test/fixtures/binary.cable'));

describe('cable: paths that cannot be read', () => {
  const cwd = folder({ 'good.cable': clean, 'binary.cable': binary, 'full/a.cable': clean });
  symlinkSync('circle', join(cwd, 'circle'));
  symlinkSync('gone', join(cwd, 'dangling'));
  const bad: [string, string, string][] = [
    ['a missing path', 'no-such-file', 'no such file or folder'],
    ['a path below a file', 'good.cable/below', 'no such file or folder'],
    ['a link to nothing', 'dangling', 'no such file or folder'],
    ['a link to itself', 'circle', 'circle'],
    ['a binary file', 'binary.cable', 'binary file'],
    ['a name that looks like a pattern', '*.cable', 'no such file or folder'],
  ];
  for (const [what, path, words] of bad)
    it(`${what}: one line, exit code 2, and the other paths are still done`, () => {
      const { code, out, err } = run(['json', 'good.cable', path, 'full'], { cwd });
      assert.equal(code, 2);
      assertOneLine(err, `${path}: `, words);
      assert.deepEqual(filesOf(out), ['good.cable', 'full/a.cable']);
    });

  it('every command says so in the same way', () => {
    for (const command of COMMANDS) {
      const { code, out, err } = run([command, 'no-such-file'], { cwd });
      assert.deepEqual({ code, out }, { code: 2, out: '' });
      assert.equal(err, 'cable: no-such-file: no such file or folder\n');
    }
  });

  it('a line for each', () => {
    const { code, err } = run(['check', 'one', 'binary.cable', 'two'], { cwd });
    assert.equal(code, 2);
    assert.deepEqual(
      linesOf(err).map((line) => line.split(': ')[1]),
      ['one', 'binary.cable', 'two'],
    );
  });

  it('a name with a line break or an escape sequence stays on one line', () => {
    const { code, err } = run(['check', 'no\nsuch\x1b[31mfile'], { cwd });
    assert.equal(code, 2);
    assertOneLine(err, 'no such');
    assert.ok(!err.includes('\x1b'));
  });

  it('a folder as standard input', function () {
    if (process.platform === 'win32') this.skip();
    const { status, stderr } = spawnSync('sh', ['-c', '"$0" "$1" check - <full', process.execPath, cable], { cwd });
    assert.equal(status, 2);
    assertOneLine(stderr.toString(), '-: is a folder');
  });

  it('more than 512 MB', () => {
    const large = folder({ 'large.cable': clean });
    truncateSync(join(large, 'large.cable'), 512 * 1024 * 1024 + 1);
    writeFileSync(join(large, 'large.cable'), clean.padEnd(10_000), { flag: 'r+' });
    const { code, out, err } = run(['check', 'large.cable'], { cwd: large });
    assert.deepEqual({ code, out }, { code: 2, out: '' });
    assertOneLine(err, 'large.cable: ', '512 MB');
  });

  describe('for want of permission', () => {
    // Root may read everything: there, the command runs as a user who may not, if that user may read the command.
    const asRoot = process.getuid?.() === 0;
    const other = asRoot ? { uid: 65_534, gid: 65_534 } : {};
    const asOther = (args: string[]) => spawnSync(process.execPath, [cable, ...args], { cwd: closed, ...other });
    // Before the folder goes: a folder that may not be read cannot be emptied.
    after(() => chmodSync(join(closed, 'shut'), 0o755));
    const closed: string = folder({
      'good.cable': clean,
      'shut.cable': clean,
      'shut/a.cable': clean,
      'in/shut.cable': clean,
    });
    before(function () {
      chmodSync(closed, 0o755);
      for (const name of ['shut.cable', 'shut', 'in/shut.cable']) chmodSync(join(closed, name), 0);
      if (process.platform === 'win32' || asOther(['--version']).status !== 0) this.skip();
    });

    for (const [what, path, named] of [
      ['a file', 'shut.cable', 'shut.cable'],
      ['a folder', 'shut', 'shut'],
      ['a file in a folder', 'in', 'in/shut.cable'],
    ] as const)
      it(what, () => {
        const { status, stdout, stderr } = asOther(['json', path, 'good.cable']);
        assert.equal(status, 2);
        assert.equal(stderr.toString(), `cable: ${named}: not permitted to read\n`);
        assert.deepEqual(filesOf(stdout.toString()), ['good.cable']);
      });

    it('a folder in a folder', () => {
      const { status, stdout, stderr } = asOther(['json', '.']);
      assert.equal(status, 2);
      assert.deepEqual(linesOf(stderr.toString()).sort(), [
        'cable: ./in/shut.cable: not permitted to read',
        'cable: ./shut.cable: not permitted to read',
        'cable: ./shut: not permitted to read',
      ]);
      assert.deepEqual(filesOf(stdout.toString()), ['./good.cable']);
    });
  });
});

describe('cable: folders', () => {
  it('without cables: a note, and no failure', () => {
    const cwd = folder({ 'empty/readme.md': 'Nothing here.', 'empty/notes.txt': 'Buy stamps.\n' });
    for (const command of COMMANDS) {
      const { code, out, err } = run([command, 'empty'], { cwd });
      assert.deepEqual({ code, out }, { code: 0, out: '' });
      assertOneLine(err, 'empty: no cables found');
    }
  });

  it('a binary file in one is skipped with a note', () => {
    const cwd = folder({ 'some/a.cable': clean, 'some/binary.cable': binary, 'some/picture.txt': binary });
    const { code, out, err } = run(['json', 'some'], { cwd });
    assert.equal(code, 0);
    assert.deepEqual(filesOf(out), ['some/a.cable']);
    assertOneLine(err, 'some/binary.cable: binary file, skipped');
  });

  it('give *.cable, and *.txt that begins like a cable, by name, from folders within too', () => {
    const cwd = folder({
      'in/b.cable': clean,
      'in/a.txt': clean,
      'in/C.CABLE': clean,
      'in/prose.txt': 'The ferry waited.\n',
      'in/prose.cable': 'The ferry waited.\n',
      'in/a.md': clean,
      'in/deep/er/d.cable': clean,
      'in/.hidden/x.cable': clean,
      'in/.x.cable': clean,
      'in/node_modules/x.cable': clean,
    });
    const names = ['C.CABLE', 'a.txt', 'b.cable', 'deep/er/d.cable', 'prose.cable'];
    for (const path of ['in', 'in/'])
      assert.deepEqual(
        filesOf(run(['json', path], { cwd }).out),
        names.map((name) => `in/${name}`),
      );
  });

  it('with links that lead back: each cable once', function () {
    if (process.platform === 'win32') this.skip();
    const cwd = folder({ 'in/a.cable': clean, 'in/deep/b.cable': clean });
    symlinkSync('..', join(cwd, 'in/deep/up'));
    symlinkSync('.', join(cwd, 'in/here'));
    symlinkSync('loop.cable', join(cwd, 'in/deep/loop.cable'));
    const { code, out, err } = run(['json', 'in'], { cwd });
    assert.equal(code, 2);
    assert.deepEqual(filesOf(out), ['in/a.cable', 'in/deep/b.cable']);
    assertOneLine(err, 'in/deep/loop.cable: ', 'circle');
  });

  it('a linked folder that is named is gone into', function () {
    if (process.platform === 'win32') this.skip();
    const cwd = folder({ 'in/a.cable': clean });
    symlinkSync('in', join(cwd, 'link'));
    assert.deepEqual(filesOf(run(['json', 'link'], { cwd }).out), ['link/a.cable']);
  });
});

describe('cable: order of paths', () => {
  const cwd = folder({ 'a.cable': clean, 'b.cable': clean, 'in/c.cable': clean, 'in/d.cable': clean });

  it('is the order given, and what is named twice is done twice', () => {
    const paths = ['in/d.cable', 'b.cable', 'in', 'a.cable', 'b.cable', './b.cable'];
    const names = ['in/d.cable', 'b.cable', 'in/c.cable', 'in/d.cable', 'a.cable', 'b.cable', './b.cable'];
    assert.deepEqual(filesOf(run(['json', ...paths], { cwd }).out), names);
    assert.deepEqual(filesOf(run(['outline', '--format', 'json', ...paths], { cwd }).out), names);
    assert.equal(JSON.parse(run(['check', '--format', 'json', ...paths], { cwd }).out).files, names.length);
  });

  it('has standard input in its place', () => {
    const { code, out, err } = run(['json', 'b.cable', '-', 'a.cable'], { cwd, input: clean });
    assert.deepEqual({ code, err }, { code: 0, err: '' });
    assert.deepEqual(filesOf(out), ['b.cable', '-', 'a.cable']);
  });
});

describe('cable: standard input', () => {
  it('is read where no path is given', () => {
    for (const command of COMMANDS)
      assert.deepEqual(run([command], { input: clean }), run([command, '-'], { input: clean }));
  });

  it('is understood as a file is', () => {
    const cwd = folder({ 'a.cable': clean });
    const [{ file, ...rest }] = jsonLines(run(['json', '-'], { input: clean }).out);
    assert.equal(file, '-');
    assert.deepEqual(rest, understood('a.cable', cwd));
  });

  it('may be redirected from a file', function () {
    if (process.platform === 'win32') this.skip();
    const cwd = folder({ 'a.cable': clean });
    const { status, stdout } = spawnSync('sh', ['-c', '"$0" "$1" json <a.cable', process.execPath, cable], { cwd });
    assert.equal(status, 0);
    assert.equal(jsonLines(stdout.toString())[0].subject, 'THE FERRY THAT WAITED');
  });

  it('may come in pieces that cut a character in two', async () => {
    const child = spawn(process.execPath, [cable, 'json'], { cwd: root });
    const bytes = Buffer.from(clean.replace('FERRY', 'FERRY OF ÅLAND'));
    const cut = bytes.indexOf(Buffer.from('Å')) + 1;
    child.stdin.write(bytes.subarray(0, cut));
    setTimeout(() => child.stdin.end(bytes.subarray(cut)), 150);
    assert.equal(jsonLines(await readAll(child.stdout))[0].subject, 'THE FERRY OF ÅLAND THAT WAITED');
  });

  it('that is binary: one line, exit code 2', () => {
    const { code, out, err } = run(['check', '-'], { input: binary });
    assert.deepEqual({ code, out }, { code: 2, out: '' });
    assertOneLine(err, '-: binary file');
  });
});

describe('cable: a reader that goes away', () => {
  const many = Array.from({ length: 20 }, () => texts).flat();
  const ended = async (child: ChildProcess) => (await once(child, 'close'))[0] as number;

  it('of standard output: ends at once, quietly, with exit code 0', async () => {
    // The missing file would make it 2, had the command gone on to the end.
    const child = spawn(process.execPath, [cable, 'json', ...many, 'no-such-file'], { cwd: root });
    const err = readAll(child.stderr);
    await once(child.stdout, 'data');
    child.stdout.destroy();
    assert.equal(await ended(child), 0);
    assert.equal(await err, '');
  });

  it('in a shell: cable json many | head -1', function () {
    if (process.platform === 'win32') this.skip();
    const script = '{ "$0" "$@"; echo "exit $?" >&2; } | head -1';
    const { stdout, stderr } = spawnSync('sh', ['-c', script, process.execPath, cable, 'json', ...many], { cwd: root });
    assert.equal(jsonLines(stdout.toString()).length, 1);
    assert.equal(stderr.toString(), 'exit 0\n');
  });

  it('of standard error: the work is done all the same', async () => {
    const missing = Array.from({ length: 500 }, (_, at) => `no-such-file-${at}`);
    const child = spawn(process.execPath, [cable, 'json', ...missing, 'samples/tags-only.cable'], { cwd: root });
    child.stderr.destroy();
    const out = readAll(child.stdout);
    assert.equal(await ended(child), 2);
    assert.deepEqual(filesOf(await out), ['samples/tags-only.cable']);
  });
});

describe('cable: files', () => {
  it('are never changed by a command', () => {
    const cwd = folder(Object.fromEntries(texts.map((name) => [name, readFileSync(join(root, name))])));
    const state = () =>
      texts.map((name) => {
        const path = join(cwd, name);
        return [name, createHash('sha256').update(readFileSync(path)).digest('hex'), statSync(path).mtimeMs];
      });
    const before = state();
    for (const args of [
      ['check', '.'],
      ['check', '--format', 'json', '.'],
      ['check', '--format', 'github', ...texts],
      ['json', '.'],
      ['outline', ...texts],
      ['outline', '--format', 'json', '.'],
    ]) {
      assert.notEqual(run(args, { cwd }).code, 2);
      assert.deepEqual(state(), before, args.join(' '));
    }
  }).timeout(120_000);
});
