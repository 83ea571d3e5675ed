/** The library while the disk, its files and other windows do what they can. */
import assert from 'node:assert/strict';
import { execFileSync, spawn } from 'node:child_process';
import { readdirSync, readFileSync, truncateSync, utimesSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { WorkspaceSymbol } from 'vscode-languageserver/node';
import { chain, helsinki } from './library-cables';
import { Client, describeServer, folderOf, root, type Start, write } from './support';

const old = new Date(Date.now() - 60_000);
/** Files of some age: what has just been written may still change unseen. */
const aged = (files: Record<string, string>): string => {
  const folder = folderOf(files);
  for (const name of Object.keys(files)) utimesSync(join(folder, name), old, old);
  return folder;
};
const isWindows = process.platform === 'win32';

describeServer('a library', (start: Start) => {
  const found = async (client: Client, query: string): Promise<string[]> => {
    const all = await client.connection.sendRequest<WorkspaceSymbol[]>('workspace/symbol', { query });
    return all.map(({ location }) => location.uri.slice(location.uri.lastIndexOf('/') + 1)).sort();
  };

  it('is the same in two windows that keep it in one place, at the same time, again and again', async () => {
    const [folder, storage] = [aged(chain(150)), folderOf()];
    for (let round = 0; round < 2; round++) {
      const windows = [start(), start(), start()];
      await Promise.all(windows.map((client) => client.begin({ folder, options: { storage } })));
      for (const [at, client] of windows.entries()) {
        const { files, cables, phase } = await client.settled();
        assert.deepEqual([files, cables, phase], [150 + round, 150 + round, 'ready'], `window ${at} of round ${round}`);
        assert.deepEqual(await found(client, 'ferry 150'), ['150.cable']);
      }
      const path = join(folder, 'new', `${round}.cable`);
      write(path, helsinki(900 + round));
      utimesSync(path, old, old);
      await Promise.all(windows.map((client) => client.created(path)));
      for (const client of windows) assert.equal((await client.settled()).files, 151 + round);
      // All of them write it at once.
      await Promise.all(windows.map((client) => client.shutdown()));
      for (const client of windows) assert.deepEqual(client.logged, []);
      const kept = readdirSync(storage);
      assert.ok(kept.length === 1 && kept[0]!.endsWith('.bin'), kept.join());
    }
    const last = start();
    await last.begin({ folder, options: { storage } });
    const { total, cables } = await last.settled();
    assert.deepEqual([total, cables], [0, 152], 'what is kept is whole');
  }).timeout(180_000);

  it('is not lost with a window that is killed while it is written', async () => {
    const [folder, storage] = [aged(chain(400)), folderOf()];
    const first = start();
    await first.begin({ folder, options: { storage } });
    await first.settled();
    const gone = first.shutdown().catch(() => {});
    first.process.kill('SIGKILL');
    await first.exitCode;
    void gone;
    const next = start();
    await next.begin({ folder, options: { storage } });
    const { cables, phase } = await next.settled();
    assert.deepEqual([cables, phase, next.logged], [400, 'ready', []]);
  }).timeout(180_000);

  it('is all there when the disk is full: only what is kept of it is not', async function () {
    if (isWindows) this.skip();
    const [folder, storage] = [aged(chain(300)), folderOf()];
    const script = 'ulimit -f 1; exec "$0" dist/server.js --stdio';
    const client = new Client(spawn('sh', ['-c', script, process.execPath], { cwd: root }));
    try {
      await client.begin({ folder, options: { storage } });
      const { files, cables, phase } = await client.settled();
      assert.deepEqual([files, cables, phase], [300, 300, 'ready']);
      assert.deepEqual(await found(client, 'ferry 300'), ['300.cable']);
      await client.shutdown();
      assert.deepEqual(readdirSync(storage), [], 'nothing half written stays');
      assert.ok(client.logged.length <= 2, client.logged.join('\n'));
    } finally {
      client.process.kill('SIGKILL');
    }
  }).timeout(180_000);

  it('never believes what a bit was lost of', async () => {
    const [folder, storage] = [aged(chain(30)), folderOf()];
    const run = async () => {
      const client = start();
      await client.begin({ folder, options: { storage } });
      const { cables } = await client.settled();
      const answer = [cables, await found(client, 'ferry 3'), client.logged];
      await client.shutdown();
      return answer;
    };
    const expected = await run();
    const [name] = readdirSync(storage);
    const whole = readFileSync(join(storage, name!));
    for (let at = 0; at < 8; at++) {
      const damaged = Buffer.from(whole);
      damaged[Math.floor((at / 8) * whole.length)]! ^= 1 << (at % 8);
      writeFileSync(join(storage, name!), damaged);
      assert.deepEqual(await run(), expected, `byte ${Math.floor((at / 8) * whole.length)}`);
    }
  }).timeout(180_000);

  it('leaves out what is no cable, whatever it is, and waits for nothing', async function () {
    if (isWindows) this.skip();
    const folder = folderOf({
      'a.cable': helsinki(1),
      'folder.cable/inner.cable': helsinki(2),
    });
    const bytes: Record<string, Buffer> = {
      'binary.cable': Buffer.from(Array.from({ length: 4096 }, (_, at) => (at * 31) % 256)),
      'utf-16le.cable': Buffer.from(`\ufeff${helsinki(3)}`, 'utf16le'),
      'utf-16be.cable': Buffer.from(`\ufeff${helsinki(4)}`, 'utf16le').swap16(),
      'latin-1.cable': Buffer.from(helsinki(5, { subject: 'FERRY ÖÄ' }), 'latin1'),
      'huge.cable': Buffer.from(helsinki(6)),
      'cut.cable': Buffer.from('🚢'.repeat(1000)).subarray(0, -1),
    };
    for (const [name, content] of Object.entries(bytes)) writeFileSync(join(folder, name), content);
    truncateSync(join(folder, 'huge.cable'), 2 * 1024 ** 3);
    execFileSync('mkfifo', [join(folder, 'pipe.cable')]);
    const client = start();
    await client.begin({ folder, options: { storage: folderOf() } });
    const { phase } = await client.settled();
    assert.equal(phase, 'ready');
    assert.deepEqual(await found(client, 'ferry'), [
      'a.cable',
      'inner.cable',
      'latin-1.cable',
      'utf-16be.cable',
      'utf-16le.cable',
    ]);
    for (const name of ['binary.cable', 'huge.cable'])
      assert.equal(client.logged.filter((line) => line.includes(name)).length, 1, client.logged.join('\n'));
    // One that comes and goes while the window is open.
    execFileSync('mkfifo', [join(folder, 'later.cable')]);
    await client.created(join(folder, 'later.cable'));
    execFileSync('rm', [join(folder, 'a.cable')]);
    await client.changed(join(folder, 'a.cable'));
    await client.settled();
    assert.ok(!(await found(client, 'ferry')).includes('a.cable'));
  }).timeout(180_000);
});
