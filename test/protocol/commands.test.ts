/** Commands by which any client has done what only our own asks for by requests. */
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type {
  ApplyWorkspaceEditParams,
  ClientCapabilities,
  CodeLens,
  ShowDocumentParams,
  ShowMessageRequestParams,
} from 'vscode-languageserver/node';
import { ask, begun, command, EVERYTHING, inFolder, NOTHING, TEXT, textAfter } from './clients';
import { helsinki, uriOf } from './library-cables';
import { describeServer, folderOf, root, URI } from './support';

describeServer('commands', (start) => {
  it('of all that our own client asks for are announced, and answer as its requests do', async () => {
    const { client, served } = await begun(start, NOTHING);
    await client.open(TEXT);
    const { commands } = served.executeCommandProvider!;
    const requests: [method: string, params: object][] = [
      ['glossary', { uri: URI }],
      ['reading', { uri: URI }],
      ['export', { uri: URI, to: 'markdown' }],
      ['structure', { text: TEXT }],
      ['status', { uri: URI }],
      ['portions', { uri: URI }],
      ['newCable/choices', {}],
      ['library/groups', { by: 'post' }],
      ['library/cables', { offset: 0, limit: 5 }],
      ['library/citations', { uri: URI }],
      ['library/graph', { which: { uri: URI }, depth: 1, limit: 10 }],
      ['library/find', { id: '09HELSINKI12' }],
      ['library/copies', { uri: URI }],
      ['libraryState', { settled: true }],
    ];
    for (const [method, params] of requests) {
      const name = method.replaceAll('/', '.');
      assert.ok(commands.includes(`cable.server.${name}`), name);
      assert.deepEqual(
        await command(client, name, params),
        await client.connection.sendRequest(`cable/${method}`, params),
      );
    }
    assert.equal(new Set(commands).size, commands.length);
    const page = readFileSync(join(root, 'docs/editors/README.md'), 'utf8');
    const told = [...page.matchAll(/^\| `(cable\.server\.[\w.]+)` \|/gm)].map(([, name]) => name);
    assert.deepEqual([...commands].sort(), told.sort());
    assert.match(await command(client, 'export', { uri: URI, to: 'html' }), /^<!doctype html>/i);
  });
  it('with arguments of another shape harm nothing', async () => {
    const { client, served } = await begun(start, EVERYTHING);
    await client.open(TEXT);
    for (const name of served.executeCommandProvider!.commands)
      for (const given of [undefined, [], [null], [3], ['x'], [{ uri: 3 }], [{ uri: URI, range: 3, name: {} }, 'y']])
        await client.connection
          .sendRequest('workspace/executeCommand', { command: name, arguments: given })
          .catch(() => {});
    assert.ok((await client.symbols()).length > 0);
  });
  it('fix and rewrite the whole cable', async () => {
    const { client, asked } = await begun(start, { workspace: { applyEdit: true } });
    const text = TEXT.replace('2. The rope', '4. The rope');
    await client.open(text);
    const after = () => textAfter((asked.at(-1)![1] as ApplyWorkspaceEditParams).edit, text);
    assert.equal(await command(client, 'fixAll', { uri: URI }), true);
    assert.ok(after().includes('TAGS: PHUM'));
    assert.equal(await command(client, 'rewrite', { uri: URI, name: 'renumber' }), true);
    assert.equal(after(), text.replace('4. The rope', '2. The rope'));
    assert.equal(await command(client, 'rewrite', { uri: URI, name: 'nothing' }), false);
    assert.equal(asked.length, 2);
  });
});

describeServer('the lens above a cable', (start) => {
  const files = {
    '1.cable': helsinki(1),
    '2.cable': helsinki(2, { refs: ['09 HELSINKI 1'], subject: 'ROPES' }),
    '3.cable': helsinki(3, { refs: ['09 HELSINKI 1'] }),
  };
  const lensOf = async (capabilities: ClientCapabilities) => {
    const folder = folderOf(files);
    const begin = await begun(start, capabilities, inFolder(folder));
    await begin.client.settled();
    const uri = uriOf(folder, '1.cable');
    await begin.client.open(files['1.cable'], uri);
    const [lens] = await ask<[CodeLens]>(begin.client, 'codeLens', {}, uri);
    assert.ok(begin.served.executeCommandProvider?.commands.includes(lens.command!.command));
    const run = () =>
      begin.client.connection.sendRequest('workspace/executeCommand', {
        command: lens.command!.command,
        arguments: lens.command!.arguments,
      });
    return { ...begin, run, folder };
  };
  it('tells who cites it where an editor cannot open a place', async () => {
    const { run, told, asked } = await lensOf(NOTHING);
    await run();
    assert.deepEqual(asked, []);
    assert.deepEqual(
      told.map(({ message }) => message.split('\n')),
      [['09 HELSINKI 2: ROPES (2.cable:12)', '09 HELSINKI 3: FERRY 3 (3.cable:12)']],
    );
  });
  it('lets the user choose, and opens the place', async () => {
    const { run, asked, answers, folder } = await lensOf({ window: { showDocument: { support: true } } });
    answers.set('window/showMessageRequest', { title: '09 HELSINKI 3: FERRY 3 (3.cable:12)' });
    answers.set('window/showDocument', { success: true });
    await run();
    const [[, request], [method, shown]] = asked as [[string, ShowMessageRequestParams], [string, ShowDocumentParams]];
    assert.equal(request.actions?.length, 2);
    assert.equal(method, 'window/showDocument');
    assert.equal(shown.uri, uriOf(folder, '3.cable'));
    assert.equal(shown.selection?.start.line, 11);
  });
});
