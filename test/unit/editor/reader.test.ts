import assert from 'node:assert/strict';
import { pathOf } from '../../../server/src/editor/addresses';
import { checkFolders } from '../../../server/src/editor/check';
import { editorReader, MOST } from '../../../server/src/editor/reader';
import { texts } from '../../../server/src/editor/texts';
import type { ScopeOptions } from '../../../server/src/library/reader';
import { type Memory, memory, ORIGIN } from './memory';

const CABLE =
  'UNCLAS ROME 000128\n\nE.O. 13526: N/A\nTAGS: EFIS, IT\nSUBJECT: NETS\n\n1.  (U) Nets.\n\n3.  (U) More.\n\nKETTERING\n';
const ROOT = pathOf(`${ORIGIN}/cables`)!;

describe('files that an editor hands over', () => {
  const walked = async (editor: Memory, options: Partial<ScopeOptions> = {}, signal = new AbortController().signal) => {
    const uris: string[] = [];
    const notes: string[] = [];
    const files = texts(editor);
    files.setFolders([`${ORIGIN}/cables`]);
    const { walk } = editorReader(editor, files);
    const all = { exclude: [], useIgnoreFiles: false, withStamps: false, root: ROOT, from: ROOT, ...options };
    await walk(
      all,
      (listing) => {
        uris.push(...listing.uris);
        notes.push(...listing.notes);
      },
      signal,
    );
    return { names: uris.map((uri) => uri.slice(`${ORIGIN}/cables/`.length)).sort(), notes };
  };

  it('are found in all folders, as on a disk', async () => {
    const editor = memory();
    for (const name of [
      '1.cable',
      'a/2.TXT',
      'a/b/3.cable',
      'a/4.md',
      '.hidden/5.cable',
      'old/6.cable',
      '%C3%A9%231.cable',
    ])
      editor.write(`/cables/${name}`, CABLE);
    editor.write('/elsewhere/7.cable', CABLE);
    const all = ['%C3%A9%231.cable', '1.cable', 'a/2.TXT', 'a/b/3.cable', 'old/6.cable'];
    assert.deepEqual((await walked(editor)).names, all);
    assert.deepEqual((await walked(editor, { exclude: ['old/'] })).names, all.slice(0, -1));
    editor.write('/cables/.gitignore', 'old/\n*.TXT\n');
    editor.write('/cables/a/.gitignore', '!2.TXT\n');
    assert.deepEqual((await walked(editor, { useIgnoreFiles: true })).names, all.slice(0, -1));
  });
  it('are told of where a folder cannot be read', async () => {
    assert.deepEqual(await walked(memory()), { names: [], notes: [`${ORIGIN}/cables: no such folder`] });
  });
  it('are looked for no longer than they are wanted', async () => {
    const editor = memory();
    editor.write('/cables/1.cable', CABLE);
    assert.deepEqual((await walked(editor, {}, AbortSignal.abort())).names, []);
  });
  it('are looked into, whatever they are', async () => {
    const editor = memory();
    const cable = editor.write('/cables/1.cable', CABLE);
    const text = editor.write('/cables/2.txt', 'Notes on cables.\n');
    const binary = editor.write('/cables/3.cable', new Uint8Array([1, 0, 2]));
    const reader = editorReader(editor, texts(editor));
    const looks = await reader.look([cable, text, binary, `${ORIGIN}/cables`, `${ORIGIN}/cables/4.cable`]);
    assert.deepEqual(
      looks.map(({ is, cables, note }) => [is, cables[0]?.id ?? null, note]),
      [
        // Without a date a cable has no year, and so no number.
        ['file', null, undefined],
        ['file', null, undefined],
        ['file', null, `${binary}: binary file, skipped`],
        ['folder', null, undefined],
        ['gone', null, undefined],
      ],
    );
    assert.deepEqual(
      looks.map(({ cables }) => cables.map(({ subject }) => subject)),
      [['NETS'], [], [], [], []],
    );
    assert.deepEqual(await reader.stampOf(cable), { modified: 1, size: CABLE.length });
    assert.ok(reader.most === MOST && MOST < 100_000);
  });

  it('are checked with what configures them, wherever that lies', async () => {
    const editor = memory();
    for (const name of ['1.cable', 'a/2.cable', 'a/b/3.txt', 'drafts/4.cable']) editor.write(`/cables/${name}`, CABLE);
    editor.write('/cables/prose.txt', 'Notes\n');
    editor.write('/base.json', '{ "rules": { "body/paragraph-sequence": "off" } }');
    editor.write('/cables/.cablerc.json', '{ "ignore": ["drafts/"] }');
    editor.write('/cables/a/.cablerc.json', '{ "extends": "../../base.json" }');
    const all = texts(editor);
    all.setFolders([`${ORIGIN}/`]);
    const signal = new AbortController().signal;
    const { total, results } = await checkFolders(editor, all, editorReader(editor, all), [ROOT], {}, signal);
    const found: [string, boolean][] = [];
    for await (const batch of results)
      for (const result of batch)
        if (result) found.push([result.name, result.rows.some(({ rule }) => rule === 'body/paragraph-sequence')]);
    assert.equal(total, 4);
    assert.deepEqual(found.sort(), [
      [`${ROOT}/1.cable`, true],
      [`${ROOT}/a/2.cable`, false],
      [`${ROOT}/a/b/3.txt`, false],
    ]);
  });
});
