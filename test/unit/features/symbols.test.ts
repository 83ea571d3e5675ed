import assert from 'node:assert/strict';
import { type DocumentSymbol, SymbolKind } from 'vscode-languageserver-types';
import { documentSymbols } from '../../../server/src/features/document-symbols';
import { snapshot } from '../../../server/src/features/snapshot';
import { allCables, readCable } from '../../support/fixtures';

const symbols = (text: string) => documentSymbols(snapshot('file:///x.cable', 1, text));
const named = (list: readonly DocumentSymbol[], start: string) => list.find(({ name }) => name.startsWith(start));

describe('outline', () => {
  const list = symbols(readCable('samples/06LUSAKA412.cable'));

  it('groups the header', () => {
    const header = named(list, 'Header');
    assert.equal(header?.detail, '06LUSAKA412');
    assert.deepEqual(
      header?.children?.slice(4, 8).map(({ name }) => name),
      ['Date-time group', 'From', 'To', 'Info'],
    );
  });
  it('tells the summary from other paragraphs', () => {
    const summary = named(list, '1.');
    assert.equal(summary?.kind, SymbolKind.Interface);
    assert.match(summary?.name ?? '', /^1\. \(SBU\) Summary: PolOff/);
  });
  it('puts paragraphs under their headings', () => {
    const section = named(list, 'Two Towns, Two Committees');
    assert.deepEqual(
      section?.children?.map(({ name }) => name.slice(0, 2)),
      ['2.', '3.', '4.'],
    );
  });
  for (const [name, text] of allCables())
    it(`nests in ${name}`, () => {
      const lines = text.split(/\r\n|\r|\n/);
      const inside = (inner: DocumentSymbol['range'], outer: DocumentSymbol['range']) =>
        before(outer.start, inner.start) && before(inner.end, outer.end);
      const visit = (each: DocumentSymbol) => {
        assert.ok(each.name.trim());
        assert.ok(inside(each.selectionRange, each.range), `${each.name}: selection in range`);
        assert.ok(each.range.end.line < lines.length);
        for (const child of each.children ?? []) {
          assert.ok(inside(child.range, each.range), `${child.name} in ${each.name}`);
          visit(child);
        }
      };
      symbols(text).forEach(visit);
    });
});

const before = (a: { line: number; character: number }, b: { line: number; character: number }) =>
  a.line < b.line || (a.line === b.line && a.character <= b.character);
