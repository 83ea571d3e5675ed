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
  const all = [...WRITTEN, ...generated(500), ...generated(120, 14_000)].map(
    ([name, text]) => [name, text, join(text)] as const,
  );

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
  it('split, and joined again: the same text; those that are not split have a reason', () => {
    const counts = new Map<string, number>();
    for (const [name, , joined] of all) {
      const parts = split(joined);
      const reason = parts === joined ? whyWhole(joined) : 'split';
      assert.ok(reason, `${name} could be split`);
      counts.set(reason, (counts.get(reason) ?? 0) + 1);
      if (reason !== 'split') continue;
      assert.equal(join(parts), joined, name);
      assert.deepEqual(more(joined, parts), [], name);
      assert.equal(split(parts), parts, name);
    }
    console.log(`    of ${all.length} cables ${[...counts].map(([reason, count]) => `${count} ${reason}`).join(', ')}`);
    assert.ok(counts.get('split')! > 300, String(counts.get('split')));
  });
});

/** Lines that a section has at most (FORMAT 4.5). */
const SECTION = 100;
/** Why a cable is not split; null where nothing speaks against it. */
function whyWhole(text: string): string | null {
  const view = viewOf(parse(text));
  const { classification: line, layout, message } = view;
  if (layout === 'aad') return 'are records of 1973-79, whose pages are no sections';
  if (layout === 'smart') return 'are of SMART, which has no sections';
  if (!line?.post || !line.serial) return 'have no number in the classification line';
  if (line.section) return 'are themselves a section of which others are not here';
  const last = view.lineOf(message.ending?.fields[0]?.start ?? message.body.end - 1);
  return last - view.lineOf(line.word.start) < SECTION ? 'need no more than one' : null;
}
