/** Splitting good cables into sections and joining them again: nothing is lost, nothing is found that was not found before. */
import assert from 'node:assert/strict';
import { viewOf } from '../../server/src/model/view';
import { joinPages } from '../../server/src/rewrite/join-pages';
import { splitSections } from '../../server/src/rewrite/split-sections';
import { check } from '../../server/src/rules/check';
import { parse } from '../../server/src/syntax/parse';
import { applyEdits } from '../../server/src/text/edits';
import { generated, WRITTEN } from './good';

const join = (text: string): string => applyEdits(text, joinPages(viewOf(parse(text))));
const split = (text: string): string => applyEdits(text, splitSections(viewOf(parse(text))));
const found = (text: string): string[] => check(parse(text)).map(({ rule }) => rule);
/** Rules told of the second text more often than of the first. */
function more(before: string, after: string): string[] {
  const left = found(before);
  return found(after).filter((rule) => {
    const at = left.indexOf(rule);
    if (at >= 0) left.splice(at, 1);
    return at < 0;
  });
}

describe('sections of good cables', function () {
  this.timeout(60_000);
  const all = [...WRITTEN, ...generated(500)].map(([name, text]) => [name, text, join(text)] as const);

  it('joined: no page line is left, and nothing is found', () => {
    let pages = 0;
    for (const [name, text, joined] of all) {
      if (joined === text) continue;
      pages++;
      assert.equal(join(joined), joined, name);
      assert.deepEqual(more(text, joined), [], name);
      assert.ok(!/^(?:[A-Z ]+ \d{8} {2}\d{3} OF \d{3}|PAGE 0[2-9] .*) *$/m.test(joined), name);
    }
    assert.ok(pages > 100, String(pages));
  });
  it('split, and joined again: the same text', () => {
    let sections = 0;
    for (const [name, , joined] of all) {
      const parts = split(joined);
      if (parts === joined) continue;
      sections++;
      assert.equal(join(parts), joined, name);
      assert.deepEqual(more(joined, parts), [], name);
      assert.equal(split(parts), parts, name);
    }
    console.log(`    ${sections} of ${all.length} cables have more than one section`);
    assert.ok(sections > 100, String(sections));
  });
});
