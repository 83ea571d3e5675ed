import { type ChildProcessWithoutNullStreams, spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import {
  type ClientCapabilities,
  createProtocolConnection,
  type Diagnostic,
  DidChangeTextDocumentNotification,
  DidCloseTextDocumentNotification,
  DidOpenTextDocumentNotification,
  type DocumentDiagnosticReport,
  DocumentDiagnosticRequest,
  type DocumentSymbol,
  DocumentSymbolRequest,
  ExitNotification,
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
  ShutdownRequest,
  type SymbolInformation,
  type TextDocumentContentChangeEvent,
} from 'vscode-languageserver/node';

const root = join(__dirname, '..', '..');
const SERVERS: Record<string, string[]> = {
  'dist/server.js': ['dist/server.js', '--stdio'],
  'cable lsp': ['dist/cable.js', 'lsp', '--stdio'],
};

/** What editors of today can do, as far as this server asks. */
export const FULL: ClientCapabilities = {
  general: { positionEncodings: ['utf-8', 'utf-16', 'utf-32'] },
  textDocument: {
    diagnostic: { dynamicRegistration: true },
    documentSymbol: { hierarchicalDocumentSymbolSupport: true },
    hover: { contentFormat: ['markdown', 'plaintext'] },
  },
};
export const URI = 'file:///invented/ferry.cable';

/** A client and the server that it started. */
export class Client {
  readonly connection: ProtocolConnection;
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
  open(text: string, uri = URI, version = this.version): Promise<void> {
    const textDocument = { uri, languageId: 'cable', version, text };
    return this.connection.sendNotification(DidOpenTextDocumentNotification.type, { textDocument });
  }
  change(...contentChanges: TextDocumentContentChangeEvent[]): Promise<void> {
    const textDocument = { uri: URI, version: ++this.version };
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

const launch = (name: string) => spawn(process.execPath, SERVERS[name]!, { cwd: root });
/** One server of each kind stands ready while the test before runs: most of a test's time is the start of a process. */
const spare = new Map<string, ChildProcessWithoutNullStreams>();
after(() => {
  for (const server of spare.values()) server.kill('SIGKILL');
});

/** The same tests of each way to start the server. What `start` starts ends with its test. */
export function describeServers(title: string, tests: (start: Start) => void): void {
  for (const name of Object.keys(SERVERS)) {
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

interface Start {
  (): Client;
  /** An initialized server, with a text open where one is given. */
  ready(capabilities?: ClientCapabilities, text?: string): Promise<Client>;
}

const from = { line: 0, character: 3 };
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
    ['cable/glossary', { uri }, null],
  ];
};

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
