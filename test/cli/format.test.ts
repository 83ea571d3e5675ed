import assert from 'node:assert/strict';
import { chmodSync, readdirSync, readFileSync, statSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { assertOneLine, clean, folder, linesOf, root, run, texts } from './support';

const LONG = 'The ferry waited for the last passenger, and the last passenger waited for the ferry.';
const messy = clean
  .replace('TAGS: SENV, FI', 'TAGS:  SENV,FI')
  .replace('The ferry waited for the last passenger.', LONG)
  .replace('\n\n2.', '  \n2.');
const formatted = clean.replace(
  'The ferry waited for the last passenger.',
  LONG.replace(' waited for the f', '\nwaited for the f'),
);

describe('cable format', () => {
  const cwd = folder({
    'a.cable': messy,
    'good.cable': clean,
    'in/b.cable': messy,
    'in/notes.txt': 'No cable.  \n\n\n',
  });
  const read = (name: string) => readFileSync(join(cwd, name), 'utf8');
  const put = (name: string, content: string | Buffer) => writeFileSync(join(cwd, name), content);

  it('prints the formatted text, and changes no file', () => {
    assert.deepEqual(run(['format', 'a.cable'], { cwd }), { code: 0, out: formatted, err: '' });
    assert.equal(read('a.cable'), messy);
    assert.equal(run(['format', 'good.cable', 'a.cable'], { cwd }).out, clean + formatted);
  });
  it('formats standard input', () => {
    assert.equal(run(['format'], { input: messy }).out, formatted);
    assert.equal(
      run(['format', '-'], { input: messy.replaceAll('\n', '\r\n') }).out,
      formatted.replaceAll('\n', '\r\n'),
    );
    assert.deepEqual(run(['format', '-']), { code: 0, out: '', err: '' });
  });
  it('only tells with --check: the names, and exit code 1', () => {
    assert.deepEqual(run(['format', '--check', 'a.cable', 'good.cable', 'in'], { cwd }), {
      code: 1,
      out: 'a.cable\nin/b.cable\n',
      err: '',
    });
    assert.equal(read('a.cable'), messy);
    assert.deepEqual(run(['format', '--check', 'good.cable'], { cwd }), { code: 0, out: '', err: '' });
    assert.deepEqual(run(['format', '--check', '-'], { input: messy }), { code: 1, out: '-\n', err: '' });
  });
  it('folds to a width', () => {
    for (const width of [65, 55]) {
      const { out } = run(['format', '--width', String(width), 'a.cable'], { cwd });
      assert.ok(linesOf(out).every((line) => line.length <= width));
      assert.equal(out.replace(/\s+/g, ' '), formatted.replace(/\s+/g, ' '));
    }
  });
  it('leaves blanks at the ends of lines if asked', () => {
    const { out } = run(['format', '--keep-trailing-blanks', '-'], { input: clean.replaceAll('\n', ' \n') });
    assert.equal(out, clean.replaceAll('\n', ' \n'));
  });
  it('rewrites files in place with --write, and says which', () => {
    assert.deepEqual(run(['format', '--write', '.'], { cwd }), { code: 0, out: './a.cable\n./in/b.cable\n', err: '' });
    assert.equal(read('a.cable'), formatted);
    assert.equal(read('in/b.cable'), formatted);
    assert.equal(read('good.cable'), clean);
    assert.equal(read('in/notes.txt'), 'No cable.  \n\n\n');
    const before = statSync(join(cwd, 'a.cable')).mtimeMs;
    assert.deepEqual(run(['format', '--write', '.'], { cwd }), { code: 0, out: '', err: '' });
    assert.equal(statSync(join(cwd, 'a.cable')).mtimeMs, before);
    assert.deepEqual(
      readdirSync(cwd).filter((name) => name.endsWith('.tmp')),
      [],
    );
  });
  it('keeps byte-order mark, line breaks, permissions and links', () => {
    put('c.cable', `\uFEFF${messy.replaceAll('\n', '\r\n')}`);
    chmodSync(join(cwd, 'c.cable'), 0o640);
    symlinkSync('c.cable', join(cwd, 'link.cable'));
    run(['format', '--write', 'link.cable'], { cwd });
    assert.equal(read('c.cable'), `\uFEFF${formatted.replaceAll('\n', '\r\n')}`);
    if (process.platform !== 'win32') assert.equal(statSync(join(cwd, 'c.cable')).mode & 0o777, 0o640);
  });
  for (const [what, bytes] of [
    ['Latin-1', Buffer.from(messy.replace('FERRY', 'F\xc4RRY'), 'latin1')],
    ['UTF-16', Buffer.from(`\uFEFF${messy}`, 'utf16le')],
  ] as const)
    it(`does not write ${what}, says so, and does the others`, () => {
      put('d.cable', bytes);
      put('e.cable', messy);
      const { code, out, err } = run(['format', '--write', 'd.cable', 'e.cable'], { cwd });
      assert.equal(code, 2);
      assert.equal(out, 'e.cable\n');
      assertOneLine(err, 'd.cable', 'UTF-8');
      assert.deepEqual(readFileSync(join(cwd, 'd.cable')), bytes);
      // To print it is another matter.
      assert.equal(run(['format', 'd.cable'], { cwd }).code, 0);
    });
  it('passes over what the configuration ignores in folders, not what is named', () => {
    const other = folder({
      '.cablerc.json': '{"ignore": ["withdrawn/**"]}',
      'withdrawn/a.cable': messy,
      'b.cable': messy,
    });
    assert.equal(run(['format', '--check', '.'], { cwd: other }).out, './b.cable\n');
    assert.equal(run(['format', '--check', 'withdrawn/a.cable'], { cwd: other }).out, 'withdrawn/a.cable\n');
  });
  it('fails in one line, and the other paths are done', () => {
    const { code, out, err } = run(['format', '--check', 'nowhere.cable', 'in'], {
      cwd: folder({ 'in/a.cable': messy }),
    });
    assert.equal(code, 2);
    assert.equal(out, 'in/a.cable\n');
    assertOneLine(err, 'nowhere.cable');
    for (const [args, ...words] of [
      [['--write', '-'], 'standard input'],
      [['--check', '--write', 'good.cable'], '--check', '--write'],
      [['--width', '7', 'good.cable'], '--width'],
      [['--width', 'x', 'good.cable'], '--width'],
      [['--wide', 'good.cable'], '--wide'],
    ] as const) {
      const result = run(['format', ...args], { cwd, input: messy });
      assert.equal(result.code, 2, args.join(' '));
      assertOneLine(result.err, ...words);
    }
  });
  it('formats every invented cable, once for all', function () {
    this.timeout(60_000);
    const copy = folder(Object.fromEntries(texts.map((name) => [name, readFileSync(join(root, name))])));
    // These are not written.
    const refused = ['test/fixtures/latin1.cable', 'test/fixtures/utf16le-bom.cable'];
    const rest = texts.filter((name) => !refused.includes(name));
    const { out, err, code } = run(['format', '--write', ...rest], { cwd: copy });
    assert.deepEqual([code, err], [0, '']);
    assert.ok(linesOf(out).length > rest.length / 2);
    assert.deepEqual(run(['format', '--check', ...rest], { cwd: copy }), { code: 0, out: '', err: '' });
  });
});
