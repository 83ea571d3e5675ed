import assert from 'node:assert/strict';
import type { MessageDocument, Part } from '../../../server/src/export/document';
import { escapeInline, escapeLine } from '../../../server/src/export/escape';
import { toMarkdown } from '../../../server/src/export/markdown';
import { textOf } from '../../../server/src/export/runs';
import { readCable } from '../../support/fixtures';
import { cables, read, spoilt, visible } from './support';

/** What is in the body of a page, mark-up taken away: everything after the table of the header. */
function bodyText(markdown: string): string {
  let fence = '';
  let quote = '';
  return markdown
    .split('\n')
    .flatMap((line) => {
      if (fence) {
        const text = line.startsWith(quote) ? line.slice(quote.length) : line.slice(quote.trimEnd().length);
        if (text !== fence) return [text];
        fence = '';
        return [];
      }
      quote = /^> ?/.exec(line)?.[0] ?? '';
      const text = line.slice(quote.length);
      const open = /^(`{3,})text$/.exec(text);
      if (open) {
        fence = open[1]!;
        return [];
      }
      if (text.startsWith('# ') || text.startsWith('|') || text === '---') return [];
      return [text.replace(/^(?:##|-) /, '').replace(/\\([\\`*_[\]<>|~&$#+=:.)-])/g, '$1')];
    })
    .join('\n');
}

const isBullet = (marker: string) => !/[a-z0-9]/.test(marker) || marker === 'o';
const partText = (part: Part): string =>
  part.kind === 'prose'
    ? textOf(part.runs)
    : part.kind === 'list'
      ? part.items.map(({ marker, runs }) => (isBullet(marker) ? '' : marker) + textOf(runs)).join('')
      : part.lines.map(textOf).join('');
const wanted = ({ blocks, signers, after }: MessageDocument): string =>
  [
    ...blocks.map((block) =>
      block.kind === 'heading'
        ? textOf(block.runs)
        : block.kind === 'lines'
          ? block.lines.map(textOf).join('')
          : `${block.number === null ? '' : `${block.number}.`}${block.mark === null ? '' : `(${block.mark})`}${block.parts.map(partText).join('')}`,
    ),
    ...signers.map(({ name }) => name),
    ...(after ? after.lines.map(textOf) : []),
  ].join('');

describe('export as Markdown', () => {
  for (const [name, text] of [...cables(), ...spoilt(300)])
    it(`has every paragraph once: ${name}`, () => {
      const { document } = read(text);
      const [body] = toMarkdown(document).split(/(?:^|\n\n---\n\n)## Archive\n/);
      assert.equal(visible(bodyText(body!)), visible(document.messages.map(wanted).join('')));
    });

  it('escapes what would be mark-up', () => {
    assert.equal(
      escapeInline('[x](y) *a* _b_ `c` <i> a|b ~d~ &lt; R&D & $1'),
      '\\[x\\](y) \\*a\\* \\_b\\_ \\`c\\` \\<i\\> a\\|b \\~d\\~ \\&lt; R\\&D & \\$1',
    );
    for (const [text, escaped] of [
      ['# x', '\\# x'],
      ['1. x', '1\\. x'],
      ['12) x', '12\\) x'],
      ['- x', '\\- x'],
      ['+ x', '\\+ x'],
      ['=====', '\\====='],
      ['    code', 'code'],
      ['2004 was dry', '2004 was dry'],
    ] as const)
      assert.equal(escapeLine(text), escaped);
  });
  it('has header, headings, lists and tables', () => {
    const lusaka = toMarkdown(read(readCable('samples/06LUSAKA412.cable')).document);
    assert.match(
      lusaka,
      /^# ZAMBIA: BORDER TOWNS ORGANIZE AGAINST TRAFFICKING\n\n\| \| \|\n\| --- \| --- \|\n\| \*\*Number\*\* \| 06LUSAKA412 \|\n/,
    );
    assert.match(lusaka, /\n\n## Two Towns, Two Committees\n\n2\\\. \(U\) The committees grew/);
    assert.match(lusaka, /```text\nSource {16}Kasengele/);
    assert.match(
      toMarkdown(read(readCable('samples/94LISBON2210.cable')).document),
      /\n- A LEASE OF TWELVE YEARS, .*\n- A FIXED RENT/,
    );
  });
  it('fences what contains fences', () => {
    const { document } = read(
      'UNCLAS ACCRA 000131\n\nSUBJECT: X\n\n1. By year:\n\n````   a      b      c\n2004   1      2      3\n',
    );
    assert.match(toMarkdown(document), /\n`````text\n```` {3}a {6}b {6}c\n2004 .*\n`````\n/);
  });
  it('quotes quoted texts', () => {
    const { document } = read(
      'UNCLAS ACCRA 000131\n\nSUBJECT: X\n\n1. One:\n\nBEGIN TEXT.\n\nTwo.\n\nEND TEXT.\n\n2. Three.\n',
    );
    assert.match(toMarkdown(document), /\n> BEGIN TEXT\.\n\n> Two\.\n\n> END TEXT\.\n\n2\\\. Three\./);
  });
});
