const from = { line: 0, character: 3 };
const few = { start: from, end: { line: 2, character: 0 } };
const options = { tabSize: 2, insertSpaces: true };
/** Every request about a document, with what is answered where there is no such document. */
export const requests = (uri: string): [method: string, params: object, nothing: unknown][] => {
  const textDocument = { uri };
  const at = { textDocument, position: from };
  return [
    ['textDocument/documentSymbol', { textDocument }, []],
    ['textDocument/foldingRange', { textDocument }, []],
    ['textDocument/diagnostic', { textDocument }, { kind: 'full', items: [] }],
    ['textDocument/hover', at, null],
    ['textDocument/definition', at, null],
    ['textDocument/references', { ...at, context: { includeDeclaration: true } }, []],
    ['textDocument/documentHighlight', at, []],
    ['textDocument/completion', at, { isIncomplete: false, items: [] }],
    ['textDocument/codeAction', { textDocument, range: { start: from, end: from }, context: { diagnostics: [] } }, []],
    ['textDocument/documentLink', { textDocument }, []],
    ['textDocument/codeLens', { textDocument }, []],
    ['textDocument/prepareCallHierarchy', at, []],
    ['textDocument/semanticTokens/full', { textDocument }, { data: [] }],
    ['textDocument/semanticTokens/range', { textDocument, range: few }, { data: [] }],
    ['textDocument/inlayHint', { textDocument, range: few }, []],
    ['textDocument/selectionRange', { textDocument, positions: [from] }, null],
    ['textDocument/prepareRename', at, null],
    ['textDocument/rename', { ...at, newName: 'B' }, null],
    ['textDocument/formatting', { textDocument, options }, []],
    ['textDocument/rangeFormatting', { textDocument, range: few, options }, []],
    ['textDocument/onTypeFormatting', { ...at, ch: 'A', options }, []],
    ['cable/library/citations', { uri }, null],
    ['cable/library/graph', { which: { uri }, depth: 1, limit: 10 }, null],
    ['cable/glossary', { uri }, null],
    ['cable/reading', { uri }, null],
    ['cable/export', { uri, to: 'html' }, null],
    ['cable/status', { uri }, null],
    ['cable/portions', { uri }, []],
  ];
};
