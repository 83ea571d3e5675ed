import assert from 'node:assert/strict';
import {
  type Definition,
  DidChangeWatchedFilesNotification,
  type DocumentDiagnosticReport,
  FileChangeType,
  type WorkspaceSymbol,
} from 'vscode-languageserver/node';
import type { FileRequests, FolderEntry, FoundFile } from '../../server/src/lsp/requests';
import { helsinki } from './library-cables';
import { ABLE, type Client, describeEditorFiles } from './support';

const ROOT = 'vscode-vfs://github/ann/cables';
const CITES = helsinki(2, { refs: ['09 HELSINKI 1'], text: 'See ref A para 2.' }).replace('TAGS:', 'TAGS');

describeEditorFiles('a repository far away', (start) => {
  /** Answers as an editor does whose messages are JSON; a line for each request. */
  function handOver(client: Client, files: Map<string, string>): string[] {
    const asked: string[] = [];
    const list = (folder: string): readonly FolderEntry[] | string => {
      const names = [...files.keys()].flatMap((uri) =>
        uri.startsWith(`${folder}/`) ? uri.slice(folder.length + 1) : [],
      );
      const entries = names.map((name): FolderEntry => {
        const [first, ...more] = name.split('/');
        return { name: decodeURIComponent(first!), is: more.length ? 'folder' : 'file' };
      });
      return [...new Map(entries.map((entry) => [entry.name, entry])).values()];
    };
    const read = (uri: string): FoundFile => {
      const text = files.get(uri);
      if (text === undefined) return { is: 'gone' };
      return { is: 'file', modified: 1, size: text.length, bytes: Buffer.from(text).toString('base64') };
    };
    client.connection.onRequest('cable/files/list', ({ folders }: FileRequests['cable/files/list']['params']) =>
      folders.map(list),
    );
    client.connection.onRequest('cable/files/read', ({ uris }: FileRequests['cable/files/read']['params']) => {
      asked.push(...uris);
      return uris.map(read);
    });
    return asked;
  }
  const begin = async (files: Record<string, string>) => {
    const client = start();
    const all = new Map(Object.entries(files).map(([name, text]) => [`${ROOT}/${name}`, text]));
    const asked = handOver(client, all);
    await client.begin({ folder: ROOT, capabilities: ABLE });
    const tell = (name: string, type: FileChangeType) =>
      client.connection.sendNotification(DidChangeWatchedFilesNotification.type, {
        changes: [{ uri: `${ROOT}/${name}`, type }],
      });
    return { client, files: all, asked, tell };
  };
  const rules = async (client: Client, uri: string): Promise<unknown[]> => {
    const report: DocumentDiagnosticReport = await client.connection.sendRequest('textDocument/diagnostic', {
      textDocument: { uri },
    });
    assert.equal(report.kind, 'full');
    return report.kind === 'full' ? report.items.map(({ code }) => code) : [];
  };

  it('is a library: cables are found, cited, and opened by what cites them', async () => {
    const { client, files, tell } = await begin({
      'a/1.cable': helsinki(1),
      'b c/\u00e9.cable': CITES,
      'notes.txt': 'Notes.',
    });
    const uri = [...files.keys()].find((each) => each.includes('b c'))!;
    const encoded = uri.replace('b c/\u00e9', 'b%20c/%C3%A9');
    files.set(encoded, files.get(uri)!);
    files.delete(uri);
    await tell('b%20c/%C3%A9.cable', FileChangeType.Created);
    await client.until(async () => (await client.settled()).cables === 2);
    const found: WorkspaceSymbol[] = await client.connection.sendRequest('workspace/symbol', {
      query: '09 HELSINKI 2',
    });
    assert.deepEqual(
      found.map(({ location }) => location.uri),
      [encoded],
    );
    await client.open(CITES, encoded);
    const at = CITES.slice(0, CITES.indexOf('ref A para')).split('\n');
    const places: Definition = await client.connection.sendRequest('textDocument/definition', {
      textDocument: { uri: encoded },
      position: { line: at.length - 1, character: at.at(-1)!.length + 2 },
    });
    assert.ok(Array.isArray(places) && places.length === 1, JSON.stringify(places));
    const [place] = places as unknown as { targetUri: string; targetSelectionRange: { start: { line: number } } }[];
    // Of a file that is not open: its second paragraph.
    assert.equal(place!.targetUri, `${ROOT}/a/1.cable`);
    assert.equal(helsinki(1).split('\n')[place!.targetSelectionRange.start.line], '2. The rope held.');
    files.delete(`${ROOT}/a/1.cable`);
    await tell('a/1.cable', FileChangeType.Deleted);
    await client.until(async () => (await client.settled()).cables === 1);
  });

  it('has its configurations, which the first findings go by', async () => {
    const { client, files, tell } = await begin({
      'a/1.cable': CITES,
      'a/.cablerc.json': '{ "extends": "../base.cablerc.json" }',
      'base.cablerc.json': '{ "rules": { "header/label-colon": "off" } }',
    });
    const uri = `${ROOT}/a/1.cable`;
    await client.open(CITES, uri);
    assert.ok(!(await rules(client, uri)).includes('header/label-colon'));
    const before = client.refreshes;
    files.set(`${ROOT}/base.cablerc.json`, '{}');
    await tell('base.cablerc.json', FileChangeType.Changed);
    await client.until(() => client.refreshes > before);
    assert.ok((await rules(client, uri)).includes('header/label-colon'));
  });

  it('is checked as a whole', async () => {
    const { client } = await begin({
      '1.cable': CITES,
      'drafts/2.cable': CITES,
      '.cablerc.json': '{ "ignore": ["drafts/"] }',
    });
    const result: { files: number } = await client.connection.sendRequest('workspace/executeCommand', {
      command: 'cable.server.checkWorkspace',
    });
    assert.equal(result.files, 1);
    await client.until(() =>
      client.pushed.some(({ uri, diagnostics }) => uri === `${ROOT}/1.cable` && diagnostics.length > 0),
    );
  });

  it('is asked for nothing but its own cables and what configures them', async () => {
    const { client, asked } = await begin({ '1.cable': helsinki(1), 'README.md': 'Cables' });
    await client.settled();
    assert.ok(!asked.includes(`${ROOT}/README.md`), asked.join());
    const other = 'elsewhere://archive/2.cable';
    await client.open(helsinki(2), other);
    await rules(client, other);
    assert.ok(
      asked.every((uri) => uri.startsWith(ROOT)),
      asked.join(),
    );
  });
});
