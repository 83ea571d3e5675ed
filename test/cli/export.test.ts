import assert from 'node:assert/strict';
import { existsSync, linkSync, mkdirSync, readdirSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { assertOneLine, clean, folder, jsonLines, linesOf, run, texts, validator, withError } from './support';

const files = (path: string): string[] =>
  readdirSync(path, { recursive: true, withFileTypes: true })
    .filter((each) => each.isFile())
    .map((each) => join(each.parentPath, each.name).slice(path.length + 1))
    .sort();
const read = (path: string): string => readFileSync(path, 'utf8');

describe('cable export', () => {
  describe('to standard output', () => {
    it('writes each form', () => {
      assert.match(
        run(['export', '--to', 'markdown', '-'], { input: clean }).out,
        /^# THE FERRY THAT WAITED\n.*\nOAKES\n$/s,
      );
      assert.match(run(['export', '--to', 'html', '-'], { input: clean }).out, /^<!DOCTYPE html>\n.*<\/html>\n$/s);
      assert.match(run(['export', '--to', 'tei', '-'], { input: clean }).out, /^<\?xml .*<TEI .*<\/TEI>\n$/s);
    });
    it('writes as JSON what cable json prints', () => {
      const { out, code } = run(['export', '--to', 'json', ...texts]);
      assert.equal(code, 0);
      assert.equal(out, run(['json', ...texts]).out);
      const validate = validator('json');
      for (const each of jsonLines(out)) assert.deepEqual(validate(each), []);
    }).timeout(60_000);
    it('writes several one after the other where that is a text', () => {
      const path = folder({ 'a.cable': clean, 'b.cable': withError });
      const { out, code } = run(['export', '--to', 'markdown', path]);
      assert.equal(code, 0);
      assert.equal(out.match(/^# THE FERRY/gm)?.length, 2);
      assert.match(out, /\nOAKES\n\n---\n\n# THE FERRY/);
      assert.equal(jsonLines(run(['export', '--to', 'json', path]).out).length, 2);
    });
    for (const to of ['html', 'tei'])
      it(`refuses several as ${to}, in one line`, () => {
        const path = folder({ 'a.cable': clean, 'b.cable': clean, 'c.cable': clean });
        const { code, out, err } = run(['export', '--to', to, path]);
        assert.equal(code, 2);
        assert.equal(out, '');
        assertOneLine(err, `--to ${to}`, '--out FOLDER');
        const other = folder({ 'a.cable': clean, 'notes.txt': 'No cable at all.\n' });
        assert.equal(run(['export', '--to', to, other]).code, 0);
      });
  });

  describe('into a folder', () => {
    it('mirrors the names, with the extension of the form', () => {
      const path = folder({
        'in/a.cable': clean,
        'in/2006/b.cable': clean,
        'in/2006/c.TXT': clean,
        'in/notes.txt': 'no cable',
      });
      for (const [to, extension] of [
        ['markdown', 'md'],
        ['html', 'html'],
        ['tei', 'xml'],
        ['json', 'json'],
      ] as const) {
        const out = join(path, to);
        const { code, out: printed, err } = run(['export', '--to', to, '--out', out, join(path, 'in')]);
        assert.deepEqual([code, printed, err], [0, '', ''], to);
        assert.deepEqual(files(out), [`2006/b.${extension}`, `2006/c.${extension}`, `a.${extension}`]);
      }
      assert.equal(
        read(join(path, 'markdown', 'a.md')),
        run(['export', '--to', 'markdown', join(path, 'in/a.cable')]).out,
      );
    });
    it('takes named files by their names, and standard input as cable', () => {
      const path = folder({ 'x/a.cable': clean, 'y/b.prn': clean });
      const out = join(path, 'out');
      const { code } = run(
        ['export', '--to', 'tei', '--out', out, join(path, 'x/a.cable'), join(path, 'y/b.prn'), '-'],
        { input: clean },
      );
      assert.equal(code, 0);
      assert.deepEqual(files(out), ['a.xml', 'b.prn.xml', 'cable.xml']);
    });
    it('writes over what it wrote before', () => {
      const path = folder({ 'a.cable': clean });
      const out = join(path, 'out');
      run(['export', '--to', 'markdown', '--out', out, join(path, 'a.cable')]);
      writeFileSync(join(path, 'a.cable'), clean.replace('WAITED', 'LEFT'));
      assert.equal(run(['export', '--to', 'markdown', '--out', out, join(path, 'a.cable')]).code, 0);
      assert.match(read(join(out, 'a.md')), /^# THE FERRY THAT LEFT/);
      assert.deepEqual(files(out), ['a.md']);
    });
    it('tells when two have one name, and does the others', () => {
      const path = folder({ 'x/a.cable': clean, 'y/a.cable': withError, 'y/b.cable': clean });
      const { code, err } = run([
        'export',
        '--to',
        'json',
        '--out',
        join(path, 'out'),
        join(path, 'x'),
        join(path, 'y'),
      ]);
      assert.equal(code, 2);
      assertOneLine(err, 'a.json', 'already written from', join('x', 'a.cable'));
      assert.deepEqual(files(join(path, 'out')), ['a.json', 'b.json']);
      assert.match(read(join(path, 'out', 'a.json')), /140915Z APR 09/);
    });
    it('never writes over a file that it reads, not even by another name', () => {
      const path = folder({ 'a.md': clean, 'in/b.cable': clean, 'out/x': '' });
      linkSync(join(path, 'in/b.cable'), join(path, 'out/b.md'));
      for (const [input, out] of [
        ['a.md', '.'],
        ['in', 'out'],
      ] as const) {
        const { code, err } = run(['export', '--to', 'markdown', '--out', join(path, out), join(path, input)]);
        // `a.md` becomes `a.md.md`, which is another file.
        assert.equal(code, out === '.' ? 0 : 2);
        if (out !== '.') assertOneLine(err, 'b.md', 'not overwritten');
      }
      assert.equal(read(join(path, 'a.md')), clean);
      assert.equal(read(join(path, 'out/b.md')), clean);
    });
    it('never leaves the folder by a link', () => {
      const path = folder({ 'in/sub/a.cable': clean, 'in/b.cable': clean, 'elsewhere/x': 'x' });
      const out = join(path, 'out');
      mkdirSync(out);
      symlinkSync(join(path, 'elsewhere'), join(out, 'sub'));
      writeFileSync(join(path, 'victim'), 'v');
      symlinkSync(join(path, 'victim'), join(out, 'b.xml'));
      const { code, err } = run(['export', '--to', 'tei', '--out', out, join(path, 'in')]);
      assert.equal(code, 2);
      assertOneLine(err, join('sub', 'a.xml'), 'outside the folder');
      assert.deepEqual(files(join(path, 'elsewhere')), ['x']);
      // A link in the place of the file itself gives way to the file.
      assert.equal(read(join(path, 'victim')), 'v');
      assert.match(read(join(out, 'b.xml')), /<TEI /);
    });
    it('leaves nothing half done', () => {
      const path = folder({ 'in/a.cable': clean, 'out/a.md/x': 'a folder of that name' });
      const { code, err } = run(['export', '--to', 'markdown', '--out', join(path, 'out'), join(path, 'in')]);
      assert.equal(code, 2);
      assert.equal(linesOf(err).length, 1);
      assert.deepEqual(files(join(path, 'out')), ['a.md/x']);
    });
    it('does the others where one cannot be read', () => {
      const path = folder({ 'a.cable': clean });
      const { code, err } = run([
        'export',
        '--to',
        'html',
        '--out',
        join(path, 'out'),
        join(path, 'gone.cable'),
        join(path, 'a.cable'),
      ]);
      assert.equal(code, 2);
      assertOneLine(err, 'gone.cable', 'no such file');
      assert.ok(existsSync(join(path, 'out/a.html')));
    });
  });

  it('asks for a form, and knows four', () => {
    assertOneLine(run(['export', '-']).err, '--to');
    const { code, err } = run(['export', '--to', 'docx', '-']);
    assert.equal(code, 2);
    assertOneLine(err, 'docx', 'markdown, html, tei, json');
  });
  it('goes by the glossary of the folder', () => {
    const path = folder({
      'a.cable': clean.replace('The ferry waited', 'The QZRX waited'),
      'cable-glossary.json': '{"QZRX":"Quiet Zone of the River"}',
    });
    assert.match(
      run(['export', '--to', 'html', 'a.cable'], { cwd: path }).out,
      /<abbr title="Quiet Zone of the River">QZRX<\/abbr>/,
    );
  });
});
