import assert from 'node:assert/strict';
import { expand } from '../../../server/src/files/wildcards';

const disk: Record<string, string[]> = {
  '.': ['b.cable', 'A.CABLE', 'notes.txt', '.cablerc.json', 'rome', 'paris', 'a+b (1).cable'],
  'C:\\cables': ['rome', 'paris'],
  'C:\\cables\\rome': ['06ROME1.cable', '06ROME22.cable'],
  'C:\\cables\\paris': ['06PARIS1.cable'],
  '\\\\server\\share': ['x.cable'],
  'sub/deep': ['1.cable', '2.cable'],
};
const on = (path: string, platform: NodeJS.Platform = 'win32') =>
  expand(path, (folder) => disk[folder.replace(/(?<=[^\\/])[\\/]+$/, '')] ?? null, platform);

describe('wild cards of a call on Windows', () => {
  const rows: readonly (readonly [string, string[]])[] = [
    ['*.cable', ['A.CABLE', 'a+b (1).cable', 'b.cable']],
    ['?.cable', ['A.CABLE', 'b.cable']],
    ['a+b (*).cable', ['a+b (1).cable']],
    ['*.json', ['*.json']],
    ['.*.json', ['.cablerc.json']],
    ['C:\\cables\\*\\06*1.cable', ['C:\\cables\\paris\\06PARIS1.cable', 'C:\\cables\\rome\\06ROME1.cable']],
    ['C:\\cables\\rome\\*', ['C:\\cables\\rome\\06ROME1.cable', 'C:\\cables\\rome\\06ROME22.cable']],
    ['sub/deep/*.cable', ['sub/deep/1.cable', 'sub/deep/2.cable']],
    ['\\\\server\\share\\*.cable', ['\\\\server\\share\\x.cable']],
    ['nowhere\\*.cable', ['nowhere\\*.cable']],
    ['[a].cable', ['[a].cable']],
    ['-', ['-']],
  ];
  for (const [path, wanted] of rows) it(path, () => assert.deepEqual(on(path), wanted));
  it('are those of the shell elsewhere', () => {
    assert.deepEqual(on('*.cable', 'linux'), ['*.cable']);
    assert.deepEqual(on('*.cable', 'darwin'), ['*.cable']);
  });
});
