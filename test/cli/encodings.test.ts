import assert from 'node:assert/strict';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { clean, folder, jsonLines, linesOf, root, run, understood } from './support';

describe('cable: empty files', () => {
  const cwd = folder({ 'empty.cable': '', 'mark.cable': '\uFEFF', 'blank.cable': ' \n\n\t\n' });
  for (const name of ['empty.cable', 'mark.cable', 'blank.cable'])
    it(`${name} is a fragment without diagnostics`, () => {
      assert.deepEqual(run(['check', name], { cwd }), { code: 0, out: '', err: '' });
      const { layout, subject, to, problems } = understood(name, cwd);
      assert.deepEqual({ layout, subject, to }, { layout: 'fragment', subject: null, to: [] });
      assert.deepEqual(problems, { error: 0, warning: 0, information: 0, hint: 0 });
    });
  it('standard input without a byte too', () => {
    assert.deepEqual(run(['check', '-'], { input: '' }), { code: 0, out: '', err: '' });
    assert.equal(jsonLines(run(['json', '-'], { input: '' }).out)[0].layout, 'fragment');
  });
});

describe('cable: encodings', () => {
  const text = clean.replace('FERRY', 'FERRY OF “ÅLAND” – 5 £').replace('last passenger', 'last passengér');
  const little = (of: string) => Buffer.from(`\uFEFF${of}`, 'utf16le');
  const windows1252: Record<string, number> = { '“': 0x93, '”': 0x94, '–': 0x96 };
  const cwd = folder({
    'utf-8': text,
    'utf-8-with-mark': `\uFEFF${text}`,
    'utf-16-little-endian': little(text),
    'utf-16-big-endian': little(text).swap16(),
    'windows-1252': Buffer.from(Array.from(text, (char) => windows1252[char] ?? char.charCodeAt(0))),
  });
  for (const name of ['utf-8', 'utf-8-with-mark', 'utf-16-little-endian', 'utf-16-big-endian', 'windows-1252'])
    it(`${name}: the same cable`, () => {
      const found = understood(name, cwd);
      assert.equal(found.subject, 'THE FERRY OF “ÅLAND” – 5 £ THAT WAITED');
      assert.deepEqual(found, understood('utf-8', cwd));
    });

  it('the byte-order mark is no part of the first line: columns do not move', () => {
    const wrong = clean.replace('140915Z', '310915Z');
    const places = [wrong, `\uFEFF${wrong}`, little(wrong)].map((input) => run(['check'], { input }).out);
    assert.match(places[0]!, /^-:1:3: /);
    assert.deepEqual(new Set(places).size, 1);
  });

  it('Latin-1 is told by one byte far into the file', () => {
    const long = `${clean}\n${'3. The ferry waited.\n\n'.repeat(5000)}4. Adi\xf3s.\n`;
    const [{ sections }] = jsonLines(run(['json'], { input: Buffer.from(long, 'latin1') }).out);
    assert.ok(JSON.stringify(sections).includes('Adiós.'));
  });

  const padded = (at: number) => Buffer.from(`${clean.padEnd(at)}\0`);
  const marked: [string, Buffer, number][] = [
    ['NUL as the last of the first 8 KB: binary', padded(8191), 2],
    ['NUL right after the first 8 KB: text', padded(8192), 0],
    ['NUL after a byte-order mark: text', Buffer.from(`\uFEFF${clean}\0`), 0],
    ['UTF-16 without a byte-order mark: binary', Buffer.from(clean, 'utf16le'), 2],
    ['UTF-16 that ends within a character: text', little(clean).subarray(0, -1), 0],
  ];
  for (const [what, input, code] of marked)
    it(what, () => {
      writeFileSync(join(cwd, 'marked'), input);
      for (const path of ['-', 'marked']) assert.equal(run(['json', path], { cwd, input }).code, code, path);
    });
});

describe('cable: line ends', () => {
  const cwd = folder({
    lf: clean,
    'cr-lf': clean.replaceAll('\n', '\r\n'),
    cr: clean.replaceAll('\n', '\r'),
    mixed: clean.replace(/\n/g, (_, at: number) => ['\n', '\r\n'][at % 2]!),
  });
  for (const name of ['cr-lf', 'cr', 'mixed'])
    it(`${name}: the same cable, line by line`, () => assert.deepEqual(understood(name, cwd), understood('lf', cwd)));

  it('diagnostics stand in the same place', () => {
    const wrong = clean.replace('140915Z', '310915Z').replace('WASHDC', 'WASHDC IMEDIATE');
    const expected = run(['check'], { input: wrong }).out;
    assert.equal(linesOf(expected).length, 2);
    for (const end of ['\r\n', '\r'])
      assert.equal(run(['check'], { input: wrong.replaceAll('\n', end) }).out, expected);
  });
});

describe('cable: 50 MB', () => {
  const paragraph = '3. The ferry waited for the last passenger, and the last passenger did not come.\n\n';
  const sample = readFileSync(join(root, 'samples/06LUSAKA412.cable'), 'utf8');
  const shapes: [string, string][] = [
    ['one long cable', clean + paragraph.repeat((50 * 1024 ** 2) / paragraph.length)],
    ['one cable after another', sample.repeat((50 * 1024 ** 2) / sample.length)],
    ['one line', clean.slice(0, -1) + 'A1 '.repeat((50 * 1024 ** 2) / 3)],
    ['nothing but blanks', ' '.repeat(50 * 1024 ** 2)],
  ];
  const cwd = folder();
  for (const [what, text] of shapes)
    it(`${what}: checked without complaint`, () => {
      writeFileSync(join(cwd, 'large.cable'), text);
      const { code, out, err } = run(['check', 'large.cable', '--format', 'json'], { cwd });
      assert.equal(err, '');
      assert.ok(code === 0 || code === 1);
      assert.equal(JSON.parse(out).files, 1);
    }).timeout(60_000);
});
