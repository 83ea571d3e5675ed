import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type {
  ClientCapabilities,
  DocumentSymbol,
  Hover,
  MarkupContent,
  SymbolInformation,
} from 'vscode-languageserver/node';
import { requests } from './every-request';
import { type Client, describeServers, FERRY, FULL, place } from './support';

const OTHER = 'file:///invented/never-opened.cable';
const textOf = (hover: Hover | null): string => (hover?.contents as MarkupContent | undefined)?.value ?? '';

describeServers('symbols', (start) => {
  it('nest for a client that knows nesting', async () => {
    const client = await start.ready(FULL, FERRY);
    const [header, ...paragraphs] = await client.symbols();
    assert.equal(header!.name, 'Header');
    const subject = header!.children?.find(({ name }) => name === 'Subject');
    assert.equal(subject?.detail, 'THE FERRY THAT WAITED');
    assert.equal(subject?.range.start.line, place(FERRY, 'SUBJECT')[0]);
    assert.deepEqual(
      paragraphs.map(({ name }) => name.slice(0, 2)),
      ['1.', '2.', 'OA'],
    );
  });

  const flat: [string, ClientCapabilities][] = [
    ['says nothing', {}],
    ['denies it', { textDocument: { documentSymbol: { hierarchicalDocumentSymbolSupport: false } } }],
  ];
  for (const [what, capabilities] of flat)
    it(`are a flat list, in the same order, for a client that ${what}`, async () => {
      const client = await start.ready(capabilities, FERRY);
      const list = await client.symbols<SymbolInformation>();
      assert.ok(list.every((symbol) => symbol.location.uri.endsWith('ferry.cable') && !('children' in symbol)));
      assert.equal(list.find(({ name }) => name === 'Subject')?.containerName, 'Header');
      assert.equal(list.find(({ name }) => name === 'Header')?.containerName, undefined);
      const nested = await start.ready(FULL, FERRY);
      const names = ({ name, children }: DocumentSymbol): string[] => [name, ...(children ?? []).flatMap(names)];
      assert.deepEqual(
        list.map(({ name }) => name),
        (await nested.symbols()).flatMap(names),
      );
    });
});

describeServers('hover', (start) => {
  const markdown: ClientCapabilities = { textDocument: { hover: { contentFormat: ['markdown'] } } };
  const plain: ClientCapabilities = { textDocument: { hover: { contentFormat: ['plaintext'] } } };
  const text = FERRY.replace('310915Z', '140915Z').replace('Old Lost Rope\nAgency', '*Old* _Lost_ [Rope]\n<Agency>');

  const words: [string, RegExp][] = [
    ['PHUM', /Human Rights/],
    ['FI', /Finland/],
    ['AmCit', /American citizen/i],
    ['140915Z', /2009-04-14 09:15/],
    ['SIPDIS', /SIPRNet/],
  ];
  for (const [word, meaning] of words)
    it(`explains ${word}, and says where it stands`, async () => {
      const client = await start.ready(plain, text);
      const at = place(text, word, text.split(word)[0]!.endsWith('SIPDIS') ? 1 : 0);
      const hover = await client.hover(...at);
      assert.match(textOf(hover), meaning);
      assert.equal(hover?.range?.start.line, at[0]);
      assert.ok(hover.range.start.character <= at[1] && at[1] <= hover.range.end.character);
    });

  it('has nothing to say of ordinary words, of blank lines and of places outside the text', async () => {
    const client = await start.ready(FULL, text);
    for (const [line, character] of [place(text, 'waited'), [4, 0], [9999, 0]] as const)
      assert.equal(await client.hover(line, character), null);
  });

  for (const [what, capabilities, kind] of [
    ['Markdown', markdown, 'markdown'],
    ['Markdown or plain text', FULL, 'markdown'],
    ['plain text', plain, 'plaintext'],
    ['neither, by its own word', {}, 'plaintext'],
  ] as const)
    it(`is ${kind} for a client that takes ${what}`, async () => {
      const client = await start.ready(capabilities, text);
      const hover = await client.hover(...place(text, 'PHUM'));
      assert.equal((hover?.contents as MarkupContent | undefined)?.kind, kind);
      assert.equal(textOf(hover).includes('**'), kind === 'markdown');
    });

  it('escapes what the cable says, in Markdown', async () => {
    const client = await start.ready(markdown, text);
    const value = textOf(await client.hover(...place(text, 'OLRA', 1)));
    assert.match(value, /Rope.*Agency/);
    assert.doesNotMatch(value.replace(/\\./g, ''), /[<>]|\[(?!line \d+\]\()|[^*]\*[^*]*Old|_Lost/);
  });

  it('gives it as it stands, in plain text', async () => {
    const client = await start.ready(plain, text);
    assert.match(textOf(await client.hover(...place(text, 'OLRA', 1))), /\*Old\* _Lost_ \[Rope\] <Agency>/);
  });
});

describeServers('folding', (start) => {
  const lines = FERRY.split('\n');
  for (const [what, text] of [
    ['LF', FERRY],
    ['CR LF', FERRY.replaceAll('\n', '\r\n')],
    ['lone CR', FERRY.replaceAll('\n', '\r')],
  ] as const)
    it(`headers and paragraphs of several lines, with ${what}`, async () => {
      const client = await start.ready(FULL, text);
      const folds = (await client.folds()) ?? [];
      assert.deepEqual(
        folds.map(({ startLine, endLine }) => [lines[startLine], lines[endLine]]),
        [
          ['R 310915Z APR 09', 'TO SECSTATE WASHDC 0488'],
          ['UNCLAS HELSINKI 000133', 'SUBJECT: THE FERRY THAT WAITED'],
          ['1. The AmCit waited for the ferry. The Old Lost Rope', 'Agency (OLRA) was told.'],
        ],
      );
    });
});

/** Every answer about a document. */
const everything = async (client: Client, uri?: string) => [
  await client.symbols(uri),
  await client.folds(uri),
  await client.items(uri),
  await client.hover(0, 3, uri),
];

describeServers('what is asked of a document that is not open', (start) => {
  it('is answered with nothing', async () => {
    const client = await start.ready(FULL, FERRY);
    for (const uri of [OTHER, 'untitled:Untitled-1', 'no address at all', ''])
      for (const [method, params, nothing] of requests(uri))
        assert.deepEqual(await client.connection.sendRequest(method, params), nothing, `${method} of ${uri}`);
    assert.deepEqual(client.logged, []);
  });

  it('or no longer open', async () => {
    const client = await start.ready(FULL, FERRY);
    assert.notDeepEqual(await everything(client), [[], [], [], null]);
    await client.close();
    assert.deepEqual(await everything(client), [[], [], [], null]);
  });
});

describeServers('texts that are no cables', (start) => {
  const binary = readFileSync(join(__dirname, '../fixtures/binary.cable'));
  const texts: [string, string][] = [
    ['an empty one', ''],
    ['line breaks', '\r\n\r\r\n\n'],
    ['1 MB on one line', 'THE FERRY WAITED '.repeat(65_536)],
    ['1 MB of one letter', 'A'.repeat(1_048_576)],
    ['1 MB of blanks', ' '.repeat(1_048_576)],
    ['a header of 1 MB on one line', `${FERRY.slice(0, FERRY.indexOf('SUBJECT'))}SUBJECT: ${'FERRY '.repeat(174_000)}`],
    ['a binary file', binary.toString('latin1')],
    ['every byte', Buffer.from(Array.from({ length: 65_536 }, (_, at) => (at * 7919) % 256)).toString('latin1')],
    ['halves of surrogate pairs', 'TAGS: \ud83d PHUM \udea5\nSUBJECT: \udea5\ud83d'],
  ];
  for (const [what, text] of texts)
    it(`${what}: answered without an error`, async () => {
      const client = await start.ready(FULL, text);
      const [symbols, folds, items] = await everything(client);
      assert.ok(Array.isArray(symbols) && Array.isArray(folds) && Array.isArray(items));
      assert.deepEqual(client.logged, []);
    });
});
