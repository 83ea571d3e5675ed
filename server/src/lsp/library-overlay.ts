/** Open documents count in the library as they are in the editor, saved or not. */
import type { TextDocuments } from 'vscode-languageserver';
import type { TextDocument } from 'vscode-languageserver-textdocument';
import type { Snapshot } from '../features/snapshot';

export interface Overlay {
  /** Whether a document is open, by its address in the library. */
  has(address: string): boolean;
  /** The document at an address in the library, if it is open. */
  get(address: string): Snapshot | null;
  /** The library has lost them: all are put into it again. */
  again(): void;
  /** What is still to be put into it is put now. */
  now(): void;
  /** Whether some are still to be put into it. */
  readonly pending: boolean;
}

export interface OverlayHost {
  readonly documents: TextDocuments<TextDocument>;
  readonly hasFile: (uri: string) => boolean;
  /** Null of what is no cable. */
  readonly latest: (uri: string) => Snapshot | null;
  readonly address: (uri: string) => string;
  readonly put: (address: string, current: Snapshot) => void;
  readonly closed: (address: string) => void;
}

/** So long after a change, in milliseconds, the library knows of it, whatever else has changed meanwhile: who goes on typing is not left out. */
const DELAY = 300;

export function libraryOverlay({ documents, hasFile, latest, address, put, closed }: OverlayHost): Overlay {
  /** What a comparison shows beside a file, or an archive's server has, is not in the library a second time. */
  const counts = (uri: string): boolean => hasFile(uri) || uri.startsWith('untitled:');
  /** As the client writes their addresses, by those of the library. */
  const open = new Map<string, string>();
  const timers = new Map<string, NodeJS.Timeout>();
  const putNow = (at: string): void => {
    clearTimeout(timers.get(at));
    timers.delete(at);
    const uri = open.get(at);
    const current = uri === undefined ? null : latest(uri);
    if (current) put(at, current);
  };
  const later = (at: string): void => {
    if (!timers.has(at))
      timers.set(
        at,
        setTimeout(() => putNow(at), DELAY),
      );
  };
  documents.onDidChangeContent(({ document: { uri } }) => {
    if (!counts(uri) || !latest(uri)) return;
    const at = address(uri);
    open.set(at, uri);
    later(at);
  });
  documents.onDidClose(({ document: { uri } }) => {
    const at = address(uri);
    clearTimeout(timers.get(at));
    timers.delete(at);
    if (open.delete(at)) closed(at);
  });
  return {
    has: (at) => open.has(at),
    get: (at) => {
      const uri = open.get(at);
      return uri === undefined ? null : latest(uri);
    },
    again: () => [...open.keys()].forEach(later),
    now: () => [...timers.keys()].forEach(putNow),
    get pending() {
      return timers.size > 0;
    },
  };
}
