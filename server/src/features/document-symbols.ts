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
  const convert = ({ kind, name, detail, range, selection, children }: OutlineItem): DocumentSymbol => ({
    name,
    detail,
    kind: KINDS[kind],
    range: lines.range(range),
    selectionRange: lines.range(selection),
    children: children.map(convert),
  });
  return outline(cable).map(convert);
}
