import assert from 'node:assert/strict';
import { readFilter } from '../../../server/src/features/library-filter';
import type { Filter } from '../../../server/src/library/view';

const minutes = (day: string): number => Date.parse(`${day}T00:00:00Z`) / 60_000;

describe('the filter of the library', () => {
  const READS: readonly (readonly [text: string, filter: Filter])[] = [
    ['', {}],
    ['   ', {}],
    ['border trafficking', { words: ['border', 'trafficking'] }],
    ['"border towns" kids', { words: ['border towns', 'kids'] }],
    ['06LUSAKA412', { words: ['06LUSAKA412'] }],
    ['tag:phum', { tags: ['PHUM'] }],
    ['TAG:PHUM tag:ZA', { tags: ['PHUM', 'ZA'] }],
    ['post:"phnom penh"', { posts: ['PHNOMPENH'] }],
    ['post:RIO post:amembassy-lima', { posts: ['RIODEJANEIRO', 'LIMA'] }],
    ['after:2006', { after: minutes('2006-01-01') }],
    ['after:2006-03', { after: minutes('2006-03-01') }],
    ['after:2004-02-29 before:2007', { after: minutes('2004-02-29'), before: minutes('2007-01-01') }],
    // Of several, the narrowest holds.
    ['after:2005 after:2006 before:2009 before:2008', { after: minutes('2006-01-01'), before: minutes('2008-01-01') }],
    ['class:secret', { levels: ['SECRET'] }],
    ['class:c class:"limited official use"', { levels: ['CONFIDENTIAL', 'LIMITED OFFICIAL USE'] }],
    ['border tag:ZA class:u', { words: ['border'], tags: ['ZA'], levels: ['UNCLASSIFIED'] }],
    // As it is being typed.
    ['border tag:', { words: ['border'] }],
    ['post:"', {}],
    ['post:"phnom', { posts: ['PHNOM'] }],
    // A subject's own colon is none of ours.
    ['ZAMBIA: border', { words: ['ZAMBIA:', 'border'] }],
    ['"re:port"', { words: ['re:port'] }],
  ];
  for (const [text, filter] of READS)
    it(`reads ${JSON.stringify(text)}`, () => assert.deepEqual(readFilter(text), { filter, problems: [] }));

  const WRONG: readonly (readonly [text: string, problem: RegExp, filter: Filter])[] = [
    ['after:2006-13', /`2006-13` is not a date: write 2006, 2006-03 or 2006-03-23/, {}],
    ['before:2006-02-30 lima', /`2006-02-30` is not a date/, { words: ['lima'] }],
    ['after:march', /`march` is not a date/, {}],
    ['class:hush tag:PHUM', /`hush` is not a classification/, { tags: ['PHUM'] }],
    ['class:sbu', /`sbu` is not a classification/, {}],
    ['year:2006 lima', /`year:2006`: there is no `year:`, only tag: post: after: before: class:/, { words: ['lima'] }],
  ];
  for (const [text, problem, filter] of WRONG)
    it(`says what is wrong with ${JSON.stringify(text)}, and takes the rest`, () => {
      const read = readFilter(text);
      assert.equal(read.problems.length, 1, read.problems.join());
      assert.match(read.problems[0]!, problem);
      assert.deepEqual(read.filter, filter);
    });

  it('takes time in proportion to the text', () => {
    const text = 'a:"'.repeat(50_000) + '"'.repeat(50_000) + 'tag:'.repeat(50_000);
    const start = process.cpuUsage();
    readFilter(text);
    assert.ok(process.cpuUsage(start).user < 2_000_000);
  });
});
