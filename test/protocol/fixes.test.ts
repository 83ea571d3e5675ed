import assert from 'node:assert/strict';
import { type CodeAction, CodeActionRequest, type Range } from 'vscode-languageserver/node';
import { describeServers, FERRY, FULL, URI } from './support';

const text = FERRY.replace('310915Z', '140915Z')
  .replace('TAGS: PHUM', 'TAGE: PHUM')
  .replace('12958: N/A', '12958: DECL: 04/14/2019');
const line = (word: string) => text.slice(0, text.indexOf(word)).split('\n').length - 1;
const at = (word: string): Range => {
  const position = { line: line(word), character: 14 };
  return { start: { line: line(word), character: 0 }, end: position };
};

describeServers('fixes', (start) => {
  const ask = async (range: Range, only?: string[]) => {
    const client = await start.ready(FULL, text);
    return (await client.connection.sendRequest(CodeActionRequest.type, {
      textDocument: { uri: URI },
      range,
      context: { diagnostics: [], ...(only && { only }) },
    })) as CodeAction[];
  };
  it('are offered for the findings there, the safe ones preferred', async () => {
    const [fix, ...others] = await ask(at('TAGE'), ['quickfix']);
    assert.deepEqual(others, []);
    assert.deepEqual(
      [fix?.kind, fix?.isPreferred, fix?.diagnostics?.[0]?.code],
      ['quickfix', true, 'header/label-spelling'],
    );
    assert.equal(fix?.edit?.changes?.[URI]?.[0]?.newText, 'TAGS');
  });
  it('that only the drafter can decide are offered, not preferred', async () => {
    const [fix] = await ask(at('DECL: 04'));
    assert.deepEqual([fix?.isPreferred, fix?.diagnostics?.[0]?.code], [false, 'xref/eo-decl-unclassified']);
  });
  it('are not offered elsewhere', async () => assert.deepEqual(await ask(at('R 140915Z'), ['quickfix']), []));
  for (const only of ['source.fixAll.cable', 'source.fixAll', 'source'])
    it(`all at once, for ${only}`, async () => {
      const [all, ...others] = await ask(at('R 140915Z'), [only]);
      assert.deepEqual(others, []);
      assert.equal(all?.kind, 'source.fixAll.cable');
      assert.deepEqual(
        all?.edit?.changes?.[URI]?.map(({ newText }) => newText),
        ['TAGS'],
      );
    });
  for (const only of ['refactor.extract', 'source.organizeImports', 'source.fixAll.other'])
    it(`of other kinds are not ours: ${only}`, async () => assert.deepEqual(await ask(at('TAGE'), [only]), []));
});

describeServers('a contradiction', (start) => {
  it('names the other line', async () => {
    const client = await start.ready(FULL, text);
    const found = (await client.items()).find(({ code }) => code === 'xref/eo-decl-unclassified');
    const [related] = found?.relatedInformation ?? [];
    assert.equal(related?.location.uri, URI);
    assert.equal(related?.location.range.start.line, line('UNCLAS'));
  });
});
