/** Rewrites of a whole cable, by the names that commands and keys use: from anywhere, and only where there is something to do. */
import assert from 'node:assert/strict';
import type { CodeAction, Range, TextDocumentEdit } from 'vscode-languageserver/node';
import { applied, type Client, describeServer, FERRY, place } from './support';

const CLEAN = FERRY.replace('310915Z', '140915Z');
const at = (text: string, words: string): Range => {
  const [line, character] = place(text, words);
  return { start: { line, character }, end: { line, character } };
};
const named = (client: Client, text: string, words: string, name: string): Promise<readonly CodeAction[]> =>
  client.actions(at(text, words), [`refactor.rewrite.cable.${name}`]);
const result = (text: string, { edit }: CodeAction): string =>
  applied(text, (edit!.documentChanges as TextDocumentEdit[])[0]!.edits as Parameters<typeof applied>[1]);

const PAGE = '\n\nHELSINKI 00000133  002 OF 002\n\n\n';
const PAGED = CLEAN.replace('UNCLAS HELSINKI', 'UNCLAS SECTION 01 OF 02 HELSINKI').replace(
  '\n\n2. The',
  `${PAGE}2. The`,
);
const SECRET = CLEAN.replace('UNCLAS HELSINKI', 'S E C R E T HELSINKI');
const LONG = CLEAN.replace(
  '\nOAKES',
  `${Array.from({ length: 60 }, (_, i) => `\n${i + 3}. The ferry waited for passenger ${i}.\n`).join('')}\nOAKES`,
);

describeServer('rewrites by name', (start) => {
  const cases: [name: string, title: string, before: string, after: string | RegExp][] = [
    ['joinPages', 'Join pages and sections', PAGED, CLEAN],
    [
      'splitSections',
      'Split into sections',
      LONG,
      /SECTION 01 OF 02 HELSINKI[\s\S]*\nHELSINKI 00000133 {2}002 OF 002\n\n\n\d+\. /,
    ],
    [
      'removeArtefacts',
      'Remove what the archive added',
      CLEAN.replace(/^(?=\d\. )/gm, '¶').replace('nothing', '&quot;nothing&quot;'),
      CLEAN.replace('nothing', '"nothing"'),
    ],
    ['upperCase', 'Write the classification in capitals', CLEAN.replace('UNCLAS HEL', 'Unclas HEL'), CLEAN],
    ['letterSpace', 'Letter-space the classification', SECRET.replace('S E C R E T', 'SECRET'), SECRET],
    ['renumber', 'Renumber the paragraphs', CLEAN.replace('2. The OLRA', '4. The OLRA'), CLEAN],
    ['portionMarks', 'Mark unmarked paragraphs (S)', SECRET, SECRET.replace(/^(\d\.) /gm, '$1 (S) ')],
  ];
  for (const [name, title, before, after] of cases)
    it(`${name}: from the first line of the file, and from the last`, async () => {
      const client = start();
      await client.begin();
      await client.open(before);
      for (const words of [before.slice(0, 6), 'OAKES']) {
        const [action, ...others] = await named(client, before, words, name);
        assert.deepEqual(others, []);
        assert.equal(action?.title, title);
        const whole = result(before, action!);
        if (typeof after === 'string') assert.equal(whole, after);
        else assert.match(whole, after);
      }
      await client.change({ text: result(before, (await named(client, before, 'OAKES', name))[0]!) });
      assert.deepEqual(await client.actions(at(before, before.slice(0, 6)), [`refactor.rewrite.cable.${name}`]), []);
    });

  it('splitting and joining give back the text', async () => {
    const client = start();
    await client.begin();
    await client.open(LONG);
    const parts = result(LONG, (await named(client, LONG, 'OAKES', 'splitSections'))[0]!);
    await client.change({ text: parts });
    assert.equal(result(parts, (await named(client, parts, 'OAKES', 'joinPages'))[0]!), LONG);
  });
  it('pages are joined where they are selected, and only there', async () => {
    const text = PAGED.replace('02 HEL', '03 HEL')
      .replace('002 OF 002', '002 OF 003')
      .replace('\nOAKES', `\nHELSINKI 00000133  003 OF 003\n\n\n3. The rope held.\n\nOAKES`);
    const client = start();
    await client.begin();
    await client.open(text);
    const [line] = place(text, '002 OF 003');
    const lines = { start: { line: line - 1, character: 0 }, end: { line: line + 1, character: 0 } };
    const [action] = await client.actions(lines, ['refactor.rewrite.cable.joinPages']);
    assert.equal(action?.title, 'Join the selected pages');
    const whole = result(text, action!);
    assert.ok(!whole.includes('002 OF 003') && whole.includes('003 OF 003') && whole.includes('SECTION 01 OF 03'));
  });
  it('a paragraph moves up and down with its number', async () => {
    const client = start();
    await client.begin();
    await client.open(CLEAN);
    const [down] = await named(client, CLEAN, 'AmCit', 'moveParagraphDown');
    const moved = result(CLEAN, down!);
    assert.match(moved, /1\. The OLRA said nothing\.\n\n2\. The AmCit/);
    assert.deepEqual(await named(client, CLEAN, 'AmCit', 'moveParagraphUp'), []);
    await client.change({ text: moved });
    const [up] = await named(client, moved, 'AmCit', 'moveParagraphUp');
    assert.equal(result(moved, up!), CLEAN);
  });
  it('are offered by themselves only in their place', async () => {
    const client = start();
    await client.begin();
    await client.open(PAGED);
    const kinds = async (words: string) =>
      (await client.actions(at(PAGED, words), ['refactor'])).map(({ kind }) => kind!.replace(/^.*\./, ''));
    assert.ok((await kinds('AmCit')).includes('joinPages'));
    assert.ok(!(await kinds('FM AMEM')).includes('joinPages'));
  });
});
