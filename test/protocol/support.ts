import { type ChildProcessWithoutNullStreams, spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdirSync, mkdtempSync, realpathSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import {
  type ClientCapabilities,
  type CodeAction,
  CodeActionRequest,
  CompletionItemKind,
  createProtocolConnection,
  type Diagnostic,
  DidChangeTextDocumentNotification,
  DidChangeWatchedFilesNotification,
  DidCloseTextDocumentNotification,
  DidOpenTextDocumentNotification,
  type DocumentDiagnosticReport,
  DocumentDiagnosticRequest,
  type DocumentSymbol,
  DocumentSymbolRequest,
  ExitNotification,
  FileChangeType,
  type FileEvent,
  type FoldingRange,
  FoldingRangeRequest,
  type Hover,
  HoverRequest,
  InitializedNotification,
  InitializeRequest,
  type InitializeResult,
  LogMessageNotification,
  type ProtocolConnection,
  PublishDiagnosticsNotification,
  type PublishDiagnosticsParams,
  type Range,
  type RegistrationParams,
  ShutdownRequest,
  type SymbolInformation,
  SymbolKind,
  type TextDocumentContentChangeEvent,
  type TextEdit,
} from 'vscode-languageserver/node';
import { TextDocument } from 'vscode-languageserver-textdocument';
import type { LibraryState } from '../../server/src/lsp/requests';

export const root = join(__dirname, '..', '..');
const SERVERS: Record<string, string[]> = {
  'dist/server.js': ['dist/server.js', '--stdio'],
  'cable lsp': ['dist/cable.js', 'lsp', '--stdio'],
};
/** Of files that the client hands over. */
const EDITOR_FILES = 'dist/server.js --editor-files';
const OTHER_SERVERS: Record<string, string[]> = { [EDITOR_FILES]: ['dist/server.js', '--stdio', '--editor-files'] };

const upTo = <T>(last: number): T[] => Array.from({ length: last }, (_, at) => (at + 1) as T);

/** What editors of today can do, as far as this server asks. */
export const FULL: ClientCapabilities = {
  general: { positionEncodings: ['utf-8', 'utf-16', 'utf-32'] },
  textDocument: {
    diagnostic: { dynamicRegistration: true },
    documentSymbol: {
      hierarchicalDocumentSymbolSupport: true,
      symbolKind: { valueSet: upTo(SymbolKind.TypeParameter) },
    },
    hover: { contentFormat: ['markdown', 'plaintext'] },
    definition: { linkSupport: true },
    publishDiagnostics: { relatedInformation: true, tagSupport: { valueSet: [1, 2] }, codeDescriptionSupport: true },
    codeAction: { codeActionLiteralSupport: { codeActionKind: { valueSet: ['quickfix', 'refactor', 'source'] } } },
    completion: {
      completionItem: { labelDetailsSupport: true },
      completionItemKind: { valueSet: upTo(CompletionItemKind.TypeParameter) },
    },
  },
};
export const URI = 'file:///invented/ferry.cable';

/** A client that answers whatever a server may ask of it. */
export const ABLE: ClientCapabilities = {
  ...FULL,
  workspace: {
    configuration: true,
    didChangeConfiguration: { dynamicRegistration: true },
    didChangeWatchedFiles: { dynamicRegistration: true },
    diagnostics: { refreshSupport: true },
    codeLens: { refreshSupport: true },
    workspaceEdit: { documentChanges: true, resourceOperations: ['create'] },
    workspaceFolders: true,
  },
  window: { workDoneProgress: true },
};

export interface Begin {
  readonly capabilities?: ClientCapabilities;
  /** A workspace folder, or several: paths, or addresses. */
  readonly folder?: string | readonly string[];
  readonly options?: object;
  /** The section `cable` of the settings, where the client is asked for it. */
  readonly settings?: unknown;
}

/** A client and the server that it started. */
export class Client {
  readonly connection: ProtocolConnection;
  /** What `workspace/configuration` is answered with. */
  settings: unknown = null;
  /** How often the server said that diagnostics are stale. */
  refreshes = 0;
  /** How often it said so of code lenses. */
  lensRefreshes = 0;
  /** How often it said so of semantic tokens, and of inlay hints. */
  tokenRefreshes = 0;
  hintRefreshes = 0;
  /** Globs of the files that the server wants to hear of. */
  readonly watched: string[] = [];
  readonly progress: WorkDone[] = [];
  /** Everything pushed so far. */
  readonly pushed: PublishDiagnosticsParams[] = [];
  /** What the server wrote to the log: where a feature fails, its stack trace. */
  readonly logged: string[] = [];
  readonly exitCode: Promise<number>;
  private version = 1;

  constructor(readonly process: ChildProcessWithoutNullStreams) {
    this.exitCode = once(process, 'exit').then(([code]) => code);
    // A server that has gone is what some tests want.
    process.stdin.on('error', () => {});
    this.connection = createProtocolConnection(process.stdout, process.stdin);
    this.connection.onNotification(PublishDiagnosticsNotification.type, (params) => void this.pushed.push(params));
    this.connection.onNotification(LogMessageNotification.type, ({ message }) => void this.logged.push(message));
    this.connection.listen();
  }

  async initialize(capabilities: ClientCapabilities): Promise<InitializeResult> {
    const params = { processId: process.pid, rootUri: null, capabilities };
    const result = await this.connection.sendRequest(InitializeRequest.type, params);
    await this.connection.sendNotification(InitializedNotification.type, {});
    return result;
  }
  /** Starts the conversation as an editor does that can do all that is asked for, or as little as said. */
  async begin({ capabilities = ABLE, folder, options, settings = null }: Begin = {}): Promise<InitializeResult> {
    const { connection } = this;
    this.settings = settings;
    connection.onRequest('workspace/configuration', ({ items }: { items: unknown[] }) =>
      items.map(() => this.settings),
    );
    connection.onRequest('workspace/diagnostic/refresh', () => {
      this.refreshes++;
      return null;
    });
    connection.onRequest('workspace/codeLens/refresh', () => {
      this.lensRefreshes++;
      return null;
    });
    connection.onRequest('workspace/semanticTokens/refresh', () => {
      this.tokenRefreshes++;
      return null;
    });
    connection.onRequest('workspace/inlayHint/refresh', () => {
      this.hintRefreshes++;
      return null;
    });
    connection.onRequest('client/registerCapability', ({ registrations }: RegistrationParams) => {
      for (const { registerOptions } of registrations)
        for (const { globPattern } of registerOptions?.watchers ?? []) this.watched.push(globPattern);
    });
    connection.onRequest('window/workDoneProgress/create', () => null);
    connection.onNotification('$/progress', ({ value }: { value: WorkDone }) => void this.progress.push(value));
    const result = await connection.sendRequest(InitializeRequest.type, {
      processId: process.pid,
      rootUri: null,
      capabilities,
      ...(options && { initializationOptions: options }),
      ...(folder !== undefined && {
        workspaceFolders: [folder].flat().map((path) => ({
          uri: path.includes('://') ? path : pathToFileURL(path).href,
          name: 'w',
        })),
      }),
    });
    await connection.sendNotification(InitializedNotification.type, {});
    // What is registered and asked for has been answered when this is.
    await connection.sendRequest('workspace/executeCommand', { command: 'cable.none' }).catch(() => {});
    await this.until(() => !capabilities.workspace?.didChangeWatchedFiles || this.watched.length > 0);
    return result;
  }
  /** Waits for something to become true, but not for ever. */
  async until(
    isTrue: () => boolean | Promise<boolean>,
    what = 'what was waited for',
    milliseconds = 5000,
  ): Promise<void> {
    for (const begun = Date.now(); Date.now() - begun < milliseconds; ) {
      if (await isTrue()) return;
      await pause(10);
    }
    throw new Error(`${what} did not come`);
  }
  /** Tells of files that were written, as an editor that watches them does. */
  changed(...paths: string[]): Promise<void> {
    return this.#tell(paths, FileChangeType.Changed);
  }
  /** Tells of what is new. */
  created(...paths: string[]): Promise<void> {
    return this.#tell(paths, FileChangeType.Created);
  }
  async #tell(paths: readonly string[], how: FileChangeType): Promise<void> {
    const changes = paths.map((path): FileEvent => {
      const type = existsSync(path) ? how : FileChangeType.Deleted;
      return { uri: pathToFileURL(path).href, type };
    });
    await this.connection.sendNotification(DidChangeWatchedFilesNotification.type, { changes });
  }
  /** The library, when there is nothing more to do. */
  settled(): Promise<LibraryState> {
    return this.connection.sendRequest('cable/libraryState', { settled: true });
  }
  async actions(at: { range: Range } | Range, only?: string[], uri = URI): Promise<CodeAction[]> {
    return (await this.connection.sendRequest(CodeActionRequest.type, {
      textDocument: { uri },
      range: 'range' in at ? at.range : at,
      context: { diagnostics: [], ...(only && { only }) },
    })) as CodeAction[];
  }
  /** What is found, by the names of the rules. */
  async codes(uri = URI): Promise<unknown[]> {
    return (await this.items(uri)).map(({ code }) => code);
  }
  open(text: string, uri = URI, version = this.version): Promise<void> {
    const textDocument = { uri, languageId: 'cable', version, text };
    return this.connection.sendNotification(DidOpenTextDocumentNotification.type, { textDocument });
  }
  change(...contentChanges: TextDocumentContentChangeEvent[]): Promise<void> {
    return this.changeIn(URI, ...contentChanges);
  }
  changeIn(uri: string, ...contentChanges: TextDocumentContentChangeEvent[]): Promise<void> {
    const textDocument = { uri, version: ++this.version };
    return this.connection.sendNotification(DidChangeTextDocumentNotification.type, { textDocument, contentChanges });
  }
  close(uri = URI): Promise<void> {
    return this.connection.sendNotification(DidCloseTextDocumentNotification.type, { textDocument: { uri } });
  }

  symbols<T extends DocumentSymbol | SymbolInformation = DocumentSymbol>(uri = URI): Promise<T[]> {
    return this.connection.sendRequest(DocumentSymbolRequest.type, { textDocument: { uri } }) as Promise<T[]>;
  }
  hover(line: number, character: number, uri = URI): Promise<Hover | null> {
    return this.connection.sendRequest(HoverRequest.type, { textDocument: { uri }, position: { line, character } });
  }
  folds(uri = URI): Promise<FoldingRange[] | null> {
    return this.connection.sendRequest(FoldingRangeRequest.type, { textDocument: { uri } });
  }
  pull(previousResultId?: string, uri = URI): Promise<DocumentDiagnosticReport> {
    return this.connection.sendRequest(DocumentDiagnosticRequest.type, { textDocument: { uri }, previousResultId });
  }
  async items(uri = URI): Promise<Diagnostic[]> {
    const report = await this.pull(undefined, uri);
    return report.kind === 'full' ? report.items : [];
  }
  /** The push that is the `nth` of all, counted from 0; waits for it, but not for ever. */
  async push(nth: number): Promise<PublishDiagnosticsParams> {
    for (let waited = 0; waited < 5000; waited += 10) {
      if (this.pushed[nth]) return this.pushed[nth];
      await pause(10);
    }
    throw new Error(`push ${nth} did not come`);
  }

  shutdown(): Promise<void> {
    return this.connection.sendRequest(ShutdownRequest.type);
  }
  exit(): Promise<void> {
    return this.connection.sendNotification(ExitNotification.type);
  }
  /** Bytes that no well-behaved client would send. */
  write(raw: string): void {
    this.process.stdin.write(raw);
  }
}

export const pause = (milliseconds: number): Promise<void> => new Promise((done) => setTimeout(done, milliseconds));

/** What is kept from one start to the next lies here, where a test names no other place. */
const caches = mkdtempSync(join(tmpdir(), 'cable-protocol-'));
const launch = (name: string) =>
  spawn(process.execPath, (SERVERS[name] ?? OTHER_SERVERS[name])!, {
    cwd: root,
    env: { ...process.env, XDG_CACHE_HOME: caches },
  });
/** One server of each kind stands ready while the test before runs: most of a test's time is the start of a process. */
const spare = new Map<string, ChildProcessWithoutNullStreams>();
after(() => {
  for (const server of spare.values()) server.kill('SIGKILL');
  rmSync(caches, { recursive: true, force: true });
});

export interface WorkDone {
  readonly kind: 'begin' | 'report' | 'end';
  readonly title?: string;
  readonly message?: string;
  readonly percentage?: number;
  readonly cancellable?: boolean;
}

/** A folder on disk that holds the given files; it goes with its suite. Call it inside `describe` or a test. */
export function folderOf(files: Record<string, string> = {}): string {
  const path = realpathSync(mkdtempSync(join(tmpdir(), 'cable-protocol-')));
  made.push(path);
  for (const [name, content] of Object.entries(files)) write(join(path, name), content);
  return path;
}
const made: string[] = [];
after(() => {
  for (const path of made) rmSync(path, { recursive: true, force: true });
});
export function write(path: string, content: string): void {
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(path, content);
}

/** A text after edits, as an editor makes them: all of them refer to the text before. */
export function applied(text: string, edits: readonly TextEdit[]): string {
  return TextDocument.applyEdits(TextDocument.create(URI, 'cable', 1, text), [...edits]);
}

/** The server that editors start, for what does not depend on how it was started. */
export const describeServer = (title: string, tests: (start: Start) => void): void =>
  describeServers(title, tests, ['dist/server.js']);

/** A server of files that its client hands over. */
export const describeEditorFiles = (title: string, tests: (start: Start) => void): void =>
  describeServers(title, tests, [EDITOR_FILES]);

/** The same tests of each way to start the server. What `start` starts ends with its test. */
export function describeServers(title: string, tests: (start: Start) => void, names = Object.keys(SERVERS)): void {
  for (const name of names) {
    describe(`${name}: ${title}`, () => {
      const started: Client[] = [];
      afterEach(() => {
        for (const client of started.splice(0)) {
          client.connection.dispose();
          client.process.kill('SIGKILL');
        }
      });
      const start = () => {
        const client = new Client(spare.get(name) ?? launch(name));
        spare.set(name, launch(name));
        started.push(client);
        return client;
      };
      tests(
        Object.assign(start, {
          ready: async (capabilities: ClientCapabilities = FULL, text?: string) => {
            const client = start();
            await client.initialize(capabilities);
            if (text !== undefined) await client.open(text);
            return client;
          },
        }),
      );
    });
  }
}

export interface Start {
  (): Client;
  /** An initialized server, with a text open where one is given. */
  ready(capabilities?: ClientCapabilities, text?: string): Promise<Client>;
}

/** An invented cable with one error (a date that does not exist) and things to hover on. */
export const FERRY = `R 310915Z APR 09
FM AMEMBASSY HELSINKI
TO SECSTATE WASHDC 0488
UNCLAS HELSINKI 000133

SIPDIS

E.O. 12958: N/A
TAGS: PHUM, FI
SUBJECT: THE FERRY THAT WAITED

1. The AmCit waited for the ferry. The Old Lost Rope
Agency (OLRA) was told.

2. The OLRA said nothing.

OAKES
`;

/** Where a word stands in a text; its middle, where `nth` says which one. */
export function place(text: string, word: string, nth = 0): [line: number, character: number] {
  const before = text.split(word, nth + 1);
  if (before.length <= nth) throw new Error(`no ${word}`);
  const lines = before.join(word).split(/\r\n|\r|\n/);
  return [lines.length - 1, lines.at(-1)!.length + (word.length >> 1)];
}
