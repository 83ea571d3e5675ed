import assert from 'node:assert/strict';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import {
  type CodeAction,
  CodeActionRequest,
  CompletionRequest,
  CompletionResolveRequest,
  DefinitionRequest,
  DidChangeConfigurationNotification,
  DidChangeWatchedFilesNotification,
  type DidChangeWatchedFilesParams,
  DocumentHighlightRequest,
  FileChangeType,
  InitializedNotification,
  InitializeRequest,
  type MarkupContent,
  ReferencesRequest,
} from 'vscode-languageserver/node';
import { type Client, describeServers, FERRY, FULL, URI } from './support';

const text = FERRY.replace('The OLRA said nothing.', 'The Harbour Pilots Guild (HPG) told the QZX. The HPG left.');
const place = (word: string, nth = 0) => {
  const before = text
    .split(word)
    .slice(0, nth + 1)
    .join(word);
  return { line: before.split('\n').length - 1, character: before.length - before.lastIndexOf('\n') };
};
const at = (word: string, nth = 0) => ({ textDocument: { uri: URI }, position: place(word, nth) });
const cardOf = async (client: Client, word: string): Promise<string> => {
  const { line, character } = place(word);
  return ((await client.hover(line, character))?.contents as MarkupContent | undefined)?.value ?? '';
};

describeServers('acronyms', (start) => {
  it('lead to their definition, their uses and highlights', async () => {
    const client = await start.ready(FULL, text);
    const definition = await client.connection.sendRequest(DefinitionRequest.type, at('HPG', 1));
    assert.deepEqual((definition as { range: { start: object } }).range.start, {
      ...place('HPG'),
      character: place('HPG').character - 1,
    });
    const context = { includeDeclaration: true };
    const uses = await client.connection.sendRequest(ReferencesRequest.type, { ...at('HPG'), context });
    assert.equal(uses?.length, 2);
    assert.equal((await client.connection.sendRequest(DocumentHighlightRequest.type, at('HPG')))?.length, 2);
  });
  it('are answered with nothing where nothing is', async () => {
    const client = await start.ready(FULL, text);
    for (const position of [
      { line: 4, character: 0 },
      { line: 9999, character: 9 },
    ]) {
      const params = { textDocument: { uri: URI }, position };
      assert.equal(await client.connection.sendRequest(DefinitionRequest.type, params), null);
      assert.deepEqual(await client.connection.sendRequest(DocumentHighlightRequest.type, params), []);
    }
  });
});

describeServers('completion', (start) => {
  it('of TAGS, explained when looked at', async () => {
    const client = await start.ready(FULL, text);
    const list = await client.connection.sendRequest(CompletionRequest.type, at('PHUM'));
    const item = (Array.isArray(list) ? list : list!.items).find(({ label }) => label === 'PREL')!;
    assert.equal(item.detail, 'External Political Relations');
    const resolved = await client.connection.sendRequest(CompletionResolveRequest.type, item);
    assert.match(String(resolved.documentation), /External Political Relations/);
  });
});

const watch = (uri: string): DidChangeWatchedFilesParams => ({ changes: [{ uri, type: FileChangeType.Changed }] });

describeServers('the glossary', (start) => {
  let folder: string;
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'cable-glossary-'));
  });
  afterEach(() => rmSync(folder, { recursive: true, force: true }));
  const inFolder = async (initializationOptions: object = {}): Promise<Client> => {
    const client = start();
    await client.connection.sendRequest(InitializeRequest.type, {
      processId: process.pid,
      rootUri: null,
      capabilities: {
        ...FULL,
        workspace: { workspaceEdit: { documentChanges: true, resourceOperations: ['create'] } },
      },
      initializationOptions,
      workspaceFolders: [{ uri: pathToFileURL(folder).href, name: 'w' }],
    });
    await client.connection.sendNotification(InitializedNotification.type, {});
    await client.open(text);
    return client;
  };
  const actions = async (client: Client, word: string): Promise<CodeAction[]> => {
    const { line, character } = place(word);
    const position = { line, character };
    return (await client.connection.sendRequest(CodeActionRequest.type, {
      textDocument: { uri: URI },
      range: { start: position, end: position },
      context: { diagnostics: [], only: ['quickfix'] },
    })) as CodeAction[];
  };

  it('of the workspace is read, and read again when it changes', async () => {
    const client = await inFolder();
    assert.equal(await cardOf(client, 'QZX'), '');
    const file = join(folder, 'cable-glossary.json');
    writeFileSync(file, '{ "QZX": "Quay Zone *Exchange*" }');
    await client.connection.sendNotification(DidChangeWatchedFilesNotification.type, watch(pathToFileURL(file).href));
    assert.match(await cardOf(client, 'QZX'), /^\*\*Quay Zone \\\*Exchange\\\*\*\*/);
  });
  it('that is broken is told in the log, and nothing else', async () => {
    writeFileSync(join(folder, 'cable-glossary.json'), '{ "QZX": 3, "HPG": ');
    const client = await inFolder();
    assert.match(await cardOf(client, 'HPG'), /Harbour Pilots Guild/);
    assert.equal(client.logged.length, 1);
    assert.match(client.logged[0]!, /^cable-glossary\.json: /);
  });
  it('of the settings is taken from clients that push them', async () => {
    const client = await inFolder();
    const settings = { cable: { glossary: { QZX: 'Quay Zone Exchange' } } };
    await client.connection.sendNotification(DidChangeConfigurationNotification.type, { settings });
    assert.match(await cardOf(client, 'QZX'), /Quay Zone Exchange/);
  });
  it('grows by an edit, or by the command of a client that asks', async () => {
    const [edit] = await actions(await inFolder(), 'QZX');
    assert.equal(edit?.title, 'Add QZX to the glossary');
    assert.ok(JSON.stringify(edit?.edit).includes(`${pathToFileURL(folder).href}/cable-glossary.json`));
    const [asked] = await actions(await inFolder({ addToGlossary: true }), 'QZX');
    assert.deepEqual(asked?.command?.arguments, ['QZX']);
    assert.deepEqual(await actions(await inFolder(), 'HPG'), []);
  });
  it('of the cable is a page', async () => {
    const client = await start.ready(FULL, text);
    assert.match(
      await client.connection.sendRequest('cable/glossary', { uri: URI }),
      /\*\*HPG\*\* \| Harbour Pilots Guild/,
    );
    assert.equal(await client.connection.sendRequest('cable/glossary', { uri: 'file:///not-open' }), null);
  });
});
