import assert from 'node:assert/strict';
import { foldingRanges } from '../../../server/src/features/folding-ranges';
import { snapshot } from '../../../server/src/features/snapshot';
import { allCables, readCable } from '../../support/fixtures';

/** First and last line of each. */
function folded(text: string): [string, string][] {
  const lines = text.split(/\r\n|\r|\n/);
  return foldingRanges(snapshot('file:///x.cable', 1, text)).map(({ startLine, endLine }) => [
    lines[startLine]!.trim(),
    lines[endLine]!.trim(),
  ]);
}
const HEAD = 'UNCLAS ACCRA 000131\n\nSUBJECT: X\n\n';
const HEADER: [string, string] = ['UNCLAS ACCRA 000131', 'SUBJECT: X'];

describe('folding', () => {
  it('folds sections, headers and paragraphs of the demo cable', () => {
    const first = folded(readCable('samples/06LUSAKA412.cable')).map(([line]) => line);
    for (const start of ['06LUSAKA412', 'VZCZC', 'INFO', 'UNCLAS', 'REF:', '¶1.', 'Two Towns'])
      assert.ok(
        first.some((line) => line.startsWith(start)),
        start,
      );
  });

  const cases: [what: string, body: string, expected: [string, string][]][] = [
    [
      'what stands between two pages, as far as it has several lines',
      '1. The ferry waited\n\nUNCLASSIFIED\n\nPAGE 02        ACCRA  00131  061234Z\n\nfor the passenger.\n\nACCRA 00000131  002 OF 002\n\n2. Yes.\n',
      [
        ['1. The ferry waited', 'for the passenger.'],
        ['UNCLASSIFIED', 'PAGE 02        ACCRA  00131  061234Z'],
      ],
    ],
    [
      'quoted texts',
      '1. They wrote:\n\nBEGIN TEXT:\n\nOne.\n\nTwo\nand three.\n\nEND TEXT.\n\n2. Yes.\n',
      [
        ['BEGIN TEXT:', 'END TEXT.'],
        ['Two', 'and three.'],
      ],
    ],
    [
      'a quoted text that begins inside a paragraph, from the next',
      '1. They wrote\nBEGIN TEXT:\n\n1. One\nor two.\n\n2. Three.\n\nEND TEXT.\n\n2. Yes.\n',
      [
        ['1. They wrote', 'or two.'],
        ['2. Three.', 'END TEXT.'],
      ],
    ],
    [
      'a quoted text up to the paragraph in which it ends',
      '1. They wrote:\n\n2. BEGIN TEXT: One.\n\n3. Two.\n\n4. Three. END TEXT. We\nshall see.\n',
      [
        ['2. BEGIN TEXT: One.', '3. Two.'],
        ['4. Three. END TEXT. We', 'shall see.'],
      ],
    ],
    ['the end', '1. Yes.\n\nOAKES\nBT\n#0131\nNNNN\n', [['OAKES', 'NNNN']]],
    [
      'sections with their paragraphs',
      'One Part\n--------\n\n1. A\nb.\n\nOther Part\n----------\n\n2. C\nd.\n',
      [
        ['One Part', 'b.'],
        ['1. A', 'b.'],
        ['Other Part', 'd.'],
        ['2. C', 'd.'],
      ],
    ],
  ];
  for (const [what, body, expected] of cases) {
    it(`folds ${what}`, () => assert.deepEqual(folded(HEAD + body), [HEADER, ...expected]));
    it(`folds ${what}, with CR LF`, () =>
      assert.deepEqual(folded((HEAD + body).replaceAll('\n', '\r\n')), [HEADER, ...expected]));
  }

  it('folds addressees, whether each has its own label or not, within the transmission header', () => {
    const text = `O 231234Z MAR 06\nFM AMEMBASSY ACCRA\nTO SECSTATE WASHDC\nAMEMBASSY LAGOS\nINFO AMEMBASSY LOME\nINFO AMEMBASSY DAKAR\nBT\n${HEAD}1. X.\n`;
    assert.deepEqual(folded(text), [
      ['O 231234Z MAR 06', 'BT'],
      ['TO SECSTATE WASHDC', 'AMEMBASSY LAGOS'],
      ['INFO AMEMBASSY LOME', 'INFO AMEMBASSY DAKAR'],
      HEADER,
    ]);
  });
  it('has nothing to fold in an empty text', () => assert.deepEqual(folded(''), []));
  for (const [name, text] of allCables())
    it(`nests, and never goes past the end: ${name}`, () => {
      const count = text.split(/\r\n|\r|\n/).length;
      const around: number[] = [];
      let last = -1;
      for (const { startLine, endLine } of foldingRanges(snapshot('file:///x.cable', 1, text))) {
        assert.ok(last < startLine && startLine < endLine && endLine < count, `${startLine}-${endLine}`);
        last = startLine;
        while (around.length && around.at(-1)! < startLine) around.pop();
        assert.ok(!around.length || endLine <= around.at(-1)!, `${startLine}-${endLine}`);
        around.push(endLine);
      }
    });
});
