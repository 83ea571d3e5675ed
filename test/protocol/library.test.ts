import assert from 'node:assert/strict';
import { rmSync } from 'node:fs';
import { join } from 'node:path';
import type {
  CallHierarchyIncomingCall,
  CallHierarchyItem,
  CallHierarchyOutgoingCall,
  CodeLens,
  DocumentLink,
  Hover,
  Location,
  LocationLink,
  RegistrationParams,
  UnregistrationParams,
  WorkspaceSymbol,
} from 'vscode-languageserver/node';
import type { Requests } from '../../server/src/lsp/requests';
import { chain, helsinki, uriOf } from './library-cables';
import {
  ABLE,
  type Begin,
  type Client,
  describeServer,
  describeServers,
  folderOf,
  place,
  type Start,
  write,
} from './support';

const begun = async (
  start: Start,
  folder: string | readonly string[] | undefined,
  begin: Begin = {},
): Promise<Client> => {
  const client = start();
  await client.begin({ ...(folder !== undefined && { folder }), ...begin });
  return client;
};
const ask = <T>({ connection }: Client, method: string, params: object): Promise<T> =>
  connection.sendRequest(`textDocument/${method}`, params);
const own = <M extends keyof Requests>({ connection }: Client, method: M, params: Requests[M]['params']) =>
  connection.sendRequest<Requests[M]['result']>(method, params);
const at = (text: string, word: string, uri: string, nth = 0) => {
  const [line, character] = place(text, word, nth);
  return { textDocument: { uri }, position: { line, character } };
};
const symbols = ({ connection }: Client, query: string) =>
  connection.sendRequest<WorkspaceSymbol[]>('workspace/symbol', { query });
const addresses = (found: readonly WorkspaceSymbol[]): string[] =>
  found.map(({ location }) => location.uri.replace(/^.*\//, '')).sort();
/** Which cables cite a number, by the names of their files. */
const citing = async (client: Client, id: string): Promise<string[]> =>
  (await own(client, 'cable/library/citations', { id }))!.citedBy.map(({ at }) => at.uri.replace(/^.*\//, ''));

const PARA = helsinki(30, {
  refs: ['09 HELSINKI 12', '09 HELSINKI 77'],
  text: 'As in ref A para 2 and in 09HELSINKI12, nothing.\nHelsinki 000012 said so. Ref B is not here.',
});

describeServers('the library', (start) => {
  it('is read from all folders, and leads from cable to cable', async () => {
    const folder = folderOf({ 'a/12.cable': helsinki(12), 'b/30.txt': PARA, 'notes.txt': 'Buy stamps.\n' });
    const client = await begun(start, folder);
    const { phase, files, cables, total } = await client.settled();
    assert.deepEqual({ phase, files, cables, total }, { phase: 'ready', files: 3, cables: 2, total: 3 });
    const uri = uriOf(folder, 'b/30.txt');
    await client.open(PARA, uri);
    const [link] = await ask<LocationLink[]>(client, 'definition', at(PARA, '09 HELSINKI 12', uri));
    assert.equal(link!.targetUri, uriOf(folder, 'a/12.cable'));
    assert.equal(link!.targetSelectionRange.start.line, place(helsinki(12), 'FERRY 12')[0]);
    const [inside] = await ask<LocationLink[]>(client, 'definition', at(PARA, 'ref A para 2', uri));
    assert.equal(inside!.targetUri, uriOf(folder, 'a/12.cable'));
    assert.equal(inside!.targetSelectionRange.start.line, place(helsinki(12), '2. The')[0]);
    const params = {
      ...at(helsinki(12), 'HELSINKI 000012', uriOf(folder, 'a/12.cable')),
      context: { includeDeclaration: false },
    };
    await client.open(helsinki(12), params.textDocument.uri);
    const found = await ask<Location[]>(client, 'references', params);
    assert.deepEqual([...new Set(found.map((each) => each.uri))], [uri]);
    assert.equal(found.length, 2);
    const hover = await ask<Hover>(client, 'hover', at(PARA, '09 HELSINKI 12', uri));
    assert.match((hover.contents as { value: string }).value, /FERRY 12/);
  });
});

describeServer('the library', (start) => {
  it('answers links, lenses, highlights, hierarchy and symbols', async () => {
    const folder = folderOf({
      '12.cable': helsinki(12),
      '30.cable': PARA,
      '31.cable': helsinki(31, { refs: ['09 HELSINKI 30'] }),
    });
    const uri = uriOf(folder, '30.cable');
    const client = await begun(start, folder, { options: { showsReferences: true } });
    await client.settled();
    await client.open(PARA, uri);
    const links = await ask<DocumentLink[]>(client, 'documentLink', { textDocument: { uri } });
    assert.deepEqual([...new Set(links.map(({ target }) => target!.replace(/#.*/, '')))], [uriOf(folder, '12.cable')]);
    assert.ok(links.length >= 2);
    const [lens] = await ask<CodeLens[]>(client, 'codeLens', { textDocument: { uri } });
    assert.equal(lens!.command?.title, 'cited by 1 cable, cites 2 (1 not here)');
    assert.equal(lens!.command?.command, 'cable.showCiting');
    const marks = await ask<object[]>(client, 'documentHighlight', at(PARA, 'ref A', uri));
    assert.ok(marks.length >= 2);
    const [item] = await ask<CallHierarchyItem[]>(client, 'prepareCallHierarchy', at(PARA, 'HELSINKI 000030', uri));
    assert.equal(item!.uri, uri);
    const incoming = await client.connection.sendRequest<CallHierarchyIncomingCall[]>('callHierarchy/incomingCalls', {
      item,
    });
    assert.deepEqual(
      incoming.map(({ from }) => from.uri),
      [uriOf(folder, '31.cable')],
    );
    const outgoing = await client.connection.sendRequest<CallHierarchyOutgoingCall[]>('callHierarchy/outgoingCalls', {
      item,
    });
    assert.deepEqual(
      outgoing.map(({ to }) => to.uri),
      [uriOf(folder, '12.cable')],
    );
    assert.equal((await symbols(client, '09HELSINKI31'))[0]?.location.uri, uriOf(folder, '31.cable'));
    assert.deepEqual(await symbols(client, ''), []);
  });
  it('lists groups, cables, citations and the graph for its view', async () => {
    const folder = folderOf(chain(5));
    const client = await begun(start, folder);
    await client.settled();
    const { groups, size } = await own(client, 'cable/library/groups', { by: 'post', within: [], filter: '' });
    assert.deepEqual([size, groups.map(({ key, count }) => [key, count])], [5, [['HELSINKI', 5]]]);
    const { cables, total } = await own(client, 'cable/library/cables', {
      within: [{ by: 'post', key: 'HELSINKI' }],
      filter: 'ferry',
      offset: 1,
      limit: 2,
    });
    assert.deepEqual([cables.length, total], [2, 5]);
    const around = await own(client, 'cable/library/citations', { uri: uriOf(folder, '0/3.cable') });
    assert.deepEqual(
      [around?.citedBy.map(({ id }) => id), around?.cites.map(({ id }) => id)],
      [['09HELSINKI4'], ['09HELSINKI2']],
    );
    const graph = await own(client, 'cable/library/graph', {
      which: { uri: uriOf(folder, '0/3.cable') },
      depth: 1,
      limit: 50,
    });
    assert.deepEqual(graph?.nodes.map(({ id }) => id).sort(), ['09HELSINKI2', '09HELSINKI3', '09HELSINKI4']);
  });
  it('finds a cable by its number, and its copies', async () => {
    const folder = folderOf({ '1.cable': helsinki(1), 'b/1.txt': helsinki(1), '2.cable': helsinki(2) });
    const client = await begun(start, folder);
    await client.settled();
    const copies = (name: string) => own(client, 'cable/library/copies', { uri: uriOf(folder, name) });
    assert.deepEqual(await copies('1.cable'), [uriOf(folder, 'b/1.txt')]);
    assert.deepEqual([await copies('2.cable'), await copies('9.cable')], [[], []]);
    const best = await own(client, 'cable/library/find', { id: '09HELSINKI1' });
    assert.deepEqual([best?.uri, best?.range.start.line], [uriOf(folder, '1.cable'), place(helsinki(1), 'FERRY 1')[0]]);
    assert.equal(await own(client, 'cable/library/find', { id: '09HELSINKI9' }), null);
  });
  it('tells its view of changes, and asks for lenses anew', async () => {
    const folder = folderOf(chain(3));
    const client = start();
    const told: { state: { cables: number; phase: string }; revision: number }[] = [];
    client.connection.onNotification('cable/library/changed', (params) => void told.push(params));
    await client.begin({ folder, options: { showsLibrary: true } });
    await client.until(() => told.at(-1)?.state.cables === 3 && told.at(-1)?.state.phase === 'ready', 'the library');
    await client.until(() => client.lensRefreshes > 0, 'the lenses');
    const [count, { revision }] = [client.lensRefreshes, told.at(-1)!];
    write(join(folder, '9.cable'), helsinki(9));
    await client.changed(join(folder, '9.cable'));
    await client.until(() => told.at(-1)!.state.cables === 4, 'the new cable');
    assert.notEqual(told.at(-1)!.revision, revision);
    await client.until(() => client.lensRefreshes > count, 'the lenses');
  });
  it('has links once it is read, and others once it is another', async () => {
    const folder = folderOf(chain(3));
    const client = start();
    const textDocument = { ...ABLE.textDocument, documentLink: { dynamicRegistration: true } };
    const { capabilities } = await client.begin({ folder, capabilities: { ...ABLE, textDocument } });
    assert.equal(capabilities.documentLinkProvider, undefined);
    const [known, renewed] = [new Set<string>(), [] as string[]];
    client.connection.onRequest('client/registerCapability', ({ registrations }: RegistrationParams) => {
      for (const { method, id } of registrations) if (method === 'textDocument/documentLink') known.add(id);
    });
    client.connection.onRequest('client/unregisterCapability', ({ unregisterations }: UnregistrationParams) => {
      for (const { id } of unregisterations) if (known.delete(id)) renewed.push(id);
    });
    await client.until(() => known.size === 1, 'the provider');
    write(join(folder, '9.cable'), helsinki(9));
    await client.changed(join(folder, '9.cable'));
    await client.until(() => renewed.length === 1 && known.size === 1, 'a new provider');
  });
  it('is told to nobody who does not show it', async () => {
    const client = start();
    let told = 0;
    client.connection.onNotification('cable/library/changed', () => void told++);
    await client.begin({ folder: folderOf(chain(2)), capabilities: {} });
    assert.equal((await client.settled()).cables, 2);
    await client.until(async () => (await symbols(client, 'ferry')).length === 2, 'the cables');
    assert.deepEqual([told, client.lensRefreshes, client.watched], [0, 0, []]);
  });

  describe('keeps up with files', () => {
    it('that are added, changed, renamed and deleted', async () => {
      const folder = folderOf({ '1.cable': helsinki(1) });
      const client = await begun(start, folder);
      assert.ok(client.watched.includes('**/*.{cable,txt}'));
      await client.until(() => client.watched.includes('**/*'), 'the watching of folders');
      await client.settled();
      const file = (name: string) => join(folder, name);
      write(file('2.txt'), helsinki(2, { refs: ['09 HELSINKI 1'] }));
      await client.changed(file('2.txt'));
      await client.until(async () => (await citing(client, '09HELSINKI1')).join() === '2.txt', 'the new file');
      write(file('2.txt'), helsinki(2, { refs: ['09 HELSINKI 5'] }));
      await client.changed(file('2.txt'));
      await client.until(async () => (await citing(client, '09HELSINKI5')).join() === '2.txt', 'the changed file');
      assert.deepEqual(await citing(client, '09HELSINKI1'), []);
      write(file('3.cable'), helsinki(2, { refs: ['09 HELSINKI 5'] }));
      rmSync(file('2.txt'));
      await client.changed(file('2.txt'), file('3.cable'));
      await client.until(async () => (await citing(client, '09HELSINKI5')).join() === '3.cable', 'the renamed file');
      rmSync(file('3.cable'));
      await client.changed(file('3.cable'));
      await client.until(async () => (await citing(client, '09HELSINKI5')).length === 0, 'the end of the file');
      assert.deepEqual((await client.settled()).files, 1);
    });
    it('whose folder is renamed, deleted or made', async () => {
      const folder = folderOf({
        'old/in/1.cable': helsinki(1),
        'old/2.cable': helsinki(2),
        'older/3.cable': helsinki(3),
      });
      const client = await begun(start, folder);
      await client.settled();
      const { renameSync } = await import('node:fs');
      renameSync(join(folder, 'old'), join(folder, 'Vol. 1'));
      await client.created(join(folder, 'Vol. 1'));
      await client.changed(join(folder, 'old'));
      await client.until(async () => addresses(await symbols(client, 'ferry')).length === 3, 'the renamed folder');
      await client.settled();
      const found = (await symbols(client, 'ferry')).map(({ location }) => location.uri).sort();
      assert.deepEqual(
        found,
        ['Vol. 1/2.cable', 'Vol. 1/in/1.cable', 'older/3.cable'].map((name) => uriOf(folder, name)),
      );
      rmSync(join(folder, 'Vol. 1'), { recursive: true });
      await client.changed(join(folder, 'Vol. 1'));
      await client.until(async () => (await symbols(client, 'ferry')).length === 1, 'the end of the folder');
      assert.equal((await client.settled()).files, 1);
    });
    it('by thousands at once', async function () {
      this.timeout(60_000);
      const folder = folderOf({ 'a.cable': helsinki(5000) });
      const client = await begun(start, folder);
      await client.settled();
      const names = Object.entries(chain(2100)).map(([name, text]) => {
        write(join(folder, name), text);
        return join(folder, name);
      });
      await client.changed(...names);
      await client.until(async () => (await client.settled()).cables === 2101, 'all of them', 40_000);
    });
    it('that do not belong to it: it stays as it is', async () => {
      const folder = folderOf({ '1.cable': helsinki(1) });
      const client = await begun(start, folder);
      await client.settled();
      const names = ['node_modules/2.cable', '.git/2.cable', 'other.md', 'notes.txt'];
      for (const name of names) write(join(folder, name), name === 'notes.txt' ? 'Buy stamps.\n' : helsinki(2));
      write(join(folder, '3.cable'), helsinki(3));
      await client.changed(...[...names, '3.cable', 'never.cable', 'never'].map((name) => join(folder, name)));
      await client.until(async () => (await client.settled()).cables === 2, 'the one that does');
      assert.deepEqual(addresses(await symbols(client, 'ferry')), ['1.cable', '3.cable']);
      assert.deepEqual(client.logged, []);
    });
    it('though the client watches none: what an answer leads to is looked at again', async () => {
      const folder = folderOf({ '1.cable': helsinki(1), '2.cable': helsinki(2, { refs: ['09 HELSINKI 1'] }) });
      const client = await begun(start, folder, {
        capabilities: { textDocument: { definition: { linkSupport: false } } },
      });
      await client.settled();
      const uri = 'untitled:x.cable';
      const text = helsinki(3, { refs: ['09 HELSINKI 1'] });
      await client.open(text, uri);
      const from = at(text, '09 HELSINKI 1', uri);
      const lineOf = async () => (await ask<Location[]>(client, 'definition', from))[0]!.range.start.line;
      const line = await lineOf();
      write(join(folder, '1.cable'), `\n\n${helsinki(1)}`);
      assert.equal(await lineOf(), line + 2);
      write(join(folder, '2.cable'), helsinki(2));
      const citers = async () =>
        (await ask<Location[]>(client, 'references', { ...from, context: { includeDeclaration: false } })).filter(
          (each) => each.uri !== uri,
        );
      assert.deepEqual(await citers(), []);
      rmSync(join(folder, '1.cable'));
      const left = (await ask<Location[] | null>(client, 'definition', from)) ?? [];
      assert.ok(!left.some((each) => each.uri === uriOf(folder, '1.cable')));
      // Files that are new are found by the command.
      write(join(folder, '4.cable'), helsinki(1));
      await client.connection.sendRequest('workspace/executeCommand', { command: 'cable.server.readLibrary' });
      assert.equal((await ask<Location[]>(client, 'definition', from))[0]?.uri, uriOf(folder, '4.cable'));
    });
  });

  describe('has open documents', () => {
    it('as they are in the editor, saved or not, and files again when they are closed', async () => {
      const folder = folderOf({ '1.cable': helsinki(1), '2 (+).cable': helsinki(2) });
      const client = await begun(start, folder);
      await client.settled();
      // An editor may write the same address in another way.
      const uri = uriOf(folder, '2 (+).cable').replace('(', '%28').replace(')', '%29').replace('+', '%2B');
      await client.open(helsinki(2, { refs: ['09 HELSINKI 1'] }), uri);
      await client.until(async () => (await citing(client, '09HELSINKI1')).length === 1, 'the open document');
      assert.equal((await client.settled()).cables, 2);
      // What is written meanwhile does not count.
      write(join(folder, '2 (+).cable'), helsinki(2, { refs: ['09 HELSINKI 8'] }));
      await client.changed(join(folder, '2 (+).cable'));
      await client.settled();
      assert.deepEqual([(await citing(client, '09HELSINKI1')).length, await citing(client, '09HELSINKI8')], [1, []]);
      await client.close(uri);
      await client.until(async () => (await citing(client, '09HELSINKI8')).length === 1, 'the closed document');
      assert.deepEqual(await citing(client, '09HELSINKI1'), []);
    });
    it('that no folder has, as long as they are open', async () => {
      const client = await begun(start, folderOf());
      await client.settled();
      const elsewhere = folderOf({ '7.cable': helsinki(7, { refs: ['09 HELSINKI 6'] }) });
      await client.open(helsinki(6), 'untitled:six.cable');
      await client.open(helsinki(7, { refs: ['09 HELSINKI 6'] }), uriOf(elsewhere, '7.cable'));
      await client.open(helsinki(8, { refs: ['09 HELSINKI 6'] }), 'git:/8.cable?HEAD');
      assert.deepEqual([(await client.settled()).cables, await citing(client, '09HELSINKI6')], [2, ['7.cable']]);
      await client.close(uriOf(elsewhere, '7.cable'));
      await client.close('untitled:six.cable');
      await client.until(async () => (await client.settled()).cables === 0, 'the end of both');
    });
    it('but not where there is no folder: then there is none', async () => {
      const client = await begun(start, undefined);
      await client.open(PARA, 'untitled:x.cable');
      const { phase, cables } = await client.settled();
      assert.deepEqual([phase, cables], ['off', 0]);
      const textDocument = { uri: 'untitled:x.cable' };
      assert.deepEqual(await ask<CodeLens[]>(client, 'codeLens', { textDocument }), []);
      const { contents } = await ask<Hover>(client, 'hover', at(PARA, '09 HELSINKI 12', textDocument.uri));
      assert.doesNotMatch((contents as { value: string }).value, /library/);
    });
    it('and their changes, and takes the text that a file has where a folder is read again', async () => {
      const folder = folderOf({ '1.cable': helsinki(1) });
      const client = await begun(start, folder);
      const uri = uriOf(folder, '1.cable');
      await client.open(helsinki(1), uri);
      await client.changeIn(uri, { text: helsinki(1, { refs: ['08 OSLO 5'] }) });
      await client.until(async () => (await citing(client, '08OSLO5')).length === 1, 'the change');
      await client.connection.sendRequest('workspace/executeCommand', { command: 'cable.server.readLibrary' });
      assert.deepEqual(await citing(client, '08OSLO5'), ['1.cable']);
    });
  });

  it('a reference that it has not is a finding, once it is read, where the rule is on', async () => {
    const folder = folderOf({ '30.cable': PARA });
    const client = await begun(start, folder, { settings: { rules: { 'xref/ref-not-here': 'information' } } });
    await client.settled();
    await client.open(PARA, uriOf(folder, '30.cable'));
    const ids = async () =>
      (await client.items(uriOf(folder, '30.cable'))).flatMap(({ code, message }) =>
        code === 'xref/ref-not-here' ? String(message).split(' ')[0] : [],
      );
    assert.deepEqual((await ids()).sort(), ['09HELSINKI12', '09HELSINKI77']);
    const before = client.refreshes;
    write(join(folder, '12.cable'), helsinki(12));
    await client.changed(join(folder, '12.cable'));
    await client.until(() => client.refreshes > before, 'the news');
    assert.deepEqual(await ids(), ['09HELSINKI77']);
  });
});
