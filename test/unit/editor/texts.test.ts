import assert from 'node:assert/strict';
import { pathOf } from '../../../server/src/editor/addresses';
import type { EditorFiles } from '../../../server/src/editor/handed';
import { type Texts, texts } from '../../../server/src/editor/texts';
import { memory, ORIGIN } from './memory';

describe('texts that have to be asked for', () => {
  const path = (name: string): string => pathOf(ORIGIN + name)!;
  const opened = (editor: EditorFiles): Texts => {
    const all = texts(editor);
    all.setFolders([`${ORIGIN}/`]);
    return all;
  };

  it('are not there until they come, and then are told of', async () => {
    const editor = memory();
    editor.write('/a.json', 'A');
    const all = opened(editor);
    let told = 0;
    all.onNews(() => told++);
    assert.deepEqual([all.read(path('/a.json')), all.read(path('/b.json'))], [null, null]);
    assert.equal(await all.settled(), true);
    assert.deepEqual([all.read(path('/a.json')), all.read(path('/b.json')), told], ['A', null, 1]);
    // What is known is not asked for again: neither a text, nor that there is none.
    assert.equal(await all.settled(), false);
    assert.deepEqual(
      editor.asked.map((uris) => uris.length),
      [2],
    );
  });
  it('say nothing where there is none', async () => {
    const all = opened(memory());
    all.onNews(() => assert.fail('news'));
    all.read(path('/none.json'));
    assert.equal(await all.settled(), false);
  });
  it('of cables are known, but nothing else rests on them', async () => {
    const editor = memory();
    editor.write('/1.cable', 'TAGS: PREL');
    const all = opened(editor);
    all.onNews(() => assert.fail('news'));
    all.readCable(path('/1.cable'));
    assert.equal(await all.settled(), true);
    assert.equal(all.readCable(path('/1.cable')), 'TAGS: PREL');
  });
  it('are as they were until they are read again', async () => {
    const editor = memory();
    const uri = editor.write('/a.json', 'A');
    const all = opened(editor);
    await all.load([path('/a.json')]);
    editor.write('/a.json', 'B');
    assert.equal(all.read(path('/a.json')), 'A');
    all.changed([uri]);
    assert.equal(all.read(path('/a.json')), 'A');
    assert.equal(await all.settled(), true);
    assert.equal(all.read(path('/a.json')), 'B');
    editor.files.delete(uri);
    all.changed([uri]);
    all.read(path('/a.json'));
    assert.equal(await all.settled(), true);
    assert.equal(all.read(path('/a.json')), null);
  });
  it('that change while they are read are read again', async () => {
    const editor = memory();
    const uri = editor.write('/a.json', 'A');
    const all = opened(editor);
    all.read(path('/a.json'));
    await Promise.resolve();
    editor.write('/a.json', 'B');
    all.changed([uri]);
    await all.settled();
    all.read(path('/a.json'));
    await all.settled();
    assert.equal(all.read(path('/a.json')), 'B');
  });
  it('in all encodings, and no binary ones', async () => {
    const editor = memory();
    editor.write('/8.txt', '\uFEFFCAFÉ');
    editor.write('/1252.txt', new Uint8Array([0x43, 0x41, 0x46, 0xc9, 0x20, 0x93, 0x94]));
    editor.write('/16.txt', new Uint8Array([0xff, 0xfe, 0x43, 0, 0xc9, 0]));
    editor.write('/16be.txt', new Uint8Array([0xfe, 0xff, 0, 0x43, 0, 0xc9]));
    editor.write('/bin.txt', new Uint8Array([0x43, 0, 1, 2]));
    const names = ['/8.txt', '/1252.txt', '/16.txt', '/16be.txt', '/bin.txt'];
    const all = opened(editor);
    await all.load(names.map(path));
    assert.deepEqual(
      names.map((name) => all.readCable(path(name))),
      ['CAFÉ', 'CAFÉ “”', 'CÉ', 'CÉ', null],
    );
  });
  it('that cannot be read are none, and the next ones come', async () => {
    const editor = memory();
    editor.write('/a.json', 'A');
    let fails = true;
    const all = opened({ ...editor, read: (uris) => (fails ? Promise.reject(new Error('gone')) : editor.read(uris)) });
    all.read(path('/a.json'));
    assert.equal(await all.settled(), false);
    fails = false;
    all.changed([`${ORIGIN}/a.json`]);
    all.read(path('/a.json'));
    assert.equal(await all.settled(), true);
  });
  it('are those of the folders that are open', () => {
    const all = texts(memory());
    assert.equal(all.pathOf(`${ORIGIN}/a.cable`), null);
    all.setFolders([`${ORIGIN}/cables`]);
    assert.equal(all.pathOf(`${ORIGIN}/a.cable`), path('/a.cable'));
    assert.equal(all.pathOf('web-folder:/a.cable'), null);
    assert.equal(all.pathOf('untitled:Untitled-1'), null);
  });
  it('are not asked for above the folders: that is not the place of the user', async () => {
    const editor = memory();
    editor.write('/ann/.cablerc.json', '{}');
    const all = texts(editor);
    all.setFolders([`${ORIGIN}/ann/cables`]);
    assert.equal(all.read(path('/ann/.cablerc.json')), null);
    assert.equal(await all.settled(), false);
    all.read(path('/ann/cables/.cablerc.json'));
    await all.settled();
    assert.deepEqual(editor.asked, [[`${ORIGIN}/ann/cables/.cablerc.json`]]);
  });
});
