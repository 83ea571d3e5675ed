/** Diagnostics on their way to the client: asked for by those that can, sent to the others. */

import {
  type Connection,
  type Diagnostic,
  DiagnosticRefreshRequest,
  DiagnosticSeverity,
  type DocumentDiagnosticReport,
  DocumentDiagnosticReportKind,
  LSPErrorCodes,
  ResponseError,
  type TextDocuments,
} from 'vscode-languageserver';
import type { TextDocument } from 'vscode-languageserver-textdocument';
import { LineIndex } from '../model/line-index';
import type { Client } from './client';
import { type ConfigStore, isConfig } from './config-store';
import { turn } from './turn';

/** Quiet time after a keystroke before diagnostics are sent to clients that cannot ask for them. */
const PUSH_DELAY = 200;

export interface Diagnosing {
  /** What diagnostics depend on has changed: those of all open documents are stale. */
  refresh(): void;
}

export interface DiagnosingHost {
  readonly connection: Connection;
  readonly documents: TextDocuments<TextDocument>;
  readonly client: () => Client;
  readonly config: ConfigStore;
  /** Everything that the diagnostics of a document depend on has been read. */
  readonly ready: (uri: string) => Promise<void>;
  /** The diagnostics of a cable, or null where it is not one that is open; never throws. */
  readonly cable: (uri: string) => readonly Diagnostic[] | null;
  /** Changes with everything that the diagnostics of a document depend on. */
  readonly resultId: (uri: string) => string;
  /** Throws where the server may not answer. */
  readonly allowed: () => void;
  /** Writes into the log. */
  readonly failed: (what: string, error: unknown) => void;
}

export function diagnosing({
  connection,
  documents,
  client,
  config,
  ready,
  cable,
  resultId,
  allowed,
  failed,
}: DiagnosingHost): Diagnosing {
  const diagnosticsOf = (uri: string): readonly Diagnostic[] =>
    isConfig(uri) ? configDiagnostics(uri) : (cable(uri) ?? []);

  /** What is wrong in a configuration, at its place. What an editor's JSON support says already is left to it. */
  function configDiagnostics(uri: string): Diagnostic[] {
    const text = documents.get(uri)?.getText();
    if (text === undefined) return [];
    const lines = new LineIndex(text);
    return config
      .problems(uri)
      .filter(({ inSchema }) => !(inSchema && client().knowsSchemas))
      .map((problem) => ({
        source: 'cable',
        severity: DiagnosticSeverity.Warning,
        message: problem.message,
        range: lines.range(problem),
      }));
  }

  connection.languages.diagnostics.on(async ({ textDocument: { uri }, previousResultId }, token) => {
    allowed();
    // A cancellation, or a newer text, that has already arrived is read first.
    await turn();
    await ready(uri);
    if (token.isCancellationRequested) throw new ResponseError(LSPErrorCodes.RequestCancelled, 'cancelled');
    const known = documents.get(uri);
    if (!known) return { kind: DocumentDiagnosticReportKind.Full, items: [] } satisfies DocumentDiagnosticReport;
    const id = resultId(uri);
    if (id === previousResultId) return { kind: DocumentDiagnosticReportKind.Unchanged, resultId: id };
    return { kind: DocumentDiagnosticReportKind.Full, resultId: id, items: [...diagnosticsOf(uri)] };
  });

  const timers = new Map<string, ReturnType<typeof setTimeout>>();
  const sent = new Map<string, string>();
  const push = (uri: string): void => {
    const document = documents.get(uri);
    if (!document) return;
    const { version } = document;
    const id = resultId(uri);
    if (sent.get(uri) === id) return;
    sent.set(uri, id);
    void connection.sendDiagnostics({ uri, version, diagnostics: [...diagnosticsOf(uri)] });
  };
  const later = (uri: string): void => {
    clearTimeout(timers.get(uri));
    timers.set(
      uri,
      setTimeout(() => push(uri), PUSH_DELAY),
    );
  };
  documents.onDidChangeContent(({ document: { uri } }) => {
    if (!client().pull) later(uri);
  });
  documents.onDidClose(({ document: { uri } }) => {
    clearTimeout(timers.get(uri));
    timers.delete(uri);
    sent.delete(uri);
    if (!client().pull) void connection.sendDiagnostics({ uri, diagnostics: [] });
  });
  return {
    refresh: () => {
      if (!client().pull) for (const { uri } of documents.all()) later(uri);
      else if (client().refreshesDiagnostics)
        connection.sendRequest(DiagnosticRefreshRequest.type).catch((error: unknown) => failed('refresh', error));
    },
  };
}
