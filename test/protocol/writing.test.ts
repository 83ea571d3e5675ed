import assert from 'node:assert/strict';
import {
  CancellationTokenSource,
  type ClientCapabilities,
  DidChangeConfigurationNotification,
  LSPErrorCodes,
  type Range,
  type TextEdit,
  type WorkspaceEdit,
} from 'vscode-languageserver/node';
import { applied, type Begin, type Client, describeServer, describeServers, FULL, place, URI } from './support';

const WRITER: ClientCapabilities = {
  textDocument: { ...FULL.textDocument, rename: { prepareSupport: true } },
  workspace: { workspaceEdit: { documentChanges: true } },
};
const CABLE = `R 140915Z APR 09
FM AMEMBASSY HELSINKI
TO SECSTATE WASHDC 0488
UNCLAS HELSINKI 000133

SIPDIS

E.O. 12958: N/A
TAGS: PHUM, FI
SUBJECT: THE FERRY THAT WAITED

REF: A. HELSINKI 7
     B. 08 STATE 12345

The Ferry
---------

1. The Old Lost Rope Agency (OLRA) was told, as ref B says.

2. The OLRA said nothing, whatever the harbor police asked of it on that long and quiet afternoon.

3. The rope held.

OAKES
`;
const OPTIONS = { tabSize: 2, insertSpaces: true };
const ask = <T>({ connection }: Client, method: string, params: object): Promise<T> =>
  connection.sendRequest(`textDocument/${method}`, { textDocument: { uri: URI }, ...params });
/** Where the `|` is in some words of the cable. */
const at = (text: string, words: string) => {
  const [line, character] = place(text, words.replace('|', ''));
  const plain = words.length - 1;
  return { position: { line, character: character - (plain >> 1) + words.indexOf('|') } };
};
const rename = (client: Client, words: string, newName: string, text = CABLE): Promise<WorkspaceEdit> =>
  ask(client, 'rename', { ...at(text, words), newName });
const format = (client: Client, range?: Range): Promise<TextEdit[]> =>
  ask(client, range ? 'rangeFormatting' : 'formatting', { options: OPTIONS, ...(range && { range }) });
/** The text after a key, typed where the `|` is. */
async function typed(client: Client, marked: string, ch: string, put = ch): Promise<string> {
  const offset = marked.indexOf('|');
  const text = marked.replace('|', put);
  await client.open(text);
  const before = text.slice(0, offset + put.length).split(/\r\n|\r|\n/);
  const position = { line: before.length - 1, character: before.at(-1)!.length };
  return applied(text, await ask<TextEdit[]>(client, 'onTypeFormatting', { position, ch, options: OPTIONS }));
}
const longest = (text: string): number => Math.max(...text.split(/\r\n|\r|\n/).map(({ length }) => length));

describeServers('writing aids', (start) => {
  for (const [what, capabilities, provider] of [
    ['asks first', WRITER, { prepareProvider: true }],
    ['does not', {}, true],
  ] as const)
    it(`are announced, renaming to a client that ${what}`, async () => {
      const client = start();
      const { capabilities: served } = await client.initialize(capabilities);
      assert.deepEqual(served.renameProvider, provider);
      assert.equal(served.documentFormattingProvider, true);
      assert.equal(served.documentRangeFormattingProvider, true);
      assert.equal(served.documentOnTypeFormattingProvider?.firstTriggerCharacter, '\n');
      assert.ok(served.documentOnTypeFormattingProvider?.moreTriggerCharacter?.includes('-'));
    });

  for (const [what, lineBreak] of [
    ['LF', '\n'],
    ['CR LF', '\r\n'],
  ] as const) {
    const text = CABLE.replaceAll('\n', lineBreak);
    it(`rename, with ${what}`, async () => {
      const client = await start.ready(WRITER, text);
      const { position } = at(CABLE, 'ref |B');
      assert.deepEqual(await ask(client, 'prepareRename', { position }), {
        range: { start: position, end: { ...position, character: position.character + 1 } },
        placeholder: 'B',
      });
      const letter = await rename(client, 'ref |B', 'c');
      assert.deepEqual(Object.keys(letter), ['documentChanges']);
      const [change] = letter.documentChanges!;
      assert.ok(change && 'edits' in change);
      assert.deepEqual(change.textDocument, { uri: URI, version: 1 });
      assert.equal(applied(text, change.edits as TextEdit[]), text.replace('B. 08', 'C. 08').replace('ref B', 'ref C'));
    });
    it(`format, with ${what}`, async () => {
      const client = await start.ready(FULL, text);
      const edits = await format(client);
      const after = applied(text, edits);
      assert.equal(after.replace(/\s/g, ''), text.replace(/\s/g, ''));
      assert.ok(longest(after) <= 69);
      assert.equal(after.split(lineBreak).length, text.split(lineBreak).length + 1);
      await client.change({ text: after });
      assert.deepEqual(await format(client), []);
    });
    it(`put right what is typed, with ${what}`, async () => {
      const client = await start.ready(FULL);
      const heading = text.replace('The Ferry', 'The Ferry|');
      assert.equal(await typed(client, heading, 's'), text.replace(/The Ferry(\s+)-+/, 'The Ferrys$1----------'));
      const rule = text.replace('---------', '--|');
      assert.equal(await typed(client, rule, '-'), text);
      const end = text.replace('rope held.', 'rope held.|');
      assert.equal(
        await typed(client, end, '\n', lineBreak).then((after) => after.slice(after.indexOf('3. '))),
        `3. The rope held.\n\nOAKES\n`.replaceAll('\n', lineBreak).replace('OAKES', `4. ${lineBreak}${lineBreak}OAKES`),
      );
    });
  }

  it('leave the rules of headings to a client that keeps them itself', async () => {
    const client = start();
    const { capabilities } = await client.begin({ capabilities: FULL, options: { followsHeadings: true } });
    assert.deepEqual(capabilities.documentOnTypeFormattingProvider?.moreTriggerCharacter, ['-', '=']);
    for (const ch of ['s', '-']) {
      const heading = CABLE.replace('The Ferry', 'The Ferry|');
      assert.equal(await typed(client, heading, ch), CABLE.replace('The Ferry', `The Ferry${ch}`));
    }
    assert.equal(await typed(client, CABLE.replace('---------', '--|'), '-'), CABLE);
  });
  it('rename a short form; without versions for a client that knows none', async () => {
    const client = await start.ready({}, CABLE);
    const edit = await rename(client, '(O|LRA)', 'OLRAG');
    assert.deepEqual(Object.keys(edit), ['changes']);
    assert.equal(applied(CABLE, edit.changes![URI]!), CABLE.replaceAll('OLRA', 'OLRAG'));
  });
  it('rename in the version that was last told', async () => {
    const client = await start.ready(WRITER, CABLE);
    const now = CABLE.replace('REF: A.', 'REF: A.  ');
    await client.change({ text: now });
    const [change] = (await rename(client, 'ref |B', 'D', now)).documentChanges!;
    assert.ok(change && 'edits' in change);
    assert.equal(change.textDocument.version, 2);
    assert.equal(applied(now, change.edits as TextEdit[]), now.replace('B. 08', 'D. 08').replace('ref B', 'ref D'));
  });

  const refused: [what: string, words: string, name: string, why: string][] = [
    ['a letter that is taken', 'ref |B', 'A', 'The reference in line 12 has the letter A already.'],
    [
      'an ordinary word',
      'no|thing',
      'X',
      'Only the letter of a reference, or a short form such as an acronym, can be renamed.',
    ],
    ['the number of the cable', 'HELSINKI 0|00133', 'X', 'The number and the subject of a cable are no names.'],
  ];
  for (const [what, words, name, message] of refused)
    it(`say why they do not rename: ${what}`, async () => {
      const client = await start.ready(WRITER, CABLE);
      await assert.rejects(rename(client, words, name), { code: LSPErrorCodes.RequestFailed, message });
      assert.deepEqual(client.logged, []);
    });
  it('say so when they are asked first', async () => {
    const client = await start.ready(WRITER, CABLE);
    await assert.rejects(ask(client, 'prepareRename', at(CABLE, 'no|thing')), { code: LSPErrorCodes.RequestFailed });
  });
  it('that are asked for and no longer wanted are answered all the same', async () => {
    const client = await start.ready(WRITER, CABLE);
    for (const [method, params] of [
      ['formatting', { options: OPTIONS }],
      ['rename', { ...at(CABLE, 'ref |B'), newName: 'D' }],
    ] as const) {
      const source = new CancellationTokenSource();
      const asked = client.connection.sendRequest(
        `textDocument/${method}`,
        { textDocument: { uri: URI }, ...params },
        source.token,
      );
      source.cancel();
      const [{ status }] = await Promise.allSettled([asked]);
      assert.match(status, /^(?:fulfilled|rejected)$/);
    }
    assert.ok((await format(client)).length > 0);
    assert.deepEqual(client.logged, []);
  });
});

describeServer('formatting', (start) => {
  const begun = async (begin: Begin, text = CABLE): Promise<Client> => {
    const client = start();
    await client.begin(begin);
    await client.open(text);
    return client;
  };
  it('lets others have their turn, and is not for a text that has changed', async () => {
    const client = await begun({}, CABLE.replace('3. The rope held.', `3. ${'The rope held. '.repeat(5000)}`));
    // What is asked, or typed, may come when all is done: then once more.
    let order: string[] = [];
    for (let tries = 0; tries < 20 && order[0] !== 'symbols'; tries++) {
      order = [];
      const formatted = format(client).then(() => order.push('formatted'));
      const symbols = ask(client, 'documentSymbol', {}).then(() => order.push('symbols'));
      await Promise.all([formatted, symbols]);
    }
    assert.deepEqual(order, ['symbols', 'formatted']);
    const letter = { range: { start: { line: 0, character: 0 }, end: { line: 0, character: 1 } }, text: 'O' };
    const codes: unknown[] = [];
    for (let tries = 0; tries < 20 && codes.at(-1) !== LSPErrorCodes.ContentModified; tries++) {
      const late = format(client);
      await client.change(letter);
      codes.push(await late.then(() => null).catch(({ code }) => code));
    }
    assert.equal(codes.at(-1), LSPErrorCodes.ContentModified, JSON.stringify(codes));
    assert.deepEqual(client.logged, []);
  });
  it('of a range leaves other lines', async () => {
    const client = await begun({});
    const [line] = place(CABLE, 'OLRA said');
    const lines = (from: number, to: number): Range => ({
      start: { line: from, character: 0 },
      end: { line: to, character: 0 },
    });
    assert.deepEqual(await format(client, lines(0, line)), []);
    const edits = await format(client, lines(line, line + 1));
    assert.deepEqual(edits, await format(client));
    assert.ok(edits.length > 0);
  });
  it('goes by the settings, also when they change', async () => {
    const client = await begun({ settings: { format: { width: 55 } } });
    const widest = async () => longest(applied(CABLE, await format(client)).replace(/^.*The Ferry/s, ''));
    await client.until(async () => (await widest()) <= 55, 'the narrow paragraphs');
    client.settings = { format: { width: 65 } };
    await client.connection.sendNotification(DidChangeConfigurationNotification.type, { settings: null });
    await client.until(async () => (await widest()) > 55, 'the wider ones');
    assert.ok((await widest()) <= 65);
  });
  it('keeps trailing blanks if it is told to', async () => {
    const text = CABLE.replaceAll('FERRY THAT WAITED', 'FERRY THAT WAITED  ').replace(/^2\. .*\n\n/m, '');
    const removing = await begun({ settings: {} }, text);
    assert.equal(applied(text, await format(removing)), text.replace('WAITED  ', 'WAITED'));
    const keeping = await begun({ options: { format: { keepTrailingBlanks: true } } }, text);
    assert.deepEqual(await format(keeping), []);
  });
  it('tells of settings that cannot be read, and goes by what is usual', async () => {
    for (const width of [3, 55.5, '55', {}]) {
      const client = await begun({ options: { format: { width } } });
      const after = applied(CABLE, await format(client));
      assert.ok(longest(after) > 60 && longest(after) <= 69);
      assert.ok(client.logged.some((line) => line.includes('cable.format.width') && line.includes('cannot be read')));
    }
  });
});
