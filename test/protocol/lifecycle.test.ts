import assert from 'node:assert/strict';
import { CancellationTokenSource, type ClientCapabilities, ErrorCodes } from 'vscode-languageserver/node';
import { requests } from './every-request';
import { describeServers, FERRY, FULL, pause, URI } from './support';

const isRefused = (code: number) => (error: { code?: number }) => error.code === code;
const framed = (body: string): string => `Content-Length: ${Buffer.byteLength(body)}\r\n\r\n${body}`;

describeServers('initialize', (start) => {
  const offered = async (client: ClientCapabilities) => {
    const { capabilities, serverInfo } = await start().initialize(client);
    assert.equal(serverInfo?.name, 'cable');
    const { textDocumentSync, documentSymbolProvider, hoverProvider, foldingRangeProvider } = capabilities;
    assert.deepEqual(
      { textDocumentSync, documentSymbolProvider, hoverProvider, foldingRangeProvider },
      {
        textDocumentSync: { openClose: true, change: 2, save: true },
        documentSymbolProvider: true,
        hoverProvider: true,
        foldingRangeProvider: true,
      },
    );
    return capabilities;
  };

  it('a client that can do everything is offered diagnostics to pull', async () => {
    const { diagnosticProvider } = await offered(FULL);
    assert.deepEqual(diagnosticProvider, { interFileDependencies: false, workspaceDiagnostics: false });
  });

  it('a client that says nothing of itself is offered the rest', async () => {
    assert.equal((await offered({})).diagnosticProvider, undefined);
  });

  it('columns are UTF-16 code units, whatever else the client can count', async () => {
    const client = start();
    const { capabilities } = await client.initialize(FULL);
    assert.equal(capabilities.positionEncoding ?? 'utf-16', 'utf-16');
    await client.open(FERRY.replace('SECSTATE', 'SECSTATE 🛥').replace('WASHDC', 'WASHDC IMEDIATE'));
    const found = (await client.items()).find(({ code }) => code === 'header/precedence-word-unknown');
    assert.deepEqual(found?.range.start, { line: 2, character: 'TO SECSTATE 🛥 WASHDC '.length });
  });

  it('a time zone that does not exist is passed over', async () => {
    const client = start();
    const initializationOptions = { timeZone: 'Mars/Olympus' };
    await client.connection.sendRequest('initialize', {
      processId: null,
      rootUri: null,
      capabilities: {},
      initializationOptions,
    });
    await client.open(FERRY.replace('310915Z', '140915Z'));
    assert.match(JSON.stringify(await client.hover(0, 4)), /2009-04-14 09:15/);
  });

  it('a client that claims more than it can do is served all the same', async () => {
    const claims = { configuration: true, didChangeWatchedFiles: { dynamicRegistration: true } };
    const client = await start.ready({ ...FULL, workspace: claims }, FERRY);
    await pause(200);
    assert.equal((await client.items()).length, 1);
    await client.connection.sendNotification('workspace/didChangeConfiguration', { settings: null });
    await pause(100);
    assert.equal((await client.items()).length, 1);
  });

  it('before it, requests are refused', async () => {
    const client = start();
    for (const [method, params] of requests(URI))
      await assert.rejects(client.connection.sendRequest(method, params), isRefused(ErrorCodes.ServerNotInitialized));
    await client.initialize(FULL);
    assert.deepEqual(await client.symbols(), []);
  });
});

describeServers('the end', (start) => {
  it('after shutdown, requests are refused', async () => {
    const client = await start.ready(FULL, FERRY);
    await client.shutdown();
    for (const [method, params] of requests(URI))
      await assert.rejects(client.connection.sendRequest(method, params), isRefused(ErrorCodes.InvalidRequest));
  });

  it('shutdown, then exit: exit code 0', async () => {
    const client = await start.ready(FULL, FERRY);
    await client.shutdown();
    await client.exit();
    assert.equal(await client.exitCode, 0);
  });

  it('shutdown alone does not end it', async () => {
    const client = await start.ready();
    await client.shutdown();
    await pause(300);
    assert.equal(client.process.exitCode, null);
  });

  it('exit without shutdown: exit code 1', async () => {
    const client = await start.ready(FULL, FERRY);
    await client.exit();
    assert.equal(await client.exitCode, 1);
  });

  it('exit before initialize: exit code 1', async () => {
    const client = start();
    await client.exit();
    assert.equal(await client.exitCode, 1);
  });

  for (const [what, capabilities] of [
    ['pulls', FULL],
    ['is pushed to', {}],
  ] as const)
    it(`it ends when standard input does, for a client that ${what}`, async () => {
      const client = await start.ready(capabilities, FERRY);
      client.process.stdin.end();
      assert.equal(await client.exitCode, 1);
    });
});

describeServers('malformed messages', (start) => {
  const request = (fields: object) => framed(JSON.stringify({ jsonrpc: '2.0', ...fields }));
  const textDocument = { uri: URI };
  const messages: [string, string][] = [
    ['not JSON', framed('{"jsonrpc":"2.0","id":')],
    ['JSON that is no message', framed('[]') + framed('null') + framed('7') + framed('{}')],
    ['an empty body', framed('')],
    ['a header without a length', 'Content-Type: text/plain\r\n\r\n'],
    ['a length that is no number', 'Content-Length: many\r\n\r\n'],
    ['a header without a colon', 'hello\r\n\r\n'],
    ['a method that does not exist', request({ id: 'x', method: 'textDocument/frobnicate' })],
    ['a request without parameters', request({ id: 'x', method: 'textDocument/hover' })],
    ['a request of no document', request({ id: 'x', method: 'textDocument/documentSymbol', params: {} })],
    ['a hover without a place', request({ id: 'x', method: 'textDocument/hover', params: { textDocument } })],
    ['a document without a text', request({ method: 'textDocument/didOpen', params: { textDocument } })],
    ['a change without parameters', request({ method: 'textDocument/didChange' })],
    [
      'a change of no kind',
      request({
        method: 'textDocument/didChange',
        params: { textDocument: { uri: URI, version: 9 }, contentChanges: [{ words: 'x' }] },
      }),
    ],
    [
      'a change to a document that is not open',
      request({
        method: 'textDocument/didChange',
        params: { textDocument: { uri: 'file:///other', version: 2 }, contentChanges: [{ text: 'x' }] },
      }),
    ],
    [
      'a close of a document that is not open',
      request({ method: 'textDocument/didClose', params: { textDocument: { uri: 'x:y' } } }),
    ],
    ['the answer to a request never made', request({ id: 99, result: null })],
  ];
  for (const [what, raw] of messages)
    it(`${what}: the server lives on`, async () => {
      const client = await start.ready();
      client.write(raw);
      // The library reads on behind a broken header only when more arrives.
      await pause(50);
      await client.open(FERRY);
      assert.equal((await client.symbols()).at(0)?.name, 'Header');
    });

  it('the answer says so, or is empty and the log says so', async () => {
    const client = await start.ready();
    const unknown = client.connection.sendRequest('textDocument/frobnicate');
    await assert.rejects(unknown, isRefused(ErrorCodes.MethodNotFound));
    assert.equal(await client.connection.sendRequest('textDocument/hover', {}), null);
    assert.match(client.logged.join(), /^hover: TypeError/);
  });

  it('a request that is cancelled is answered all the same', async () => {
    const client = await start.ready(FULL, FERRY);
    const source = new CancellationTokenSource();
    const cancelled = client.connection.sendRequest('textDocument/documentSymbol', { textDocument }, source.token);
    source.cancel();
    const [{ status }] = await Promise.allSettled([cancelled]);
    assert.match(status, /fulfilled|rejected/);
    assert.ok((await client.symbols()).length > 0);
  });
});
