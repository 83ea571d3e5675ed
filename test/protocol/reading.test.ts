import assert from 'node:assert/strict';
import { join } from 'node:path';
import {
  CancellationTokenSource,
  type ClientCapabilities,
  DidChangeConfigurationNotification,
  type InlayHint,
  type Range,
  type SelectionRange,
  type SemanticTokens,
  type SemanticTokensLegend,
  type ServerCapabilities,
} from 'vscode-languageserver/node';
import { helsinki, uriOf } from './library-cables';
import {
  ABLE,
  type Begin,
  type Client,
  describeServer,
  describeServers,
  FERRY,
  FULL,
  folderOf,
  place,
  URI,
  write,
} from './support';

/** What an editor says that colours, hints and selects. */
const READER: ClientCapabilities = {
  ...ABLE,
  textDocument: {
    ...ABLE.textDocument,
    semanticTokens: {
      requests: { full: true, range: true },
      tokenTypes: [],
      tokenModifiers: [],
      formats: ['relative'],
    },
    inlayHint: {},
    selectionRange: {},
  },
  workspace: {
    ...ABLE.workspace,
    semanticTokens: { refreshSupport: true },
    inlayHint: { refreshSupport: true },
  },
};
const EVERYWHERE: Range = { start: { line: 0, character: 0 }, end: { line: 999, character: 0 } };
/** A date that exists. */
const DATED = FERRY.replace('310915Z', '140915Z');
const ALL = { localTime: true, countries: true, acronyms: true };

const ask = <T>({ connection }: Client, method: string, params: object): Promise<T> =>
  connection.sendRequest(`textDocument/${method}`, params);
const colours = (client: Client, uri = URI, range?: Range): Promise<SemanticTokens> =>
  range
    ? ask(client, 'semanticTokens/range', { textDocument: { uri }, range })
    : ask(client, 'semanticTokens/full', { textDocument: { uri } });
const hints = async (client: Client, range = EVERYWHERE): Promise<string[]> =>
  (await ask<InlayHint[]>(client, 'inlayHint', { textDocument: { uri: URI }, range })).map(({ label }) =>
    String(label),
  );
const configure = async (client: Client, settings: unknown): Promise<void> => {
  client.settings = settings;
  await client.connection.sendNotification(DidChangeConfigurationNotification.type, { settings: null });
};

/** Words with the names of their tokens. */
function decode(
  text: string,
  { data }: SemanticTokens,
  { tokenTypes, tokenModifiers }: SemanticTokensLegend,
): string[] {
  const lines = text.split(/\r\n|\r|\n/);
  const found: string[] = [];
  let [line, character] = [0, 0];
  for (let i = 0; i < data.length; i += 5) {
    const [down, right, length, type, bits] = data.slice(i, i + 5) as [number, number, number, number, number];
    line += down;
    character = down ? right : character + right;
    const modifiers = tokenModifiers.filter((_, bit) => bits & (1 << bit));
    found.push(`${lines[line]!.slice(character, character + length)} ${[tokenTypes[type]!, ...modifiers].join('.')}`);
  }
  return found;
}
const legendOf = ({ semanticTokensProvider }: ServerCapabilities): SemanticTokensLegend => {
  assert.ok(semanticTokensProvider && 'legend' in semanticTokensProvider);
  return semanticTokensProvider.legend;
};

describeServers('reading aids', (start) => {
  for (const [what, capabilities, full, range] of [
    ['both', { full: true, range: true }, true, true],
    ['documents', { full: { delta: true } }, true, false],
    ['ranges', { range: true }, false, true],
  ] as const)
    it(`are announced to a client that takes colours of ${what}`, async () => {
      const client = start();
      const semanticTokens = { ...READER.textDocument!.semanticTokens!, requests: capabilities };
      const { capabilities: served } = await client.initialize({ textDocument: { semanticTokens } });
      const provider = served.semanticTokensProvider;
      assert.ok(provider && 'full' in provider);
      assert.deepEqual([provider.full, provider.range], [full, range]);
      assert.equal(served.inlayHintProvider, undefined);
    });
  it('are not announced to a client that does not take them', async () => {
    const client = start();
    const { capabilities } = await client.initialize({});
    assert.equal(capabilities.semanticTokensProvider, undefined);
    assert.equal(capabilities.inlayHintProvider, undefined);
    assert.equal(capabilities.selectionRangeProvider, true);
  });

  for (const [what, lineBreak] of [
    ['LF', '\n'],
    ['CR LF', '\r\n'],
  ] as const)
    it(`colour, hint and select, with ${what}`, async () => {
      const client = start();
      const { capabilities } = await client.begin({
        capabilities: READER,
        options: { ownTokens: true, timeZone: 'Asia/Tokyo', inlayHints: ALL },
      });
      const text = DATED.replaceAll('\n', lineBreak);
      await client.open(text);
      const legend = legendOf(capabilities);
      const expected = [
        'PHUM subjectTag',
        'FI geographicTag',
        'AmCit acronym',
        'OLRA acronym.definition',
        'OLRA acronym',
      ];
      assert.deepEqual(decode(text, await colours(client), legend), expected);
      const [line] = place(FERRY, 'TAGS');
      const one = { start: { line, character: 0 }, end: { line: line + 1, character: 0 } };
      assert.deepEqual(decode(text, await colours(client, URI, one), legend), expected.slice(0, 2));
      assert.deepEqual(await hints(client), ['14 Apr 2009, 18:15 GMT+9', 'Finland', 'American citizen']);
      assert.deepEqual(await hints(client, one), ['Finland']);
      const [row, character] = place(FERRY, 'nothing');
      const [range] = await ask<SelectionRange[]>(client, 'selectionRange', {
        textDocument: { uri: URI },
        positions: [{ line: row, character }],
      });
      const words: string[] = [];
      for (let at: SelectionRange | undefined = range; at; at = at.parent)
        words.push(text.split(lineBreak)[at.range.start.line]!.slice(at.range.start.character));
      assert.deepEqual(words.slice(0, 3), ['nothing.', 'The OLRA said nothing.', '2. The OLRA said nothing.']);
      assert.equal(words.at(-1), 'R 140915Z APR 09');
      assert.deepEqual(client.logged, []);
    });

  it('follow the text', async () => {
    const client = start();
    const { capabilities } = await client.begin({ capabilities: READER, options: { ownTokens: true } });
    await client.open(DATED);
    await colours(client);
    const now = DATED.replace('PHUM', 'KFER');
    await client.change({ text: now });
    assert.equal(decode(now, await colours(client), legendOf(capabilities))[0], 'KFER programTag');
  });
  it('answer as many selections as there are places, also outside of the text', async () => {
    const client = await start.ready(FULL, DATED);
    const positions = [
      { line: 0, character: 3 },
      { line: 4, character: 0 },
      { line: 999, character: 9 },
    ];
    const found = await ask<SelectionRange[]>(client, 'selectionRange', { textDocument: { uri: URI }, positions });
    assert.equal(found.length, 3);
  });
  it('that are asked for and no longer wanted are answered all the same', async () => {
    const client = start();
    await client.begin({ capabilities: READER });
    await client.open(DATED);
    for (const [method, params] of [
      ['semanticTokens/full', {}],
      ['inlayHint', { range: EVERYWHERE }],
      ['selectionRange', { positions: [{ line: 0, character: 3 }] }],
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
    assert.ok((await colours(client)).data.length > 0);
    assert.deepEqual(client.logged, []);
  });
});

describeServer('colours', (start) => {
  it('have standard names for a client that does not know ours', async () => {
    const client = start();
    const { capabilities } = await client.begin({ capabilities: READER });
    await client.open(DATED);
    assert.deepEqual(decode(DATED, await colours(client), legendOf(capabilities)).slice(0, 3), [
      'PHUM enumMember',
      'FI type',
      'AmCit macro',
    ]);
  });
  it('tell which references are in the library, once it is read', async () => {
    const text = helsinki(30, { refs: ['09 HELSINKI 12', '09 HELSINKI 77'] });
    const folder = folderOf({ '12.cable': helsinki(12), '30.cable': text });
    const client = start();
    const { capabilities } = await client.begin({ capabilities: READER, folder, options: { ownTokens: true } });
    const legend = legendOf(capabilities);
    const uri = uriOf(folder, '30.cable');
    await client.open(text, uri);
    await client.settled();
    const references = async () =>
      decode(text, await colours(client, uri), legend).filter((each) => each.includes('reference'));
    assert.deepEqual(await references(), ['09 HELSINKI 12 reference.resolved', '09 HELSINKI 77 reference.missing']);
    const before = client.tokenRefreshes;
    const path = join(folder, '77.cable');
    write(path, helsinki(77));
    await client.created(path);
    await client.until(async () => (await references())[1]!.endsWith('.resolved'), 'the new cable');
    await client.until(() => client.tokenRefreshes > before, 'the refresh');
  });
  it('say of no reference whether it is there where there is no library', async () => {
    const client = start();
    const { capabilities } = await client.begin({ capabilities: READER, options: { ownTokens: true } });
    const text = helsinki(30, { refs: ['09 HELSINKI 12'] });
    await client.open(text);
    const all = decode(text, await colours(client), legendOf(capabilities));
    assert.ok(all.includes('09 HELSINKI 12 reference'), all.join());
  });
  it('go by the glossary, and are asked for again when it changes', async () => {
    const client = start();
    const { capabilities } = await client.begin({ capabilities: READER, options: { ownTokens: true }, settings: {} });
    const text = DATED.replace('nothing', 'nothing to the QZRX');
    await client.open(text);
    const qzrx = async () =>
      decode(text, await colours(client), legendOf(capabilities)).find((each) => each.startsWith('QZRX'));
    assert.equal(await qzrx(), 'QZRX unknownAcronym');
    await configure(client, { glossary: { QZRX: 'Quiet Zone' } });
    await client.until(async () => (await qzrx()) === 'QZRX acronym', 'the entry');
    await client.until(() => client.tokenRefreshes > 0, 'the refresh');
  });
});

describeServer('inlay hints', (start) => {
  const begun = async (begin: Begin): Promise<Client> => {
    const client = start();
    await client.begin({ capabilities: READER, ...begin });
    await client.open(DATED);
    return client;
  };
  it('are quiet by default', async () => assert.deepEqual(await hints(await begun({ settings: {} })), []));
  it('are each turned on by its setting, and asked for again when it changes', async () => {
    const client = await begun({ settings: {} });
    await configure(client, { inlayHints: { countries: true } });
    await client.until(async () => (await hints(client)).join() === 'Finland', 'the country');
    await client.until(() => client.hintRefreshes === 1, 'the refresh');
    await configure(client, { inlayHints: { acronyms: true } });
    await client.until(async () => (await hints(client)).join() === 'American citizen', 'the acronym');
    await configure(client, { inlayHints: {} });
    await client.until(async () => (await hints(client)).length === 0, 'nothing');
  });
  it('of settings that cannot be read stay off, and that is told', async () => {
    const client = await begun({ options: { inlayHints: { countries: 'yes', acronyms: true } } });
    assert.deepEqual(await hints(client), ['American citizen']);
    assert.ok(client.logged.some((line) => line.includes('cable.inlayHints.countries: "yes" cannot be read')));
  });
  it('are not asked for again by a client that cannot', async () => {
    const client = await begun({ capabilities: { ...READER, workspace: ABLE.workspace! }, settings: {} });
    await configure(client, { inlayHints: ALL });
    await client.until(async () => (await hints(client)).length === 3, 'the hints');
    assert.equal(client.hintRefreshes + client.tokenRefreshes, 0);
    assert.deepEqual(client.logged, []);
  });
});
