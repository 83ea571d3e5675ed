import assert from 'node:assert/strict';
import { viewOf } from '../../../server/src/model/view';
import { removeArtefacts } from '../../../server/src/rewrite/artefacts';
import { letterSpaceClassification, upperCaseClassification } from '../../../server/src/rewrite/classification-line';
import { parse } from '../../../server/src/syntax/parse';
import { applyEdits } from '../../../server/src/text/edits';

const HEAD =
  'R 121200Z DEC 06\nFM AMEMBASSY ROME\nTO SECSTATE WASHDC\nUNCLAS ROME 000001\n\nE.O. 12958: N/A\nTAGS: PREL, IT\nSUBJECT: A BELL\n\n';
const END = '\n\nEXAMPLE\n';
const STAMP = 'Declassified/Released US Department of State EO Systematic Review 04 MAY 2006';
const clean = (text: string, at?: string): string => {
  const start = at === undefined ? 0 : text.indexOf(at);
  const within = at === undefined ? null : { start, end: start + at.length };
  return applyEdits(text, removeArtefacts(viewOf(parse(text)), within));
};

const BODIES: [what: string, before: string, after: string][] = [
  ['¶ before numbers', '¶1.  One.\n\n¶2.  (U) Two.', '1.  One.\n\n2.  (U) Two.'],
  ['¶ as an entity', '&#182;1.  One.\n\n&para;2.  Two.\n\n&#xB6;3.  Three.', '1.  One.\n\n2.  Two.\n\n3.  Three.'],
  ['not ¶ within a sentence', '1.  The sign ¶ is old.', '1.  The sign ¶ is old.'],
  ['entities', '1.  The tower&#8217;s &quot;bell&quot;&nbsp;&amp; clock.', '1.  The tower’s "bell" & clock.'],
  ['entities of entities', '1.  The &amp;quot;bell&amp;quot;.', '1.  The "bell".'],
  ['a line break', '1.  One.&#x000A;Two.', '1.  One.\nTwo.'],
  ['not what only looks like one', '1.  AT&T; R&D; &bell;', '1.  AT&T; R&D; &bell;'],
  ['a stamp within a sentence', `1.  The bell\n\n${STAMP}\n\nof the tower.`, '1.  The bell\nof the tower.'],
  ['a stamp between paragraphs', `1.  One.\n\n${STAMP}\n\n\n2.  Two.`, '1.  One.\n\n2.  Two.'],
  ['a line of ¿', '1.  The bell\n¿\nof the tower.', '1.  The bell\nof the tower.'],
  [
    'a stamp beside a page line, which stays',
    `1.  The bell\n\n${STAMP}\n\nROME 00000001  002 OF 002\n\n\nof the tower.`,
    '1.  The bell\n\n\nROME 00000001  002 OF 002\n\n\nof the tower.',
  ],
  ['nothing', '1.  One.', '1.  One.'],
];

describe('artefacts removed', () => {
  for (const [what, before, after] of BODIES)
    it(what, () => {
      assert.equal(clean(HEAD + before + END), HEAD + after + END);
      assert.equal(
        clean((HEAD + before + END).replaceAll('\n', '\r\n')),
        (HEAD + after + END).replaceAll('\n', '\r\n'),
      );
      assert.deepEqual(removeArtefacts(viewOf(parse(HEAD + after + END))), []);
    });
  it('before the letters of references', () => {
    const text = (sign: string) =>
      `${HEAD.replace('\n\n1', '')}REF: ${sign}A. ROME 7\n     ${sign}B. ROME 8\n\n1.  One.${END}`;
    assert.equal(clean(text('¶')), text(''));
  });
  it('only in a selection', () => {
    const text = `${HEAD}¶1.  One &amp; one.\n\n¶2.  Two &amp; two.${END}`;
    assert.equal(clean(text, '2.  Two &amp;'), text.replace('¶2.  Two &amp;', '2.  Two &'));
  });
  it('in a web page: links that are ¶ go, its tags and what would be one stay', () => {
    const text = `<html><body><pre>\n${HEAD}<a id='par1' href='#par1'>&#x00B6;</a>1.  One &lt;b&gt; &#8220;two&#8221;.${END}</pre></body></html>\n`;
    assert.equal(
      clean(text),
      text.replace("<a id='par1' href='#par1'>&#x00B6;</a>", '').replace('&#8220;two&#8221;', '“two”'),
    );
  });
});

describe('the classification line', () => {
  const line = (written: string): string => HEAD.replace('UNCLAS ROME 000001', written);
  const after = (written: string, rewrite: typeof upperCaseClassification): string =>
    applyEdits(line(written), rewrite(viewOf(parse(line(written)))));
  const SPACED: [before: string, after: string][] = [
    ['CONFIDENTIAL ROME 000001', 'C O N F I D E N T I A L ROME 000001'],
    ['C O N F IDENTIAL ROME 000001', 'C O N F I D E N T I A L ROME 000001'],
    ['SECRET SECTION 01 OF 02 ROME 000001', 'S E C R E T SECTION 01 OF 02 ROME 000001'],
    ['TOP SECRET ROME 000001', 'T O P  S E C R E T ROME 000001'],
    ['U N C L A S ROME 000001', 'UNCLAS ROME 000001'],
    ['UNCLASSIFIED ROME 000001', 'UNCLASSIFIED ROME 000001'],
    ['LIMITED OFFICIAL USE ROME 000001', 'LIMITED OFFICIAL USE ROME 000001'],
    ['C O N F I D E N T I A L ROME 000001', 'C O N F I D E N T I A L ROME 000001'],
  ];
  for (const [before, right] of SPACED)
    it(`letter-spaced: ${before}`, () => assert.equal(after(before, letterSpaceClassification), line(right)));
  const UPPER: [before: string, after: string][] = [
    ['unclas section 01 of 02 rome 000001', 'UNCLAS SECTION 01 OF 02 ROME 000001'],
    ['Confidential ROME 000001', 'CONFIDENTIAL ROME 000001'],
    ['UNCLAS ROME 000001', 'UNCLAS ROME 000001'],
  ];
  for (const [before, right] of UPPER)
    it(`in capitals: ${before}`, () => assert.equal(after(before, upperCaseClassification), line(right)));
});
