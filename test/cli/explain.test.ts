import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { join, sep } from 'node:path';
import { assertOneLine, clean, folder, jsonLines, root, run, validator } from './support';

const cables = {
  'phnom-penh.cable': clean.replaceAll('HELSINKI', 'PHNOM PENH').replace('SENV, FI', 'PREL, CB'),
  'santiago.cable': clean.replaceAll('HELSINKI', 'SANTIAGO').replace('SENV, FI', 'PREL, CI'),
};

describe('cable explain', () => {
  const cwd = folder(cables);
  const names: [string, RegExp][] = [
    ['RGC', /^Royal Government of Cambodia \(RGC, government\)\n/],
    ['PHUM', /^Human Rights/],
    ['G/TIP', /Trafficking in Persons/],
    ['NODIS', /[Dd]istribution/],
    ['RUEHPF', /PHNOM PENH/],
    ['header/joined-class-line', /Severity\*\*: warning/],
    ['goc', /Government of/],
  ];
  for (const [name, expected] of names)
    it(name, () => {
      const { code, out, err } = run(['explain', name], { cwd });
      assert.deepEqual([code, err], [0, '']);
      assert.match(out, expected);
    });

  it('as a cable means it', () => {
    const meant = (file: string) => run(['explain', 'GOC', '--in', file], { cwd }).out.split('\n')[0];
    assert.equal(meant('phnom-penh.cable'), 'Government of Cambodia (GOC, government)');
    assert.equal(meant('santiago.cable'), 'Government of Chile (GOC, government)');
  });

  it('as the nearest glossary has it, in this folder or above', () => {
    const above = folder({ 'cable-glossary.json': '{ "QZX": "Quay Zone Exchange" }', 'in/deep/x.cable': clean });
    assert.match(run(['explain', 'QZX'], { cwd: `${above}/in/deep` }).out, /^Quay Zone Exchange/);
  });

  it('a broken glossary is told in one line, and the rest still works', () => {
    const broken = folder({ 'cable-glossary.json': '{ "QZX": ' });
    const { code, out, err } = run(['explain', 'RGC'], { cwd: broken });
    assert.equal(code, 0);
    assert.match(out, /Cambodia/);
    assertOneLine(err, 'cable-glossary.json');
  });

  const failing: [string[], string][] = [
    [['explain', 'QZXW'], 'QZXW'],
    [['explain', 'RGC', '--in', 'nowhere.cable'], 'nowhere.cable'],
    [['explain'], 'name'],
    [['explain', '\u001b[31mRED'], 'RED'],
  ];
  for (const [args, word] of failing)
    it(`${args.join(' ')}: one line and exit code 2`, () => {
      const { code, out, err } = run(args, { cwd });
      assert.deepEqual([code, out], [2, '']);
      assertOneLine(err, word);
      assert.ok(!err.includes('\u001b'));
    });
});

describe('cable json --glossary', () => {
  const cwd = folder(cables);
  const [json] = jsonLines(run(['json', '--glossary', 'phnom-penh.cable'], { cwd }).out);
  it('keeps to the schema', () => assert.deepEqual(validator('json')(json), []));
  it('lists terms with meaning, count and line', () => {
    const found = json.glossary.find(({ term }: { term: string }) => term === 'PREL');
    assert.equal(found.meaning, 'External Political Relations');
    assert.equal(found.line, 7);
  });
  it('adds nothing where it is not asked for', () =>
    assert.equal(jsonLines(run(['json', 'phnom-penh.cable'], { cwd }).out)[0].glossary, undefined));
});

describe('cable explain RULE', () => {
  it('prints the page of a rule as docs/rules has it', () => {
    const name = 'xref/eo-decl-unclassified';
    const { code, out, err } = run(['explain', name]);
    assert.deepEqual([code, err], [0, '']);
    assert.match(out, new RegExp(`^# ${name}\n`));
    for (const heading of ['## Wrong', '## Right', '## Change or turn off', '.cablerc.json'])
      assert.ok(out.includes(heading), heading);
    assert.equal(out, readFileSync(join(root, 'docs', 'rules', `${name}.md`), 'utf8'));
  });
  it('of each rule that a configuration can name', () => {
    const names = readdirSync(join(root, 'docs', 'rules'), { recursive: true, encoding: 'utf8' })
      .filter((name) => name.includes(sep) && name.endsWith('.md'))
      .map((name) => name.slice(0, -3).replaceAll(sep, '/'));
    assert.ok(names.length > 100);
    // A process a page would take a minute: the first of each group.
    for (const name of new Map(names.map((each) => [each.split('/')[0], each])).values())
      assert.ok(run(['explain', name]).out.startsWith(`# ${name}\n`), name);
  });
});
