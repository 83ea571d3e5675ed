import assert from 'node:assert/strict';
import { prepareRename, rename } from '../../../server/src/features/rename';
import { snapshot } from '../../../server/src/features/snapshot';
import { NO_GLOSSARY } from '../../../server/src/meaning/glossary';
import { applyEdits } from '../../../server/src/text/edits';

const TEXT = `R 231234Z MAR 06
FM AMEMBASSY LUSAKA
TO SECSTATE WASHDC
UNCLAS LUSAKA 000412

TAGS: PHUM ZA MOI
SUBJECT: THE LFB AND THE MOI

REF: A. 05 STATE 201337
     B. LUSAKA 7
     C. LUSAKA 9

1. The Lake Fisheries Board (LFB) met the MOI (ref B),
as refs B and C say.  A reply came.  The LFB's boats left
for Ref (B) and reftel A.

2. The LFBs were late; see ref A, para 3.
`;
const problems = (text: string, word: string, name: string, skip = 0): string => {
  const found = rename(snapshot('file:///x', 1, text), text.indexOf(word) + skip, name, NO_GLOSSARY);
  return 'problem' in found ? found.problem : '';
};
const renamed = (word: string, name: string, skip = 0, text = TEXT): string => {
  const of = snapshot('file:///x', 1, text);
  const found = rename(of, text.indexOf(word) + skip, name, NO_GLOSSARY);
  assert.ok(!('problem' in found), JSON.stringify(found));
  return applyEdits(
    text,
    found.map(({ range, newText }) => ({
      start: of.lines.offsetAt(range.start),
      end: of.lines.offsetAt(range.end),
      text: newText,
    })),
  );
};
const prepared = (word: string, skip = 0): [string, string] | null => {
  const of = snapshot('file:///x', 1, TEXT);
  const found = prepareRename(of, TEXT.indexOf(word) + skip, NO_GLOSSARY);
  return (
    found && [TEXT.slice(of.lines.offsetAt(found.range.start), of.lines.offsetAt(found.range.end)), found.placeholder]
  );
};

const WITH_D = TEXT.replace('B. LUSAKA 7', 'D. LUSAKA 7')
  .replace('(ref B)', '(ref D)')
  .replace('refs B and C', 'refs D and C')
  .replace('Ref (B)', 'Ref (D)');

describe('renaming the letter of a reference', () => {
  it('renames it wherever it is cited', () => {
    assert.equal(renamed('B. LUSAKA', 'D'), WITH_D);
    assert.equal(renamed('(ref B)', 'd', 5), WITH_D);
    assert.equal(renamed('Ref (B)', ' D ', 6), WITH_D);
    assert.equal(renamed('refs B', 'D', 5), WITH_D);
  });
  it('begins with the letter alone', () => {
    assert.deepEqual(prepared('B. LUSAKA'), ['B', 'B']);
    assert.deepEqual(prepared('(ref B)', 2), ['B', 'B']);
    assert.deepEqual(prepared('and C say', 4), ['C', 'C']);
  });
  it('says why not', () => {
    assert.equal(problems(TEXT, 'B. LUSAKA', 'BB'), 'A reference is called by one letter, A to Z.');
    assert.equal(problems(TEXT, 'B. LUSAKA', '1'), 'A reference is called by one letter, A to Z.');
    assert.equal(problems(TEXT, 'B. LUSAKA', 'C'), 'There is a reference C already.');
    assert.match(problems(TEXT.replace('refs B and C', 'refs A-C'), 'B. LUSAKA', 'D'), /^The text cites refs A-C: /);
  });
  it('changes nothing for the same letter', () => assert.equal(renamed('B. LUSAKA', 'b'), TEXT));
  it('keeps the case in which it is cited', () => {
    const lower = TEXT.replace('(ref B)', '(ref b)');
    assert.equal(renamed('B. LUSAKA', 'D', 0, lower), WITH_D.replace('(ref D)', '(ref d)'));
  });
});

describe('renaming a short form', () => {
  it('renames it in the text and where it is defined, with what grammar added to it', () => {
    assert.equal(renamed('(LFB)', 'LAFB', 2), TEXT.replaceAll('LFB', 'LAFB'));
    assert.equal(renamed('LFBs', 'LAFB', 1), TEXT.replaceAll('LFB', 'LAFB'));
  });
  it('leaves the codes of the TAGS line', () =>
    assert.equal(renamed('MOI (ref', 'MININT'), TEXT.replaceAll('MOI', 'MININT').replace('ZA MININT', 'ZA MOI')));
  it('begins with the short form alone', () => {
    assert.deepEqual(prepared("LFB's", 1), ['LFB', 'LFB']);
    assert.deepEqual(prepared('LFBs', 1), ['LFB', 'LFB']);
  });
  it('says why not', () => {
    assert.match(problems(TEXT, '(LFB)', 'the board', 2), /^A short form begins with a capital/);
    assert.match(problems(TEXT, '(LFB)', 'L', 2), /^A short form/);
    assert.match(problems(TEXT, '(LFB)', 'L\nB', 2), /^A short form/);
    assert.equal(problems(TEXT, '(LFB)', 'MOI', 2), 'MOI occurs in this cable already.');
  });
});

describe('renaming anything else', () => {
  for (const [word, skip] of [
    ['late', 1],
    ['PHUM', 1],
    ['LUSAKA 000412', 1],
    ['para 3', 1],
    ['A reply', 0],
  ] as const)
    it(`is not offered: ${word}`, () => {
      assert.equal(prepared(word, skip), null);
      assert.match(problems(TEXT, word, 'X', skip), /^Only letters of references/);
    });
});
