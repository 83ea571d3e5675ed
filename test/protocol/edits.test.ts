import assert from 'node:assert/strict';
import fc from 'fast-check';
import type { TextDocumentContentChangeEvent } from 'vscode-languageserver/node';
import { type Client, describeServers, FERRY, FULL, URI } from './support';

interface Edit {
  readonly start: number;
  readonly end: number;
  readonly text: string;
}

const apply = (before: string, { start, end, text }: Edit): string => before.slice(0, start) + text + before.slice(end);
/** As the protocol has it: LF, CR LF and lone CR end a line; columns are UTF-16 code units. */
function positionAt(text: string, offset: number) {
  const lines = text.slice(0, offset).split(/\r\n|\r|\n/);
  return { line: lines.length - 1, character: lines.at(-1)!.length };
}
const asChange = (before: string, { start, end, text }: Edit): TextDocumentContentChangeEvent => ({
  range: { start: positionAt(before, start), end: positionAt(before, end) },
  text,
});

/** What the server says of a text after edits is what it says of that text opened anew. */
let opened = 0;
async function assertSame(client: Client, text: string): Promise<void> {
  const anew = `file:///invented/anew-${opened++}.cable`;
  await client.open(text, anew);
  const lines = text.split(/\r\n|\r|\n/);
  const all = async (uri?: string) => ({
    symbols: await client.symbols(uri),
    folds: await client.folds(uri),
    items: await client.items(uri),
    hovers: await Promise.all(lines.slice(0, 12).map((line, at) => client.hover(at, line.length >> 1, uri))),
  });
  // A card links to its own document.
  const fresh = JSON.stringify(await all(anew)).replaceAll(anew, URI);
  assert.deepEqual(await all(), JSON.parse(fresh));
  await client.close(anew);
}

/** An edit of the given places; they never fall between CR and LF, where no position of the protocol points. */
function editOf(text: string, from: number, length: number, put: string): Edit {
  const snap = (offset: number) => (text[offset - 1] === '\r' && text[offset] === '\n' ? offset - 1 : offset);
  const start = snap(from % (text.length + 1));
  return { start, end: Math.max(start, snap(Math.min(start + length, text.length))), text: put };
}

describeServers('edits: what is said is the same as of a text opened anew', (start) => {
  const replace = (text: string, what: string, by: string): Edit => {
    const at = text.indexOf(what);
    assert.ok(at >= 0, what);
    return { start: at, end: at + what.length, text: by };
  };
  const crlf = FERRY.replaceAll('\n', '\r\n');
  const boats = FERRY.replace('THE FERRY', '🛥🛥 THE FERRY').replace('SECSTATE', 'SECSTATE 🛥');

  const cases: [string, string, [string, string][]][] = [
    ['a letter typed', FERRY, [['WAITED', 'WAITEDS']]],
    ['a line added', FERRY, [['TAGS:', 'REF: HELSINKI 99\nTAGS:']]],
    ['lines taken out', FERRY, [['\nE.O. 12958: N/A\nTAGS: PHUM, FI', '']]],
    ['everything taken out', FERRY, [[FERRY, '']]],
    [
      'an error mended, another made',
      FERRY,
      [
        ['310915Z', '140915Z'],
        ['WASHDC', 'WASHDC IMEDIATE'],
      ],
    ],
    [
      'lines added and taken out, with CR LF',
      crlf,
      [
        ['TAGS:', 'REF: HELSINKI 99\r\nTAGS:'],
        ['SIPDIS\r\n\r\n', ''],
        ['31', '14'],
      ],
    ],
    [
      'CR LF cut to LF',
      crlf,
      [
        ['09\r\nFM', '09\nFM'],
        ['WAITED', 'WAITS'],
        ['31', '14'],
      ],
    ],
    [
      'LF put behind a lone CR',
      FERRY.replace('09\n', '09\r'),
      [
        ['09\r', '09\r\n'],
        ['WAITED', 'WAITS'],
      ],
    ],
    [
      'text behind surrogate pairs',
      boats,
      [
        ['WAITED', 'WAITS'],
        ['WASHDC', 'WASHDC IMEDIATE'],
      ],
    ],
    [
      'a surrogate pair put in, and taken out',
      boats,
      [
        ['TAGS:', '🛥\nTAGS:'],
        ['🛥🛥 ', ''],
        ['WAITED', '🛥'],
      ],
    ],
  ];
  for (const [what, text, replacements] of cases) {
    it(what, async () => {
      const client = await start.ready(FULL, text);
      let now = text;
      for (const [from, to] of replacements) {
        await client.symbols();
        const edit = replace(now, from, to);
        await client.change(asChange(now, edit));
        now = apply(now, edit);
      }
      await assertSame(client, now);
    });

    it(`${what}, all in one message`, async () => {
      const client = await start.ready(FULL, text);
      let now = text;
      const changes = replacements.map(([from, to]) => {
        const edit = replace(now, from, to);
        const change = asChange(now, edit);
        now = apply(now, edit);
        return change;
      });
      await client.change(...changes);
      await assertSame(client, now);
    });
  }

  it('the whole text replaced, then a part', async () => {
    const client = await start.ready(FULL, crlf);
    await client.change({ text: FERRY });
    const edit = replace(FERRY, '31', '14');
    await client.change(asChange(FERRY, edit));
    assert.deepEqual(await client.items(), []);
    await assertSame(client, apply(FERRY, edit));
  });

  it('a range that reaches past the end', async () => {
    const client = await start.ready(FULL, crlf);
    const text = FERRY.replace('31', '14');
    await client.change({ range: { start: { line: 0, character: 0 }, end: { line: 9999, character: 9999 } }, text });
    assert.deepEqual(await client.items(), []);
    await client.change({
      range: { start: { line: 9999, character: 0 }, end: { line: 9999, character: 0 } },
      text: '¶',
    });
    await assertSame(client, `${text}¶`);
  });

  for (const [what, ...typed] of [
    ['CR, then LF', '\r', '\n'],
    ['LF, then CR before it', '\n', '\r'],
    ['CR, then CR LF', '\r', '\r\n'],
  ] as const)
    it(`${what}: lines below are still found`, async () => {
      let now = FERRY.replace('APR 09\n', 'APR 09');
      const offset = now.indexOf('FM');
      const client = await start.ready(FULL, now);
      const edits: Edit[] = typed.map((text, nth) => {
        const start = what.endsWith('before it') ? offset : offset + typed.slice(0, nth).join('').length;
        return { start, end: start, text };
      });
      for (const edit of edits) {
        await client.change(asChange(now, edit));
        now = apply(now, edit);
      }
      const below = replace(now, 'SUBJECT: ', 'SUBJECT: NOT ');
      await client.change(asChange(now, below));
      await assertSame(client, apply(now, below));
    });

  it('any edits', async () => {
    const client = await start.ready();
    const put = fc.oneof(
      fc.constantFrom(
        '\n',
        '\r\n',
        '\r',
        '🛥',
        'x',
        '',
        '\n\n3. ',
        'TAGS: ',
        'SUBJECT: ',
        '310915Z',
        FERRY.slice(0, 60),
      ),
      fc.string({ maxLength: 6 }),
    );
    const edits = fc.array(fc.tuple(fc.nat(), fc.nat(30), put), { minLength: 1, maxLength: 8 });
    await fc.assert(
      fc.asyncProperty(fc.constantFrom(FERRY, crlf, boats, ''), edits, async (text, chosen) => {
        await client.open(text);
        let now = text;
        for (const each of chosen) {
          const edit = editOf(now, ...each);
          await client.change(asChange(now, edit));
          now = apply(now, edit);
        }
        await assertSame(client, now);
        await client.close();
      }),
      { numRuns: 60, seed: 1977 },
    );
  });
});
