import assert from 'node:assert/strict';
import { chmodSync, readdirSync, readFileSync, statSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { assertOneLine, clean, folder, run } from './support';

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
