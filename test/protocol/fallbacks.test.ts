/** What a client is served that says nothing of itself, beside one that says that it can do everything. */
import assert from 'node:assert/strict';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import {
  type ApplyWorkspaceEditParams,
  type Command,
  type CompletionList,
  type Diagnostic,
  DidChangeConfigurationNotification,
  DidSaveTextDocumentNotification,
  type DocumentSymbol,
  type LocationLink,
  type SymbolInformation,
  type TextEdit,
  type WorkspaceEdit,
} from 'vscode-languageserver/node';
import { ask, at, begun, command, EVERYTHING, here, inFolder, messageOf, NOTHING, TEXT, textAfter } from './clients';
import { helsinki, uriOf } from './library-cables';
import { applied, type Client, describeServer, folderOf, place, URI, write } from './support';

describeServer('a client that says nothing of itself', (start) => {
  it('is asked for nothing, whatever it asks for', async () => {
    const folder = folderOf({ '12.cable': helsinki(12), '.cablerc.json': '{}' });
    const { client, served, asked, told } = await begun(start, NOTHING, inFolder(folder));
    await client.settled();
    await client.open(TEXT);
    await client.connection.sendNotification(DidChangeConfigurationNotification.type, {
      settings: { cable: { codeLens: { citations: false }, inlayHints: { acronyms: true } } },
    });
    await client.push(0);
    await command(client, 'checkWorkspace');
    await command(client, 'readLibrary');
    await client.changed(join(folder, '.cablerc.json'), join(folder, '12.cable'));
    await client.settled();
    assert.ok((await ask<unknown[]>(client, 'codeAction', here('Wait'))).length === 0);
    assert.deepEqual(asked, []);
    assert.deepEqual(told, []);
    assert.deepEqual(served.codeActionProvider, true);
    assert.deepEqual(served.renameProvider, true);
    assert.deepEqual(served.documentLinkProvider, {});
    for (const unknown of ['diagnosticProvider', 'semanticTokensProvider', 'inlayHintProvider'] as const)
      assert.equal(served[unknown], undefined, unknown);
  });
  it('has a flat outline of the kinds that the protocol had first', async () => {
    const { client } = await begun(start, NOTHING);
    await client.open(TEXT);
    const symbols = await client.symbols<SymbolInformation>();
    assert.ok(symbols.length > 10);
    for (const { kind, location } of symbols) assert.ok(kind <= 18 && location.uri === URI);
    assert.equal(symbols.find(({ name }) => /TAGS/.test(name))?.containerName, 'Header');
    assert.ok(symbols.some(({ containerName }) => containerName === 'COMMENT'));
  });
  it('has cards and documentation without Markdown', async () => {
    const { client } = await begun(start, NOTHING);
    await client.open(TEXT);
    const [line, character] = place(TEXT, 'PHUM');
    const { contents } = (await client.hover(line, character))!;
    assert.match(JSON.stringify(contents), /"kind":"plaintext".*Human Rights/);
    assert.doesNotMatch(JSON.stringify(contents), /\*\*/);
  });
  it('completes with plain texts of kinds that it knows', async () => {
    const { client } = await begun(start, NOTHING);
    const text = TEXT.replace('PHUM, FI', 'PHUM, PRE');
    await client.open(text);
    const [line] = place(text, 'PHUM, PRE');
    const position = { line, character: 'TAGE: PHUM, PRE'.length };
    const { items } = await ask<CompletionList>(client, 'completion', { position });
    const item = items.find(({ label }) => label === 'PREL');
    assert.ok(item?.textEdit && 'range' in item.textEdit);
    assert.equal(applied(text, [item.textEdit as TextEdit]), text.replace('PRE', 'PREL'));
    for (const { kind, insertTextFormat, labelDetails } of items)
      assert.deepEqual([kind! <= 18, insertTextFormat ?? 1, labelDetails], [true, 1, undefined]);
    const { documentation } = await client.connection.sendRequest<{ documentation: unknown }>(
      'completionItem/resolve',
      item,
    );
    assert.match(String(documentation), /External Political Relations/);
  });
  it('has its diagnostics sent, the other line in the message, without tags and links', async () => {
    const { client } = await begun(start, NOTHING);
    await client.open(TEXT);
    const { diagnostics } = await client.push(0);
    const found = diagnostics.find(({ code }) => code === 'xref/eo-decl-unclassified');
    assert.match(messageOf(found!), new RegExp(`\\(line ${place(TEXT, 'UNCLAS')[0] + 1}: .+\\)$`));
    for (const { relatedInformation, tags, codeDescription } of diagnostics)
      assert.deepEqual([relatedInformation, tags, codeDescription], [undefined, undefined, undefined]);
  });
  it('has edits as changes of addresses', async () => {
    const { client } = await begun(start, NOTHING);
    await client.open(TEXT);
    const edit = await ask<WorkspaceEdit>(client, 'rename', {
      ...at('ref A'),
      newName: 'HPA',
      position: at('HPG').position,
    });
    assert.deepEqual(Object.keys(edit), ['changes']);
    assert.equal(textAfter(edit), TEXT.replace('HPG', 'HPA'));
  });
  it('has definitions as places', async () => {
    const folder = folderOf({ '12.cable': helsinki(12), '30.cable': TEXT });
    const { client } = await begun(start, NOTHING, { rootUri: pathToFileURL(folder).href });
    await client.settled();
    const uri = uriOf(folder, '30.cable');
    await client.open(TEXT, uri);
    const [found] = await ask<object[]>(client, 'definition', at('ref A'), uri);
    assert.deepEqual(Object.keys(found!).sort(), ['range', 'uri']);
    assert.equal((found as { uri: string }).uri, uriOf(folder, '12.cable'));
  });
  it('is offered no action, as it can have none carried out', async () => {
    const { client } = await begun(start, NOTHING, inFolder(folderOf()));
    await client.open(TEXT);
    for (const word of ['TAGE', 'QZX', '2. The']) assert.deepEqual(await ask(client, 'codeAction', here(word)), []);
    await client.change({ text: TEXT.replace('2. The rope', '4. The rope') });
    for (const name of ['fixAll', 'rewrite'])
      await assert.rejects(command(client, name, { uri: URI, name: 'renumber' }), /applies no edits/);
  });
});

describeServer('a client that says that it can do everything', (start) => {
  it('has an outline in its order, with all kinds', async () => {
    const { client } = await begun(start, EVERYTHING);
    await client.open(TEXT);
    const [header, ...others] = await client.symbols<DocumentSymbol>();
    assert.ok(header?.children?.length && others.length);
    assert.ok(JSON.stringify(others).includes('"kind":24'));
  });
  it('asks for diagnostics, with the other line, tags and links', async () => {
    const { client, served } = await begun(start, EVERYTHING);
    assert.ok(served.diagnosticProvider);
    await client.open(TEXT);
    const found = (await client.items()).find(({ code }) => code === 'xref/eo-decl-unclassified') as Diagnostic;
    assert.equal(found.relatedInformation?.[0]?.location.range.start.line, place(TEXT, 'UNCLAS')[0]);
    assert.doesNotMatch(messageOf(found), /\(line/);
    assert.match(found.codeDescription!.href, /eo-decl-unclassified\.md$/);
    assert.deepEqual(client.pushed, []);
  });
  it('has actions, edits of versions, links and details', async () => {
    const folder = folderOf({ '12.cable': helsinki(12), '30.cable': TEXT });
    const { client } = await begun(start, EVERYTHING, inFolder(folder));
    await client.settled();
    const uri = uriOf(folder, '30.cable');
    await client.open(TEXT, uri);
    const fix = (await client.actions(here('TAGE'), ['quickfix'], uri))[0];
    assert.deepEqual(Object.keys(fix!.edit!), ['documentChanges']);
    assert.ok(fix!.diagnostics?.[0]?.codeDescription);
    const word = (await client.actions(here('QZX'), ['quickfix'], uri)).find(({ title }) => /glossary/.test(title));
    assert.equal((word!.edit!.documentChanges![0] as { kind: string }).kind, 'create');
    const [link] = await ask<LocationLink[]>(client, 'definition', at('ref A'), uri);
    assert.equal(link!.targetUri, uriOf(folder, '12.cable'));
    const text = TEXT.replace('PHUM, FI', 'PHUM, PRE');
    await client.open(text);
    const [line] = place(text, 'PHUM, PRE');
    const { items } = await ask<CompletionList>(client, 'completion', {
      position: { line, character: 'TAGE: PHUM, PRE'.length },
    });
    assert.deepEqual(items[0]!.labelDetails, { description: items[0]!.detail });
    assert.ok(items.some(({ kind }) => kind! > 18));
  });
});

describeServer('a client that knows commands, but no code actions', (start) => {
  it('is offered commands, which have the edit made', async () => {
    const { client, asked } = await begun(start, { workspace: { applyEdit: true } });
    await client.open(TEXT);
    const [fix] = await ask<Command[]>(client, 'codeAction', here('TAGE'));
    assert.equal(fix!.command, 'cable.server.apply');
    const { command: name, arguments: given } = fix!;
    assert.equal(
      await client.connection.sendRequest('workspace/executeCommand', { command: name, arguments: given }),
      true,
    );
    const [[method, params]] = asked as [[string, ApplyWorkspaceEditParams]];
    assert.equal(method, 'workspace/applyEdit');
    assert.equal(textAfter(params.edit), TEXT.replace('TAGE', 'TAGS'));
  });
  it('has an entry made in a glossary that is there, and no file made', async () => {
    const folder = folderOf();
    const { client } = await begun(start, { workspace: { applyEdit: true } }, inFolder(folder));
    await client.open(TEXT);
    const offered = async () =>
      (await ask<Command[]>(client, 'codeAction', here('QZX'))).filter(({ title }) => /glossary/.test(title));
    assert.deepEqual(await offered(), []);
    write(join(folder, 'cable-glossary.json'), '{}');
    const [{ arguments: given }] = (await offered()) as [Command];
    assert.deepEqual(Object.keys((given as [WorkspaceEdit])[0].changes!), [uriOf(folder, 'cable-glossary.json')]);
  });
});

describeServer('folders and settings', (start) => {
  const OFF = '{ "rules": { "header/label-spelling": "off" } }';
  const codes = async (client: Client): Promise<unknown[]> => client.codes();
  for (const [how, more] of [
    ['as workspace folders', inFolder],
    ['as the address of one root', (path: string) => ({ rootUri: pathToFileURL(path).href })],
    ['as a path', (path: string) => ({ rootPath: path })],
  ] as const)
    it(`folders are told of ${how}`, async () => {
      const folder = folderOf({ '12.cable': helsinki(12) });
      const { client } = await begun(start, NOTHING, more(folder));
      assert.equal((await client.settled()).cables, 1);
    });
  for (const [how, initializationOptions] of [
    ['by themselves', { rules: { 'header/label-spelling': 'off' }, format: { width: 50 } }],
    ['as a section', { cable: { rules: { 'header/label-spelling': 'off' }, format: { width: 50 } } }],
  ] as const)
    it(`settings come with the start, ${how}, and hold where others say nothing`, async () => {
      const { client } = await begun(start, { textDocument: { diagnostic: {} } }, { initializationOptions });
      await client.open(TEXT);
      assert.ok(!(await codes(client)).includes('header/label-spelling'));
      await client.connection.sendNotification(DidChangeConfigurationNotification.type, {
        settings: { cable: { format: { width: 60 } } },
      });
      assert.ok(!(await codes(client)).includes('header/label-spelling'));
      await client.connection.sendNotification(DidChangeConfigurationNotification.type, {
        settings: { cable: { rules: {} } },
      });
      assert.ok((await codes(client)).includes('header/label-spelling'));
    });
  it('lenses that are not wanted from the start on are not there', async () => {
    const folder = folderOf({ '1.cable': helsinki(1) });
    const initializationOptions = { codeLens: { citations: false } };
    const { client } = await begun(start, NOTHING, { ...inFolder(folder), initializationOptions });
    await client.settled();
    await client.open(helsinki(1), uriOf(folder, '1.cable'));
    assert.deepEqual(await ask(client, 'codeLens', {}, uriOf(folder, '1.cable')), []);
  });
  it('are not watched where the client cannot tell of changes', async () => {
    const { client, asked } = await begun(start, { workspace: { configuration: true } });
    await client.until(() => asked.length > 0);
    await client.symbols();
    assert.deepEqual(
      asked.map(([method]) => method),
      ['workspace/configuration'],
    );
  });
  it('files that nobody watches are looked at when one is saved', async () => {
    const folder = folderOf();
    const { client } = await begun(start, NOTHING, inFolder(folder));
    const uri = uriOf(folder, '30.cable');
    await client.open(TEXT, uri);
    const last = () => client.pushed.at(-1)?.diagnostics.map(({ code }) => code) ?? [];
    await client.until(() => last().includes('header/label-spelling'), 'the finding', 15_000);
    write(join(folder, '.cablerc.json'), OFF);
    write(join(folder, 'cable-glossary.json'), '{ "QZX": "Quay Zone Exchange" }');
    await client.connection.sendNotification(DidSaveTextDocumentNotification.type, { textDocument: { uri } });
    await client.until(() => !last().includes('header/label-spelling'), 'the finding to go', 15_000);
    const [line, character] = place(TEXT, 'QZX');
    assert.match(JSON.stringify(await client.hover(line, character, uri)), /Quay Zone Exchange/);
  });
});
