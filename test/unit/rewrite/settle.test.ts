import assert from 'node:assert/strict';
import { type MessageView, viewOf } from '../../../server/src/model/view';
import { joinPages } from '../../../server/src/rewrite/join-pages';
import { renumber } from '../../../server/src/rewrite/renumber';
import { settle } from '../../../server/src/rewrite/settle';
import { parse } from '../../../server/src/syntax/parse';
import { applyEdits, type Edit } from '../../../server/src/text/edits';

type Rewrite = (view: MessageView) => readonly Edit[];
const settled = (text: string, rewrite: Rewrite) => settle(viewOf(parse(text)), rewrite);

describe('a rewriting done to the end', () => {
  for (const [name, rewrite, text, whole] of [
    ['numbers of which one hid another', renumber, '1.\n\n4.\n\nXX\n2.', '1.\n\n2.\n\nXX\n3.'],
    [
      'a page line behind another',
      joinPages,
      '1\nXX 00000001 01\nX\nXxx 0\nCONFIDENTIAL\nVZCZC\nXX 00000001 01',
      '1\nX\nXxx 0\nCONFIDENTIAL\nVZCZC\n',
    ],
  ] as [string, Rewrite, string, string][])
    it(`finds ${name}`, () => {
      assert.notEqual(applyEdits(text, rewrite(viewOf(parse(text)))), whole, 'once is not enough');
      assert.equal(applyEdits(text, settled(text, rewrite)), whole);
      assert.deepEqual(settled(whole, rewrite), []);
    });
  it('makes small edits where once is enough, and is about one message of several', () => {
    const cable =
      'R 121200Z DEC 06\nFM AMEMBASSY ROME\nTO SECSTATE WASHDC\nUNCLAS ROME 00000N\n\n1. One.\n\n3. Two.\n\n5. Three.\n\nNNNN\n';
    const text = cable.replace('00N', '001') + cable.replace('00N', '002');
    const both = parse(text);
    assert.equal(both.messages.length, 2);
    const edits = settle(viewOf(both, both.messages[1]), renumber);
    assert.deepEqual(
      edits.map(({ start, end, text: put }) => [text.slice(start, end), put]),
      [
        ['3', '2'],
        ['5', '3'],
      ],
    );
    assert.ok(edits.every(({ start }) => start > cable.length));
  });
});
