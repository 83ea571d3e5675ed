import assert from 'node:assert/strict';
import { execFileSync, spawnSync } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { root } from './support';

const BUNDLE = 'cable.code.js';

describe('what was compiled of a bundle', () => {
  let dir: string;
  let kept: string;
  let many: string;
  const version = (): string =>
    execFileSync(process.execPath, [join(dir, 'dist', 'cable.js'), '--version'], { encoding: 'utf8' });
  const file = (): string => {
    const names = readdirSync(kept).filter((name) => name.startsWith(BUNDLE));
    assert.equal(names.length, 1);
    return join(kept, names[0]!);
  };
  before(() => {
    dir = mkdtempSync(join(tmpdir(), 'cable-compiled-'));
    cpSync(join(root, 'package.json'), join(dir, 'package.json'));
    const programs = readdirSync(join(root, 'dist')).filter((name) => name.endsWith('.js'));
    for (const name of [...programs, 'data'])
      cpSync(join(root, 'dist', name), join(dir, 'dist', name), { recursive: true });
    kept = join(dir, 'dist', 'compiled');
    // So many that threads are started.
    many = join(dir, 'many');
    const sample = readFileSync(join(root, 'samples', 'broken-headers.cable'));
    mkdirSync(many);
    for (let i = 0; i < 120; i++) writeFileSync(join(many, `${i}.cable`), sample);
  });
  after(() => rmSync(dir, { recursive: true, force: true }));

  it('is kept at the first start, and fits at the second', () => {
    const said = version();
    const before = statSync(file()).mtimeMs;
    assert.equal(version(), said);
    assert.equal(statSync(file()).mtimeMs, before);
  });
  // V8 refuses what was compiled under other flags, and says nothing: it would be made again at each start.
  for (const args of [['check', '--jobs', '1'], ['check', '--jobs', '2'], ['outline'], ['graph', '--format', 'json']])
    it(`fits whatever ${args.join(' ')} does in between`, () => {
      const work = (): unknown =>
        spawnSync(process.execPath, [join(dir, 'dist', 'cable.js'), ...args, many], { encoding: 'utf8' }).stdout;
      rmSync(kept, { recursive: true, force: true });
      const said = work();
      assert.ok(said);
      const before = statSync(file()).mtimeMs;
      assert.equal(work(), said);
      assert.equal(statSync(file()).mtimeMs, before);
    });
  it('is made again where it is damaged', () => {
    const said = version();
    const right = readFileSync(file());
    for (const wrong of [right.subarray(0, 1000), Buffer.from(right).fill(7, 5000, 6000), Buffer.alloc(0)]) {
      writeFileSync(file(), wrong);
      assert.equal(version(), said);
      assert.ok(!readFileSync(file()).equals(wrong));
    }
  });
  it('is not taken for that of another bundle of the same length', () => {
    const code = join(dir, 'dist', BUNDLE);
    const text = readFileSync(code, 'utf8');
    version();
    writeFileSync(code, text.replaceAll('--version', '--vorsion'));
    assert.match(
      execFileSync(process.execPath, [join(dir, 'dist', 'cable.js'), '--vorsion'], { encoding: 'utf8' }),
      /^\d/,
    );
    writeFileSync(code, text);
  });
  it('is not needed: where it cannot be kept, the command does the same', () => {
    const said = version();
    rmSync(kept, { recursive: true });
    writeFileSync(kept, 'in its place');
    assert.equal(version(), said);
    assert.equal(readFileSync(kept, 'utf8'), 'in its place');
  });
});
