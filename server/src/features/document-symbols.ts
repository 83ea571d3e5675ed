import { type DocumentSymbol, SymbolKind } from 'vscode-languageserver-types';
import { type OutlineItem, type OutlineKind, outline } from '../model/outline';
import type { Snapshot } from './snapshot';

const KINDS: Record<OutlineKind, SymbolKind> = {
  cable: SymbolKind.File,
  header: SymbolKind.Namespace,
  field: SymbolKind.Field,
  section: SymbolKind.Module,
  paragraph: SymbolKind.String,
  summary: SymbolKind.Interface,
  comment: SymbolKind.Event,
  'action-request': SymbolKind.Operator,
  signature: SymbolKind.Key,
};

/** The outline: header with its fields, sections, paragraphs. */
export function documentSymbols({ cable, lines }: Snapshot): DocumentSymbol[] {
  const convert = ({ kind, name, detail, range, selection, children }: OutlineItem): DocumentSymbol => {
    const symbol: DocumentSymbol = {
      name,
      kind: KINDS[kind],
      range: lines.range(range),
      selectionRange: lines.range(selection),
    };
    // What is empty is not sent: most of an outline is paragraphs, which have neither.
    if (detail) symbol.detail = detail;
    if (children.length) symbol.children = children.map(convert);
    return symbol;
  };
  return outline(cable).map(convert);
}
