/** What a cable says never becomes anything but text: in cards, lists, pages, links, and in the names of our own tables. */
import assert from 'node:assert/strict';
import { codeLenses } from '../../../server/src/features/code-lens';
import { completion, resolveCompletion } from '../../../server/src/features/completion';
import { documentLinks } from '../../../server/src/features/document-links';
import { documentSymbols } from '../../../server/src/features/document-symbols';
import { EXPORT_FORMATS, exportCable } from '../../../server/src/features/export';
import { glossaryPage } from '../../../server/src/features/glossary-page';
import { explain } from '../../../server/src/features/hover/explain';
import { inlayHints } from '../../../server/src/features/inlay-hints';
import { toMarkdown } from '../../../server/src/features/markdown';
import { readingPage } from '../../../server/src/features/reading-view';
import { snapshot } from '../../../server/src/features/snapshot';
import { joinGlossaries, readGlossary } from '../../../server/src/meaning/glossary';
import { glossaryOf } from '../../../server/src/meaning/glossary-of';
import { check } from '../../../server/src/rules/check';
import { parse } from '../../../server/src/syntax/parse';
import { readCable } from '../../support/fixtures';
import { cableOf, shelf, uriOf } from '../features/shelf';

/** What would be a link, an image, HTML, a command or a script. */
const HOSTILE = [
  '[press](command:workbench.action.terminal.new)',
  '![x](http://evil.example/x.png)',
  '<img src=x onerror=alert(1)>',
  '<a href="javascript:alert(1)">x</a>',
  '</script><script>alert(1)</script>',
  '[x]: javascript:alert(1)',
  '<command:evil>',
  '`</code>`',
  '](command:evil)',
  '**[x](<command:evil>)**',
  '\\](command:evil)',
];
/** Markdown of ours has links of these kinds alone, and no HTML or image. */
function assertTame(markdown: string, what: string): void {
  const bare = markdown.replace(/\\[\\`*_{}[\]()#+\-.!|<>~&]/g, '');
  for (const [, target] of bare.matchAll(/\]\(([^)]*)\)/g))
    assert.match(target!, /^(?:file:\/\/\/|\/)[^\s<>]*#L\d+$/, `${what}: ${target}`);
  assert.doesNotMatch(bare, /<[a-z!/]|!\[|\]:/i, what);
}
const hostile = (words: string): string => `R 211200Z MAR 06
FM AMEMBASSY ROME
TO SECSTATE WASHDC
UNCLAS ROME 000001

E.O. 12958: N/A
TAGS: PREL, IT, ${words}
SUBJECT: ${words}

REF: A. 05 ROME 405 ${words}
     B. ${words}

Classified By: ${words} for reason 1.4 (b)

1.  (U) The ${words} Harbour ${words} Pilots Guild (HPXYG) met; see ref A and ref B and ${words}.

2.  (U) HPXYG ${words}.
`;

describe('content of files', () => {
  for (const words of HOSTILE) {
    const text = hostile(words);
    const library = shelf({
      'a.cable': text,
      'b.cable': cableOf({ year: 2005, serial: 405, subject: words, body: `1. ${words}` }),
    });
    const of = snapshot(uriOf('a.cable'), 1, text);
    describe(words, () => {
      it('in cards, on every letter of the text', () => {
        let cards = 0;
        for (let at = 0; at <= text.length; at++) {
          const found = explain(of, at, String, undefined, library);
          if (!found) continue;
          cards++;
          assertTame(toMarkdown(found.cards, of.uri), `at ${at}`);
        }
        assert.ok(cards > 100);
      });
      it('in cards of completions', () => {
        for (let at = 0; at <= text.length; at += 3)
          for (const item of completion(of, at).items.slice(0, 20)) {
            const { documentation } = resolveCompletion(item, true);
            if (typeof documentation === 'object') assertTame(documentation.value, item.label);
            assert.equal(item.command, undefined);
          }
      });
      it('in the glossary of the cable', () => {
        const mine = joinGlossaries(
          readGlossary({ HPXYG: { meaning: words, kind: words, note: words } }, words).entries,
        );
        assertTame(glossaryPage(of, mine, 'file:///cables').replace(/\|/g, ''), 'the page');
      });
      it('in lenses, whose command is ours and gets a place alone', () => {
        for (const { command } of codeLenses(of, library, true)) {
          assert.match(command!.title, /^[a-z0-9 ,()]+$/);
          assert.ok(command!.command === '' || command!.command === 'cable.showCiting');
          assert.deepEqual(command!.arguments?.[0] ?? of.uri, of.uri);
        }
      });
      it('in hints, which are text', () => {
        const all = { localTime: true, countries: true, acronyms: true };
        const range = { start: 0, end: text.length };
        for (const { label, tooltip } of inlayHints(of, of.lines.range(range), new Map(), all, String))
          assert.ok(typeof label === 'string' && (tooltip === undefined || typeof tooltip === 'string'));
      });
      it('in links, which lead to files that were found and nowhere else', () => {
        for (const { target } of documentLinks(of, library))
          assert.match(target!, /^file:\/\/\/cables\/[ab]\.cable(?:#|$)/);
      });
      it('in pages, which have no element of it', () => {
        const { body } = readingPage(of, new Map());
        for (const page of [body, exportCable(of.cable, 'a.cable', 'html', new Map())])
          for (const [element] of page.matchAll(/<[a-z!/][^>]*>/gi)) {
            assert.doesNotMatch(element, /^<(?:img|script|iframe|object|embed|form|base|link)\b/i);
            const attributes = element.replace(/"[^"]*"/g, '""');
            assert.doesNotMatch(attributes, /\son\w+=/i);
            assert.doesNotMatch(element, /(?:href|src)="(?!#)/i);
          }
        assertExported(exportCable(of.cable, 'a.cable', 'markdown', new Map()));
      });
    });
  }

  function assertExported(markdown: string): void {
    const bare = markdown.replace(/\\[!-/:-@[-`{-~]/g, '');
    assert.doesNotMatch(bare, /\]\((?!#)|<(?:img|script|a)\b|!\[|^\[[^\]]*\]:/im);
  }

  it('a reference that is a path leads nowhere', () => {
    for (const path of [
      '../../etc/passwd',
      'file:///etc/passwd',
      '..\\..\\secret',
      '05 ROME/../../405',
      '%2e%2e/405',
    ]) {
      const text = hostile(path);
      const library = shelf({ 'a.cable': text });
      assert.deepEqual(documentLinks(snapshot(uriOf('a.cable'), 1, text), library), []);
    }
  });
});

describe('names that every object has', () => {
  const NAMES = ['__proto__', 'constructor', 'prototype', 'toString', 'hasOwnProperty', 'valueOf', '__defineGetter__'];
  const sample = readCable('samples/06LUSAKA412.cable');
  const words = [...new Set(sample.match(/[A-Za-z]{2,}/g))];

  for (const name of NAMES)
    it(`${name} is a word as any other, wherever it stands`, () => {
      for (const [at, word] of words.entries()) {
        // Words of the header more often than those of the body.
        if (at > 80 ? at % 15 : at % 2) continue;
        for (const written of [name, name.toUpperCase()]) {
          const text = sample.replace(word, () => written);
          const cable = parse(text);
          for (const { message } of check(cable)) assert.doesNotMatch(message, /native code|\[object|undefined/);
          const of = snapshot('file:///a.cable', 1, text);
          const found = explain(of, text.indexOf(written) + 1, String);
          if (found) assert.doesNotMatch(toMarkdown(found.cards), /native code|\[object|undefined/);
          for (const { meaning } of at % 20 ? [] : glossaryOf(cable, new Map()))
            assert.equal(typeof meaning.expansion, 'string');
          if (at % 10 === 0) documentSymbols(of);
        }
      }
      for (const form of EXPORT_FORMATS)
        assert.doesNotMatch(exportCable(parse(hostile(name)), 'a', form, new Map()), /native code|\[object/);
    }).timeout(120_000);

  it('nor does a glossary of the user change what objects have', () => {
    const value = JSON.parse(
      '{"__proto__": {"meaning": "x"}, "constructor": "Guild", "IJM": {"meaning": "Mission", "__proto__": {"kind": "y"}}}',
    );
    const { entries } = readGlossary(value, 'mine');
    assert.deepEqual(entries.map(({ term }) => term).sort(), ['IJM', '__proto__', 'constructor']);
    assert.equal(({} as Record<string, unknown>).meaning, undefined);
    assert.equal(joinGlossaries(entries).get('CONSTRUCTOR')?.[0]?.meaning, 'Guild');
    assert.equal(joinGlossaries(entries).get('TOSTRING'), undefined);
  });
});
