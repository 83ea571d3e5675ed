/**
 * Whatever a file is, and whatever happens to the disk: one clear line, and the rest of the work is done. `FAULTS` counts what was
 * survived, for docs/reliability.md.
 */
import assert from 'node:assert/strict';
import { type ChildProcess, execFileSync, spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import {
  chmodSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  truncateSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { text as readAll } from 'node:stream/consumers';
import { assertOneLine, cable, clean, folder, linesOf, many, type Run, run, withError } from './support';

const COMMANDS: readonly (readonly string[])[] = [
  ['check'],
  ['check', '--fix'],
  ['json'],
  ['outline'],
  ['format'],
  ['format', '--check'],
  ['export', '--to', 'markdown'],
  ['graph'],
];
const GOOD = 'good.cable';
const utf16 = (text: string, bigEndian = false): Buffer => {
  const bytes = Buffer.from(text, 'utf16le');
  return bigEndian ? bytes.swap16() : bytes;
};
const marked = (text: string, bigEndian = false): Buffer => utf16(`\ufeff${text}`, bigEndian);
/** With letters that each encoding writes in its own way. */
const foreign = clean.replace('OAKES', 'ÖAKÉS');
const isWindows = process.platform === 'win32';

describe('cable: files that are no text', () => {
  const cwd = folder({
    [GOOD]: clean,
    'binary.cable': Buffer.from(Array.from({ length: 4096 }, (_, at) => (at * 31) % 256)),
    'unmarked-le.cable': utf16(clean),
    'unmarked-be.cable': utf16(clean, true),
    'folder.cable/inner.cable': clean,
  });
  // Two gigabytes that take no room on the disk; they begin as a cable does.
  writeFileSync(join(cwd, 'huge.cable'), clean.repeat(200));
  truncateSync(join(cwd, 'huge.cable'), 2 * 1024 ** 3);
  const faults: readonly (readonly [what: string, name: string, words: string])[] = [
    ['gone', 'gone.cable', 'no such file or folder'],
    ['binary', 'binary.cable', 'binary file'],
    ['UTF-16 without a mark, low byte first', 'unmarked-le.cable', 'binary file'],
    ['UTF-16 without a mark, high byte first', 'unmarked-be.cable', 'binary file'],
    ['of two gigabytes', 'huge.cable', ''],
    ['below a file', `${GOOD}/below`, 'no such file or folder'],
  ];
  for (const command of COMMANDS)
    it(`${command.join(' ')}: one line for each, and the others are done`, () => {
      const alone = run([...command, GOOD], { cwd });
      assert.equal(alone.err, '');
      const { code, out, err } = run([...command, ...faults.map(([, name]) => name), GOOD], { cwd });
      assert.equal(code, 2);
      const lines = linesOf(err);
      assert.equal(lines.length, faults.length, err);
      for (const [at, [what, name, words]] of faults.entries()) {
        assert.ok(lines[at]!.startsWith(`cable: ${name}: `), `${what}: ${lines[at]}`);
        assert.ok(lines[at]!.includes(words), `${what}: ${lines[at]}`);
      }
      // The outlines of several files have their names before them.
      if (command[0] === 'outline') assert.ok(out.endsWith(alone.out) && alone.out);
      else if (command[0] !== 'graph') assert.equal(out, alone.out);
    }).timeout(60_000);

  it('a folder with the name of a cable is a folder', () => {
    for (const command of COMMANDS) {
      const { err } = run([...command, 'folder.cable'], { cwd });
      assert.equal(err, '', command.join(' '));
    }
  });
});

describe('cable: files in other encodings', () => {
  const written = {
    'utf-16le.cable': marked(foreign),
    'utf-16be.cable': marked(foreign, true),
    'latin-1.cable': Buffer.from(foreign, 'latin1'),
    'marked.cable': Buffer.from(`\ufeff${foreign}`),
    'plain.cable': Buffer.from(foreign),
  };
  const cwd = folder(written);
  for (const command of COMMANDS.filter((each) => !each.includes('--fix')))
    it(`${command.join(' ')}: as if they were in UTF-8`, () => {
      const told = Object.keys(written).map((name) => {
        const { code, out, err } = run([...command, name], { cwd });
        assert.equal(err, '', name);
        return { code, out: out.replaceAll(name, 'NAME') };
      });
      for (const each of told) assert.deepEqual(each, told.at(-1));
    }).timeout(60_000);
});

describe('cable: a pipe with the name of a cable', () => {
  const cwd = folder({ 'some/a.cable': withError });
  before(function () {
    if (isWindows) this.skip();
    execFileSync('mkfifo', [join(cwd, 'some', 'pipe.cable')]);
  });

  for (const command of COMMANDS)
    it(`${command.join(' ')}: in a folder it is passed over, and nothing waits for it`, () => {
      const { status, signal, stdout, stderr } = spawnSync(process.execPath, [cable, ...command, 'some'], {
        cwd,
        timeout: 60_000,
      });
      assert.equal(signal, null);
      assert.notEqual(status, 2);
      assert.equal(stderr.toString(), '');
      if (command[0] === 'json') assert.equal(linesOf(stdout.toString()).length, 1);
    }).timeout(90_000);

  it('named, it is read to its end', async () => {
    const child = spawn(process.execPath, [cable, 'json', 'some/pipe.cable'], { cwd });
    const out = readAll(child.stdout);
    writeFileSync(join(cwd, 'some', 'pipe.cable'), clean);
    assert.equal((await once(child, 'close'))[0], 0);
    assert.equal(linesOf(await out).length, 1);
  }).timeout(60_000);
});

describe('cable: a disk that is full', () => {
  const files = many(70);
  const cwd = folder(files);
  const long = new Date('2020-01-02T03:04:05.678Z');
  before(function () {
    if (isWindows) this.skip();
    for (const name of Object.keys(files)) utimesSync(join(cwd, name), long, long);
  });
  /** No file may grow beyond `blocks` of 512 or 1,024 bytes, as the shell counts. */
  const limited = (blocks: number, ...args: string[]): Run => {
    const script = `ulimit -f ${blocks}; exec "$0" "$@"`;
    const { status, stdout, stderr } = spawnSync('sh', ['-c', script, process.execPath, cable, ...args], { cwd });
    return { code: status, out: stdout.toString(), err: stderr.toString() };
  };

  it('costs only the cache of findings', () => {
    const expected = run(['check', '.'], { cwd });
    const { code, out, err } = limited(1, 'check', '--cache=cache.json', '.');
    assert.deepEqual({ code, out }, { code: expected.code, out: expected.out });
    assertOneLine(err, 'the cache was not written');
    assert.deepEqual(readdirSync(cwd).sort(), Object.keys(files).sort(), 'nothing half written stays');
  }).timeout(60_000);

  it('leaves the cache that was there', () => {
    run(['check', '--cache=cache.json', '001.cable'], { cwd });
    const before = readFileSync(join(cwd, 'cache.json'));
    assertOneLine(limited(1, 'check', '--cache=cache.json', '.').err, 'the cache was not written');
    assert.deepEqual(readFileSync(join(cwd, 'cache.json')), before);
  }).timeout(60_000);

  it('leaves a cable as it was that cannot be mended, formatted or exported', () => {
    // Long enough for the limit, and with something to mend and to fold.
    const text = `${clean.replace('TAGS: SENV', 'TAGE: SENV')}\n${'9. WORDS AND WORDS OF A PARAGRAPH THAT GOES ON   \n'.repeat(400)}`;
    const place = folder({ 'a.cable': text });
    for (const args of [
      ['check', '--fix', 'a.cable'],
      ['format', '--write', '--width', '40', 'a.cable'],
      ['export', '--to', 'html', '--out', 'out', 'a.cable'],
    ]) {
      const script = `ulimit -f 4; exec "$0" "$@"`;
      const { status, stderr } = spawnSync('sh', ['-c', script, process.execPath, cable, ...args], { cwd: place });
      assert.equal(status, 2, args.join(' '));
      assertOneLine(stderr.toString(), 'a.');
      assert.equal(readFileSync(join(place, 'a.cable'), 'utf8'), text);
      assert.deepEqual(
        readdirSync(place).filter((name) => name !== 'out'),
        ['a.cable'],
      );
      if (existsSync(join(place, 'out'))) assert.deepEqual(readdirSync(join(place, 'out')), []);
    }
  }).timeout(60_000);
});

describe('cable: a cache that has no place', () => {
  const cwd = folder({ 'a.cable': withError, file: 'not a folder' });
  const long = new Date('2020-01-02T03:04:05.678Z');
  utimesSync(join(cwd, 'a.cable'), long, long);
  const expected = run(['check', 'a.cable'], { cwd });

  it('where a file stands for the folder: one note', () => {
    const { code, out, err } = run(['check', 'a.cable', '--cache'], {
      cwd,
      env: { XDG_CACHE_HOME: join(cwd, 'file') },
    });
    assert.deepEqual({ code, out }, { code: expected.code, out: expected.out });
    assertOneLine(err, 'the cache was not written');
  });
  it('where a folder stands for the file: a slip, told before anything is done', () => {
    mkdirSync(join(cwd, 'cache.json'));
    const { code, out, err } = run(['check', 'a.cable', '--cache=cache.json'], { cwd });
    assert.deepEqual({ code, out }, { code: 2, out: '' });
    assertOneLine(err, 'cache.json');
    assert.deepEqual(readdirSync(cwd).sort(), ['a.cable', 'cache.json', 'file']);
  });
  it('where nobody may write: one note', function () {
    // Root may write everywhere: there, the command runs as a user who may not, if that user may read the command.
    const other = process.getuid?.() === 0 ? { uid: 65_534, gid: 65_534 } : {};
    const shut = folder({ 'a.cable': withError, 'caches/x': '' });
    utimesSync(join(shut, 'a.cable'), long, long);
    chmodSync(shut, 0o755);
    chmodSync(join(shut, 'caches'), 0o555);
    const as = (...args: string[]) =>
      spawnSync(process.execPath, [cable, ...args], {
        cwd: shut,
        env: { ...process.env, XDG_CACHE_HOME: join(shut, 'caches') },
        ...other,
      });
    try {
      if (isWindows || as('--version').status !== 0) this.skip();
      for (const place of ['--cache', '--cache=caches/cache.json']) {
        const { status, stdout, stderr } = as('check', 'a.cable', place);
        assert.deepEqual({ code: status, out: stdout.toString() }, { code: expected.code, out: expected.out });
        assertOneLine(stderr.toString(), 'the cache was not written');
      }
    } finally {
      // What nobody may write, nobody but root may delete.
      chmodSync(join(shut, 'caches'), 0o755);
    }
  });
});

describe('cable: many at once on one folder', () => {
  it('all say the same, and the cache is that of one of them', async () => {
    const files = many(40);
    const cwd = folder(files);
    const long = new Date('2020-01-02T03:04:05.678Z');
    for (const name of Object.keys(files)) utimesSync(join(cwd, name), long, long);
    const expected = run(['check', '.'], { cwd });
    const ended = async (child: ChildProcess): Promise<Run> => {
      const [out, err] = [readAll(child.stdout!), readAll(child.stderr!)];
      const [code] = (await once(child, 'close')) as [number];
      return { code, out: await out, err: await err };
    };
    const all = await Promise.all(
      Array.from({ length: 4 }, () =>
        ended(spawn(process.execPath, [cable, 'check', '--cache=cache.json', '.'], { cwd })),
      ),
    );
    for (const each of all) assert.deepEqual(each, expected);
    assert.deepEqual(
      readdirSync(cwd).filter((name) => name.endsWith('.tmp')),
      [],
    );
    assert.equal(JSON.parse(readFileSync(join(cwd, 'cache.json'), 'utf8')).entries.length, 40);
    assert.deepEqual(run(['check', '--cache=cache.json', '.'], { cwd }), expected);
  }).timeout(90_000);
});
