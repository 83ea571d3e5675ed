/** Pages that are made of an open cable: the reading view, and what is compared. */
import assert from 'node:assert/strict';
import { structure } from '../../../server/src/features/compare';
import { readingPage } from '../../../server/src/features/reading-view';
import { snapshot } from '../../../server/src/features/snapshot';
import { NO_GLOSSARY } from '../../../server/src/meaning/glossary';
import { parse } from '../../../server/src/syntax/parse';
import { allCables, readCable } from '../../support/fixtures';

const structureOf = (text: string) => structure(parse(text));
const LUSAKA = readCable('samples/06LUSAKA412.cable');
const page = (text: string, uri = 'file:///a%20b.cable') => readingPage(snapshot(uri, 1, text), NO_GLOSSARY);

describe('the reading view', () => {
  it('carries lines, and the cables that are meant', () => {
    const { title, body } = page(LUSAKA);
    assert.equal(title, '06LUSAKA412');
    const lines = LUSAKA.split('\n');
    const line = lines.findIndex((each) => each.startsWith('Two Towns'));
    assert.ok(body.includes(`<h2 data-line="${line}">Two Towns, Two Committees</h2>`));
    const paragraph = lines.findIndex((each) => each.startsWith('¶18.'));
    assert.ok(body.includes(`<a class="ref" href="#m1p18" data-line="${paragraph}">paragraph 18</a>`));
    assert.match(body, /<a class="ref" href="#m1r2" data-id="05LUSAKA1588">ref B<\/a>/);
    assert.match(body, /<a class="ref" id="m1r1" href="#" data-id="05STATE201337">05 STATE 201337<\/a>/);
    for (const [, at] of body.matchAll(/<div class="paragraph[^"]*" id="[^"]*" data-line="(\d+)"/g))
      assert.match(lines[Number(at)]!, /^¶\d+\./);
  });
  it('has lines in the order of the text, but for the header and the end', () => {
    for (const [name, text] of allCables()) {
      const body = page(text).body;
      const count = text.split(/\r\n|\r|\n/).length;
      for (const article of body.split('<article').slice(1)) {
        const blocks = article.slice(article.indexOf('</header>'));
        const lines = Array.from(blocks.matchAll(/<(?!a )[a-z0-9]+ [^>]*data-line="(\d+)"/g), ([, line]) =>
          Number(line),
        );
        // The table of the archive stands last.
        const end = blocks.includes('<details') ? lines.findIndex((line, i) => line < (lines[i - 1] ?? 0)) : -1;
        const own = end < 0 ? lines : lines.slice(0, end);
        assert.deepEqual(
          own,
          [...own].sort((a, b) => a - b),
          name,
        );
        for (const line of lines) assert.ok(line < count, name);
      }
    }
  });
  it('escapes what a file says, and runs nothing', () => {
    const { title, body } = page(
      'UNCLAS ACCRA 000131\n\nSUBJECT: <img src=x onerror=alert(1)>\n\nREF: A. "><script>x</script>\n\n1. (U) <a href="command:x">x</a> ref A [x](command:y)\n',
    );
    assert.equal(title, '<img src=x onerror=alert(1)>');
    assert.doesNotMatch(body, /<(?:img|script)|<a [^>]*command/);
    assert.match(body, /&lt;a href=&quot;command:x&quot;&gt;x&lt;\/a&gt;/);
  });
  it('keeps words apart whose letters stand apart', () => {
    const { body } = page(readCable('test/fixtures/corrected-copy.cable'));
    assert.ok(body.includes('C O R R E C T E D\u00a0 C O P Y ('));
    assert.match(
      structureOf(readCable('test/fixtures/corrected-copy.cable')),
      /: C O R R E C T E D {2}C O P Y \(PARA 2/,
    );
  });
  it('is named after the file where the cable has no name', () => {
    assert.equal(page('').title, 'a b.cable');
    assert.equal(page('', 'file:///%E0%A4%A.cable').title, '%E0%A4%A.cable');
    assert.equal(page('').body, '');
  });
});

describe('the structure of a cable', () => {
  it('has a line for each part', () => {
    assert.equal(
      structureOf(
        '06ACCRA131\nTHE FERRY\nTue Mar 21 00:00:00 +0100 2006\nUNCLASSIFIED\nEmbassy Accra\nR 231234Z MAR 06\nFM AMEMBASSY ACCRA\nTO RUEHC/SECSTATE WASHDC PRIORITY 2347\nINFO RUEHLA/AMCONSUL LAGOS\nUNCLAS ACCRA 000131\n\nTAGS: PHUM\n  PREL\nSUBJECT: THE\n FERRY\n\nThe Ferry\n---------\n\n1. (U) It waited\nfor  the\n\nACCRA 00000131  002 OF 002\n\nlast passenger:\n\n-- a\n   farmer.\n-- a cow.\n\nYear     Boats     Buses\n2004        12         3\n\n2. It left.\n\nOAKES\n',
      ),
      `Date: R 231234Z MAR 06
From: AMEMBASSY ACCRA
To: SECSTATE WASHDC PRIORITY 2347
Info: AMCONSUL LAGOS
Classification: UNCLAS ACCRA 000131
TAGS: PHUM PREL
Subject: THE FERRY

The Ferry

1. (U) It waited for the last passenger:

-- a farmer.
-- a cow.

Year Boats Buses
2004 12 3

2. It left.

OAKES
`,
    );
  });
  it('is the same however a text is folded and cut into pages', () => {
    const folded = LUSAKA.replace(/\s*\nLUSAKA 00000412 {2}00\d OF 003\s*\n/g, '\n').replace(
      /^¶\d.*(?:\n.*\S.*)+/gm,
      (block) =>
        block
          .replace(/^¶/, '')
          .replace(/ *\n/g, ' ')
          .replace(/(.{1,48}) +/g, '$1\n'),
    );
    assert.ok(folded.split('\n').length > LUSAKA.split('\n').length + 20);
    assert.equal(structureOf(folded), structureOf(LUSAKA));
    assert.equal(structureOf(LUSAKA.replace(/\n/g, '\r\n')), structureOf(LUSAKA));
  });
  it('differs in the paragraph that differs', () => {
    const [a, b] = [LUSAKA, LUSAKA.replace('ticket clerks', 'ticket sellers')].map((text) =>
      structureOf(text).split('\n'),
    );
    assert.equal(a!.length, b!.length);
    assert.equal(a!.filter((line, i) => line !== b![i]).length, 1);
  });
});
