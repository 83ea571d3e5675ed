/** What a client is served that says nothing of itself, beside one that says that it can do everything. */
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import {
  type ApplyWorkspaceEditParams,
  type ClientCapabilities,
  type CodeLens,
  type Command,
  type CompletionList,
  type Diagnostic,
  DidChangeConfigurationNotification,
  DidSaveTextDocumentNotification,
  type DocumentSymbol,
  type InitializeParams,
  type InitializeResult,
  type LocationLink,
  type Position,
  type ShowDocumentParams,
  type ShowMessageParams,
  type ShowMessageRequestParams,
  type StarRequestHandler,
  type SymbolInformation,
  type TextEdit,
  type WorkspaceEdit,
} from 'vscode-languageserver/node';
import { helsinki, uriOf } from './library-cables';
import { ABLE, applied, type Client, describeServer, folderOf, place, root, type Start, URI, write } from './support';

const NOTHING: ClientCapabilities = {};
const EVERYTHING: ClientCapabilities = {
  ...ABLE,
  textDocument: { ...ABLE.textDocument, rename: { prepareSupport: true } },
  workspace: { ...ABLE.workspace, applyEdit: true },
  window: { ...ABLE.window, showDocument: { support: true } },
};
/** Words in capitals that nobody knows, an order that contradicts the classification, a label that is misspelt. */
const TEXT = helsinki(30, {
  refs: ['09 HELSINKI 12'],
  text: 'As in ref A, the QZX and the Harbour Pilots Guild (HPG)\nsaid nothing.',
})
  .replace('E.O. 12958: N/A', 'E.O. 12958: DECL: 04/14/2019')
  .replace('TAGS', 'TAGE')
  .replace('OAKES', 'COMMENT\n-------\n\n3. (U) Wait. END COMMENT.\n\nOAKES');

/** A client that keeps what the server asks of it beyond answers. */
async function begun(start: Start, capabilities: ClientCapabilities, more: Partial<InitializeParams> = {}) {
  const client = start();
  const asked: [method: string, params: unknown][] = [];
  const told: ShowMessageParams[] = [];
  const answers = new Map<string, unknown>([['workspace/applyEdit', { applied: true }]]);
  const all: StarRequestHandler = (method, params) => {
    asked.push([method, params]);
    return answers.get(method) ?? null;
  };
  (client.connection as unknown as { onRequest(handler: StarRequestHandler): void }).onRequest(all);
  client.connection.onNotification('window/showMessage', (params: ShowMessageParams) => void told.push(params));
  const params = { processId: process.pid, rootUri: null, capabilities, ...more };
  const { capabilities: served } = await client.connection.sendRequest<InitializeResult>('initialize', params);
  await client.connection.sendNotification('initialized', {});
  return { client, served, asked, told, answers };
}
const ask = <T>({ connection }: Client, method: string, params: object, uri = URI): Promise<T> =>
  connection.sendRequest(`textDocument/${method}`, { textDocument: { uri }, ...params });
const command = <T>({ connection }: Client, name: string, ...given: unknown[]): Promise<T> =>
  connection.sendRequest('workspace/executeCommand', { command: `cable.server.${name}`, arguments: given });
const at = (word: string, text = TEXT): { position: Position } => {
  const [line, character] = place(text, word);
  return { position: { line, character } };
};
const here = (word: string) => {
  const { position } = at(word);
  return { range: { start: position, end: position }, context: { diagnostics: [] } };
};
const messageOf = ({ message }: Diagnostic): string => (typeof message === 'string' ? message : message.value);
const textAfter = ({ changes }: WorkspaceEdit, text = TEXT): string => applied(text, changes![URI]!);
const inFolder = (folder: string) => ({ workspaceFolders: [{ uri: pathToFileURL(folder).href, name: 'w' }] });

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
