/** The open documents, each parsed at most once a version, and then only where it changed. */
import { type TextDocumentContentChangeEvent, TextDocuments } from 'vscode-languageserver';
import { TextDocument } from 'vscode-languageserver-textdocument';
import { type Earlier, joined, type Snapshot, snapshot, type TextChange } from '../features/snapshot';

export interface OpenDocuments {
  readonly documents: TextDocuments<TextDocument>;
  /** A document as it is now; null where it is not open. */
  latest(uri: string): Snapshot | null;
}

export function openDocuments(): OpenDocuments {
  // By document, not by address: one that is opened again, as some clients do without closing it, is another document.
  const latest = new WeakMap<TextDocument, Snapshot>();
  /** The last version that was parsed, and all that has changed since. */
  const earlier = new WeakMap<TextDocument, Earlier>();

  const update = (document: TextDocument, changes: TextDocumentContentChangeEvent[], version: number): TextDocument => {
    const known = latest.get(document)?.parsed;
    let since: Earlier | null = known ? { cable: known, change: null } : (earlier.get(document) ?? null);
    for (const change of changes) {
      // The whole text anew: nothing is known of what stayed.
      since =
        since && 'range' in change ? { ...since, change: joined(since.change, replaced(document, change)) } : null;
      // One by one: each counts in the text that those before it have left.
      TextDocument.update(document, [change], version);
    }
    latest.delete(document);
    if (since) earlier.set(document, since);
    else earlier.delete(document);
    return document;
  };
  const documents = new TextDocuments({ create: TextDocument.create, update });
  return {
    documents,
    latest: (uri) => {
      const document = documents.get(uri);
      if (!document) return null;
      const known = latest.get(document);
      if (known?.version === document.version) return known;
      const fresh = snapshot(uri, document.version, document.getText(), earlier.get(document));
      latest.set(document, fresh);
      return fresh;
    },
  };
}

function replaced(
  document: TextDocument,
  { range, text }: { range: Parameters<TextDocument['getText']>[0]; text: string },
): TextChange {
  const [a, b] = [document.offsetAt(range!.start), document.offsetAt(range!.end)];
  return { start: Math.min(a, b), end: Math.max(a, b), length: text.length };
}
