import assert from 'node:assert/strict';
import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import {
  chmodSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  readlinkSync,
  rmSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { assertOneLine, cable, clean, folder, type Json, many, root, run, texts, withError } from './support';

/** Three faults that a batch may mend, and one that it may not (a declassification date). */
const wrong = clean
  .replace('TAGS: SENV, FI', 'TAGE: SENV, FI')
  .replace('SUBJECT: THE', 'SUBJECT THE')
  .replace('000133', '133')
  .replace('12958: N/A', '12958: DECL: 04/14/2019');
const mended = clean.replace('12958: N/A', '12958: DECL: 04/14/2019');

describe('cable check --fix', () => {
  const cwd = folder({ 'a.cable': wrong, 'good.cable': clean });
  const read = (name: string) => readFileSync(join(cwd, name), 'utf8');
  const put = (name: string, content: string | Buffer) => writeFileSync(join(cwd, name), content);

  it('mends what needs no decision, and reports the rest', () => {
    put('a.cable', wrong);
    const { code, out } = run(['check', '--fix', 'a.cable'], { cwd });
    assert.equal(code, 0);
    assert.equal(read('a.cable'), mended);
    assert.match(out, /^a\.cable:6:\d+: warning: .*\(xref\/eo-decl-unclassified\)\n$/);
  });
  it('mends what is named twice once, and finds the same in it both times', () => {
    put('a.cable', wrong);
    const { code, out, err } = run(['check', '--fix', 'a.cable', './a.cable'], { cwd });
    assert.deepEqual({ code, err }, { code: 0, err: '' });
    assert.equal(read('a.cable'), mended);
    assert.match(out, /^a\.cable:6:\d+: warning: .*\n\.\/a\.cable:6:\d+: warning: .*\n$/);
  });
  it('changes nothing the second time', () => {
    const before = statSync(join(cwd, 'a.cable')).mtimeMs;
    run(['check', '--fix', 'a.cable', 'good.cable'], { cwd });
    assert.equal(read('a.cable'), mended);
    assert.equal(read('good.cable'), clean);
    assert.equal(statSync(join(cwd, 'a.cable')).mtimeMs, before);
  });
  it('leaves alone what a rule that is off would mend', () => {
    put('b.cable', wrong);
    run(['check', '--fix', '--rule', 'header/label-spelling=off', 'b.cable'], { cwd });
    assert.ok(read('b.cable').includes('TAGE: SENV'));
    assert.ok(read('b.cable').includes('SUBJECT: THE'));
  });
  it('keeps byte-order mark, line breaks, permissions and links', () => {
    put('c.cable', `\uFEFF${wrong.replaceAll('\n', '\r\n')}`);
    chmodSync(join(cwd, 'c.cable'), 0o666);
    symlinkSync('c.cable', join(cwd, 'link.cable'));
    run(['check', '--fix', 'link.cable'], { cwd });
    assert.equal(read('c.cable'), `\uFEFF${mended.replaceAll('\n', '\r\n')}`);
    if (process.platform !== 'win32') assert.equal(statSync(join(cwd, 'c.cable')).mode & 0o777, 0o666);
  });
  for (const [what, bytes] of [
    ['Latin-1', Buffer.from(wrong.replace('FERRY', 'F\xc4RRY'), 'latin1')],
    ['UTF-16', Buffer.from(`\uFEFF${wrong}`, 'utf16le')],
  ] as const)
    it(`does not touch ${what}, and says so`, () => {
      put('d.cable', bytes);
      const { code, err } = run(['check', '--fix', 'd.cable'], { cwd });
      assert.equal(code, 2);
      assertOneLine(err, 'd.cable', 'UTF-8');
      assert.deepEqual(readFileSync(join(cwd, 'd.cable')), bytes);
    });
  it('does not fix standard input', () => {
    const { code, err } = run(['check', '--fix', '-'], { cwd, input: wrong });
    assert.equal(code, 2);
    assertOneLine(err, 'standard input');
  });
  it('leaves no temporary file behind', () =>
    assert.deepEqual(
      readdirSync(cwd).filter((name) => name.endsWith('.tmp')),
      [],
    ));
  it('tells in JSON what can be fixed', () => {
    const { diagnostics } = JSON.parse(run(['check', '--format', 'json', '-'], { input: wrong }).out);
    const fixable = (rule: string) => diagnostics.find((each: { rule: string }) => each.rule === rule)?.fixable;
    assert.equal(fixable('header/label-spelling'), true);
    // A date is for the drafter to decide: --fix does not touch it.
    assert.equal(fixable('xref/eo-decl-unclassified'), false);
  });
});

describe('cable check --fix: every invented cable', function () {
  this.timeout(60_000);
  const cwd = folder(Object.fromEntries(texts.map((name) => [name, readFileSync(join(root, name))])));
  const state = () =>
    texts.map((name) => [name, readFileSync(join(cwd, name)).toString('latin1'), statSync(join(cwd, name)).mtimeMs]);

  it('is mended as a whole: nothing is left that --fix would mend, and the second time nothing changes', () => {
    const { diagnostics } = JSON.parse(run(['check', '--format', 'json', '--fix', ...texts], { cwd }).out);
    // Of these --fix changes nothing.
    const refused = new Set(['test/fixtures/latin1.cable', 'test/fixtures/utf16le-bom.cable']);
    assert.deepEqual(
      diagnostics.filter(({ file, fixable }: Json) => fixable && !refused.has(file)),
      [],
    );
    const mended = state();
    assert.notDeepEqual(
      mended.map(([, text]) => text),
      texts.map((name) => readFileSync(join(root, name), 'latin1')),
    );
    run(['check', '--fix', '.'], { cwd });
    assert.deepEqual(state(), mended);
  });
  it('does the same in threads', () => {
    const [one, four] = ['1', '4'].map((jobs) => {
      for (const name of texts) writeFileSync(join(cwd, name), readFileSync(join(root, name)));
      for (let at = 0; at < 60; at++) writeFileSync(join(cwd, `x${at}.cable`), wrong);
      const { code, out, err } = run(['check', '--fix', '--jobs', jobs, '.'], { cwd });
      return { code, out, err, texts: state().map(([, text]) => text) };
    });
    assert.deepEqual(four, one);
    for (let at = 0; at < 60; at++) assert.equal(readFileSync(join(cwd, `x${at}.cable`), 'utf8'), mended);
  });
});

describe('cable check --fix that is killed', function () {
  this.timeout(60_000);
  const KILLS = 16;
  const names = Object.keys(many(150));
  const cwd = folder();
  // Some take longer to write than others.
  const size = (at: number) => (at % 10 === 5 ? 4000 : 1);
  const tail = (at: number) => '\nThe ferry waited, and waited.\n'.repeat(size(at));
  const oldTexts = names.map((_, at) => wrong + tail(at));
  const newTexts = names.map((_, at) => mended + tail(at));
  const now = () => names.map((name) => readFileSync(join(cwd, name), 'utf8'));
  const reset = () => {
    for (const [at, name] of names.entries()) writeFileSync(join(cwd, name), oldTexts[at]!);
  };

  it(`${KILLS} times, at any moment: each file is the old one or the new one, byte for byte`, async () => {
    let between = 0;
    for (let kill = 0; kill < KILLS; kill++) {
      reset();
      const jobs = kill % 2 ? '2' : '1';
      const child = spawn(process.execPath, [cable, 'check', '--fix', '--jobs', jobs, '.'], { cwd, stdio: 'ignore' });
      const ended = once(child, 'exit');
      // Half of them from the start on, half from the first file that was written on.
      if (kill < KILLS / 2) await pause(40 + kill * 40);
      else {
        while (child.exitCode === null && readFileSync(join(cwd, names[0]!), 'utf8') === oldTexts[0]) await pause(1);
        await pause((kill - KILLS / 2) * 12);
      }
      child.kill('SIGKILL');
      await ended;
      const texts = now();
      const written = texts.filter((text, at) => {
        assert.ok(text === oldTexts[at] || text === newTexts[at], `${names[at]} after kill ${kill}`);
        return text === newTexts[at];
      }).length;
      if (written > 0 && written < names.length) between++;
    }
    // Otherwise nothing was tested.
    assert.ok(between >= 3, `${between} in the middle`);
  });
  it('a later run completes the work', () => {
    assert.equal(run(['check', '--fix', '.'], { cwd }).err, '');
    assert.deepEqual(now(), newTexts);
  });
  it('what a killed run left behind is not taken for a cable', () => {
    writeFileSync(join(cwd, '.000.cable.4242.tmp'), withError);
    const { diagnostics, files } = JSON.parse(run(['check', '--format', 'json', '.'], { cwd }).out);
    assert.equal(files, names.length);
    assert.ok(!diagnostics.some(({ file }: Json) => file.includes('.tmp')));
  });
});

describe('cable check --fix: what a file is besides its text', () => {
  before(function () {
    if (process.platform === 'win32') this.skip();
  });
  const cwd = folder({ 'in/a.cable': wrong, 'b.cable': wrong, 'c.cable': wrong });
  for (const mode of [0o600, 0o640, 0o755, 0o4755])
    it(`keeps its permissions: ${mode.toString(8)}`, () => {
      const path = join(cwd, 'b.cable');
      rmSync(path, { force: true });
      writeFileSync(path, wrong);
      chmodSync(path, mode);
      assert.equal(run(['check', '--fix', 'b.cable'], { cwd }).err, '');
      assert.equal(readFileSync(path, 'utf8'), mended);
      assert.equal(statSync(path).mode & 0o7777, mode);
    });
  it('stays a link, and its target is mended where it is', () => {
    symlinkSync('in', join(cwd, 'way'));
    symlinkSync('way/a.cable', join(cwd, 'link.cable'));
    run(['check', '--fix', 'link.cable'], { cwd });
    assert.equal(readlinkSync(join(cwd, 'link.cable')), 'way/a.cable');
    assert.equal(readFileSync(join(cwd, 'in/a.cable'), 'utf8'), mended);
    assert.deepEqual(readdirSync(join(cwd, 'in')), ['a.cable']);
  });
  it('in a folder that may not be written: one line, exit code 2, and it stays', function () {
    const shut = join(cwd, 'shut');
    mkdirSync(shut);
    writeFileSync(join(shut, 'a.cable'), wrong);
    chmodSync(shut, 0o555);
    // Root may write everywhere: there, the command runs as a user who may not.
    const other = process.getuid?.() === 0 ? { uid: 65_534, gid: 65_534 } : {};
    chmodSync(cwd, 0o755);
    const call = (...args: string[]) => spawnSync(process.execPath, [cable, ...args], { cwd, ...other });
    if (call('--version').status !== 0) this.skip();
    const { status, stdout, stderr } = call('check', '--fix', 'shut/a.cable');
    chmodSync(shut, 0o755);
    assert.equal(status, 2);
    assertOneLine(stderr.toString(), 'shut/a.cable: ', 'not permitted to write');
    assert.match(stdout.toString(), /label-spelling/);
    assert.equal(readFileSync(join(shut, 'a.cable'), 'utf8'), wrong);
  });
});
