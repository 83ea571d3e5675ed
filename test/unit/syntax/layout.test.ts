import assert from 'node:assert/strict';
import { looksLikeCable } from '../../../server/src/syntax/layout';
import { allCables } from '../../support/fixtures';

describe('what looks like a cable', () => {
  // These have no header at all, or lost every mark of one.
  const without = ['empty.cable', 'binary.cable', 'not-a-cable.cable', 'utf16le-bom.cable'];
  for (const [name, text] of allCables())
    it(`${name}: ${without.includes(name) ? 'no' : 'yes'}`, () =>
      assert.equal(looksLikeCable(text), !without.includes(name)));

  const others: [string, string][] = [
    ['prose', 'The embassy reported on March 21.\n\n1. It rained.\n2. It stopped.\n'],
    ['notes with tags', '# Notes\n\nTags: history, archives\nSubject: what I read\n'],
    ['tags of a blog', 'tags: [PHUM, PREL]\ndate: 2006-03-21\n'],
    ['a letter', 'From: A. Oakes\nTo: B. Reed\nDate: 21 March 2006\nSubject: Your telegram\n\nDear Ben,\n'],
    ['a log', '2006-03-21 09:59:00 INFO started\n2006-03-21 09:59:01 WARN secret is empty\n'],
    ['a table', 'id,level,date\n1,SECRET,2006-03-21\n2,CONFIDENTIAL,2006-03-22\n'],
    ['code', 'E = 1\nO = 2\nTAGS = 3\n'],
    ['a heading in capitals', 'SECRET GARDENS\n\nPAGE ONE\n'],
    ['a page of a book', 'PAGE 1\n\nChapter One\n'],
    ['blank lines', '\n'.repeat(1000)],
  ];
  for (const [name, text] of others) it(`${name}: no`, () => assert.equal(looksLikeCable(text), false));
});
