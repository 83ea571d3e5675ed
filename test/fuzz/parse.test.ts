import assert from 'node:assert/strict';
import fc from 'fast-check';
import { explain } from '../../server/src/features/hover/explain';
import { snapshot } from '../../server/src/features/snapshot';
import { toJson } from '../../server/src/model/json';
import { type OutlineItem, outline } from '../../server/src/model/outline';
import { check } from '../../server/src/rules/check';
import { decode } from '../../server/src/syntax/decode';
import { parse } from '../../server/src/syntax/parse';
import { isLine, leaves, walk } from '../../server/src/syntax/tree';
import { allCables } from '../support/fixtures';

const cables = allCables()
  .map(([, text]) => text)
  .filter((text) => text.length < 12_000);
const lines = cables.flatMap((text) => text.split('\n'));

/** Lines of cables in any order, random text, and cables with pieces cut out, doubled or replaced. */
const someText = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 300 }),
  fc.array(fc.constantFrom(...lines), { maxLength: 40 }).map((chosen) => chosen.join('\n')),
  fc
    .tuple(fc.constantFrom(...cables), fc.nat(), fc.nat(), fc.string({ maxLength: 12 }))
    .map(([text, from, length, put]) => {
      const at = from % (text.length + 1);
      return text.slice(0, at) + put + text.slice(at + (length % 80));
    }),
  fc
    .array(
      fc.constantFrom(
        '¶',
        '(',
        '1.',
        '(S)',
        '-',
        '\n',
        '\r',
        ' ',
        'TAGS:',
        'REF:',
        'BT',
        'O 210959Z MAR 06\nFM X\n',
        'VZCZC',
        '&#182;',
        '<pre>',
        'x',
        'END SUMMARY',
      ),
      { maxLength: 120 },
    )
    .map((parts) => parts.join('')),
);

function holds(text: string): void {
  const cable = parse(text);
  let at = 0;
  for (const line of cable.lines) {
    assert.ok(line.start === at && line.end >= line.start && line.next >= line.end);
    at = line.next;
  }
  assert.equal(at, text.length);
  assert.equal(cable.clean, decode(text));
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
  for (const { start, end, rule } of check(cable)) assert.ok(start >= 0 && start <= end && end <= text.length, rule);
}

describe('any text', () => {
  // 100,000 by default: set CABLE_FUZZ_RUNS for more.
  const numRuns = Number(process.env.CABLE_FUZZ_RUNS ?? 100_000);
  it(`parses: ${numRuns} texts`, () => fc.assert(fc.property(someText, holds), { numRuns, seed: 1973 })).timeout(
    600_000,
  );
  it('has an outline that nests, a JSON form and hover cards', () => {
    fc.assert(
      fc.property(someText, fc.nat(), (text, offset) => {
        const now = snapshot('x', 1, text);
        JSON.stringify(toJson(now.cable, 'x', { error: 0, warning: 0, information: 0, hint: 0 }));
        const nested = (item: OutlineItem, within: { start: number; end: number }): void => {
          assert.ok(item.range.start >= within.start && item.range.end <= within.end, item.name);
          assert.ok(
            item.selection.start >= item.range.start && item.selection.end <= item.range.end,
            `selection of ${item.name}`,
          );
          for (const child of item.children) nested(child, item.range);
        };
        for (const item of outline(now.cable)) nested(item, { start: 0, end: text.length });
        explain(now, offset % (text.length + 1), String);
      }),
      { numRuns: 10_000, seed: 2003 },
    );
  }).timeout(600_000);
});
