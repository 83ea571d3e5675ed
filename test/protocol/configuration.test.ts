import assert from 'node:assert/strict';
import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { type ClientCapabilities, DidChangeConfigurationNotification } from 'vscode-languageserver/node';
import { ABLE, type Begin, type Client, describeServer, FERRY, folderOf, pause, URI, write } from './support';

const ERROR = 'header/dtg-invalid-date';
const off = JSON.stringify({ rules: { [ERROR]: 'off' } });
const rules = (level: string) => ({ rules: { [ERROR]: level } });
const PUSHED: ClientCapabilities = { ...ABLE, textDocument: {} };
/** A client that is told nothing of files. */
const UNWATCHED: ClientCapabilities = { ...ABLE, workspace: { configuration: true } };
const severities = async (client: Client, uri = URI) => (await client.items(uri)).map(({ severity }) => severity);

describeServer('settings', (start) => {
  const begun = async (begin: Begin) => {
    const client = start();
    await client.begin(begin);
    await client.open(FERRY);
    return client;
  };
  it('are asked for by section, and asked for again when they change', async () => {
    const client = await begun({ settings: rules('warning') });
    await client.until(async () => (await severities(client))[0] === 2, 'the warning');
    client.settings = rules('off');
    await client.connection.sendNotification(DidChangeConfigurationNotification.type, { settings: null });
    await client.until(async () => (await client.items()).length === 0);
    client.settings = {};
    await client.connection.sendNotification(DidChangeConfigurationNotification.type, { settings: null });
    await client.until(async () => (await severities(client))[0] === 1, 'the error');
    assert.ok(client.refreshes >= 2);
  });
  it('may come with initialize, and stay for a client that has no such section', async () => {
    for (const capabilities of [ABLE, {}]) {
      const client = await begun({
        capabilities: { ...capabilities, textDocument: ABLE.textDocument! },
        options: rules('warning'),
      });
      await pause(100);
      assert.deepEqual(await severities(client), [2]);
    }
  });
  it('are taken from clients that push them', async () => {
    const client = await begun({ capabilities: { textDocument: ABLE.textDocument! } });
    const settings = { cable: rules('information') };
    await client.connection.sendNotification(DidChangeConfigurationNotification.type, { settings });
    assert.deepEqual(await severities(client), [3]);
  });
  it('with names that do not exist are told in the log, and the rest counts', async () => {
    const client = await begun({ options: { rules: { 'no/rule': 'off', [ERROR]: 'warning', 'header/*': 'loud' } } });
    assert.deepEqual(await severities(client), [2]);
    assert.deepEqual(
      client.logged.map((line) => line.replace(/^.*cable\.rules: /, '')),
      ['there is no rule no/rule', 'loud is no severity (header/*)'],
    );
  });
  for (const value of [3, 'off', [], [1], null, { rules: 3 }, { rules: null }, { rules: { __proto__: 'off' } }])
    it(`of another shape change nothing: ${JSON.stringify(value)}`, async () => {
      const client = await begun({ settings: value });
      await pause(50);
      assert.deepEqual(await severities(client), [1]);
    });
  it('hold for documents that are no files, and nothing else does', async () => {
    const client = await begun({ folder: folderOf({ '.cablerc.json': off }), options: rules('warning') });
    for (const uri of ['untitled:Untitled-1', 'vscode-vfs://github/x/y.cable', 'git:/a/b.cable?{}', 'nonsense']) {
      await client.open(FERRY, uri);
      assert.deepEqual(await severities(client, uri), [2], uri);
    }
  });
});

describeServer('.cablerc.json', (start) => {
  let folder: string;
  let [config, cable] = ['', ''];
  let uri = '';
  beforeEach(() => {
    folder = folderOf({ 'in/a b.cable': FERRY });
    config = join(folder, '.cablerc.json');
    cable = join(folder, 'in/a b.cable');
    uri = pathToFileURL(cable).href;
  });
  const begun = async (begin: Begin = {}) => {
    const client = start();
    await client.begin({ folder, ...begin });
    await client.open(FERRY, uri);
    return client;
  };
  const configUri = () => pathToFileURL(config).href;

  it('above an open document counts, after the settings', async () => {
    write(config, JSON.stringify(rules('warning')));
    assert.deepEqual(await severities(await begun({ options: rules('off') }), uri), [2]);
  });
  it('the nearest alone counts; what it extends, overrides and silences as for the command', async () => {
    write(config, off);
    write(join(folder, 'base.cablerc.json'), JSON.stringify({ rules: { 'header/*': 'information' } }));
    write(
      join(folder, 'in/.cablerc.json'),
      JSON.stringify({ extends: '../base.cablerc.json', overrides: [{ files: 'b.cable', rules: { '*': 'off' } }] }),
    );
    const client = await begun();
    assert.deepEqual(await severities(client, uri), [3]);
    const other = pathToFileURL(join(folder, 'in/b.cable')).href;
    await client.open(FERRY, other);
    assert.deepEqual(await client.items(other), []);
  });
  it('silences one finding by its line, also where the address is written in another way', async () => {
    write(config, JSON.stringify({ silence: [{ file: 'in/a b.cable', rule: ERROR, line: 'R 310915Z APR 09' }] }));
    const client = await begun();
    assert.deepEqual(await client.items(uri), []);
    await client.close(uri);
    const other = uri.replace('a%20b', '%61%20b');
    await client.open(FERRY, other);
    assert.deepEqual(await client.items(other), []);
    await client.changeIn(other, { text: FERRY.replace('310915Z', '310916Z') });
    assert.deepEqual(await client.codes(other), [ERROR]);
  });

  it('is watched; when it changes, is made or goes, a client that pulls is told to', async () => {
    const client = await begun();
    assert.ok(client.watched.includes('**/*.cablerc.json'), client.watched.join(' '));
    assert.deepEqual(await severities(client, uri), [1]);
    for (const [edit, expected] of [
      [() => write(config, off), []],
      [() => write(config, JSON.stringify(rules('warning'))), [2]],
      [() => rmSync(config), [1]],
    ] as const) {
      const before = client.refreshes;
      edit();
      await client.changed(config);
      await client.until(() => client.refreshes > before, 'the refresh');
      assert.deepEqual(await severities(client, uri), expected);
    }
  });
  it('sends diagnostics anew to a client that does not pull, without being asked', async () => {
    const client = await begun({ capabilities: PUSHED });
    const last = () =>
      client.pushed
        .filter((each) => each.uri === uri)
        .at(-1)
        ?.diagnostics.map(({ severity }) => severity);
    await client.until(() => last()?.[0] === 1, 'the error');
    write(config, JSON.stringify(rules('warning')));
    await client.changed(config);
    await client.until(() => last()?.[0] === 2, 'the warning');
    const count = client.pushed.length;
    // The same again: nothing is sent twice.
    await client.changed(config);
    await pause(400);
    assert.equal(client.pushed.length, count);
  });
  it('is looked at again, after a while, for a client that watches no files', async function () {
    this.timeout(10_000);
    const client = await begun({ capabilities: UNWATCHED });
    assert.deepEqual(await severities(client, uri), [1]);
    write(config, off);
    await client.until(async () => (await client.items(uri)).length === 0, 'the change');
  });
  it('counts as it stands in the editor, saved or not, until it is closed', async () => {
    write(config, off);
    const client = await begun();
    assert.deepEqual(await client.items(uri), []);
    await client.open(JSON.stringify(rules('warning')), configUri());
    assert.deepEqual(await severities(client, uri), [2]);
    const before = client.refreshes;
    await client.changeIn(configUri(), { text: JSON.stringify(rules('information')) });
    await client.until(() => client.refreshes > before, 'the refresh');
    assert.deepEqual(await severities(client, uri), [3]);
    await client.changeIn(configUri(), { text: '{ "rules": {' });
    assert.deepEqual(await severities(client, uri), [1]);
    await client.close(configUri());
    assert.deepEqual(await client.items(uri), []);
    await client.until(() => client.refreshes > before + 2, 'the refresh after the end');
  });
  it('that is new and not yet saved counts too', async () => {
    const client = await begun();
    await client.open(off, configUri());
    assert.deepEqual(await client.items(uri), []);
  });

  it('changes the result id where it changes what holds, and only there', async () => {
    write(config, JSON.stringify({ overrides: [{ files: 'other.cable', rules: rules('off').rules }] }));
    const client = await begun();
    const { resultId } = await client.pull(undefined, uri);
    const kind = async () => (await client.pull(resultId, uri)).kind;
    assert.equal(await kind(), 'unchanged');
    for (const text of [
      '{}',
      JSON.stringify({ ignore: ['x'], silence: [{ file: 'other.cable', rule: ERROR }] }),
      `// As it is.\n{ "rules": { "${ERROR}": "default" } }`,
    ]) {
      write(config, text);
      await client.changed(config);
      assert.equal(await kind(), 'unchanged', text);
    }
    for (const text of [off, JSON.stringify({ silence: [{ file: 'in/*', rule: ERROR }] })]) {
      write(config, text);
      await client.changed(config);
      assert.equal(await kind(), 'full', text);
    }
    write(config, '{}');
    await client.changed(config);
    assert.deepEqual(await severities(client, uri), [1]);
  });
  it('of a client that refuses to ask again does no harm', async () => {
    const client = await begun();
    client.connection.onRequest('workspace/diagnostic/refresh', () => {
      throw new Error('not now');
    });
    write(config, off);
    await client.changed(config);
    await pause(200);
    assert.deepEqual(await client.items(uri), []);
    assert.equal(client.process.exitCode, null);
  });
});

describeServer('a configuration that is wrong', (start) => {
  const broken = `{\n  "extends": "gone.cablerc.json",\n  "rules": { "header/dtg-invalid-dat": "off", "${ERROR}": "loud" },\n  "nothing": 1\n}\n`;
  const found = async (options: object, text = broken) => {
    const client = start();
    const folder = folderOf();
    await client.begin({ folder, options });
    const uri = pathToFileURL(join(folder, '.cablerc.json')).href;
    await client.open(text, uri);
    return (await client.items(uri)).map(({ source, severity, message, range: { start: at } }) => [
      source,
      severity,
      `${at.line}:${at.character}`,
      String(message).slice(0, 30),
    ]);
  };
  it('says so at its place', async () => {
    const all = await found({});
    assert.deepEqual(
      all.map(([source, severity, place]) => [source, severity, place]).sort(),
      ['1:13', '2:13', '2:73', '3:2'].map((place) => ['cable', 2, place]).sort(),
      JSON.stringify(all),
    );
  });
  it('leaves to an editor that knows the schemas what those say', async () => {
    const all = await found({ knowsSchemas: true });
    assert.deepEqual(
      all.map(([, , place]) => place),
      ['1:13'],
    );
  });
  it('says nothing of one that is right, is empty, or is in a folder that is not there', async () => {
    for (const text of [off, '', '// nothing\n{}']) assert.deepEqual(await found({}, text), []);
  });
  it('says it to a client that does not pull, and takes it back', async () => {
    const client = start();
    const folder = folderOf();
    await client.begin({ folder, capabilities: PUSHED });
    const uri = pathToFileURL(join(folder, '.cablerc.json')).href;
    const last = () => client.pushed.filter((each) => each.uri === uri).at(-1)?.diagnostics.length;
    await client.open('[]', uri);
    await client.until(() => last() === 1, 'the problem');
    await client.changeIn(uri, { text: '{}' });
    await client.until(() => last() === 0, 'its end');
  });
  it('is no cable: nothing else is answered about it', async () => {
    const client = start();
    const folder = folderOf();
    await client.begin({ folder });
    const uri = pathToFileURL(join(folder, '.cablerc.json')).href;
    await client.open(FERRY, uri);
    assert.deepEqual(await client.symbols(uri), []);
    assert.equal(await client.hover(0, 4, uri), null);
    assert.deepEqual(
      await client.actions({ start: { line: 0, character: 4 }, end: { line: 0, character: 4 } }, undefined, uri),
      [],
    );
  });
});
