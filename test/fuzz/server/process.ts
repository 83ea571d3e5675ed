/** The built server as a process of its own, spoken to in bytes. */
import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { type Message, StreamMessageReader } from 'vscode-jsonrpc/node';
import { frame } from './frames';

const root = join(__dirname, '..', '..', '..');

export interface Reply {
  readonly result?: unknown;
  readonly error?: { readonly code: number; readonly message: string };
}
/** Bytes, after rubbish was collected. */
export interface Memory {
  /** What lives on the heap, without the code. */
  readonly data: number;
  /** Bytecode and machine code, with what belongs to them: V8 goes on compiling for hours. */
  readonly code: number;
  /** All that the process has in memory. */
  readonly resident: number;
}
interface Asked {
  readonly at: number;
  readonly method: string;
  readonly answered: (reply: Reply) => void;
}

export class ServerProcess {
  readonly #child: ChildProcess;
  readonly #asked = new Map<number, Asked>();
  #last = 0;
  /** What the server wrote where nobody listens: a warning of Node's, or why it ended. */
  errors = '';
  /** Messages of the log at error level, by which the server says that a feature failed. */
  readonly logged: string[] = [];
  /** The longest time until an answer, in milliseconds, and of which request. */
  slowest: readonly [milliseconds: number, method: string] = [0, ''];
  /** Its exit code or signal; null while it lives. */
  end: number | string | null = null;
  readonly ended: Promise<void>;

  constructor(environment: Readonly<Record<string, string>>, flags: readonly string[] = []) {
    this.#child = spawn(process.execPath, [...flags, 'dist/server.js', '--stdio'], {
      cwd: root,
      env: { ...process.env, ...environment },
      // The last is for who measures it.
      stdio: ['pipe', 'pipe', 'pipe', ...(flags.length ? (['ipc'] as const) : [])],
    });
    this.ended = once(this.#child, 'exit').then(([code, signal]) => {
      this.end = code ?? signal;
    });
    this.#child.stdin!.on('error', () => {});
    this.#child.stderr!.on('data', (bytes) => {
      this.errors += bytes;
    });
    new StreamMessageReader(this.#child.stdout!).listen((message) =>
      this.#take(message as Message & Record<string, unknown>),
    );
  }

  get pid(): number {
    return this.#child.pid!;
  }
  get isAlive(): boolean {
    return this.end === null;
  }
  /** Requests that are not answered yet. */
  get waiting(): readonly string[] {
    return [...this.#asked.values()].map(({ method }) => method);
  }

  write(raw: string): void {
    this.#child.stdin!.write(Buffer.from(raw, 'latin1'));
  }
  send(message: object): void {
    this.write(frame(JSON.stringify({ jsonrpc: '2.0', ...message })));
  }
  tell(method: string, params?: unknown): void {
    this.send({ method, params });
  }
  /** @returns the number of the request, and what it is answered with: never, if it is not. */
  ask(method: string, params?: unknown): { id: number; reply: Promise<Reply> } {
    const id = ++this.#last;
    const reply = new Promise<Reply>((answered) => this.#asked.set(id, { at: performance.now(), method, answered }));
    this.send({ id, method, params });
    return { id, reply };
  }
  /** Waits until every request is answered; false where one is not in time, or the server has ended. */
  async settle(milliseconds: number): Promise<boolean> {
    for (const begun = Date.now(); this.#asked.size && this.isAlive && Date.now() - begun < milliseconds; )
      await new Promise((done) => setTimeout(done, 5));
    return this.#asked.size === 0;
  }
  /** Of a server that was started with the probe. */
  async measure(): Promise<Memory> {
    this.#child.send('measure');
    const [memory] = await once(this.#child, 'message');
    return memory;
  }
  endInput(): void {
    this.#child.stdin!.end();
  }
  kill(): void {
    this.#child.kill('SIGKILL');
  }

  #take(message: Record<string, unknown>): void {
    const { id, method } = message as { id?: number; method?: string };
    if (method === undefined) {
      const asked = this.#asked.get(id!);
      this.#asked.delete(id!);
      if (!asked) return;
      const took = performance.now() - asked.at;
      if (took > this.slowest[0]) this.slowest = [took, asked.method];
      asked.answered(message as Reply);
    } else if (id !== undefined) this.send({ id, result: method === 'workspace/configuration' ? [null] : null });
    else if (method === 'window/logMessage') {
      const { type, message: text } = message.params as { type: number; message: string };
      if (type === 1) this.logged.push(text);
    }
  }
}
