import assert from 'node:assert/strict';
import { spawn, spawnSync } from 'node:child_process';
import { cpSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { DidOpenTextDocumentNotification, DocumentSymbolRequest, HoverRequest } from 'vscode-languageserver/node';
import { Client } from '../protocol/support.ts';
import { emptyFolder, installCommand, manifest, removeFolders } from './packages.mjs';

const root = join(import.meta.dirname, '..', '..');

describe('the command, installed from its tarball into an empty prefix', function () {
  this.timeout(120_000);
  let cable;
  let folder;
  const options = () => ({
    cwd: folder,
    encoding: 'utf8',
    // The shell of somebody who has Node and nothing of this project.
    env: { ...process.env, PATH: dirname(process.execPath), NODE_PATH: '' },
    shell: process.platform === 'win32',
  });
  const run = (...args) => spawnSync(cable.program, args, options());
  before(function () {
    this.timeout(300_000);
    cable = installCommand();
    folder = emptyFolder();
    cpSync(join(root, 'samples'), folder, { recursive: true });
  });
  after(removeFolders);

  it('installs without a warning', () => assert.equal(cable.warned, ''));

  it('says its version', () => {
    const { status, stdout } = run('--version');
    assert.deepEqual([status, stdout], [0, `${manifest.version}\n`]);
  });

  it('checks a cable, and a folder in threads', () => {
    const one = run('check', 'broken-headers.cable');
    assert.equal(one.status, 1, one.stderr);
    assert.match(one.stdout, /xref\/ssn-serial/);
    const all = run('check', '--jobs', '2', '--format', 'json', '.');
    assert.equal(all.status, 1, all.stderr);
    assert.ok(JSON.parse(all.stdout).files > 10);
  });

  it('reads, explains and formats', () => {
    const json = run('json', '06LUSAKA412.cable');
    assert.equal(json.status, 0, json.stderr);
    assert.equal(JSON.parse(json.stdout).subject, 'ZAMBIA: BORDER TOWNS ORGANIZE AGAINST TRAFFICKING');
    assert.match(run('explain', 'PHUM').stdout, /Human Rights/);
    assert.match(run('explain', 'xref/ssn-serial').stdout, /xref\/ssn-serial/);
    assert.equal(run('format', '--check', '06LUSAKA412.cable').status, 1);
  });

  it('draws the graph of a folder', () => {
    const { status, stdout, stderr } = run('graph', '--format', 'csv', 'library');
    assert.equal(status, 0, stderr);
    assert.ok(stdout.split('\n').length > 10);
  });

  it('is the language server of an editor', async () => {
    const client = new Client(spawn(cable.program, ['lsp', '--stdio'], options()));
    try {
      const { capabilities } = await client.begin();
      assert.ok(capabilities.hoverProvider);
      const uri = pathToFileURL(join(folder, '06LUSAKA412.cable')).href;
      const text = readFileSync(join(folder, '06LUSAKA412.cable'), 'utf8');
      const textDocument = { uri, languageId: 'cable', version: 1, text };
      await client.connection.sendNotification(DidOpenTextDocumentNotification.type, { textDocument });
      const symbols = await client.connection.sendRequest(DocumentSymbolRequest.type, { textDocument: { uri } });
      assert.ok(symbols.some(({ name }) => name === 'Header'));
      const line = text.split('\n').findIndex((each) => each.startsWith('TAGS:'));
      const position = { line, character: 'TAGS: P'.length };
      const hover = await client.connection.sendRequest(HoverRequest.type, { textDocument: { uri }, position });
      assert.match(JSON.stringify(hover.contents), /Human Rights/);
      await client.connection.sendRequest('shutdown');
      await client.connection.sendNotification('exit');
      assert.equal(await client.exitCode, 0);
    } finally {
      client.process.kill();
    }
  });
});
