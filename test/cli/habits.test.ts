/** What other systems do otherwise: names, line ends, files that may not be written. (Their paths: test/unit/files/paths.test.ts.) */
import assert from 'node:assert/strict';
import { chmodSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { basename, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { assertOneLine, clean, filesOf, folder, type Json, run } from './support';

const wrong = clean.replace('000133', '133');
/** Blanks at the ends of lines, which formatting takes away. */
const loose = clean.replaceAll('\n\n', '  \n\n');
const RULE = /\(header\/serial-padding\)/;
const crlf = (text: string): string => text.replace(/\r\n?|\n/g, '\r\n');
/** A composed and a decomposed é, as Linux and a Mac write it: on some disks one name, on others two. */
const NAMES = [
  'a b.cable',
  '50% #1.cable',
  'd\u00e9p\u00eache.cable',
  'de\u0301pe\u0302che 2.cable',
  '日本.cable',
  "o'brien [1].cable",
];

describe('names of files', () => {
  const cwd = folder(Object.fromEntries(NAMES.map((name) => [`Ordner für Ärzte/${name}`, wrong])));
  const inside = join(cwd, 'Ordner für Ärzte');
  const all = () => readdirSync(inside).sort();

  it('may have blanks, signs and letters of any script', () => {
    const { code, out, err } = run(['check', '.'], { cwd });
    assert.deepEqual([code, err], [0, '']);
    assert.equal(out.match(new RegExp(RULE, 'g'))?.length, NAMES.length);
    for (const name of all()) assert.ok(out.includes(`${join('Ordner für Ärzte', name)}:`), name);
    assert.deepEqual(
      filesOf(run(['json', inside]).out)
        .map((each) => basename(each))
        .sort(),
      all(),
    );
  });
  it('are addresses in SARIF', () => {
    const { runs } = JSON.parse(run(['check', '--format', 'sarif', '.'], { cwd }).out) as Json;
    const { uri: base } = runs[0].originalUriBaseIds.ROOT;
    const found = runs[0].results.map(
      (each: Json) => new URL(each.locations[0].physicalLocation.artifactLocation.uri, base).href,
    );
    assert.deepEqual(
      found.sort(),
      all()
        .map((name) => pathToFileURL(join(inside, name)).href)
        .sort(),
    );
  });
  it('are found by a configuration, one by one', () => {
    // Brackets are part of globs, but of `file` the name itself counts.
    const silence = all().map((file) => ({ file, rule: 'header/serial-padding' }));
    const files = Object.fromEntries(all().map((name) => [name, wrong]));
    const path = folder({ ...files, '.cablerc.json': JSON.stringify({ silence }) });
    assert.deepEqual(run(['check', path]), { code: 0, out: '', err: '' });
  });
  it('stay as they are when files are mended and exported', () => {
    const before = all();
    const out = join(cwd, 'out');
    assert.equal(run(['export', '--to', 'markdown', '--out', out, inside]).code, 0);
    assert.deepEqual(readdirSync(out).sort(), before.map((name) => name.replace(/cable$/, 'md')).sort());
    run(['check', '--fix', inside]);
    assert.deepEqual(all(), before);
    for (const name of before) assert.ok(readFileSync(join(inside, name), 'utf8').includes('000133'), name);
  });
});

describe('line ends of Windows (all that is rewritten: test/unit/rewrite/line-ends.test.ts)', () => {
  it('stay in what is formatted', () => {
    const cwd = folder({ 'lf.cable': loose, 'crlf.cable': crlf(loose) });
    run(['format', '--write', '.'], { cwd });
    const [lf, other] = ['lf', 'crlf'].map((name) => readFileSync(join(cwd, `${name}.cable`), 'utf8'));
    assert.notEqual(lf, loose);
    assert.equal(other, crlf(lf!));
  });
  it('stay in what is mended', () => {
    const cwd = folder({ 'a.cable': crlf(wrong) });
    run(['check', '--fix', 'a.cable'], { cwd });
    assert.equal(readFileSync(join(cwd, 'a.cable'), 'utf8'), crlf(clean));
  });
});

describe('a mark of the encoding, as programs of Windows write it', () => {
  it('is no part of a configuration, nor of a glossary', () => {
    const config = `\uFEFF${JSON.stringify({ rules: { 'header/serial-padding': 'off' } })}`;
    const glossary = `\uFEFF${JSON.stringify({ QZX: 'Quay Zone Exchange' })}`;
    const cwd = folder({ 'a.cable': wrong, '.cablerc.json': config, 'cable-glossary.json': glossary });
    assert.deepEqual(run(['check', 'a.cable'], { cwd }), { code: 0, out: '', err: '' });
    assert.match(run(['explain', 'QZX'], { cwd }).out, /Quay Zone Exchange/);
  });
});

describe('a file that is read-only', () => {
  const files = { 'a.cable': wrong, 'b.cable': wrong };
  const begin = () => {
    const cwd = folder(files);
    chmodSync(join(cwd, 'a.cable'), 0o444);
    return cwd;
  };
  let cwd = '';
  const given = folder();
  before(() => {
    cwd = begin();
  });
  const untouched = (path: string, content: string, ino: bigint): void => {
    assert.equal(readFileSync(path, 'utf8'), content);
    assert.equal(statSync(path, { bigint: true }).ino, ino);
  };
  const inode = (path: string): bigint => statSync(path, { bigint: true }).ino;

  it('is not mended: one line says so, and the others are', () => {
    const path = join(cwd, 'a.cable');
    const ino = inode(path);
    const { code, out, err } = run(['check', '--fix', '.'], { cwd });
    assert.equal(code, 2);
    assertOneLine(err, 'a.cable', 'read-only, not changed');
    assert.match(out, RULE);
    untouched(path, wrong, ino);
    assert.equal(readFileSync(join(cwd, 'b.cable'), 'utf8'), clean);
    assert.deepEqual(readdirSync(cwd).sort(), ['a.cable', 'b.cable']);
  });
  it('is not formatted', () => {
    const path = join(folder({ 'a.cable': loose }), 'a.cable');
    chmodSync(path, 0o444);
    const ino = inode(path);
    const { code, out, err } = run(['format', '--write', path]);
    assert.deepEqual([code, out], [2, '']);
    assertOneLine(err, 'a.cable', 'read-only, not changed');
    untouched(path, loose, ino);
  });
  it('is not written over by an export', () => {
    const out = join(given, 'out');
    run(['export', '--to', 'markdown', '--out', out, join(cwd, 'b.cable')]);
    const path = join(out, 'b.md');
    const content = readFileSync(path, 'utf8');
    chmodSync(path, 0o444);
    const ino = inode(path);
    const { code, err } = run(['export', '--to', 'markdown', '--out', out, join(cwd, 'b.cable')]);
    assert.equal(code, 2);
    assertOneLine(err, 'b.md', 'read-only, not changed');
    untouched(path, content, ino);
  });
});
