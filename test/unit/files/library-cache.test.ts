import assert from 'node:assert/strict';
import { mkdtempSync, readdirSync, rmSync, utimesSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { libraryCache } from '../../../server/src/files/library-cache';

describe('a library that is kept', () => {
  const folder = mkdtempSync(join(tmpdir(), 'cable-kept-'));
  after(() => rmSync(folder, { recursive: true }));
  const bytes = (value: number, length = 100): Uint8Array => new Uint8Array(length).fill(value);

  it('comes back as it was, for the same folders in any order', async () => {
    const cache = libraryCache(folder, ['/a', '/b']);
    assert.equal(await cache.load(), null);
    await cache.save([bytes(1), bytes(2, 5_000_000), bytes(3)]);
    const back = await libraryCache(folder, ['/b', '/a']).load();
    assert.equal(back?.length, 5_000_200);
    assert.deepEqual([back[0], back[100], back[5_000_199]], [1, 2, 3]);
    assert.equal(await libraryCache(folder, ['/a']).load(), null);
  });
  it('is whole, whoever writes it last', async () => {
    const all = Array.from({ length: 8 }, () => libraryCache(folder, ['/c']));
    await Promise.all(all.map((cache, at) => cache.save([bytes(at, 70_000), bytes(at, 70_000)])));
    const back = await all[0]!.load();
    assert.equal(back?.length, 140_000);
    assert.ok(back.every((byte) => byte === back[0]));
    assert.ok(readdirSync(folder).every((name) => name.endsWith('.bin')));
  });
  it('stays as it was when it cannot be written whole', async () => {
    const cache = libraryCache(folder, ['/d']);
    await cache.save([bytes(1)]);
    const failing = function* () {
      yield bytes(2);
      throw new Error('the disk is full');
    };
    await assert.rejects(cache.save(failing()), /the disk is full/);
    assert.deepEqual(await cache.load(), bytes(1));
    assert.ok(readdirSync(folder).every((name) => name.endsWith('.bin')));
  });
  it('takes away what a process left that died, not what one is writing', async () => {
    const [left, written] = ['library-x.bin.1.ab.tmp', 'library-x.bin.2.cd.tmp'];
    const old = new Date(Date.now() - 2 * 60 * 60 * 1000);
    for (const name of [left, written]) writeFileSync(join(folder, name), 'x');
    utimesSync(join(folder, left), old, old);
    await libraryCache(folder, ['/e']).save([bytes(1)]);
    const names = readdirSync(folder);
    assert.deepEqual([names.includes(left), names.includes(written)], [false, true]);
  });
});
