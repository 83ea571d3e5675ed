import assert from 'node:assert/strict';
import { HtmlValidate } from 'html-validate';
import { toHtml } from '../../../server/src/export/html';
import { htmlBody } from '../../../server/src/export/html-body';
import { readCable } from '../../support/fixtures';
import { cables, paragraphsOf, read, spoilt, xmlReader } from './support';

const checker = new HtmlValidate({
  root: true,
  extends: ['html-validate:recommended', 'html-validate:document'],
  // The first is no error, the others are questions of taste in the words of a text.
  rules: { 'long-title': 'off', 'no-trailing-whitespace': 'off', 'tel-non-breaking': 'off' },
});
const problems = async (html: string): Promise<string[]> =>
  (await checker.validateString(html)).results.flatMap(({ messages }) =>
    messages.map(({ ruleId, line, message }) => `${line}: ${ruleId}: ${message}`),
  );

describe('export as HTML', () => {
  let xml: Awaited<ReturnType<typeof xmlReader>>;
  before(async () => {
    xml = await xmlReader();
  });
  const page = (text: string) => toHtml(read(text).document);

  for (const [name, text] of [...cables(), ...spoilt(300)])
    it(`is valid and has every paragraph once: ${name}`, async () => {
      const { cable, document } = read(text);
      assert.deepEqual(await problems(toHtml(document)), []);
      // Every element is closed, so that the body is XML as well.
      for (const isView of [false, true]) {
        const body = `<main>${htmlBody(document, { isView })}</main>`;
        assert.deepEqual(
          xml.texts(body, '//div[@class="paragraph" or starts-with(@class, "paragraph ")]'),
          paragraphsOf(cable),
        );
      }
    });

  it('would notice what is not valid', async () => {
    const html = page(readCable('samples/06LUSAKA412.cable'));
    assert.notDeepEqual(await problems(html.replace('</h1>', '')), []);
    assert.notDeepEqual(await problems(html.replace('<h2>', '<h4>').replace('</h2>', '</h4>')), []);
  });
  it('needs nothing from elsewhere and runs nothing', () => {
    for (const [name, text] of [...cables(), ...spoilt(300)]) {
      const html = page(text);
      assert.doesNotMatch(html, /<(?:script|iframe|object|embed|img|link|form|base)\b/i, name);
      assert.doesNotMatch(html, /<[^>]*\s(?:on[a-z]+|src|style)=/i, name);
      for (const [, address] of html.matchAll(/ href="([^"]*)"/g)) assert.match(address!, /^#[mpr0-9]*$/, name);
    }
  });
  it('escapes what a file says', () => {
    const html = page(
      'UNCLAS ACCRA 000131\n\nSUBJECT: <b>"A" & \'B\'</b>\n\n1. (U) <script>alert(1)</script> &lt;i&gt; \ud800\x01\n',
    );
    assert.match(html, /<h1>&lt;b&gt;&quot;A&quot; &amp; &#39;B&#39;&lt;\/b&gt;<\/h1>/);
    assert.match(html, /&lt;script&gt;alert\(1\)&lt;\/script&gt; &lt;i&gt; \ufffd/);
  });
  it('points only to what is there', () => {
    for (const [name, text] of cables()) {
      const html = page(text);
      const ids = new Set(Array.from(html.matchAll(/ id="([^"]*)"/g), ([, id]) => id));
      for (const [, target] of html.matchAll(/ href="#([^"]*)"/g)) assert.ok(ids.has(target), `${name}: ${target}`);
    }
  });
  it('shows marks, references, acronyms and headings', () => {
    const html = page(readCable('samples/06LUSAKA412.cable'));
    assert.match(
      html,
      /<span class="number">1\.<\/span> <span class="mark restricted" title="[^"]+">\(SBU\)<\/span> Summary/,
    );
    assert.match(html, /<a class="ref" href="#m1r2">ref B<\/a>/);
    assert.match(html, /<a class="ref" href="#m1p18">paragraph 18<\/a>/);
    assert.match(html, /<abbr title="International Organization for Migration">IOM<\/abbr>/);
    assert.match(html, /<h2>Two Towns, Two Committees<\/h2>/);
    assert.match(html, /<p class="level restricted">SENSITIVE BUT UNCLASSIFIED<\/p>/);
    assert.doesNotMatch(html, /data-/);
  });
});
