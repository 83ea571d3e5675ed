import assert from 'node:assert/strict';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import type { ClientCapabilities, CodeAction, CreateFile, TextDocumentEdit } from 'vscode-languageserver/node';
import { at, ERROR, PLAIN, result, titles } from './actions';
import { applied, type Begin, type Client, describeServer, FERRY, folderOf, URI, write } from './support';

describeServer('actions on the configuration', (start) => {
  const text = FERRY;
  const where = at(text, '310915Z');
  /** Writes what an action asks for to the disk, as an editor does. */
  const take = (action: CodeAction): string => {
    const changes =
      action.edit!.documentChanges ??
      Object.entries(action.edit!.changes!).map(([uri, edits]) => ({ textDocument: { uri }, edits }));
    let path = '';
    for (const change of changes as (CreateFile | TextDocumentEdit)[]) {
      if ('kind' in change) {
        path = fileURLToPath(change.uri);
        if (!existsSync(path)) write(path, '');
        continue;
      }
      path = fileURLToPath(change.textDocument.uri);
      write(path, applied(readFileSync(path, 'utf8'), change.edits as Parameters<typeof applied>[1]));
    }
    return path;
  };
  const begun = async (folder: string, begin: Begin = {}): Promise<[Client, string]> => {
    const client = start();
    await client.begin({ folder, ...begin });
    const uri = pathToFileURL(join(folder, 'in', 'a b.cable')).href;
    await client.open(text, uri);
    return [client, uri];
  };
  const offered = async (client: Client, uri: string) =>
    (await client.actions(where, ['quickfix'], uri)).filter(({ title }) => /^(?:Silence|Turn off)/.test(title));

  for (const [what, files] of [
    ['where there is none', {}],
    ['that is empty', { '.cablerc.json': '' }],
    [
      'that says something else',
      { '.cablerc.json': `// Ours.\n{\n    "rules": { "xref/*": "off" }, // all\n    "silence": []\n}\n` },
    ],
    ['above the workspace folder', { '../.cablerc.json': '{}' }],
    ['with line breaks of Windows', { 'in/.cablerc.json': '{\r\n\t"ignore": []\r\n}\r\n' }],
  ] as [string, Record<string, string>][])
    for (const [index, name] of ['Silence', 'Turn off'].entries())
      it(`${name}: a configuration ${what}: after it the finding is gone`, async () => {
        const folder = join(folderOf(), 'w');
        write(join(folder, 'in', 'a b.cable'), text);
        for (const [file, content] of Object.entries(files)) write(join(folder, file), content);
        const [client, uri] = await begun(folder);
        const actions = await offered(client, uri);
        assert.deepEqual(titles(actions), [`Silence ${ERROR} on this line`, `Turn off ${ERROR}`]);
        const action = actions[index]!;
        assert.equal(action.kind, 'quickfix');
        assert.notEqual(action.isPreferred, true);
        assert.equal(action.diagnostics?.[0]?.code, ERROR);
        const path = take(action);
        assert.equal(path, join(folder, Object.keys(files)[0] ?? '.cablerc.json'));
        await client.changed(path);
        assert.deepEqual(await client.items(uri), []);
        const config = readFileSync(path, 'utf8');
        // As it stands, it is right, and what stood there still does.
        const configUri = pathToFileURL(path).href;
        await client.open(config, configUri);
        assert.deepEqual(await client.items(configUri), [], config);
        const [before = ''] = Object.values(files);
        for (const kept of ['// Ours.', '// all', '"xref/*": "off"', '"ignore": []'])
          if (before.includes(kept)) assert.ok(config.includes(kept), config);
        if (before.includes('\r\n')) assert.doesNotMatch(config, /[^\r]\n/);
        else assert.doesNotMatch(config, /\r/);
      });

  it('silence the second finding as well, where the first is', async () => {
    const folder = folderOf({ 'in/a b.cable': text });
    const [client, uri] = await begun(folder);
    const two = text.replace('SIPDIS', 'SIPDS');
    await client.changeIn(uri, { text: two });
    for (const word of ['310915Z', 'SIPDS']) {
      const [action] = (await client.actions(at(two, word), ['quickfix'], uri)).filter(({ title }) =>
        title.startsWith('Silence'),
      );
      await client.changed(take(action!));
    }
    assert.deepEqual(await client.items(uri), []);
    assert.equal(JSON.parse(readFileSync(join(folder, '.cablerc.json'), 'utf8')).silence.length, 2);
  });
  it('are made in the text of a configuration that is open and not saved', async () => {
    const folder = folderOf({ 'in/a b.cable': text, '.cablerc.json': '{}' });
    const [client, uri] = await begun(folder);
    const config = pathToFileURL(join(folder, '.cablerc.json')).href;
    const unsaved = '{\n  "ignore": ["old"]\n}\n';
    await client.open(unsaved, config);
    for (const action of await offered(client, uri)) {
      const whole = result(unsaved, action, config);
      assert.deepEqual(JSON.parse(whole).ignore, ['old']);
      await client.changeIn(config, { text: whole });
      assert.deepEqual(await client.items(uri), []);
      await client.changeIn(config, { text: unsaved });
    }
  });
  it('are plain changes of a file that is there for a client that can make none', async () => {
    const folder = folderOf({ 'in/a b.cable': text, '.cablerc.json': '{}' });
    const capabilities: ClientCapabilities = {
      ...PLAIN,
      workspace: { didChangeWatchedFiles: { dynamicRegistration: true } },
    };
    const [client, uri] = await begun(folder, { capabilities });
    const [silence] = await offered(client, uri);
    assert.ok(silence!.edit!.changes);
    await client.changed(take(silence!));
    assert.deepEqual(await client.items(uri), []);
  });
  it('are not offered where they could not be done', async () => {
    const folder = folderOf({ 'in/a b.cable': text });
    const [plain, uri] = await begun(folder, { capabilities: PLAIN });
    assert.deepEqual(await offered(plain, uri), []);
    const client = start();
    await client.begin({ folder });
    for (const elsewhere of ['untitled:Untitled-1', URI]) {
      await client.open(text, elsewhere);
      assert.deepEqual(await client.codes(elsewhere), [ERROR]);
      assert.deepEqual(await offered(client, elsewhere), [], elsewhere);
    }
  });
});
