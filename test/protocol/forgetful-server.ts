/** A language server with a mistake that the bench has to see: it announces incremental changes, and takes each for the whole text. */
import { createConnection, ProposedFeatures, SymbolKind, TextDocumentSyncKind } from 'vscode-languageserver/node';

const connection = createConnection(ProposedFeatures.all, process.stdin, process.stdout);
let text = '';
const range = () => ({ start: { line: 0, character: 0 }, end: { line: text.split('\n').length, character: 0 } });
connection.onInitialize(() => ({ capabilities: { textDocumentSync: TextDocumentSyncKind.Incremental } }));
connection.onDidOpenTextDocument(({ textDocument }) => {
  text = textDocument.text;
});
connection.onDidChangeTextDocument(({ contentChanges }) => {
  text = contentChanges[0]!.text;
});
connection.onDocumentSymbol(() => [
  { name: 'all', kind: SymbolKind.File, range: range(), selectionRange: range(), children: [] },
]);
connection.languages.diagnostics.on(() => ({ kind: 'full', items: [{ message: `${text.length}`, range: range() }] }));
connection.listen();
