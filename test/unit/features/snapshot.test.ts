import assert from 'node:assert/strict';
import fc from 'fast-check';
import { joined, snapshot, type TextChange } from '../../../server/src/features/snapshot';
import { parse } from '../../../server/src/syntax/parse';
import { readCable } from '../../support/fixtures';

const FERRY = readCable('samples/05MADRID2874.cable');

describe('several changes as one', () => {
  const change = fc.record({ at: fc.nat(40), cut: fc.nat(12), put: fc.string({ maxLength: 6 }) });

  it('leave out nothing that changed', () => {
    fc.assert(
      fc.property(
        fc.string({ minLength: 1, maxLength: 40 }),
        fc.array(change, { minLength: 1, maxLength: 6 }),
        (before, all) => {
          let text = before;
          let whole: TextChange | null = null;
          for (const { at, cut, put } of all) {
            const start = Math.min(at, text.length);
            const end = Math.min(start + cut, text.length);
            text = text.slice(0, start) + put + text.slice(end);
            whole = joined(whole, { start, end, length: put.length });
          }
          const { start, end, length } = whole!;
          assert.equal(text.slice(0, start), before.slice(0, start));
          assert.equal(text.slice(start + length), before.slice(end));
        },
      ),
    );
  });

  it('give the cable that the text has by itself', () => {
    const first = snapshot('file:///a', 1, FERRY);
    const at = FERRY.lastIndexOf('. ');
    const text = `${FERRY.slice(0, at)}, they said${FERRY.slice(at)}`;
    const after = snapshot('file:///a', 2, text, { cable: first.cable, change: { start: at, end: at, length: 11 } });
    assert.equal(after.parsed, null);
    assert.deepEqual(after.cable.messages, parse(text).messages);
    assert.equal(after.parsed, after.cable);
  });
});
