import assert from 'node:assert/strict';
import { libraryRoots } from '../../../server/src/files/library-roots';

const HOME = '/home/ann';

describe('folders of a library', () => {
  const cases: [folders: string[], roots: string[], notes: number][] = [
    [[], [], 0],
    [['/data/cables'], ['/data/cables'], 0],
    [['/data/a', '/data/b', '/data/a'], ['/data/a', '/data/b'], 0],
    [['/data/a/in', '/data/a', '/data/ab'], ['/data/a', '/data/ab'], 0],
    [['/'], [], 1],
    [['C:/', 'D:', '/data'], ['/data'], 2],
    [['/home/ann', '/home/ann/cables'], ['/home/ann/cables'], 1],
    // What holds a home holds more than cables.
    [['/home'], [], 1],
    [['/home/ann2', '/home/an'], ['/home/ann2', '/home/an'], 0],
  ];
  for (const [folders, roots, notes] of cases)
    it(folders.join(' and ') || 'none', () => {
      const found = libraryRoots(folders, HOME);
      assert.deepEqual([found.roots, found.notes.length], [roots, notes]);
      for (const note of found.notes) assert.match(note, /a whole drive|a home folder/);
    });
});
