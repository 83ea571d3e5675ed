import assert from 'node:assert/strict';
import { mkdirSync, mkdtempSync, rmSync, symlinkSync, utimesSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { look } from '../../../server/src/batch/look';
import { libraryScope } from '../../../server/src/files/library-scope';
import { stampFrom, walkLibrary } from '../../../server/src/files/library-walk';
import { readSmall } from '../../../server/src/files/small';
import type { WalkOptions } from '../../../server/src/library/reader';
import { generate } from '../../support/generate';

describe('going through a folder', () => {
  const root = mkdtempSync(join(tmpdir(), 'cable-walk-'));
  after(() => rmSync(root, { recursive: true }));
  const write = (name: string, text: string): string => {
    mkdirSync(dirname(join(root, name)), { recursive: true });
    writeFileSync(join(root, name), text);
    return join(root, name);
  };
  const names = (more: Partial<WalkOptions> = {}): string[] =>
    [...walkLibrary({ root, from: root, exclude: [], useIgnoreFiles: false, withStamps: false, ...more })]
      .flatMap(({ uris }) => uris)
      .map((uri) => uri.slice(pathToFileURL(root).href.length + 1))
      .sort();

  it('finds what may be a cable, in pieces, as addresses', () => {
    for (let at = 0; at < 1201; at++) write(`many/${at}.cable`, '');
    write('a b/é#1.TXT', '');
    write('a b/2.md', '');
    const listings = [...walkLibrary({ root, from: root, exclude: [], useIgnoreFiles: false, withStamps: true })];
    assert.ok(listings.length >= 3);
    for (const { uris, stamps } of listings) assert.equal(uris.length, stamps.length);
    assert.equal(names().length, 1202);
    assert.equal(names()[0], 'a%20b/%C3%A9%231.TXT');
    assert.deepEqual(names({ from: join(root, 'a b') }), ['a%20b/%C3%A9%231.TXT']);
  });
  it('goes into no link, and tells of what is not there', () => {
    symlinkSync(root, join(root, 'a b', 'loop'));
    symlinkSync('gone', join(root, 'a b', 'gone.cable'));
    const from = join(root, 'a b');
    const [listing] = [...walkLibrary({ root, from, exclude: [], useIgnoreFiles: false, withStamps: false })];
    const { uris, notes } = listing!;
    assert.deepEqual([uris.length, notes], [1, [`${join(root, 'a b', 'gone.cable')}: no such file or folder`]]);
    const nowhere = join(root, 'nowhere');
    const [none] = [...walkLibrary({ root, from: nowhere, exclude: [], useIgnoreFiles: false, withStamps: false })];
    assert.deepEqual(none, { uris: [], stamps: [], notes: [`${nowhere}: no such file or folder`] });
  });
  it('and a single path are judged alike', () => {
    write('in/.gitignore', '*.txt\n!3.txt\nsub/\n');
    const paths = ['in/1.txt', 'in/3.txt', 'in/sub/4.cable', 'in/.x/5.cable', 'in/drafts/6.cable', 'in/7.cable'];
    for (const path of paths) write(path, '');
    const options = { exclude: ['**/drafts/**'], useIgnoreFiles: true };
    const walked = names({ from: join(root, 'in'), ...options });
    assert.deepEqual(walked, ['in/3.txt', 'in/7.cable']);
    const scope = libraryScope(root, options, { read: readSmall });
    assert.deepEqual(
      paths.filter((path) => scope.holds(join(root, path), false)),
      walked,
    );
    assert.ok(scope.holds(root, true) && scope.holds(join(root, 'in'), true));
    assert.ok(!scope.holds(join(root, 'in/sub'), true) && !scope.holds(`${root}2/1.cable`, false));
  });
  it('a file that has just been written is not known by its time', () => {
    assert.equal(stampFrom({ mtimeMs: Date.now(), size: 1 }).modified, -1);
    // Clocks may differ.
    assert.notEqual(stampFrom({ mtimeMs: Date.now() + 60_000, size: 1 }).modified, -1);
    const path = write('in/8.cable', generate(1).text);
    // A whole second: a file's time passes through a floating-point number of them.
    const old = new Date(Math.floor(Date.now() / 1000) * 1000 - 5000);
    utimesSync(path, old, old);
    const { is, stamp, cables } = look(pathToFileURL(path).href);
    assert.deepEqual([is, stamp?.modified, cables.length], ['file', old.getTime(), 1]);
  });
  it('a path at which nothing can be read has no cable', () => {
    const at = (name: string) => look(pathToFileURL(join(root, name)).href);
    assert.equal(at('nowhere').is, 'gone');
    assert.equal(at('in').is, 'folder');
    assert.deepEqual([at('in/8.cable/9.cable').is, look('untitled:x').is], ['gone', 'gone']);
  });
});
