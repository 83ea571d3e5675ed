/** One server with one open document, as an editor has it. */
import type { Contestant } from './contestants';
import type { Keystroke } from './typing';
import { type Reply, Wire } from './wire';

/** The whole text, or only what has changed: what the server has asked for. */
const FULL = 1;

/** What an editor asks after a keystroke. */
export const KINDS = ['outline', 'diagnostics'] as const;
export type Kind = (typeof KINDS)[number];
const METHODS: Readonly<Record<Kind, string>> = {
  outline: 'textDocument/documentSymbol',
  diagnostics: 'textDocument/diagnostic',
};

export class Session {
  readonly wire: Wire;
  /** Milliseconds from the start of its process until it had answered `initialize`. */
  ready = Number.NaN;
  #text = '';
  #version = 0;
  #sync = FULL;
  readonly #uri: string;

  constructor(readonly of: Contestant) {
    this.#uri = `file:///invented/open.${of.language === 'cable' ? 'cable' : 'md'}`;
    this.wire = new Wire(
      of.command,
      of.client?.(() => this.#text),
    );
  }

  async begin(): Promise<void> {
    const { result, at } = await this.wire.ask(
      this.wire.question('initialize', {
        processId: process.pid,
        rootUri: null,
        workspaceFolders: null,
        capabilities: {
          textDocument: {
            documentSymbol: { hierarchicalDocumentSymbolSupport: true },
            diagnostic: { dynamicRegistration: false },
          },
        },
      }),
    );
    this.ready = at - this.wire.started;
    const { textDocumentSync } = (result as { capabilities: { textDocumentSync?: number | { change?: number } } })
      .capabilities;
    this.#sync = typeof textDocumentSync === 'number' ? textDocumentSync : (textDocumentSync?.change ?? FULL);
    this.tell('initialized', {});
    const { settings } = this.of;
    if (settings) this.tell('workspace/didChangeConfiguration', { settings });
  }
  tell(method: string, params: object): void {
    this.wire.send(this.wire.notification(method, params));
  }

  open(text: string): void {
    this.#text = text;
    const textDocument = { uri: this.#uri, languageId: this.of.language, version: ++this.#version, text };
    this.tell('textDocument/didOpen', { textDocument });
  }
  close(): void {
    this.tell('textDocument/didClose', { textDocument: { uri: this.#uri } });
  }
  ask(kind: Kind): Promise<Reply> {
    return this.wire.ask(this.wire.question(METHODS[kind], { textDocument: { uri: this.#uri } }));
  }

  /** Types, and asks at once; how many milliseconds it takes until the answer has come. */
  async type({ line, start, end, typed, after }: Keystroke, kind: Kind): Promise<readonly [time: number, Reply]> {
    this.#text = after();
    const range = { start: { line, character: start }, end: { line, character: end } };
    const change = this.wire.notification('textDocument/didChange', {
      textDocument: { uri: this.#uri, version: ++this.#version },
      contentChanges: [this.#sync === FULL ? { text: this.#text } : { range, text: typed }],
    });
    const question = this.wire.question(METHODS[kind], { textDocument: { uri: this.#uri } });
    const before = performance.now();
    this.wire.send(change);
    const reply = await this.wire.ask(question);
    return [reply.at - before, reply];
  }
  end(): Promise<void> {
    return this.wire.end();
  }
}

/** What is compared of an answer: not the name that a server gives it. */
export function contentOf(kind: Kind, { result }: Reply): unknown {
  return kind === 'outline' ? result : (result as { items?: unknown } | null)?.items;
}

/** The answer to a text that the server has never seen, for comparison: from another process that had it opened whole. */
export async function freshAnswer(reference: Session, text: string, kind: Kind): Promise<unknown> {
  reference.open(text);
  const reply = await reference.ask(kind);
  reference.close();
  return contentOf(kind, reply);
}
