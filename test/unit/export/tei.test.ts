import assert from 'node:assert/strict';
import { toTei } from '../../../server/src/export/tei';
import { readCable } from '../../support/fixtures';
import { cables, paragraphsOf, read, spoilt, teiSchema, xmlReader } from './support';

const TEI = { t: 'http://www.tei-c.org/ns/1.0' };
/** The elements that are used: all of them in modules which the schema has whole. */
const USED = new Set(
  `TEI teiHeader fileDesc titleStmt title publicationStmt sourceDesc bibl author idno encodingDesc editorialDecl classDecl taxonomy profileDesc
  creation textClass keywords term text body back div head note opener dateline name date list item gloss ref p hi lb quote closer signed
  postscript`.split(/\s+/),
);

describe('export as TEI', () => {
  let xml: Awaited<ReturnType<typeof xmlReader>>;
  let validate: (tei: string) => void;
  before(async () => {
    xml = await xmlReader();
    validate = xml.validator(teiSchema());
  });
  const write = (text: string) => toTei(read(text).document, 'a & b.cable');

  for (const [name, text] of [...cables(), ...spoilt(300)])
    it(`is valid and has every paragraph once: ${name}`, () => {
      const { cable } = read(text);
      const tei = write(text);
      validate(tei);
      const paragraphs = xml.texts(tei, '//t:body//t:div//t:p[@xml:id]', TEI);
      assert.deepEqual(paragraphs, paragraphsOf(cable));
      for (const [, element] of tei.matchAll(/<([A-Za-z]+)/g)) assert.ok(USED.has(element!), element);
    });

  it('would notice what is not TEI', () => {
    const tei = write(readCable('samples/06LUSAKA412.cable'));
    validate(tei);
    assert.throws(() => validate(tei.replace('<opener>', '<p/><opener>')), /element p/);
    assert.throws(() => validate(tei.replaceAll('signed>', 'signature>')), /signature|extra content/);
    assert.throws(() => validate(tei.replace(/when="[^"]*"/, 'when="23 March"')), /when|date/);
    assert.throws(() => validate(tei.replace('</p>', '')), /mismatch/i);
  });
  it('has the parts of a document as the volumes have them', () => {
    const tei = write(readCable('samples/06LUSAKA412.cable'));
    assert.match(
      tei,
      /<dateline><name type="post">AMEMBASSY LUSAKA<\/name>, <date when="2006-03-23T12:34:00Z">P 231234Z MAR 06<\/date>/,
    );
    assert.match(tei, /<list type="to"><head>To<\/head><item>SECSTATE WASHDC PRIORITY 2347<\/item><\/list>/);
    assert.match(tei, /<note type="source" rend="inline"><list type="attributes"><item>Number: 06LUSAKA412<\/item>/);
    assert.match(
      tei,
      /<note type="summary" rend="inline">\n<p n="1" xml:id="d1p1">1\. <hi rend="portion-mark">\(SBU\)<\/hi> Summary:/,
    );
    assert.match(
      tei,
      /<item>B\. <ref type="cable" xml:id="d1r2" cRef="05LUSAKA1588">05 LUSAKA 1588<\/ref> \(NOTAL\)<\/item>/,
    );
    assert.match(tei, /reported in <ref target="#d1r2">ref B<\/ref>\./);
    assert.match(tei, /see <ref target="#d1p18">paragraph 18<\/ref>\./);
    assert.match(tei, /<hi rend="preformatted" xml:space="preserve">Source {16}Kasengele {3}Mwinjira {3}Total<lb\/>/);
    assert.match(tei, /<closer><signed>HAVERFORD<\/signed><\/closer>/);
    assert.match(tei, /<term xml:id="t\d+">IOM<\/term>, <gloss>International Organization for Migration<\/gloss>/);
  });
  it('points only to what is there', () => {
    for (const [name, text] of cables()) {
      const tei = write(text);
      const ids = new Set(Array.from(tei.matchAll(/xml:id="([^"]*)"/g), ([, id]) => id));
      for (const [, target] of tei.matchAll(/(?:target|scheme)="#([^"]*)"/g))
        assert.ok(ids.has(target), `${name}: ${target}`);
    }
  });
});
