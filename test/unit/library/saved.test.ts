import assert from 'node:assert/strict';
import { Library } from '../../../server/src/library/library';
import { random } from '../../support/random';
import { invent } from './invent';

const bytesOf = (library: Library): Uint8Array => new Uint8Array(Buffer.concat(library.save()));

function filled(files: number, seed = 1): Library {
  const next = random(seed);
  const library = new Library();
  for (let file = 0; file < files; file++)
    library.put(`file:///c/${file}.cable`, { modified: file + 0.25, size: file }, [invent(next), invent(next)]);
  library.put('file:///c/notes.txt', { modified: 7, size: 8 }, []);
  return library;
}

describe('a saved library', () => {
  it('is loaded as it was', () => {
    const library = filled(50);
    library.remove('file:///c/3.cable');
    library.search('visit', 10);
    const loaded = Library.load(bytesOf(library));
    assert.ok(loaded);
    assert.deepEqual([loaded.size, loaded.files], [library.size, library.files]);
    assert.deepEqual([...loaded.uris()], [...library.uris()]);
    for (const uri of library.uris()) {
      assert.deepEqual(loaded.of(uri), library.of(uri));
      assert.deepEqual(loaded.stampOf(uri), library.stampOf(uri));
    }
    assert.deepEqual(loaded.select({}), library.select({}));
    assert.deepEqual(loaded.search('visit', 10), library.search('visit', 10));
    assert.deepEqual(bytesOf(loaded), bytesOf(library));
  });

  it('goes on as one that was not saved', () => {
    const library = filled(20);
    const loaded = Library.load(bytesOf(library))!;
    const next = random(2);
    for (let file = 15; file < 40; file++) {
      const summaries = [invent(next)];
      for (const each of [library, loaded]) each.put(`file:///c/${file}.cable`, { modified: 1, size: 1 }, summaries);
    }
    assert.deepEqual(bytesOf(loaded), bytesOf(library));
  });

  it('may be empty', () => {
    const loaded = Library.load(bytesOf(new Library()));
    assert.equal(loaded?.size, 0);
    assert.deepEqual(loaded?.search('a', 5), []);
    assert.deepEqual(loaded?.select({}).length, 0);
  });

  it('is what it was when it was asked for, whatever is put before its pieces are taken', () => {
    const library = filled(200);
    const before = bytesOf(library);
    const pieces = library.saveSteps();
    const next = random(3);
    for (let file = 0; file < 500; file++)
      library.put(`file:///d/${file}.cable`, { modified: 1, size: 1 }, [invent(next)]);
    library.removeBelow('file:///c');
    library.select({});
    assert.deepEqual(new Uint8Array(Buffer.concat([...pieces])), before);
    assert.equal(Library.load(before)?.size, 400);
  });

  it('does not keep hold of the bytes', () => {
    const bytes = bytesOf(filled(5));
    const loaded = Library.load(bytes)!;
    bytes.fill(0);
    assert.equal(loaded.of('file:///c/4.cable').length, 2);
  });

  it('is read at any place in the memory', () => {
    const bytes = bytesOf(filled(5));
    for (let offset = 1; offset < 8; offset++) {
      const moved = new Uint8Array(bytes.length + offset).subarray(offset);
      moved.set(bytes);
      assert.equal(Library.load(moved)?.size, 10);
    }
  });

  it('is none when a byte has changed', () => {
    const bytes = bytesOf(filled(8));
    for (let at = 0; at < bytes.length; at += at < 400 ? 1 : 7) {
      const old = bytes[at]!;
      bytes[at] = old ^ (1 << (at % 8));
      assert.equal(Library.load(bytes), null, `byte ${at} of ${bytes.length}`);
      bytes[at] = old;
    }
    assert.ok(Library.load(bytes));
  });

  it('is none when it was cut, or has more', () => {
    const bytes = bytesOf(filled(8));
    for (let length = 0; length < bytes.length; length += length < 400 ? 1 : 13)
      assert.equal(Library.load(bytes.subarray(0, length)), null, `${length} bytes`);
    const more = new Uint8Array(bytes.length + 8);
    more.set(bytes);
    assert.equal(Library.load(more), null);
  });

  it('is none when it is something else', () => {
    const next = random(4);
    assert.equal(Library.load(new TextEncoder().encode('{"version": 1, "cables": []}'.repeat(100))), null);
    for (let time = 0; time < 50; time++)
      assert.equal(Library.load(Uint8Array.from({ length: next.int(0, 3000) }, () => next.int(0, 255))), null);
  });

  it('is none when it is of another version', () => {
    const bytes = bytesOf(new Library());
    const head = new Int32Array(bytes.buffer, 0, 3);
    assert.equal(head[1], 1);
    head[1] = 2;
    assert.equal(Library.load(bytes), null);
  });
});
