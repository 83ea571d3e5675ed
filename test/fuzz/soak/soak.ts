/** The server used for a long time: cables opened, changed and closed, and one cable typed into. */
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { type Position, TextDocument } from 'vscode-languageserver-textdocument';
import { exportCable } from '../../../server/src/features/export';
import { snapshot } from '../../../server/src/features/snapshot';
import { NO_GLOSSARY } from '../../../server/src/meaning/glossary';
import { generate } from '../../support/generate';
import { type Random, random } from '../../support/random';
import { insist } from '../engine/target';
import { type Memory, ServerProcess } from '../server/process';

export interface Phase {
  readonly what: 'cycles' | 'keystrokes';
  readonly count: number;
  /** After so many the first measure was taken. */
  readonly settledAt: number;
  readonly settled: Memory;
  readonly end: Memory;
  readonly seconds: number;
}

export interface Wish {
  readonly cycles: number;
  readonly keystrokes: number;
  readonly seed: number;
  /** V8 makes machine code of what runs often. */
  readonly compiled?: boolean;
  readonly progress?: (told: string) => void;
}

/** What is kept of machine code, and to undo it, grows for hours with what is made of it: it would hide what the server keeps. */
const UNCOMPILED = ['--no-opt', '--no-sparkplug'];
const PATIENCE = 60_000;
/** Cables of the folder that is open, which are known to the library as well. */
const FOLDER_SIZE = 30;
const CABLE = 10_000;

export async function soak({ cycles, keystrokes, seed, compiled = false, progress }: Wish): Promise<Phase[]> {
  const folder = mkdtempSync(join(tmpdir(), 'cable-soak-'));
  const cables = Array.from({ length: FOLDER_SIZE }, (_, at) => generate(seed + at, { size: 2000 + at * 300 }));
  mkdirSync(join(folder, 'cables'));
  const paths = cables.map(({ text }, at) => {
    const path = join(folder, 'cables', `${at}.cable`);
    writeFileSync(path, text);
    return path;
  });
  const server = new ServerProcess({ XDG_CACHE_HOME: join(folder, 'cache') }, [
    ...(compiled ? [] : UNCOMPILED),
    '--expose-gc',
    '--require',
    join(__dirname, 'probe.cjs'),
  ]);
  try {
    await begin(server, join(folder, 'cables'));
    const user = new User(server, random(seed));
    const phases: Phase[] = [];
    phases.push(
      await phase(server, 'cycles', cycles, progress, async (at) => {
        // Every other cable is new to the server and to the disk.
        const known = at % 2 === 0 ? at % FOLDER_SIZE : -1;
        const uri = known < 0 ? `file:///soak/${at}.cable` : pathToFileURL(paths[known]!).href;
        await user.cycle(uri, cables[at % FOLDER_SIZE]!.text);
      }),
    );
    user.open('file:///soak/typed.cable', generate(seed + 99, { size: CABLE }).text);
    phases.push(await phase(server, 'keystrokes', keystrokes, progress, (at) => user.keystroke(at)));
    await user.compare();
    insist(!server.logged.length, 'a feature fails', () => server.logged.join('\n'));
    server.ask('shutdown');
    await server.settle(PATIENCE);
    server.tell('exit');
    await server.ended;
    insist(server.end === 0, 'it does not end well', () => `${server.end}\n${server.errors}`);
    insist(server.errors === '', 'it writes to standard error', () => server.errors);
    return phases;
  } finally {
    server.kill();
    await server.ended;
    rmSync(folder, { recursive: true, force: true });
  }
}

async function begin(server: ServerProcess, folder: string): Promise<void> {
  const capabilities = {
    textDocument: {
      diagnostic: {},
      documentSymbol: { hierarchicalDocumentSymbolSupport: true },
      hover: { contentFormat: ['markdown'] },
      semanticTokens: {
        requests: { full: true, range: true },
        tokenTypes: [],
        tokenModifiers: [],
        formats: ['relative'],
      },
    },
    workspace: {
      configuration: true,
      didChangeWatchedFiles: { dynamicRegistration: true },
      diagnostics: { refreshSupport: true },
    },
  };
  const workspaceFolders = [{ uri: pathToFileURL(folder).href, name: 'soak' }];
  server.ask('initialize', { processId: null, rootUri: null, capabilities, workspaceFolders });
  server.tell('initialized', {});
  server.ask('cable/libraryState', { settled: true });
  insist(await server.settle(PATIENCE), 'it does not begin', () => `${server.end} ${server.errors}`);
}

/** Measures after the first tenth, a thousand at most, and at the end. */
async function phase(
  server: ServerProcess,
  what: Phase['what'],
  count: number,
  progress: Wish['progress'],
  step: (at: number) => Promise<void>,
): Promise<Phase> {
  const begun = performance.now();
  const settledAt = Math.min(1000, Math.ceil(count / 10));
  let settled: Memory | null = null;
  for (let at = 0; at < count; at++) {
    await step(at);
    insist(server.isAlive, 'it ended', () => `${server.end}\n${server.errors}`);
    if (at + 1 === settledAt) settled = await server.measure();
    if (progress && (at + 1) % Math.ceil(count / 10) === 0) {
      const { data, code, resident } = await server.measure();
      progress(
        `${at + 1} ${what}: data ${megabytes(data)}, code ${megabytes(code)}, resident ${megabytes(resident)} MB`,
      );
    }
  }
  const end = await server.measure();
  return { what, count, settledAt, settled: settled ?? end, end, seconds: (performance.now() - begun) / 1000 };
}

export const megabytes = (bytes: number): string => (bytes / 1e6).toFixed(1);

/** Somebody at an editor, who sends what editors send. */
class User {
  #document: TextDocument = TextDocument.create('', 'cable', 0, '');
  #length = 0;
  /** Where the next letter goes. */
  #at = 0;

  constructor(
    readonly server: ServerProcess,
    readonly next: Random,
  ) {}

  open(uri: string, text: string): void {
    this.#document = TextDocument.create(uri, 'cable', 1, text);
    this.#length = text.length;
    this.#at = text.length >> 1;
    this.server.tell('textDocument/didOpen', { textDocument: { uri, languageId: 'cable', version: 1, text } });
  }

  async cycle(uri: string, text: string): Promise<void> {
    this.open(uri, text);
    this.#look();
    this.#type();
    this.#look();
    await this.#answered();
    if (this.next.chance(0.02)) await this.compare();
    this.server.tell('textDocument/didClose', { textDocument: { uri } });
  }

  async keystroke(at: number): Promise<void> {
    this.#type();
    // Typing goes on while answers are made; now and then it rests.
    if (at % 3 === 0) this.#look();
    if (at % 10 === 9) await this.#answered();
    if (at % 2000 === 1999) await this.compare();
    // The caret is set elsewhere.
    if (at % 50 === 49) this.#at = this.next.int(0, this.#document.getText().length);
  }

  /** A letter, or one taken back, so that the text stays about as long as it was. */
  #type(): void {
    const { length } = this.#document.getText();
    const isBack = length > this.#length + 100 || (length > this.#length - 100 && this.next.chance(0.45));
    const end = Math.min(this.#at, length);
    const start = isBack ? Math.max(0, end - 1) : end;
    const text = isBack ? '' : this.next.pick([...'etaoin shrdlu.,1 (', '\n', ' the ', 'ref A']);
    const range = { start: this.#document.positionAt(start), end: this.#document.positionAt(end) };
    const version = this.#document.version + 1;
    const { uri } = this.#document;
    this.server.tell('textDocument/didChange', { textDocument: { uri, version }, contentChanges: [{ range, text }] });
    TextDocument.update(this.#document, [{ range, text }], version);
    this.#at = start + text.length;
  }

  /** What an editor asks for after a change, and at the caret. */
  #look(): void {
    const textDocument = { uri: this.#document.uri };
    const position: Position = this.#document.positionAt(this.#at);
    this.server.ask('textDocument/diagnostic', { textDocument });
    this.server.ask('textDocument/documentSymbol', { textDocument });
    const method = this.next.pick([
      'semanticTokens/full',
      'foldingRange',
      'codeLens',
      'documentLink',
      'hover',
      'completion',
      'documentHighlight',
      'definition',
      'codeAction',
    ]);
    const range = { start: position, end: position };
    this.server.ask(`textDocument/${method}`, { textDocument, position, range, context: { diagnostics: [] } });
  }

  async #answered(): Promise<void> {
    insist(await this.server.settle(PATIENCE), 'no answer', () => this.server.waiting.join());
  }

  /** The server's text is that of the editor. */
  async compare(): Promise<void> {
    const { uri } = this.#document;
    const name = uri.slice(uri.lastIndexOf('/') + 1);
    const { reply } = this.server.ask('cable/export', { uri, to: 'json' });
    await this.#answered();
    const text = this.#document.getText();
    const wanted = exportCable(snapshot(uri, 1, text).cable, name, 'json', NO_GLOSSARY);
    insist((await reply).result === wanted, 'it knows another text than the editor', () => JSON.stringify(text));
  }
}
