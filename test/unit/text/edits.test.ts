import assert from 'node:assert/strict';
import { lineBreak } from '../../../server/src/text/edits';

describe('the line break around an offset', () => {
  const cases: readonly [name: string, text: string, at: number, expected: string][] = [
    ['none', 'TALLINN', 3, '\n'],
    ['nothing', '', 0, '\n'],
    ['the one of the line', 'a\r\nbc\rd\n', 4, '\r'],
    ['where a line begins, that of the line above', 'a\r\nb\rc\n', 3, '\r\n'],
    ['where a line begins, a lone CR', 'a\nb\rc\n', 4, '\r'],
    ['where the text begins, the first', '\rb\n', 0, '\r'],
    ['at the end, behind a break', 'a\nb\r', 4, '\r'],
    ['in a last line that nothing ends, that of the line above', 'a\nb\rcd', 5, '\r'],
    ['before CR LF', 'ab\r\nc\n', 2, '\r\n'],
  ];
  for (const [name, text, at, expected] of cases) it(name, () => assert.equal(lineBreak(text, at), expected));
});
