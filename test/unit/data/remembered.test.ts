import assert from 'node:assert/strict';
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { remembered } from '../../../server/src/data/tables';

setFlagsFromString('--expose-gc');
const collect: () => void = runInNewContext('gc');

describe('a look-up that keeps its answers', () => {
  it('looks each word up once', () => {
    const asked: string[] = [];
    const find = remembered((word) => {
      asked.push(word);
      return word === 'TALLINN' ? word : null;
    });
    assert.deepEqual(['TALLINN', 'TALLIN', 'TALLINN', 'TALLIN'].map(find), ['TALLINN', null, 'TALLINN', null]);
    assert.deepEqual(asked, ['TALLINN', 'TALLIN']);
  });

  it('keeps the words, but not the texts that they were cut out of', () => {
    const [texts, length] = [100, 500_000];
    const find = remembered((word) => word.slice(0, 20));
    collect();
    const before = process.memoryUsage().heapUsed;
    for (let at = 0; at < texts; at++)
      find(Buffer.alloc(length, `AMEMBASSY PORT OF SPAIN ${at} `).toString('latin1').slice(0, 26));
    collect();
    const kept = process.memoryUsage().heapUsed - before;
    assert.ok(kept < (texts * length) / 10, `${kept} bytes are kept of ${texts} words`);
  });
});
