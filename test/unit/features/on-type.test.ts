import assert from 'node:assert/strict';
import { onType, TYPED } from '../../../server/src/features/on-type';
import { snapshot } from '../../../server/src/features/snapshot';
import { applyEdits } from '../../../server/src/text/edits';

const HEAD =
  'R 211200Z MAR 06\nFM AMEMBASSY ROME\nTO SECSTATE WASHDC\nC O N F I D E N T I A L ROME 000127\n\nSUBJECT: X\n\n';
const REST = '\n\n1.  (C) It waited.\n\n2.  (C) It left.\n';

/** The text after some keys, each typed at the cursor `|`; the cursor goes where an editor puts it. */
function typed(marked: string, keys: string, lineBreak = '\n'): string {
  let text = marked;
  for (const key of keys) {
    const put = key === '\n' ? lineBreak : key;
    let offset = text.indexOf('|') + put.length;
    text = text.replace('|', put);
    if (TYPED.includes(key)) {
      const of = snapshot('file:///x', 1, text);
      const edits = onType(of, of.lines.positionAt(offset), key).map(({ range, newText }) => ({
        start: of.lines.offsetAt(range.start),
        end: of.lines.offsetAt(range.end),
        text: newText,
      }));
      const before = edits.filter(({ end }) => end <= offset);
      offset += before.reduce((sum, edit) => sum + edit.text.length - (edit.end - edit.start), 0);
      text = applyEdits(text, edits);
    }
    text = `${text.slice(0, offset)}|${text.slice(offset)}`;
  }
  return text;
}

describe('on typing', () => {
  const cases: [what: string, before: string, keys: string, after: string][] = [
    ['a rule follows the heading', 'The Fer|\n-------', 'ry', 'The Ferry|\n---------'],
    ['in the middle of it', 'The |Ferry\n---------', 'Old ', 'The Old |Ferry\n-------------'],
    ['both rules do', '=======\nThe Fer|\n=======', 'ry', '=========\nThe Ferry|\n========='],
    ['over the rest of a new heading', '|\n---------', 'The Quay', 'The Quay|\n--------'],
    ['three dashes are a rule', 'The Ferry\n|', '---', 'The Ferry\n---------|'],
    ['more do no harm', 'The Ferry\n|', '------------', 'The Ferry\n---------|'],
    ['so do equals signs', 'The Ferry\n|', '===', 'The Ferry\n=========|'],
    ['a dash inside a rule is left', 'The Ferry\n----|-----', '-', 'The Ferry\n-----|-----'],
    ['a rule across the page stays', `The Fer|\n${'-'.repeat(60)}`, 'ry', `The Ferry|\n${'-'.repeat(60)}`],
    ['a line without a rule stays alone', 'The Fer|', 'ry', 'The Ferry|'],
  ];
  for (const [what, before, keys, after] of cases) {
    it(`${what}: ${JSON.stringify(before)} + ${keys}`, () =>
      assert.equal(typed(HEAD + before + REST, keys), HEAD + after + REST));
    it(`${what}, with CR LF`, () => {
      const crlf = (text: string) => (HEAD + text + REST).replaceAll('\n', '\r\n');
      assert.equal(typed(crlf(before), keys, '\r\n'), crlf(after));
    });
  }

  it('begins the next paragraph after Enter at the end of one', () => {
    const body = '1.  (C) It waited.\n\n2.  (C) It left.|\n';
    assert.equal(typed(HEAD + body, '\n'), `${HEAD}1.  (C) It waited.\n\n2.  (C) It left.\n\n3.  (C) |\n`);
    const crlf = (HEAD + body).replaceAll('\n', '\r\n');
    assert.equal(
      typed(crlf, '\n', '\r\n'),
      `${HEAD}1.  (C) It waited.\n\n2.  (C) It left.\n\n3.  (C) |\n`.replaceAll('\n', '\r\n'),
    );
  });
  it('does not after Enter inside a sentence', () => {
    const body = '1.  (C) It waited| all day.\n';
    assert.equal(typed(HEAD + body, '\n'), `${HEAD}1.  (C) It waited\n| all day.\n`);
  });
  it('changes nothing in an empty text, at its end, nor outside of the text', () => {
    for (const text of ['', 'X', HEAD])
      for (const key of ['\n', '-', 'a'])
        for (const line of [0, 99])
          assert.deepEqual(onType(snapshot('file:///x', 1, text), { line, character: 0 }, key), []);
  });
});
