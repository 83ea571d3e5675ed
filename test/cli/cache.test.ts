import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, statSync, utimesSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import {
  assertOneLine,
  clean,
  ERROR,
  folder,
  type Json,
  linesOf,
  many,
  type Run,
  run,
  WARNING,
  withError,
  withWarning,
} from './support';

const CACHE = 'cache.json';
const LONG_AGO = new Date('2020-01-02T03:04:05.678Z');
const POISON = 'The cache says so.';
const FLIPS = 16;

/** A folder of cables that were written long ago: one just written is not kept. */
function settled(files: Record<string, string>): string {
  const cwd = folder(files);
  for (const name of Object.keys(files)) utimesSync(join(cwd, name), LONG_AGO, LONG_AGO);
  return cwd;
}
const put = (cwd: string, name: string, text: string): void => {
  writeFileSync(join(cwd, name), text);
  utimesSync(join(cwd, name), LONG_AGO, LONG_AGO);
};
const check = (cwd: string, ...args: string[]): Run => run(['check', `--cache=${CACHE}`, ...args, '.'], { cwd });
const read = (cwd: string, cache = CACHE): Json => JSON.parse(readFileSync(join(cwd, cache), 'utf8'));
const change = (cwd: string, edit: (value: Json) => void, cache = CACHE): void => {
  const value = read(cwd, cache);
  edit(value);
  const entries = JSON.stringify(value.entries);
  // As the program writes it: a cache with another sum is none.
  const sum = createHash('sha256').update(entries).digest('hex').slice(0, 16);
  writeFileSync(join(cwd, cache), `{"build":"${value.build}","sum":"${sum}","entries":${entries}}`);
};
/** What is served from the cache says this from now on. */
const poison = (cwd: string, cache = CACHE): void =>
  change(
    cwd,
    ({ entries }) => {
      for (const [, { result }] of entries) for (const row of result?.rows ?? []) row.message = POISON;
    },
    cache,
  );
const served = ({ out }: Run): number => linesOf(out).filter((line) => line.includes(POISON)).length;

describe('cable check --cache', () => {
  it('gives the same output the second time, in every format, and from what is kept', () => {
    const cwd = settled({ ...many(70), 'notes.txt': 'Buy stamps.\n', 'kept.txt': withError });
    for (const args of [[], ['--format', 'sarif'], ['--statistics']]) {
      const plain = run(['check', ...args, '.'], { cwd });
      const [first, second] = [check(cwd, ...args), check(cwd, ...args)];
      assert.deepEqual([first, second], [plain, plain], args.join(' '));
    }
    poison(cwd);
    const { code, out } = check(cwd);
    assert.equal(code, 1);
    assert.equal(linesOf(out).length, served({ out } as Run));
    assert.equal(read(cwd).entries.length, 72);
  });
  it('puts what is known and what is new in their places', () => {
    const cwd = settled(many(70));
    check(cwd);
    for (const name of ['001.cable', '035.cable', '068.cable']) put(cwd, name, withError);
    poison(cwd);
    const result = check(cwd);
    assert.deepEqual(
      linesOf(result.out).map((line) => line.split(':')[0]),
      linesOf(run(['check', '.'], { cwd }).out).map((line) => line.split(':')[0]),
    );
    assert.equal(served(result), linesOf(result.out).length - 3);
  });

  const one = settled({ 'a.cable': withError, 'b.cable': withWarning });
  const again = (what: string, edit: () => void, left: number, ...args: string[]): Mocha.Test =>
    it(`checks again after a change of ${what}`, () => {
      put(one, 'a.cable', withError);
      put(one, 'b.cable', withWarning);
      writeFileSync(join(one, '.cablerc.json'), '{}');
      check(one);
      poison(one);
      edit();
      const result = check(one, ...args);
      assert.equal(served(result), left);
      assert.equal(result.out.includes(POISON), left > 0);
    });
  again('a file', () => put(one, 'a.cable', `${withError}\n`), 1);
  again('a file that keeps its size and its time', () => put(one, 'a.cable', withError.replace('OAKES', 'ASHES')), 1);
  again(
    'the configuration',
    () => writeFileSync(join(one, '.cablerc.json'), `{ "rules": { "${WARNING}": "error" } }`),
    0,
  );
  again(
    'what is overridden for a file',
    () =>
      writeFileSync(
        join(one, '.cablerc.json'),
        `{ "overrides": [{ "files": "a.*", "rules": { "${ERROR}": "warning" } }] }`,
      ),
    1,
  );
  again(
    'what is silenced',
    () => writeFileSync(join(one, '.cablerc.json'), `{ "silence": [{ "file": "a.cable", "rule": "${ERROR}" }] }`),
    1,
  );
  again('--rule', () => {}, 0, '--rule', `${WARNING}=error`);
  again('--no-config, where the configuration said something', () => {}, 2, '--no-config');
  again('the program', () => change(one, (value) => (value.build = `${value.build}0`)), 0);
  again('what is printed, where fixes are', () => {}, 0, '--format', 'sarif');

  it('a configuration that says the same in other words changes nothing', () => {
    check(one);
    poison(one);
    writeFileSync(join(one, '.cablerc.json'), '// As it is.\n{ "rules": {} }');
    assert.equal(served(check(one)), 2);
  });
  it('an idle silence is told every time, as the call names the file', () => {
    writeFileSync(join(one, '.cablerc.json'), `{ "silence": [{ "file": "a.cable", "rule": "${WARNING}" }] }`);
    for (const name of ['a.cable', './a.cable', 'a.cable'])
      assertOneLine(run(['check', `--cache=${CACHE}`, name], { cwd: one }).err, `cable: ${name}: `, WARNING);
    writeFileSync(join(one, '.cablerc.json'), '{}');
  });
  it('a file that was written a moment ago is not kept', () => {
    const cwd = folder({ 'a.cable': withError });
    const now = new Date(Date.now() + 60_000);
    utimesSync(join(cwd, 'a.cable'), now, now);
    check(cwd);
    assert.ok(!existsSync(join(cwd, CACHE)) || read(cwd).entries.length === 0);
  });
  it('a file that cannot be read, is binary or gone is told every time', () => {
    const cwd = settled({ 'a.cable': withError, 'binary.cable': '\0' });
    const results = [1, 2].map(() => run(['check', `--cache=${CACHE}`, '.', 'gone.cable'], { cwd }));
    assert.deepEqual(results[1], results[0]);
    assert.equal(linesOf(results[0]!.err).length, 2);
  });
  it('what time alone changes is not kept: header/dtg-future', () => {
    const year = String((new Date().getFullYear() + 1) % 100).padStart(2, '0');
    const cwd = settled({ 'a.cable': clean.replace('APR 09', `APR ${year}`), 'b.cable': withError });
    assert.match(check(cwd).out, /header\/dtg-future/);
    assert.deepEqual(
      read(cwd).entries.map(([name]: [string]) => name.split('/').at(-1)),
      ['b.cable'],
    );
    poison(cwd);
    const { out } = check(cwd);
    assert.equal(served({ out } as Run), 1);
    assert.match(out, /header\/dtg-future/);
  });

  describe('and --fix', () => {
    const wrong = clean.replace('TAGS: SENV', 'TAGE: SENV');
    it('mends what the cache knows to be mendable, and forgets what it knew', () => {
      const cwd = settled({ 'a.cable': wrong, 'b.cable': withError, 'good.cable': clean });
      check(cwd);
      poison(cwd);
      const result = check(cwd, '--fix');
      assert.equal(readFileSync(join(cwd, 'a.cable'), 'utf8'), clean);
      assert.equal(served(result), 1);
      assert.doesNotMatch(result.out, /label-spelling/);
      assert.doesNotMatch(check(cwd).out, /label-spelling/);
      assert.equal(readFileSync(join(cwd, 'good.cable'), 'utf8'), clean);
    });
    it('at once: nothing that was mended is reported later', () => {
      const cwd = settled({ 'a.cable': wrong });
      for (let at = 0; at < 3; at++) assert.equal(check(cwd, '--fix').out, '');
    });
  });

  describe('in its place', () => {
    it('is where the system keeps caches, one for each folder of calls', () => {
      const cwd = settled({ 'one/a.cable': withError, 'two/a.cable': clean });
      const env = { XDG_CACHE_HOME: join(cwd, 'caches') };
      const call = (name: string) => run(['check', 'a.cable', '--cache'], { cwd: join(cwd, name), env });
      for (let at = 0; at < 2; at++) assert.deepEqual([call('one').code, call('two').code], [1, 0]);
      const files = readdirSync(join(cwd, 'caches/cable'));
      assert.equal(files.length, 2);
      for (const name of files) poison(join(cwd, 'caches/cable'), name);
      assert.equal(served(call('one')), 1);
      assert.equal(call('two').out, '');
    });
    it('may be one file for two folders that share names', () => {
      const cwd = settled({ 'one/a.cable': withError, 'two/a.cable': withWarning });
      const call = (name: string) => run(['check', '--cache=../both.json', 'a.cable'], { cwd: join(cwd, name) });
      const first = [call('one').out, call('two').out];
      assert.deepEqual([call('one').out, call('two').out], first);
      assert.equal(read(cwd, 'both.json').entries.length, 2);
      poison(cwd, 'both.json');
      assert.deepEqual([served(call('one')), served(call('two'))], [1, 1]);
    });
    it('is made with its folders, and leaves nothing else behind', () => {
      const cwd = settled({ 'a.cable': withError });
      run(['check', '--cache=deep/er/cache.json', '.'], { cwd });
      assert.deepEqual(readdirSync(join(cwd, 'deep/er')), ['cache.json']);
    });
    it('is not written again when nothing has changed', () => {
      const cwd = settled({ 'a.cable': withError });
      check(cwd);
      const { mtimeMs, ino } = statSync(join(cwd, CACHE));
      check(cwd);
      assert.deepEqual([statSync(join(cwd, CACHE)).mtimeMs, statSync(join(cwd, CACHE)).ino], [mtimeMs, ino]);
    });
  });

  describe('that is damaged', () => {
    const cwd = settled({ 'a.cable': withError });
    const expected = run(['check', '.'], { cwd });
    const ours = () => {
      check(cwd);
      return readFileSync(join(cwd, CACHE), 'utf8');
    };
    const damages: [string, (text: string) => string][] = [
      ['cut off', (text) => text.slice(0, text.length >> 1)],
      ['of another build', (text) => text.replace(/"build":"\w+"/, '"build":"0"')],
      ['without entries', (text) => `${text.slice(0, text.indexOf(',"entries"'))}}`],
      ['with entries of another shape', (text) => `${text.slice(0, text.indexOf(',"entries"'))},"entries":[3,null]}`],
      ['empty', () => ''],
    ];
    for (const [what, damage] of damages)
      it(`${what}: ignored, and written anew`, () => {
        writeFileSync(join(cwd, CACHE), '');
        const text = ours();
        writeFileSync(join(cwd, CACHE), damage(text));
        assert.deepEqual(check(cwd), expected);
        poison(cwd);
        assert.equal(served(check(cwd)), 1);
      });
    it('by a bit, wherever it is: never believed', () => {
      writeFileSync(join(cwd, CACHE), '');
      const bytes = Buffer.from(ours());
      for (let at = 0; at < FLIPS; at++) {
        const damaged = Buffer.from(bytes);
        const place = Math.floor((at / FLIPS) * bytes.length);
        damaged[place]! ^= 1 << (at % 8);
        writeFileSync(join(cwd, CACHE), damaged);
        assert.deepEqual({ ...check(cwd), err: '' }, expected, `bit ${at % 8} of byte ${place}`);
        // A first bit that is lost makes it a file of somebody else.
        if (place > 9) assert.deepEqual(readFileSync(join(cwd, CACHE)), bytes, `bit ${at % 8} of byte ${place}`);
      }
    }).timeout(60_000);
    for (const [what, text] of [
      ['JSON', '{"name":"mine"}'],
      ['a list', '[]'],
      ['a text', 'Buy stamps.\n'],
      ['null', 'null'],
    ] as const)
      it(`or is something else (${what}): one note, and left as it is`, () => {
        writeFileSync(join(cwd, CACHE), text);
        const { code, out, err } = check(cwd);
        assert.deepEqual([code, out], [expected.code, expected.out]);
        assertOneLine(err, `${CACHE}: not a cache`);
        assert.equal(readFileSync(join(cwd, CACHE), 'utf8'), text);
      });
    for (const name of ['a.cable', 'in', 'notes.txt'])
      it(`--cache ${name} is a slip: one line, exit code 2, and nothing is written`, () => {
        mkdirSync(join(cwd, 'in'), { recursive: true });
        const { code, out, err } = run(['check', '--cache', name], { cwd });
        assert.deepEqual([code, out], [2, '']);
        assertOneLine(err, name, '--cache=FILE');
        assert.equal(readFileSync(join(cwd, 'a.cable'), 'utf8'), withError);
      });
    it('where it cannot be written: one note, no failure', () => {
      const { code, out, err } = run(['check', '--cache=a.cable/cache.json', 'a.cable'], { cwd });
      assert.deepEqual([code, out], [1, expected.out.replace('./', '')]);
      assertOneLine(err, 'the cache was not written');
    });
  });
});
