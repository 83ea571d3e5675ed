/** What the bench measures by is right: its client, what it types, what it compares. Nothing here looks at a clock. */
import assert from 'node:assert/strict';
import { join } from 'node:path';
import { TextDocument } from 'vscode-languageserver-textdocument';
import { replaced } from '../bench/page';
import { selfTimes, sums } from '../bench/profile/shares';
import { BARE, OURS } from '../bench/servers/contestants';
import { documentOf } from '../bench/servers/documents';
import { Session } from '../bench/servers/session';
import { typeThrough } from '../bench/servers/type-through';
import { PASS, typing } from '../bench/servers/typing';
import { Frames, frame } from '../bench/servers/wire';

const text = documentOf('cable', 10_000);
const quick = { text, warmUp: 0, passes: 1, between: 0, budget: 120_000 };

describe('the bench', function () {
  // Some hundred answers a test, and a process for each server and its like.
  this.timeout(120_000);

  it('drives the built server, whose answers at every place are those of a fresh one', async () => {
    const { times, compared, wrong } = await typeThrough(OURS, quick);
    assert.deepEqual([times.outline.length, times.diagnostics.length], [PASS, PASS]);
    // Six places and the last text, of each kind.
    assert.equal(compared, 14);
    assert.deepEqual(wrong, []);
  });

  it('sees that an answer is wrong', async () => {
    const command = [process.execPath, '--import=tsx', join(__dirname, 'forgetful-server.ts')];
    const { compared, wrong } = await typeThrough({ ...OURS, command }, quick);
    assert.equal(wrong.length, compared);
  });

  it('has a server that does nothing to compare with', async () => {
    const { times, compared } = await typeThrough(BARE, quick);
    assert.deepEqual([times.outline.length, compared], [PASS, 0]);
  });

  it('tells of a server that ends, instead of waiting', async () => {
    const session = new Session({
      ...OURS,
      command: [process.execPath, '-e', 'console.error("no licence"); process.exit(3)'],
    });
    await assert.rejects(session.begin(), /ended with 3: no licence/);
    await session.end();
  });

  it('types as an editor does: the changes, one after the other, make the text', () => {
    for (const language of ['cable', 'markdown'] as const) {
      const before = documentOf(language, 10_000);
      const document = TextDocument.create('file:///a', language, 1, before);
      const keystrokes = typing(before, 3);
      assert.equal(keystrokes.length, 3 * PASS);
      for (const { line, start, end, typed, after } of keystrokes) {
        const range = { start: { line, character: start }, end: { line, character: end } };
        TextDocument.update(document, [{ range, text: typed }], document.version + 1);
        assert.equal(document.getText(), after());
      }
      assert.equal(document.getText(), before);
      assert.equal(new Set(keystrokes.map(({ place }) => place)).size, 6);
    }
  });

  it('reads messages however they are cut', () => {
    const messages = [
      { id: 1, result: 'é¶𝄞' },
      { id: 2, result: null },
      { id: 3, result: 'x'.repeat(5000) },
    ];
    const bytes = Buffer.concat(messages.map(frame));
    for (const size of [1, 2, 7, 1000, bytes.length]) {
      const read: unknown[] = [];
      const frames = new Frames((body) => read.push(JSON.parse(body.toString())));
      for (let at = 0; at < bytes.length; at += size) frames.add(bytes.subarray(at, at + size), 0);
      assert.deepEqual(
        read,
        messages.map((message) => ({ jsonrpc: '2.0', ...message })),
      );
    }
  });

  it('writes between its own marks', () => {
    const page = 'a\n<!-- one -->\nold\n<!-- end -->\nb\n<!-- two -->\nold\n<!-- end -->\nc\n';
    assert.equal(replaced(page, 'two', 'new'), page.replace(/two -->\nold/, 'two -->\nnew'));
    assert.throws(() => replaced(page, 'three', 'new'), /three/);
  });

  it('gives what the engine does to the function that asked for it, and idle time to nobody', () => {
    const node = (id: number, functionName: string, url: string, children: number[] = []) => ({
      id,
      callFrame: { functionName, url, lineNumber: 0, columnNumber: 0 },
      children,
    });
    const profile = {
      nodes: [
        node(1, '(root)', '', [2, 3, 6]),
        node(2, '(idle)', ''),
        node(3, 'read', 'file:///a.js', [4, 5]),
        node(4, 'indexOf', ''),
        node(5, 'RegExp: x+', ''),
        node(6, '(garbage collector)', ''),
      ],
      samples: [3, 4, 5, 6, 2, 3],
      timeDeltas: [50, 10, 20, 35, 40, 1000],
    };
    const selfs = selfTimes(profile, ({ url }) => ({ folder: 'src', file: url }));
    assert.deepEqual(
      selfs.map(({ name, time }) => [name, time]),
      [
        ['', 40],
        ['read, pattern x+', 35],
        ['read', 30],
      ],
    );
    assert.deepEqual(sums(selfs, 'folder'), [
      ['src', 65],
      ['garbage collection', 40],
    ]);
  });
});
