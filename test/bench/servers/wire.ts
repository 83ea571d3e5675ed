/**
 * A language server as a process of its own, spoken to over its standard streams. Not by the protocol's library, whose own tenth of a
 * millisecond would be counted as the server's: a message is framed before the clock starts, and stamped when its last byte has come,
 * before anything is decoded.
 */
import { type ChildProcessWithoutNullStreams, spawn } from 'node:child_process';
import { once } from 'node:events';

/** What the server asks of its client, by method; `null` is answered where nothing stands here. */
export type Answers = Readonly<Record<string, (params: never) => unknown>>;

export interface Reply {
  readonly result: unknown;
  /** When the last byte had come, as `performance.now()` tells it. */
  readonly at: number;
}

/** A request that is ready to be sent. */
export interface Question {
  readonly id: number;
  readonly bytes: Buffer;
}

interface Message {
  readonly id?: number | string;
  readonly method?: string;
  readonly params?: unknown;
  readonly result?: unknown;
  readonly error?: { readonly message: string };
}

/** Nothing outlives the bench. */
const living = new Set<ChildProcessWithoutNullStreams>();
process.on('exit', () => {
  for (const each of living) each.kill('SIGKILL');
});

const SEPARATOR = Buffer.from('\r\n\r\n');

export function frame(message: object): Buffer {
  const body = Buffer.from(JSON.stringify({ jsonrpc: '2.0', ...message }));
  return Buffer.concat([Buffer.from(`Content-Length: ${body.length}${SEPARATOR}`), body]);
}

export class Wire {
  /** When its process was started, as `performance.now()` tells it. */
  readonly started = performance.now();
  readonly #process: ChildProcessWithoutNullStreams;
  readonly #answers: Answers;
  readonly #waiting = new Map<number, { done: (reply: Reply) => void; fail: (error: Error) => void }>();
  readonly #frames: Frames;
  #asked = 0;
  #complaint = '';

  constructor(command: readonly string[], answers: Answers = {}) {
    const [program, ...args] = command;
    this.#answers = answers;
    this.#process = spawn(program!, args);
    this.#frames = new Frames((body, at) => this.#take(JSON.parse(body.toString()), at));
    this.#process.stdout.on('data', (bytes: Buffer) => this.#frames.add(bytes, performance.now()));
    this.#process.stderr.on('data', (bytes: Buffer) => {
      this.#complaint = `${this.#complaint}${bytes}`.slice(-2000);
    });
    const gone = (why: string): void => {
      for (const { fail } of this.#waiting.values()) fail(new Error(`${program} ${why}: ${this.#complaint}`));
      this.#waiting.clear();
    };
    // A server that has gone is told of by those who wait for it.
    this.#process.stdin.on('error', () => {});
    this.#process.on('error', ({ message }) => gone(message));
    // Not on `exit`: what it wrote before may still be on its way.
    this.#process.on('close', (code, signal) => gone(`ended with ${code ?? signal}`));
    living.add(this.#process);
    this.#process.on('exit', () => living.delete(this.#process));
  }

  get id(): number | undefined {
    return this.#process.pid;
  }
  notification(method: string, params: object): Buffer {
    return frame({ method, params });
  }
  /** Without parameters where the protocol has none: some servers refuse even `null`. */
  question(method: string, params?: object): Question {
    const id = ++this.#asked;
    return { id, bytes: frame({ id, method, ...(params && { params }) }) };
  }
  send(bytes: Buffer): void {
    this.#process.stdin.write(bytes);
  }
  /** Sends a question and waits for its answer. */
  ask({ id, bytes }: Question): Promise<Reply> {
    return new Promise((done, fail) => {
      this.#waiting.set(id, { done, fail });
      this.send(bytes);
    });
  }

  #take({ id, method, params, result, error }: Message, at: number): void {
    if (method !== undefined) {
      // What is only told needs no answer.
      if (id !== undefined) this.send(frame({ id, result: this.#answers[method]?.(params as never) ?? null }));
      return;
    }
    const waiting = this.#waiting.get(Number(id));
    this.#waiting.delete(Number(id));
    if (error) waiting?.fail(new Error(error.message));
    else waiting?.done({ result, at });
  }

  /** Ends it in the protocol's way, and in the system's where it does not follow. */
  async end(): Promise<void> {
    if (this.#process.exitCode !== null || this.#process.signalCode !== null) return;
    const gone = once(this.#process, 'exit');
    const late = setTimeout(() => this.kill(), 20_000);
    await this.ask(this.question('shutdown')).catch(() => {});
    this.send(frame({ method: 'exit' }));
    this.#process.stdin.end();
    await gone;
    clearTimeout(late);
  }
  kill(): void {
    this.#process.kill('SIGKILL');
  }
}

/** Cuts a stream of bytes into the bodies of messages. */
export class Frames {
  #chunks: Buffer[] = [];
  #size = 0;
  /** Bytes of the message that is coming, with its head; 0: its head is not whole yet. */
  #wanted = 0;
  #head = 0;

  constructor(readonly whole: (body: Buffer, at: number) => void) {}

  add(bytes: Buffer, at: number): void {
    this.#chunks.push(bytes);
    this.#size += bytes.length;
    while (this.#size > 0 && this.#size >= this.#wanted) {
      const all = this.#chunks.length === 1 ? this.#chunks[0]! : Buffer.concat(this.#chunks);
      this.#chunks = [all];
      if (this.#wanted === 0 && !this.#readHead(all)) return;
      if (this.#size < this.#wanted) return;
      const [body, rest] = [all.subarray(this.#head, this.#wanted), all.subarray(this.#wanted)];
      this.#chunks = rest.length > 0 ? [rest] : [];
      this.#size = rest.length;
      this.#wanted = 0;
      this.whole(body, at);
    }
  }

  #readHead(all: Buffer): boolean {
    const end = all.indexOf(SEPARATOR);
    if (end < 0) return false;
    const length = /^Content-Length: *(\d+)/im.exec(all.toString('latin1', 0, end));
    if (!length) throw new Error('a message without a length');
    this.#head = end + SEPARATOR.length;
    this.#wanted = this.#head + Number(length[1]);
    return true;
  }
}
