/** Wiring only: each request takes a snapshot and calls one pure feature. */
import {
  CodeActionKind,
  type CompletionList,
  type Connection,
  DidChangeConfigurationNotification,
  DidChangeWatchedFilesNotification,
  DidChangeWorkspaceFoldersNotification,
  type DocumentDiagnosticReport,
  DocumentDiagnosticReportKind,
  type DocumentSymbol,
  ErrorCodes,
  type InitializeParams,
  MarkupKind,
  ResponseError,
  type SymbolInformation,
  TextDocumentSyncKind,
  TextDocuments,
} from 'vscode-languageserver';
import { TextDocument } from 'vscode-languageserver-textdocument';
import { definition, documentHighlights, references } from '../features/acronym';
import { addToGlossary, FIX_ALL, fixAll, quickFixes } from '../features/code-actions';
import { completion, resolveCompletion } from '../features/completion';
import { diagnostics } from '../features/diagnostics';
import { documentSymbols } from '../features/document-symbols';
import { foldingRanges } from '../features/folding-ranges';
import { glossaryPage } from '../features/glossary-page';
import { explain } from '../features/hover/explain';
import { toMarkdown, toPlainText } from '../features/markdown';
import { type Snapshot, snapshot } from '../features/snapshot';
import { GLOSSARY_FILE } from '../meaning/glossary';
import { glossaryStore } from './glossary-store';

/** Quiet time after a keystroke before diagnostics are pushed to clients that cannot ask for them. */
const PUSH_DELAY = 200;

export function startServer(connection: Connection): void {
  const documents = new TextDocuments(TextDocument);
  // By document, not by address: one that is opened again, as some clients do without closing it, is another document.
  const snapshots = new WeakMap<TextDocument, Snapshot>();
  let pull = false;
  let hierarchical = false;
  let markdown = true;
  let markdownDocumentation = true;
  let clientAsks = false;
  let configurable = false;
  let watchable = false;
  let folders: string[] = [];
  let timeZone: string | undefined;
  const glossary = glossaryStore((problem) => connection.console.warn(problem));

  const latest = (uri: string): Snapshot | null => {
    const document = documents.get(uri);
    if (!document) return null;
    const known = snapshots.get(document);
    if (known?.version === document.version) return known;
    const fresh = snapshot(uri, document.version, document.getText());
    snapshots.set(document, fresh);
    return fresh;
  };
  // Not the version: a document that was closed and opened again counts from the start, and so does a new server.
  const resultIds = new WeakMap<Snapshot, string>();
  const started = Date.now().toString(36);
  let results = 0;
  const resultIdOf = (of: Snapshot): string => {
    const id = resultIds.get(of) ?? `${started}.${++results}`;
    resultIds.set(of, id);
    return id;
  };
  const failed = (name: string, error: unknown): void =>
    connection.console.error(`${name}: ${error instanceof Error ? (error.stack ?? error.message) : String(error)}`);
  /** A feature that fails answers with nothing and says so in the log; the server lives on. */
  const guard = <T>(name: string, empty: T, work: () => T): T => {
    try {
      return work();
    } catch (error) {
      failed(name, error);
      return empty;
    }
  };
  /** So does what a client was asked for and refused, although it had said that it can do it. */
  const ask = <T>(name: string, answer: Promise<T>, use?: (value: T) => void): Promise<void> =>
    answer.then(use ?? (() => {})).catch((error: unknown) => failed(name, error));
  /** What every request is told before `initialize` and after `shutdown`. */
  let refusal: ResponseError<void> | null = new ResponseError(ErrorCodes.ServerNotInitialized, 'not initialized');
  const answer = <T>(name: string, empty: T, work: () => T): T => {
    if (refusal) throw refusal;
    return guard(name, empty, work);
  };

  connection.onInitialize(({ capabilities, initializationOptions, workspaceFolders }: InitializeParams) => {
    refusal = null;
    pull = capabilities.textDocument?.diagnostic !== undefined;
    hierarchical = capabilities.textDocument?.documentSymbol?.hierarchicalDocumentSymbolSupport ?? false;
    markdown = capabilities.textDocument?.hover?.contentFormat?.includes(MarkupKind.Markdown) ?? false;
    markdownDocumentation =
      capabilities.textDocument?.completion?.completionItem?.documentationFormat?.includes(MarkupKind.Markdown) ??
      false;
    configurable = capabilities.workspace?.configuration ?? false;
    watchable = capabilities.workspace?.didChangeWatchedFiles?.dynamicRegistration ?? false;
    const options = (initializationOptions ?? {}) as {
      timeZone?: unknown;
      addToGlossary?: unknown;
      glossary?: unknown;
    };
    timeZone = isTimeZone(options.timeZone) ? options.timeZone : undefined;
    clientAsks = options.addToGlossary === true;
    glossary.setSettings(options.glossary);
    folders = (workspaceFolders ?? []).map(({ uri }) => uri);
    glossary.setFolders(folders);
    return {
      capabilities: {
        textDocumentSync: TextDocumentSyncKind.Incremental,
        documentSymbolProvider: true,
        hoverProvider: true,
        foldingRangeProvider: true,
        definitionProvider: true,
        referencesProvider: true,
        documentHighlightProvider: true,
        codeActionProvider: { codeActionKinds: [CodeActionKind.QuickFix, FIX_ALL] },
        completionProvider: { resolveProvider: true, triggerCharacters: ['(', '/'] },
        workspace: { workspaceFolders: { supported: true, changeNotifications: true } },
        ...(pull && { diagnosticProvider: { interFileDependencies: false, workspaceDiagnostics: false } }),
      },
      serverInfo: { name: 'cable' },
    };
  });

  connection.onInitialized(() => {
    if (watchable)
      void ask(
        'watch files',
        connection.client.register(DidChangeWatchedFilesNotification.type, {
          watchers: [{ globPattern: `**/${GLOSSARY_FILE}` }],
        }),
      );
    if (configurable) {
      void ask(
        'watch settings',
        connection.client.register(DidChangeConfigurationNotification.type, { section: 'cable' }),
      );
      void readSettings();
    }
  });
  const readSettings = (): Promise<void> =>
    ask('settings', connection.workspace.getConfiguration('cable'), (settings: { glossary?: unknown } | null) =>
      glossary.setSettings(settings?.glossary),
    );
  connection.onDidChangeConfiguration(async ({ settings }) => {
    if (configurable) await readSettings();
    else glossary.setSettings((settings as { cable?: { glossary?: unknown } } | null)?.cable?.glossary);
  });
  connection.onDidChangeWatchedFiles(() => glossary.refresh());
  connection.onNotification(DidChangeWorkspaceFoldersNotification.type, ({ event }) => {
    const gone = new Set(event.removed.map(({ uri }) => uri));
    folders = [...folders.filter((uri) => !gone.has(uri)), ...event.added.map(({ uri }) => uri)];
    glossary.setFolders(folders);
  });

  connection.onShutdown(() => {
    refusal = new ResponseError(ErrorCodes.InvalidRequest, 'shut down');
  });

  const localTime = (utc: Date): string =>
    utc.toLocaleString('en-GB', { dateStyle: 'full', timeStyle: 'short', ...(timeZone && { timeZone }) });

  connection.onDocumentSymbol(({ textDocument: { uri } }) =>
    answer<DocumentSymbol[] | SymbolInformation[]>('documentSymbol', [], () => {
      const current = latest(uri);
      if (!current) return [];
      const symbols = documentSymbols(current);
      return hierarchical ? symbols : symbols.flatMap((symbol) => flat(uri, symbol));
    }),
  );
  connection.onFoldingRanges(({ textDocument }) =>
    answer('foldingRange', [], () => {
      const current = latest(textDocument.uri);
      return current ? foldingRanges(current) : [];
    }),
  );
  connection.onHover(({ textDocument, position }) =>
    answer('hover', null, () => {
      const current = latest(textDocument.uri);
      const found = current && explain(current, current.lines.offsetAt(position), localTime, glossary.current());
      if (!found) return null;
      const value = markdown ? toMarkdown(found.cards, current.uri) : toPlainText(found.cards);
      return {
        contents: { kind: markdown ? MarkupKind.Markdown : MarkupKind.PlainText, value },
        range: current.lines.range(found.at),
      };
    }),
  );
  connection.onDefinition(({ textDocument, position }) =>
    answer('definition', null, () => {
      const current = latest(textDocument.uri);
      return current && definition(current, current.lines.offsetAt(position), glossary.current());
    }),
  );
  connection.onReferences(({ textDocument, position, context }) =>
    answer('references', [], () => {
      const current = latest(textDocument.uri);
      if (!current) return [];
      return references(current, current.lines.offsetAt(position), glossary.current(), context.includeDeclaration);
    }),
  );
  connection.onDocumentHighlight(({ textDocument, position }) =>
    answer('documentHighlight', [], () => {
      const current = latest(textDocument.uri);
      return current ? documentHighlights(current, current.lines.offsetAt(position), glossary.current()) : [];
    }),
  );
  connection.onCompletion(({ textDocument, position }) =>
    answer<CompletionList>('completion', { isIncomplete: false, items: [] }, () => {
      const current = latest(textDocument.uri);
      return current ? completion(current, current.lines.offsetAt(position)) : { isIncomplete: false, items: [] };
    }),
  );
  connection.onCompletionResolve((item) =>
    answer('completionItem/resolve', item, () => resolveCompletion(item, markdownDocumentation)),
  );
  connection.onCodeAction(({ textDocument, range, context }) =>
    answer('codeAction', [], () => {
      const current = latest(textDocument.uri);
      if (!current) return [];
      const wants = (kind: string) => context.only?.some((each) => kind === each || kind.startsWith(`${each}.`));
      const [start, end] = [range.start, range.end].map((each) => current.lines.offsetAt(each)) as [number, number];
      // All fixes at once are for who asks for them: on saving, or as a source action.
      const all = wants(FIX_ALL) ? fixAll(current) : null;
      if (context.only && !wants(CodeActionKind.QuickFix)) return all ? [all] : [];
      const word = addToGlossary(current, start, glossary.current(), glossary.file(), clientAsks);
      return [...quickFixes(current, { start, end }), ...(word ? [word] : []), ...(all ? [all] : [])];
    }),
  );
  connection.onRequest('cable/glossary', ({ uri }: { uri: string }) =>
    answer<string | null>('cable/glossary', null, () => {
      const current = latest(uri);
      return current && glossaryPage(current, glossary.current(), folders[0]?.replace(/\/$/, ''));
    }),
  );
  connection.languages.diagnostics.on(({ textDocument, previousResultId }) => {
    const nothing: DocumentDiagnosticReport = { kind: DocumentDiagnosticReportKind.Full, items: [] };
    return answer<DocumentDiagnosticReport>('diagnostic', nothing, () => {
      const current = latest(textDocument.uri);
      if (!current) return nothing;
      const resultId = resultIdOf(current);
      if (resultId === previousResultId) return { kind: DocumentDiagnosticReportKind.Unchanged, resultId };
      return { kind: DocumentDiagnosticReportKind.Full, resultId, items: diagnostics(current) };
    });
  });

  const timers = new Map<string, NodeJS.Timeout>();
  documents.onDidChangeContent(({ document }) => {
    if (pull) return;
    clearTimeout(timers.get(document.uri));
    const push = () => {
      const current = latest(document.uri);
      if (current)
        void connection.sendDiagnostics({
          uri: document.uri,
          version: current.version,
          diagnostics: guard('diagnostic', [], () => diagnostics(current)),
        });
    };
    timers.set(document.uri, setTimeout(push, PUSH_DELAY));
  });
  documents.onDidClose(({ document }) => {
    clearTimeout(timers.get(document.uri));
    timers.delete(document.uri);
    if (!pull) void connection.sendDiagnostics({ uri: document.uri, diagnostics: [] });
  });
  documents.listen(connection);
  connection.listen();
}

/** For clients that know no hierarchy: each symbol on its own, with the name of the one around it. */
const flat = (
  uri: string,
  { name, kind, range, children }: DocumentSymbol,
  containerName?: string,
): SymbolInformation[] => [
  { name, kind, location: { uri, range }, ...(containerName && { containerName }) },
  ...(children ?? []).flatMap((child) => flat(uri, child, name)),
];

/** A browser in a container may name a zone that no runtime knows; a hover card must not fail for it. */
function isTimeZone(name: unknown): name is string {
  try {
    return typeof name === 'string' && new Intl.DateTimeFormat('en', { timeZone: name }) !== null;
  } catch {
    return false;
  }
}
