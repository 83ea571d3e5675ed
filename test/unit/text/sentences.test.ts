import assert from 'node:assert/strict';
import { sentenceAt } from '../../../server/src/text/sentences';

/** The sentence around the `|`. */
function around(marked: string): string {
  const offset = marked.indexOf('|');
  const text = marked.replace('|', '');
  const { start, end } = sentenceAt(text, offset);
  assert.ok(start <= offset && offset <= end);
  return text.slice(start, end).trim();
}

describe('sentences', () => {
  const cases: [marked: string, sentence: string][] = [
    ['It w|aited. It left.', 'It waited.'],
    ['It waited. It l|eft.', 'It left.'],
    ['It waited.|  It left.', 'It waited.'],
    ['Did it? "Ye|s!" he said.', '"Yes!" he said.'],
    ['He said "no." (Th|ey laughed.) We left.', '(They laughed.)'],
    ['Mr. J. Okello of the U.S. Emb|assy met Gen. Ba.', 'Mr. J. Okello of the U.S. Embassy met Gen. Ba.'],
    ['On Sept. 5 it|  rose 3.5 percent. So did No. 7.', 'On Sept. 5 it  rose 3.5 percent.'],
    ['as e.g. Lome and i.e. Dak|ar. Then home.', 'as e.g. Lome and i.e. Dakar.'],
    ['One\nline. Ano|ther\nline goes on', 'Another\nline goes on'],
    ['A head\n\nIt wai|ted', 'It waited'],
    ['A head\r\n\r\nIt wai|ted', 'It waited'],
    ['A head\r \rIt wai|ted', 'It waited'],
    ['It wai|ted\r\nfor all', 'It waited\r\nfor all'],
    ['Prices|... fell. Yes.', 'Prices... fell.'],
    ['|', ''],
  ];
  for (const [marked, sentence] of cases) it(JSON.stringify(marked), () => assert.equal(around(marked), sentence));

  it('take time that grows with the text', () => {
    for (const text of [
      '. '.repeat(200_000),
      `${'.'.repeat(200_000)}${' '.repeat(200_000)}`,
      '\n \t'.repeat(100_000),
    ]) {
      const begun = performance.now();
      sentenceAt(text, text.length);
      assert.ok(performance.now() - begun < 2000);
    }
  });
});
