/** The built server as a process of its own, spoken to over its standard streams as an editor does. */
import { type ChildProcessWithoutNullStreams, spawn } from 'node:child_process';
import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { createProtocolConnection, type ProtocolConnection } from 'vscode-languageserver/node';
import type { LibraryState } from '../../../server/src/lsp/requests';

const root = join(__dirname, '..', '..', '..');

export class Server {
  readonly connection: ProtocolConnection;
  /** When its process was started, as `performance.now()` tells it. */
  readonly started = performance.now();
  readonly #process: ChildProcessWithoutNullStreams;
  #version = 1;

  constructor() {
    this.#process = spawn(process.execPath, [join(root, 'dist', 'server.js'), '--stdio']);
    this.connection = createProtocolConnection(this.#process.stdout, this.#process.stdin);
    this.connection.onRequest('client/registerCapability', () => null);
    this.connection.onRequest('window/workDoneProgress/create', () => null);
    // Where a feature fails it says so here; its empty answer would not be the right one.
    this.connection.onNotification('window/logMessage', ({ type, message }: { type: number; message: string }) => {
      if (type === 1) console.error(message);
    });
    this.connection.listen();
  }

  /** @param folder of the library; null: none. @param storage where the library is kept between starts. */
  async begin(folder: string | null, storage: string): Promise<void> {
    await this.connection.sendRequest('initialize', {
      processId: process.pid,
      rootUri: null,
      capabilities: {
        textDocument: {
          documentSymbol: { hierarchicalDocumentSymbolSupport: true },
          hover: { contentFormat: ['markdown'] },
        },
        workspace: { didChangeWatchedFiles: { dynamicRegistration: true }, workspaceFolders: true },
        window: { workDoneProgress: true },
      },
      initializationOptions: { storage, showsLibrary: true },
      workspaceFolders: folder === null ? [] : [{ uri: pathToFileURL(folder).href, name: 'library' }],
    });
    await this.connection.sendNotification('initialized', {});
  }

  ask<T>(method: string, params: object): Promise<T> {
    return this.connection.sendRequest<T>(method, params);
  }
  state(settled = false): Promise<LibraryState> {
    return this.ask('cable/libraryState', { settled });
  }
  open(uri: string, text: string): Promise<void> {
    const textDocument = { uri, languageId: 'cable', version: ++this.#version, text };
    return this.connection.sendNotification('textDocument/didOpen', { textDocument });
  }
  /** Types one letter there. */
  type(uri: string, line: number, character: number, text: string): Promise<void> {
    const at = { line, character };
    return this.connection.sendNotification('textDocument/didChange', {
      textDocument: { uri, version: ++this.#version },
      contentChanges: [{ range: { start: at, end: at }, text }],
    });
  }

  /** Resident memory in bytes, now and at its highest; null where the system does not tell (it does on Linux). */
  memory(): { readonly now: number; readonly peak: number } | null {
    try {
      const status = readFileSync(`/proc/${this.#process.pid}/status`, 'utf8');
      const read = (name: string) => Number(new RegExp(`^${name}:\\s*(\\d+) kB$`, 'm').exec(status)![1]) * 1024;
      return { now: read('VmRSS'), peak: read('VmHWM') };
    } catch {
      return null;
    }
  }

  async end(): Promise<void> {
    const gone = once(this.#process, 'exit');
    await this.ask('shutdown', {});
    await this.connection.sendNotification('exit');
    await gone;
    this.connection.dispose();
  }
}
