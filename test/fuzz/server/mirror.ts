/** The open documents as the server must know them: kept by the protocol's own library. */
import { TextDocument } from 'vscode-languageserver-textdocument';
import type { Action } from './actions';

// biome-ignore lint/suspicious/noExplicitAny: anything may have been sent
type Anything = any;

export class Mirror {
  readonly documents = new Map<string, TextDocument>();

  take(action: Action): void {
    if (!('tell' in action)) return;
    const params = action.params as Anything;
    const uri = params?.textDocument?.uri;
    const known = this.documents.get(uri);
    if (action.tell === 'textDocument/didOpen') {
      const { languageId, version, text } = params.textDocument;
      this.documents.set(uri, TextDocument.create(uri, languageId, version, text));
    } else if (action.tell === 'textDocument/didClose') this.documents.delete(uri);
    else if (action.tell === 'textDocument/didChange' && known)
      this.documents.set(uri, TextDocument.update(known, params.contentChanges, params.textDocument.version));
  }
}
