import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import {
  chmodSync,
  copyFileSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { CancellationTokenSource, type WorkspaceSymbol } from 'vscode-languageserver/node';
import type { LibraryState } from '../../server/src/lsp/requests';
import { chain, helsinki } from './library-cables';
import { ABLE, type Begin, type Client, describeServer, folderOf, pause, type Start, write } from './support';

const begun = async (
  start: Start,
  folder: string | readonly string[] | undefined,
  begin: Begin = {},
): Promise<Client> => {
  const client = start();
  await client.begin({ ...(folder !== undefined && { folder }), ...begin });
  return client;
};
const state = ({ connection }: Client): Promise<LibraryState> => connection.sendRequest('cable/libraryState', {});
const readAgain = ({ connection }: Client, token?: CancellationTokenSource): Promise<LibraryState> =>
  connection.sendRequest(
    'workspace/executeCommand',
    { command: 'cable.server.readLibrary' },
    (token ?? new CancellationTokenSource()).token,
  );
/** The files that have a cable with that word, by their names. */
const found = async ({ connection }: Client, query: string): Promise<string[]> =>
  (await connection.sendRequest<WorkspaceSymbol[]>('workspace/symbol', { query }))
    .map(({ location }) => location.uri.replace(/^.*\//, ''))
    .sort();

describeServer('reading the library', (start) => {
  it('takes what is a cable, passes over what is none, and says once what it cannot read', async function () {
    if (process.platform === 'win32') return this.skip();
    const folder = folderOf({
      '1.cable': helsinki(1),
      '2.txt': helsinki(2),
      'notes.txt': 'Buy stamps.\n',
      '3.md': helsinki(3),
      'binary.cable': 'R 140915Z\0',
      'binary.txt': 'R 140915Z\0',
      'empty.cable': '',
      '.hidden/4.cable': helsinki(4),
      'node_modules/x/5.cable': helsinki(5),
    });
    mkdirSync(join(folder, 'folder.cable'));
    write(join(folder, 'folder.cable', '6.cable'), helsinki(6));
    execFileSync('mkfifo', [join(folder, 'pipe.cable')]);
    symlinkSync(folder, join(folder, 'loop'));
    symlinkSync(join(folder, '1.cable'), join(folder, 'link.cable'));
    symlinkSync('gone', join(folder, 'broken.cable'));
    symlinkSync(join(folder, 'pipe.cable'), join(folder, 'pipe-link.cable'));
    const client = await begun(start, folder);
    await client.settled();
    assert.deepEqual(await found(client, 'ferry'), ['1.cable', '2.txt', '6.cable', 'link.cable']);
    const logged = client.logged.map((line) => line.replace(`${folder}/`, '')).sort();
    assert.deepEqual(logged, ['binary.cable: binary file, skipped', 'broken.cable: no such file or folder']);
    await readAgain(client);
    assert.equal(client.logged.length, 2);
  });
  it('goes on where a file or a folder may not be read', async function () {
    if (process.platform === 'win32' || process.getuid?.() === 0) return this.skip();
    const folder = folderOf({ '1.cable': helsinki(1), '2.cable': helsinki(2), 'in/3.cable': helsinki(3) });
    chmodSync(join(folder, '2.cable'), 0);
    chmodSync(join(folder, 'in'), 0);
    const client = await begun(start, folder);
    await client.settled();
    chmodSync(join(folder, 'in'), 0o700);
    assert.deepEqual(await found(client, 'ferry'), ['1.cable']);
    assert.equal(client.logged.length, 2, client.logged.join('\n'));
  });
  it('reads no file of more than 64 MB', async () => {
    const folder = folderOf({ '1.cable': helsinki(1), '2.cable': helsinki(2) });
    execFileSync(process.execPath, ['-e', `fs.truncateSync(${JSON.stringify(join(folder, '2.cable'))}, 65 << 20)`]);
    const client = await begun(start, folder);
    assert.deepEqual([(await client.settled()).files, await found(client, 'ferry')], [2, ['1.cable']]);
    assert.match(client.logged.join(), /2\.cable: larger than 64 MB/);
  });
  it('of no folder, and of a whole drive, is not done', async () => {
    for (const folder of [undefined, '/']) {
      const client = await begun(start, folder);
      const { phase, files } = await client.settled();
      assert.deepEqual([phase, files, client.logged.length], ['off', 0, folder === undefined ? 0 : 1]);
    }
  });

  describe('as the settings say', () => {
    const files = {
      '1.cable': helsinki(1),
      'drafts/2.cable': helsinki(2),
      'in/drafts/3.cable': helsinki(3),
      'in/4-old.cable': helsinki(4),
      'node_modules/5.cable': helsinki(5),
      '.gitignore': 'drafts/\n*-old.cable\n',
      'in/.gitignore': '!4-old.cable\n',
    };
    const cases: [what: string, settings: object, left: string[]][] = [
      ['nothing', {}, ['1.cable', '2.cable', '3.cable', '4-old.cable']],
      ['`.gitignore` files', { useIgnoreFiles: true }, ['1.cable', '4-old.cable']],
      ['globs', { exclude: ['**/drafts/**'] }, ['1.cable', '4-old.cable', '5.cable']],
      ['names', { exclude: ['node_modules', '*-old.cable'] }, ['1.cable', '2.cable', '3.cable']],
      ['what cannot be read', { exclude: 'x', useIgnoreFiles: 'y' }, ['1.cable', '2.cable', '3.cable', '4-old.cable']],
      ['that there is none', { enabled: false }, []],
    ];
    for (const [what, library, left] of cases)
      it(what, async () => {
        const client = await begun(start, folderOf(files), { settings: { library } });
        await client.settled();
        assert.deepEqual(await found(client, 'ferry'), left);
        assert.equal(client.logged.length, what === 'what cannot be read' ? 2 : 0, client.logged.join('\n'));
      });
    it('also when they change, and for files that are new', async () => {
      const folder = folderOf(files);
      const client = await begun(start, folder, { settings: { library: { exclude: ['**/in/**'] } } });
      await client.settled();
      write(join(folder, 'in/6.cable'), helsinki(6));
      write(join(folder, '7.cable'), helsinki(7));
      await client.created(join(folder, 'in/6.cable'), join(folder, '7.cable'));
      await client.until(async () => (await found(client, 'ferry')).includes('7.cable'), 'the new file');
      assert.deepEqual(await found(client, 'ferry'), ['1.cable', '2.cable', '5.cable', '7.cable']);
      const change = async (library: object) => {
        client.settings = { library };
        await client.connection.sendNotification('workspace/didChangeConfiguration', { settings: null });
      };
      await change({ exclude: ['**/drafts/**', '**/node_modules/**'] });
      await client.until(
        async () => (await found(client, 'ferry')).includes('6.cable'),
        'what is not excluded any more',
      );
      await client.settled();
      assert.deepEqual(await found(client, 'ferry'), ['1.cable', '4-old.cable', '6.cable', '7.cable']);
      await change({ enabled: false });
      await client.until(async () => (await state(client)).phase === 'off', 'the end of the library');
      assert.deepEqual(await found(client, 'ferry'), []);
    });
  });

  it('of several folders, one within another, one added and one removed', async () => {
    const [one, two] = [
      folderOf({ '1.cable': helsinki(1), 'in/2.cable': helsinki(2) }),
      folderOf({ '3.cable': helsinki(3) }),
    ];
    const client = await begun(start, [one, two, join(one, 'in')]);
    await client.settled();
    assert.deepEqual(await found(client, 'ferry'), ['1.cable', '2.cable', '3.cable']);
    const three = folderOf({ '4.cable': helsinki(4) });
    const change = (added: string[], removed: string[]) => {
      const named = (paths: string[]) => paths.map((path) => ({ uri: pathToFileURL(path).href, name: 'x' }));
      const event = { added: named(added), removed: named(removed) };
      return client.connection.sendNotification('workspace/didChangeWorkspaceFolders', { event });
    };
    await change([three], [two]);
    await client.settled();
    assert.deepEqual(await found(client, 'ferry'), ['1.cable', '2.cable', '4.cable']);
    await change([], [one]);
    await client.settled();
    assert.deepEqual(await found(client, 'ferry'), ['2.cable', '4.cable']);
    await change([], [three, join(one, 'in')]);
    assert.equal((await client.settled()).phase, 'off');
    assert.deepEqual(await found(client, 'ferry'), []);
  });

  describe('is kept', () => {
    const kept = (storage: string): string => {
      const names = readdirSync(storage).filter((name) => !name.endsWith('.tmp'));
      assert.equal(names.length, 1, names.join());
      return join(storage, names[0]!);
    };
    /** Starts, waits, ends. */
    const once = async (folder: string, storage: string): Promise<LibraryState & { logged: readonly string[] }> => {
      const client = await begun(start, folder, { options: { storage } });
      const after = await client.settled();
      await client.shutdown();
      return { ...after, logged: client.logged };
    };
    const old = new Date(Date.now() - 60_000);
    /** Files of some age: what has just been written may still change unseen. */
    const aged = (files: Record<string, string>): string => {
      const folder = folderOf(files);
      for (const name of Object.keys(files)) utimesSync(join(folder, name), old, old);
      return folder;
    };

    it('and read again only where files are others', async () => {
      const [folder, storage] = [aged(chain(20)), folderOf()];
      assert.equal((await once(folder, storage)).total, 20);
      const again = await once(folder, storage);
      assert.deepEqual([again.total, again.files, again.cables], [0, 20, 20]);
      write(join(folder, '0/3.cable'), helsinki(3, { subject: 'NO BOAT' }));
      write(join(folder, 'new.cable'), helsinki(21));
      rmSync(join(folder, '0/4.cable'));
      const client = await begun(start, folder, { options: { storage } });
      const { files, total } = await client.settled();
      assert.deepEqual([files, total <= 2], [20, true]);
      assert.deepEqual(await found(client, 'boat'), ['3.cable']);
      assert.ok(!(await found(client, 'ferry')).includes('4.cable'));
    });
    it('and then comes without anything to be seen', async () => {
      const [folder, storage] = [aged(chain(1500)), folderOf()];
      await once(folder, storage);
      const client = await begun(start, folder, { options: { storage } });
      const { total, cables } = await client.settled();
      assert.deepEqual([total, cables, client.progress], [0, 1500, []]);
    });
    for (const [what, spoil] of [
      ['damaged', (bytes: Buffer) => bytes.fill(7, bytes.length >> 1, (bytes.length >> 1) + 64)],
      ['cut', (bytes: Buffer) => bytes.subarray(0, bytes.length - 100)],
      ['empty', () => Buffer.alloc(0)],
      ['of another program', (bytes: Buffer) => Buffer.concat([Buffer.from('cable library another one\n'), bytes])],
      ['no library at all', () => Buffer.from('Buy stamps.\n'.repeat(1000))],
    ] as const)
      it(`and read anew where what was kept is ${what}`, async () => {
        const [folder, storage] = [aged(chain(20)), folderOf()];
        await once(folder, storage);
        writeFileSync(kept(storage), spoil(readFileSync(kept(storage))));
        const after = await once(folder, storage);
        assert.deepEqual([after.total, after.cables, after.logged], [20, 20, []]);
        assert.equal((await once(folder, storage)).total, 0);
      });
    it('apart for each set of folders', async () => {
      const [one, two, storage] = [aged(chain(3)), aged(chain(4)), folderOf()];
      await once(one, storage);
      assert.equal((await once(two, storage)).total, 4);
      assert.equal(readdirSync(storage).length, 2);
      copyFileSync(join(storage, readdirSync(storage)[0]!), join(storage, 'other.bin'));
      assert.equal((await once(one, storage)).total, 0);
    });
    it('where it can be: else a line says so', async () => {
      const folder = aged(chain(3));
      const storage = join(folder, '0/1.cable');
      const { cables, logged } = await once(folder, storage);
      assert.equal(cables, 3);
      assert.equal(logged.length, 1, logged.join('\n'));
      assert.match(logged[0]!, /the library is not kept: /);
    });
    it('whole by each of two windows', async () => {
      const [folder, storage] = [aged(chain(300)), folderOf()];
      await Promise.all([once(folder, storage), once(folder, storage)]);
      assert.deepEqual(
        readdirSync(storage).filter((name) => name.endsWith('.tmp')),
        [],
      );
      const client = await begun(start, folder, { options: { storage } });
      assert.deepEqual([(await client.settled()).total, (await client.settled()).cables], [0, 300]);
    });
  });

  describe('many cables', function () {
    this.timeout(60_000);
    const folder = folderOf(chain(4000));
    it('tells how far it is, and answers meanwhile', async () => {
      const client = await begun(start, folder);
      await client.open(helsinki(1));
      await client.until(async () => (await state(client)).total > 0, 'the reading');
      let [slowest, count] = [0, 0];
      for (; (await state(client)).phase === 'reading'; count++) {
        const begun = performance.now();
        assert.ok((await client.symbols()).length > 0);
        slowest = Math.max(slowest, performance.now() - begun);
        await pause(10);
      }
      assert.ok(count > 3, String(count));
      assert.ok(slowest < 500, `${slowest} ms`);
      await client.until(() => client.progress.at(-1)?.kind === 'end', 'the end');
      const [begin, ...others] = client.progress;
      others.pop();
      assert.deepEqual(
        [begin!.kind, begin!.title, begin!.cancellable],
        ['begin', 'Reading the library of cables', true],
      );
      assert.ok(others.length > 0);
      for (const { message } of others) assert.match(message!, /^\d+ of \d+/);
      // With the one that is open, elsewhere.
      assert.equal((await client.settled()).cables, 4001);
    });
    it('stops when it is told to, and what was read can be used', async () => {
      const client = await begun(start, folder, { options: { storage: folderOf() } });
      let token: unknown;
      client.connection.onRequest('window/workDoneProgress/create', (params: { token: unknown }) => {
        token = params.token;
        return null;
      });
      await client.until(() => client.progress.some(({ kind }) => kind === 'report'), 'the progress');
      await client.connection.sendNotification('window/workDoneProgress/cancel', { token });
      const { cables, phase } = await client.settled();
      assert.equal(phase, 'ready');
      assert.ok(cables > 0 && cables < 4000, String(cables));
      assert.ok((await found(client, 'ferry')).length > 0);
      await readAgain(client);
      assert.equal((await state(client)).cables, 4000);
    });
    it('stops with the request that asked for it', async () => {
      const client = await begun(start, folder, { capabilities: { ...ABLE, window: {} } });
      await client.settled();
      const source = new CancellationTokenSource();
      const again = readAgain(client, source);
      await client.until(async () => (await state(client)).done > 0, 'the reading');
      source.cancel();
      const { done, total } = await again;
      assert.ok(done < total || total < 4000, `${done} of ${total}`);
      assert.deepEqual([(await state(client)).cables, client.progress], [4000, []]);
    });
  });
});
