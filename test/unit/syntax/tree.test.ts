import assert from 'node:assert/strict';
import { parse } from '../../../server/src/syntax/parse';
import { isLine, leaves, walk } from '../../../server/src/syntax/tree';
import { allCables } from '../../support/fixtures';

/** What holds for the tree of any text. */
export function checkTree(text: string): void {
  const cable = parse(text);
  assert.equal(cable.clean.length, text.length);
  let at = 0;
  for (const line of cable.lines) {
    assert.equal(line.start, at);
    assert.ok(line.end >= line.start && line.next >= line.end);
    at = line.next;
  }
  assert.equal(at, text.length);
  const all = leaves(cable.root);
  assert.ok(all.length === cable.lines.length && all.every((line, i) => line === cable.lines[i]), 'other leaves');
  walk(cable.root, (node) => {
    let from = node.start;
    for (const child of node.children) {
      const end = isLine(child) ? child.next : child.end;
      assert.ok(child.start >= from && end <= node.end, `${child.kind} in ${node.kind}`);
      from = end;
    }
  });
}

describe('the tree', () => {
  for (const [name, text] of allCables()) it(`covers ${name} once and nests`, () => checkTree(text));
  for (const text of ['', '\n', ' ', '\r', '\uFEFF', '\u0000', '¶', '(', '1.', 'TAGS:', '-'.repeat(100)])
    it(`covers ${JSON.stringify(text.slice(0, 10))}`, () => checkTree(text));
});
