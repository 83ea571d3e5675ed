/** Clients ask for links when a document changes, not when the library does: they ask again of a provider that is new. */
import { type Connection, type Disposable, DocumentLinkRequest } from 'vscode-languageserver';

/** The function that registers the provider of links, in place of the one before. */
export function linkRenewal(connection: Connection, failed: (what: string, error: unknown) => void): () => void {
  let registered: Disposable | null = null;
  let working = Promise.resolve();
  const renew = async (): Promise<void> => {
    const before = registered;
    registered = await connection.client.register(DocumentLinkRequest.type, { documentSelector: null });
    before?.dispose();
  };
  return () => {
    working = working.then(renew).catch((error: unknown) => failed('links', error));
  };
}
