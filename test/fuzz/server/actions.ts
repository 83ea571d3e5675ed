/** What a client does, as plain data: kept, made smaller and done again. */
import type { TextDocumentContentChangeEvent } from 'vscode-languageserver';

export type Action =
  /** A request; `cancelled`: taken back at once. */
  | { readonly ask: string; readonly params?: unknown; readonly cancelled?: true }
  | { readonly tell: string; readonly params?: unknown }
  /** Bytes as they are, Latin-1. */
  | { readonly raw: string }
  /** Nothing is sent until all that was asked is answered. */
  | { readonly settle: true };

export interface Session {
  /** `polite`: keeps to the protocol, but for places that no text has; `wild`: sends anything; `broken`: not even messages. */
  readonly manners: 'polite' | 'wild' | 'broken';
  /** What it says of itself in `initialize`, if it begins so; null: it does not. */
  readonly initialize: object | null;
  readonly actions: readonly Action[];
}

export const URIS = [
  'file:///fuzz/a.cable',
  'file:///fuzz/b%20c.cable',
  'untitled:Untitled-1',
  'file:///fuzz/.cablerc.json',
  'file:///fuzz/%.cable',
];

export const open = (uri: string, text: string, version = 1): Action => ({
  tell: 'textDocument/didOpen',
  params: { textDocument: { uri, languageId: 'cable', version, text } },
});
export const change = (
  uri: string,
  version: number,
  contentChanges: readonly TextDocumentContentChangeEvent[],
): Action => ({
  tell: 'textDocument/didChange',
  params: { textDocument: { uri, version }, contentChanges },
});
export const close = (uri: string): Action => ({ tell: 'textDocument/didClose', params: { textDocument: { uri } } });
