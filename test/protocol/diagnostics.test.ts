import assert from 'node:assert/strict';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { CancellationTokenSource, DocumentDiagnosticRequest, LSPErrorCodes } from 'vscode-languageserver/node';
import { describeServer, describeServers, FERRY, FULL, pause, root, URI } from './support';

const ERROR = 'header/dtg-invalid-date';
const mended = FERRY.replace('310915Z', '140915Z');

describeServers('diagnostics that are pulled', (start) => {
  it('say what, where and how bad', async () => {
    const client = await start.ready(FULL, FERRY);
    const [found, ...others] = await client.items();
    assert.deepEqual(others, []);
    assert.deepEqual([found!.source, found!.code, found!.severity], ['cable', ERROR, 1]);
    assert.match(String(found!.message), /31 APR 2009/);
    assert.deepEqual(found!.range.start, { line: 0, character: 2 });
  });

  it('come with an id; given back, nothing is sent twice', async () => {
    const client = await start.ready(FULL, FERRY);
    const { kind, resultId } = await client.pull();
    assert.equal(kind, 'full');
    assert.ok(resultId);
    assert.deepEqual(await client.pull(resultId), { kind: 'unchanged', resultId });
  });

  it('are sent again to who forgot the id, or gives one that never was', async () => {
    const client = await start.ready(FULL, FERRY);
    const first = await client.pull();
    for (const id of [undefined, '', '0', 'nonsense']) assert.deepEqual(await client.pull(id), first);
  });

  it('are fresh after a change', async () => {
    const client = await start.ready(FULL, FERRY);
    const { resultId } = await client.pull();
    await client.change({ text: mended });
    const fresh = await client.pull(resultId);
    assert.deepEqual([fresh.kind, 'items' in fresh && fresh.items], ['full', []]);
    assert.notEqual(fresh.resultId, resultId);
    assert.equal((await client.pull(fresh.resultId)).kind, 'unchanged');
  });

  it('are fresh when a document of the same version is opened anew', async () => {
    const client = await start.ready(FULL, FERRY);
    const { resultId } = await client.pull();
    await client.close();
    await client.open(mended);
    const fresh = await client.pull(resultId);
    assert.deepEqual([fresh.kind, 'items' in fresh && fresh.items], ['full', []]);
  });

  it('are fresh when it was never closed', async () => {
    const client = await start.ready(FULL, FERRY);
    await client.pull();
    await client.open(mended);
    assert.deepEqual(await client.items(), []);
  });

  it('have ids that another document, or another server, does not take for its own', async () => {
    const [one, two] = [await start.ready(FULL, FERRY), await start.ready(FULL, mended)];
    const { resultId } = await one.pull();
    assert.equal((await two.pull(resultId)).kind, 'full');
    await one.open(mended, 'file:///invented/other.cable');
    assert.equal((await one.pull(resultId, 'file:///invented/other.cable')).kind, 'full');
  });

  it('are not pushed as well', async () => {
    const client = await start.ready(FULL, FERRY);
    await client.items();
    await pause(500);
    await client.close();
    await client.symbols();
    assert.deepEqual(client.pushed, []);
  });
});

describeServers('diagnostics that are pushed', (start) => {
  it('to a client that cannot pull, with the version they are of', async () => {
    const client = await start.ready({}, FERRY);
    const { uri, version, diagnostics } = await client.push(0);
    assert.deepEqual({ uri, version }, { uri: URI, version: 1 });
    assert.deepEqual(
      diagnostics.map(({ code }) => code),
      [ERROR],
    );
  });

  it('again after a change, once for many in a row', async () => {
    const client = await start.ready({}, FERRY);
    await client.push(0);
    for (let at = 0; at < 10; at++) await client.change({ text: `${mended}${'\n'.repeat(at)}` });
    const { version, diagnostics } = await client.push(1);
    assert.deepEqual({ version, diagnostics }, { version: 11, diagnostics: [] });
    await pause(400);
    assert.equal(client.pushed.length, 2);
  });

  it('are taken back when the document is closed', async () => {
    const client = await start.ready({}, FERRY);
    assert.equal((await client.push(0)).diagnostics.length, 1);
    await client.close();
    const { uri, diagnostics } = await client.push(1);
    assert.deepEqual({ uri, diagnostics }, { uri: URI, diagnostics: [] });
  });

  it('never follow a close', async () => {
    const client = await start.ready({}, FERRY);
    await client.close();
    await client.push(0);
    await pause(400);
    assert.deepEqual(
      client.pushed.map(({ diagnostics }) => diagnostics),
      [[]],
    );
  });

  it('are of each document by itself', async () => {
    const client = await start.ready({}, FERRY);
    await client.open(mended, 'file:///invented/other.cable');
    const found = new Map(
      [await client.push(0), await client.push(1)].map((each) => [each.uri, each.diagnostics.length]),
    );
    assert.deepEqual(Object.fromEntries(found), { [URI]: 1, 'file:///invented/other.cable': 0 });
  });
});

describeServer('a diagnostic', (start) => {
  const ready = async (text: string, options?: object) => {
    const client = start();
    await client.begin(options ? { options } : {});
    await client.open(text);
    return client;
  };
  it('leads to the page of its rule: that of the package, or where the client says', async () => {
    const [own] = await (await ready(FERRY)).items();
    const { href } = own!.codeDescription!;
    assert.equal(fileURLToPath(href), join(root, 'docs/rules', `${ERROR}.md`));
    assert.ok(readFileSync(fileURLToPath(href), 'utf8').startsWith(`# ${ERROR}\n`));
    for (const docs of ['https://cables.example/rules', 'https://cables.example/rules/']) {
      const [named] = await (await ready(FERRY, { docs })).items();
      assert.deepEqual(named!.codeDescription, { href: `https://cables.example/rules/${ERROR}.md` });
    }
  });
  it('says whether there is a fix', async () => {
    const client = await ready(FERRY.replace('TAGS: PHUM', 'TAGE: PHUM'));
    assert.deepEqual(
      (await client.items()).map(({ data }) => data),
      [
        { rule: ERROR, fixable: false },
        { rule: 'header/label-spelling', fixable: true },
      ],
    );
  });
  it('of what may go, or is no longer used, is greyed or struck through', async () => {
    const client = await ready(mended);
    const tags = async (from: string, to: string) => {
      await client.change({ text: mended.replace(from, to) });
      const found = await client.items();
      return found.flatMap(({ code, tags }) => (tags ? [[code, ...tags]] : []));
    };
    assert.deepEqual(await tags('PHUM, FI', 'PHUM, FI, PHUM'), [['header/tags-duplicate', 1]]);
    assert.deepEqual(await tags('nothing', 'nothing'), []);
    assert.deepEqual(await tags('SIPDIS', 'SIPDIS\nSIPDIS'), [['header/caption-duplicate', 1]]);
  });
  it('of one rule comes a hundred times; the last says how many more there are', async () => {
    const rule = 'header/precedence-word-unknown';
    const wrong = (count: number) =>
      mended.replace('TO SEC', `INFO ${'AMEMBASSY OSLO IMEDIATE\n'.repeat(count)}TO SEC`);
    const client = await ready(wrong(100));
    const found = async () => (await client.items()).filter(({ code }) => code === rule);
    assert.ok((await found()).every(({ message }) => !/more\)/.test(String(message))));
    assert.equal((await found()).length, 100);
    await client.change({ text: wrong(250) });
    const all = await found();
    assert.equal(all.length, 100);
    assert.deepEqual(
      all.flatMap(({ message }, at) => (/\(and \d+ more\)/.test(String(message)) ? [at] : [])),
      [99],
    );
    assert.match(String(all[99]!.message), / \(and 150 more\)$/);
    // Asked again, it says so once.
    await client.change({ text: `${wrong(250)}\n` });
    assert.match(String((await found())[99]!.message), /[^)] \(and 150 more\)$/);
  });
  it('of each rule has a page', () => {
    const { RULES } = require('../../server/src/rules/table') as { RULES: { name: string }[] };
    for (const { name } of RULES) assert.ok(existsSync(join(root, 'docs/rules', `${name}.md`)), name);
  });
  it('that is asked for and no longer wanted is answered as cancelled', async () => {
    const client = await ready(FERRY);
    const source = new CancellationTokenSource();
    const params = { textDocument: { uri: URI } };
    const answer = client.connection.sendRequest(DocumentDiagnosticRequest.type, params, source.token);
    source.cancel();
    await assert.rejects(answer, { code: LSPErrorCodes.RequestCancelled });
    // A cancelled request leaves nothing behind.
    assert.equal((await client.items()).length, 1);
  });
});
