import assert from 'node:assert/strict';
import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import {
  CancellationTokenSource,
  type ClientCapabilities,
  type Diagnostic,
  ExecuteCommandRequest,
} from 'vscode-languageserver/node';
import {
  ABLE,
  type Begin,
  type Client,
  describeServer,
  describeServers,
  FERRY,
  folderOf,
  type Start,
  write,
} from './support';

const COMMAND = 'cable.server.checkWorkspace';
const ERROR = 'header/dtg-invalid-date';
const clean = FERRY.replace('310915Z', '140915Z');
const warned = clean.replace('12958: N/A', '12958: DECL: 04/14/2019');
const uriOf = (folder: string, name: string) => pathToFileURL(join(folder, name)).href;
/** Enough cables to be given to threads: of every ten, one has an error and one a warning. */
const many = (count: number): Record<string, string> =>
  Object.fromEntries(
    Array.from({ length: count }, (_, at) => [
      `in/${String(at).padStart(4, '0')}.cable`,
      at % 10 === 3 ? FERRY : at % 10 === 7 ? warned : clean,
    ]),
  );

const begun = async (start: Start, folder: string | undefined, begin: Begin = {}): Promise<Client> => {
  const client = start();
  await client.begin({ ...(folder !== undefined && { folder }), ...begin });
  return client;
};
const check = (client: Client, more: object = {}, token?: CancellationTokenSource) =>
  client.connection.sendRequest(ExecuteCommandRequest.type, { command: COMMAND, ...more }, token?.token);
/** What the client shows at last, by address; without what was taken back. */
const shown = ({ pushed }: Client): Record<string, Diagnostic[]> => {
  const last = new Map(pushed.map(({ uri, diagnostics }) => [uri, diagnostics]));
  return Object.fromEntries([...last].filter(([, diagnostics]) => diagnostics.length));
};

describeServers('the workspace check', (start) => {
  it('tells what is found in files that are not open, and how much', async () => {
    const folder = folderOf({ ...many(70), 'a.txt': FERRY, 'notes.txt': 'Buy stamps.\n', 'other.md': FERRY });
    const client = await begun(start, folder);
    assert.deepEqual(await check(client), { files: 71, errors: 8, warnings: 7, information: 0, cancelled: false });
    const found = shown(client);
    assert.equal(Object.keys(found).length, 15);
    const [error] = found[uriOf(folder, 'in/0013.cable')]!;
    // As if the file were open.
    await client.open(FERRY, 'untitled:x.cable');
    const [{ data, ...same }] = (await client.items('untitled:x.cable')) as [Diagnostic];
    assert.ok(data);
    assert.deepEqual(error, same);
    const [warning] = found[uriOf(folder, 'in/0017.cable')]!;
    assert.equal(warning!.code, 'xref/eo-decl-unclassified');
    assert.equal(warning!.relatedInformation?.[0]?.location.uri, uriOf(folder, 'in/0017.cable'));
    assert.ok(found[uriOf(folder, 'a.txt')]);
  });
});

describeServer('the workspace check', (start) => {
  it('shows nothing of a file that is open, and takes it back when one is opened', async () => {
    const names = ['a.cable', 'b.cable', 'c (1) [x]+é.cable'];
    const folder = folderOf(Object.fromEntries(names.map((name) => [name, FERRY])));
    const client = await begun(start, folder);
    await client.open(FERRY, uriOf(folder, 'a.cable'));
    assert.deepEqual((await check(client)).files, 3);
    assert.deepEqual(
      Object.keys(shown(client)).sort(),
      names
        .slice(1)
        .map((name) => uriOf(folder, name))
        .sort(),
    );
    assert.ok(!client.pushed.some(({ uri }) => uri === uriOf(folder, 'a.cable')));
    await client.open(FERRY, uriOf(folder, 'b.cable'));
    // An editor may write the same address in another way.
    const other = uriOf(folder, names[2]!).replace('(', '%28').replace(')', '%29').replace('+', '%2B');
    await client.open(FERRY, other);
    await client.until(() => Object.keys(shown(client)).length === 0, 'the end of what was shown');
    const count = client.pushed.length;
    assert.equal((await check(client)).errors, 3);
    assert.equal(client.pushed.length, count);
  });
  it('takes back what was found in a file that has changed, or is gone', async () => {
    const folder = folderOf({ 'a.cable': FERRY, 'b.cable': FERRY });
    const client = await begun(start, folder);
    assert.ok(client.watched.includes('**/*.{cable,txt}'), client.watched.join(' '));
    await check(client);
    assert.equal(Object.keys(shown(client)).length, 2);
    write(join(folder, 'a.cable'), clean);
    await client.changed(join(folder, 'a.cable'));
    await client.until(() => Object.keys(shown(client)).length === 1, 'the end of one');
    rmSync(join(folder, 'b.cable'));
    await client.changed(join(folder, 'b.cable'));
    await client.until(() => Object.keys(shown(client)).length === 0, 'the end of both');
  });
  it('takes back, the second time, what is mended, gone, ignored or turned off', async () => {
    const folder = folderOf({
      'a.cable': FERRY,
      'b.cable': FERRY,
      'old/c.cable': FERRY,
      'd.cable': FERRY,
      'e.cable': FERRY,
    });
    const client = await begun(start, folder);
    assert.equal((await check(client)).errors, 5);
    write(join(folder, 'a.cable'), clean);
    rmSync(join(folder, 'b.cable'));
    const overrides = [{ files: 'd.cable', rules: { [ERROR]: 'off' } }];
    write(join(folder, '.cablerc.json'), JSON.stringify({ ignore: ['old/'], overrides }));
    assert.deepEqual(await check(client), { files: 3, errors: 1, warnings: 0, information: 0, cancelled: false });
    assert.deepEqual(Object.keys(shown(client)), [uriOf(folder, 'e.cable')]);
    // Nothing was taken back twice.
    assert.equal(client.pushed.filter(({ diagnostics }) => diagnostics.length === 0).length, 4);
  });
  it('respects settings, and what is ignored and silenced', async () => {
    const folder = folderOf({
      ...many(80),
      '.cablerc.json': JSON.stringify({
        ignore: ['in/001*'],
        silence: [{ file: 'in/0023.cable', rule: ERROR, line: 'R 310915Z APR 09' }],
      }),
    });
    const client = await begun(start, folder, { settings: { rules: { 'xref/*': 'information' } } });
    await client.open(warned, 'untitled:x.cable');
    await client.until(async () => (await client.items('untitled:x.cable'))[0]?.severity === 3, 'the settings');
    assert.deepEqual(await check(client), { files: 70, errors: 6, warnings: 0, information: 7, cancelled: false });
    assert.ok(!shown(client)[uriOf(folder, 'in/0023.cable')]);
  });
  it('counts hints nowhere, and shows none', async () => {
    const folder = folderOf({ 'a.cable': FERRY });
    const client = await begun(start, folder, { options: { rules: { [ERROR]: 'hint' } } });
    assert.deepEqual(await check(client), { files: 1, errors: 0, warnings: 0, information: 0, cancelled: false });
    assert.deepEqual(shown(client), {});
  });
  it('of no folder, or of an empty one, is nothing', async () => {
    for (const folder of [undefined, folderOf()]) {
      const client = await begun(start, folder);
      assert.deepEqual(await check(client), { files: 0, errors: 0, warnings: 0, information: 0, cancelled: false });
      assert.deepEqual([client.pushed, client.logged], [[], []]);
    }
  });
  it('goes on where a file or a folder cannot be read, and says so in the log', async () => {
    const folder = folderOf({ 'a.cable': FERRY });
    const { symlinkSync } = await import('node:fs');
    symlinkSync('gone', join(folder, 'b.cable'));
    const client = await begun(start, folder);
    assert.equal((await check(client)).errors, 1);
    assert.equal(client.logged.length, 1);
    assert.match(client.logged[0]!, /b\.cable: no such file or folder/);
  });

  describe('progress', () => {
    const folder = folderOf(many(300));
    const complete = ({ progress }: Client) => {
      const [begin, ...others] = progress;
      const end = others.pop();
      assert.deepEqual([begin?.kind, begin?.cancellable, end?.kind], ['begin', true, 'end']);
      assert.ok(begin!.title);
      return others;
    };
    const told = async (client: Client, more?: object) => {
      await check(client, more);
      await client.until(() => client.progress.at(-1)?.kind === 'end', 'the end');
      const reports = complete(client);
      assert.ok(reports.length > 1 && reports.length <= 100, String(reports.length));
      const percentages = reports.map(({ percentage }) => percentage!);
      assert.deepEqual(
        percentages,
        [...percentages].sort((a, b) => a - b),
      );
      assert.ok(
        percentages.every((each) => Number.isInteger(each) && each >= 0 && each <= 100),
        percentages.join(),
      );
      assert.match(reports.at(-1)!.message!, /^300 of 300/);
    };
    it('is begun, reported and ended, with a token of the server', async () => told(await begun(start, folder)));
    it('with the token of the call, where the client gives one', async () => {
      const client = await begun(start, folder, { capabilities: { ...ABLE, window: {} } });
      await told(client, { workDoneToken: 'mine' });
    });
    it('is not told to a client that shows none', async () => {
      const client = await begun(start, folder, { capabilities: { ...ABLE, window: {} } as ClientCapabilities });
      assert.equal((await check(client)).files, 300);
      assert.deepEqual(client.progress, []);
    });
    it('refused does no harm', async () => {
      const client = await begun(start, folder);
      client.connection.onRequest('window/workDoneProgress/create', () => {
        throw new Error('not now');
      });
      assert.equal((await check(client)).files, 300);
    });
  });

  describe('that is cancelled', function () {
    this.timeout(30_000);
    const folder = folderOf(many(2000));
    const stopped = (result: { files: number; cancelled: boolean }) => {
      assert.equal(result.cancelled, true);
      assert.ok(result.files < 2000, `${result.files} files`);
    };
    it('by the button of its progress: stops, and the next one is whole', async () => {
      const client = await begun(start, folder);
      let token: unknown;
      client.connection.onRequest('window/workDoneProgress/create', (params: { token: unknown }) => {
        token = params.token;
        return null;
      });
      const running = check(client);
      await client.until(() => client.progress.some(({ kind }) => kind === 'report'), 'the progress');
      await client.connection.sendNotification('window/workDoneProgress/cancel', { token });
      stopped(await running);
      await client.until(() => client.progress.at(-1)?.kind === 'end', 'the end');
      const { files, errors, cancelled } = await check(client);
      assert.deepEqual([files, errors, cancelled], [2000, 200, false]);
    });
    it('with its request', async () => {
      const client = await begun(start, folder);
      const source = new CancellationTokenSource();
      const running = check(client, {}, source);
      await client.until(() => client.progress.some(({ kind }) => kind === 'report'), 'the progress');
      source.cancel();
      stopped(await running);
    });
    it('asked for twice at once, is one; requests are answered meanwhile', async () => {
      const client = await begun(start, folder);
      await client.open(FERRY);
      const results = Promise.all([check(client), check(client)]);
      await client.until(() => client.progress.some(({ kind }) => kind === 'report'), 'the progress');
      assert.deepEqual(await client.codes(), [ERROR]);
      assert.notEqual(client.progress.at(-1)?.kind, 'end');
      const [one, two] = await results;
      assert.deepEqual(one, two);
      assert.equal(client.progress.filter(({ title }) => title === 'Checking cables').length, 1);
    });
  });

  it('is refused before initialize and after shutdown; another command is refused', async () => {
    const client = start();
    await assert.rejects(check(client), { code: -32002 });
    await client.begin();
    await assert.rejects(client.connection.sendRequest(ExecuteCommandRequest.type, { command: 'cable.frobnicate' }), {
      code: -32602,
    });
    await client.shutdown();
    await assert.rejects(check(client), { code: -32600 });
  });
});
