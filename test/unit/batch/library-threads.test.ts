import assert from 'node:assert/strict';
import { libraryThreads } from '../../../server/src/batch/library-threads';

describe('threads of the library that cannot start', () => {
  const reader = libraryThreads(2, { maxOldGenerationSizeMb: 1 });
  after(() => reader.end());
  it('fail what waits for them, each time anew', async () => {
    for (let time = 0; time < 2; time++) await assert.rejects(reader.look(['file:///a.cable']), Error);
  });
  it('fail a walk', async () => {
    const options = { root: '/', from: '/', exclude: [], useIgnoreFiles: false, withStamps: false };
    await assert.rejects(
      reader.walk(options, () => assert.fail('nothing can be listed'), new AbortController().signal),
      Error,
    );
  });
});
