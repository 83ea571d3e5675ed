import assert from 'node:assert/strict';
import { prepareRename, rename } from '../../../server/src/features/rename/rename';
import { CannotRename } from '../../../server/src/features/rename/target';
import { snapshot } from '../../../server/src/features/snapshot';
import { NO_GLOSSARY } from '../../../server/src/meaning/glossary';
import { applyEdits } from '../../../server/src/text/edits';
import { at as middle } from './shelf';

const ABILITIES = { documentChanges: true, createFiles: true };
const TEXT = `R 231234Z MAR 06
FM AMEMBASSY LUSAKA
TO SECSTATE WASHDC
UNCLAS LUSAKA 000412

SIPDIS

TAGS: PHUM ZA MOI
SUBJECT: THE LFB AND THE MOI

REF: A. 05 STATE 201337
     B. LUSAKA 7
     C. LUSAKA 9

1. The Lake Fisheries Board (LFB) met the MOI (ref B),
as refs B and C say.  A reply came.  The LFB's boats left
for Ref (B) and reftel A, as the reftels say.

2. The LFBs were late; see ref A, para 3, and the QZRX.

3. The QZRX paid NGOs and one NGO.
`;
/** Where the `|` is in some words of the text; in the middle of words without one. */
function at(text: string, words: string, nth: number): number {
  const plain = words.replace('|', '');
  const cursor = words.indexOf('|');
  return middle(text, plain, nth) + (cursor < 0 ? 0 : cursor - Math.floor(plain.length / 2));
}
/** The text once the word at a place has another name. */
function renamed(name: string, word: string, nth = 0, text = TEXT): string {
  const of = snapshot('file:///x', 7, text);
  const { documentChanges } = rename(of, at(text, word, nth), name, NO_GLOSSARY, ABILITIES);
  const [change] = documentChanges ?? [];
  assert.ok(change && 'textDocument' in change);
  assert.equal(change.textDocument.version, 7);
  return applyEdits(
    text,
    change.edits.map((edit) => {
      assert.ok('newText' in edit);
      const { range, newText } = edit;
      return { start: of.lines.offsetAt(range.start), end: of.lines.offsetAt(range.end), text: newText };
    }),
  );
}
function prepared(word: string, nth = 0, text = TEXT): [string, string] {
  const of = snapshot('file:///x', 1, text);
  const { range, placeholder } = prepareRename(of, at(text, word, nth), NO_GLOSSARY);
  return [text.slice(of.lines.offsetAt(range.start), of.lines.offsetAt(range.end)), placeholder];
}
/** Why it is refused. */
function refusal(work: () => unknown): string {
  try {
    work();
  } catch (error) {
    if (error instanceof CannotRename) return error.message;
    throw error;
  }
  return assert.fail('it is not refused');
}

describe('renaming the letter of a reference', () => {
  const withD = TEXT.replace('B. LUSAKA 7', 'D. LUSAKA 7')
    .replace('(ref B)', '(ref D)')
    .replace('refs B and C', 'refs D and C')
    .replace('Ref (B)', 'Ref (D)');

  for (const [word, nth] of [
    ['B', TEXT.slice(0, TEXT.indexOf('B. LUSAKA 7')).split('B').length - 1],
    ['ref B', 0],
    ['Ref (B)', 0],
  ] as const) {
    it(`renames it wherever it is cited, from ${word}`, () => assert.equal(renamed(' d ', word, nth), withD));
    it(`begins with the letter alone, at ${word}`, () => assert.deepEqual(prepared(word, nth), ['B', 'B']));
  }
  it('of a list means the one that is pointed at', () => {
    assert.equal(renamed('D', 'refs |B'), withD);
    assert.deepEqual(prepared('and |C say'), ['C', 'C']);
  });
  it('of reftel A is that letter', () => assert.deepEqual(prepared('reftel A'), ['A', 'A']));
  it('changes nothing where the name is the same', () => assert.equal(renamed('b', 'ref B'), TEXT));
  it('keeps small letters small', () => {
    const small = TEXT.replace('(ref B)', '(ref b)');
    assert.equal(renamed('D', 'ref b', 0, small), withD.replace('(ref D)', '(ref d)'));
  });
  it('changes both letters where template and drafter wrote one', () => {
    const both = TEXT.replace('B. LUSAKA 7', 'B. B) LUSAKA 7');
    assert.equal(renamed('D', 'ref B', 0, both), withD.replace('D. LUSAKA 7', 'D. D) LUSAKA 7'));
  });
  it('leaves what a quoted text cites, and other messages of the file', () => {
    const text = `${TEXT}\n4. Quote:\n\nBEGIN TEXT:\n\nSee ref B.\n\nEND TEXT.\n\nOAKES\nBT\n\nNNNN\n\n${TEXT}`;
    const after = renamed('D', 'ref B', 0, text);
    assert.equal(after, text.replace(TEXT, withD));
  });

  const refused: [what: string, name: string, word: string, nth: number, why: RegExp, change?: [string, string]][] = [
    ['two letters', 'BB', 'ref B', 0, /^A reference is named by one letter, A to Z\.$/],
    ['a digit', '1', 'ref B', 0, /^A reference is named by one letter/],
    ['nothing', ' ', 'ref B', 0, /^A reference is named by one letter/],
    ['a letter that is taken', 'c', 'ref B', 0, /^The reference in line 13 has the letter C already\.$/],
    ['a letter inside a range', 'D', 'ref B', 0, /^Line 16 cites all from A to C: /, ['refs B and C', 'refs A-C']],
    ['a letter into a range', 'E', 'ref B', 0, /^Line 16 cites all from C to F: /, ['refs B and C', 'refs C-F']],
    ['a letter that is a word', 'I', 'ref B', 0, /^As I it would not be read/, ['ref B)', 'ref B says)']],
    [
      'a letter that nothing has',
      'D',
      'ref E',
      0,
      /^There is no reference E in the REF block\.$/,
      ['ref B)', 'ref E)'],
    ],
    ['one that two have', 'D', 'ref B', 0, /^Several references have the letter B/, ['C. LUSAKA 9', 'B. LUSAKA 9']],
    ['all references', 'D', 'reftels', 0, /^“reftels” means several references/],
    ['the number of a cable', 'D', 'LUSAKA 9', 0, /^The number of a cable is no name/],
  ];
  for (const [what, name, word, nth, why, change] of refused)
    it(`refuses ${what}`, () => {
      const text = change ? TEXT.replace(...change) : TEXT;
      assert.match(
        refusal(() => renamed(name, word, nth, text)),
        why,
      );
    });
  const listless: [what: string, ref: string, why: RegExp][] = [
    ['there are no references', '', /^This cable has no references\.$/],
    ['the one reference has no letter', 'REF: LUSAKA 7', /^The one reference of this cable has no letter\.$/],
    ['they have no letters', 'REF: LUSAKA 7, STATE 8', /^The references of this cable have no letters\.$/],
  ];
  for (const [what, ref, why] of listless)
    it(`says why not where ${what}`, () => {
      const text = TEXT.replace(/REF: .*?LUSAKA 9/s, ref);
      assert.match(
        refusal(() => prepared('reftels', 0, text)),
        why,
      );
    });
});

describe('renaming a short form', () => {
  for (const [word, nth] of [
    ['LFB', 0],
    ['(LFB)', 0],
    ["LFB's", 0],
    ['LFBs', 0],
  ] as const) {
    it(`renames it in the text and where it is defined, with what grammar added to it, from ${word}`, () =>
      assert.equal(renamed('LAFB', word, nth), TEXT.replaceAll('LFB', 'LAFB')));
    it(`begins with the short form alone, at ${word}`, () => assert.deepEqual(prepared(word, nth), ['LFB', 'LFB']));
  }
  it('keeps plurals', () => assert.equal(renamed('NPO', 'one N|GO'), TEXT.replaceAll('NGO', 'NPO')));
  it('leaves the codes of the header', () =>
    assert.equal(renamed('MININT', 'M|OI (ref'), TEXT.replaceAll('MOI', 'MININT').replace('ZA MININT', 'ZA MOI')));
  it('renames what nobody knows, in a heading in capitals too', () => {
    const text = TEXT.replace('3. The', 'WHAT THE QZRX PAID\n------------------\n\n3. The');
    assert.equal(renamed('QZR', 'the Q|ZRX', 0, text), text.replaceAll('QZRX', 'QZR'));
  });
  it('leaves an ordinary word of the same letters', () => {
    const text = TEXT.replace('3. The QZRX paid', 'AID FOR LUSAKA\n--------------\n\n3. AID paid');
    assert.equal(renamed('USAID', 'A|ID paid', 0, text), text.replace('3. AID', '3. USAID'));
  });
  it('leaves the names of posts in numbers of cables', () => {
    const text = TEXT.replace('The QZRX paid', 'NATO said so in 05 NATO 1234. NATO paid');
    const after = renamed('OTAN', 'N|ATO paid', 0, text);
    assert.equal(after, text.replace('NATO said', 'OTAN said').replace('NATO paid', 'OTAN paid'));
  });
  it('renames a part of a compound', () => {
    const text = TEXT.replace('the MOI (ref', 'the MOI/LFB team and the MOI (ref');
    assert.equal(
      renamed('MININT', 'M|OI (ref', 0, text),
      text.replaceAll('MOI', 'MININT').replace('ZA MININT', 'ZA MOI'),
    );
  });
  it('changes the case of one', () => assert.equal(renamed('LfB', '(LFB)'), TEXT.replaceAll('LFB', 'LfB')));
  it('changes nothing where the name is the same', () => assert.equal(renamed('LFB', '(LFB)'), TEXT));
  it('with CR LF', () => {
    const text = TEXT.replaceAll('\n', '\r\n');
    assert.equal(renamed('LAFB', '(LFB)', 0, text), text.replaceAll('LFB', 'LAFB'));
  });

  const refused: [what: string, name: string, word: string, why: RegExp][] = [
    ['words', 'the board', '(LFB)', /^A short form begins with a capital/],
    ['one letter', 'L', '(LFB)', /^A short form/],
    ['nothing', '', '(LFB)', /^A short form/],
    ['a line break', 'L\nB', '(LFB)', /^A short form/],
    ['what is too long', 'LAKEFISHERIESBOARD', '(LFB)', /^A short form/],
    ['one that stands there already', 'MOI', '(LFB)', /^MOI stands in line 9 already: both would be one\.$/],
    ['a code of the TAGS line', 'MOIX', 'MOI', /^Codes and captions of the header/],
    ['a caption', 'SIPDISX', 'SIPDIS', /^Codes and captions of the header/],
  ];
  for (const [what, name, word, why] of refused)
    it(`refuses ${what}`, () =>
      assert.match(
        refusal(() => renamed(name, word)),
        why,
      ));
});

describe('renaming anything else', () => {
  const ordinary = /^Only the letter of a reference, or a short form/;
  for (const [word, why] of [
    ['late', ordinary],
    ['A reply', ordinary],
    ['LUSAKA 000412', /^The number and the subject of a cable/],
    ['para 3', /^Paragraphs are not renamed/],
    ['2. The', /^Paragraphs are not renamed/],
  ] as const)
    it(`is refused: ${word}`, () => {
      const of = snapshot('file:///x', 1, TEXT);
      const offset = TEXT.indexOf(word) + (word === '2. The' ? 0 : 1);
      assert.match(
        refusal(() => prepareRename(of, offset, NO_GLOSSARY)),
        why,
      );
    });
  it('is refused in an empty file', () => {
    const of = snapshot('file:///x', 1, '');
    assert.match(
      refusal(() => prepareRename(of, 0, NO_GLOSSARY)),
      ordinary,
    );
  });
});
