/** The server's library of cables, as the views and pictures ask it. */
import { type Disposable, type Event, EventEmitter } from 'vscode';
import type { BaseLanguageClient } from 'vscode-languageclient';
import { LIBRARY_CHANGED, type LibraryChanged, type LibraryState, type Requests } from '../../server/src/lsp/requests';

export class LibraryClient implements Disposable {
  #running: () => Promise<BaseLanguageClient | undefined>;
  #changed = new EventEmitter<LibraryChanged>();
  #state: LibraryState | null = null;

  /** @param running starts the server when it does not run yet. */
  constructor(running: () => Promise<BaseLanguageClient | undefined>) {
    this.#running = running;
  }

  /** Null until the server has told. */
  get state(): LibraryState | null {
    return this.#state;
  }

  readonly onDidChange: Event<LibraryChanged> = this.#changed.event;

  /** Listens to a server that is about to start. */
  listen(client: BaseLanguageClient): void {
    this.#state = null;
    client.onNotification(LIBRARY_CHANGED, (told: LibraryChanged) => {
      this.#state = told.state;
      this.#changed.fire(told);
    });
  }

  /** Undefined where the server does not answer: it has said why in its log. */
  async request<M extends keyof Requests>(
    method: M,
    params: Requests[M]['params'],
  ): Promise<Requests[M]['result'] | undefined> {
    try {
      const client = await this.#running();
      return await client?.sendRequest<Requests[M]['result']>(method, params);
    } catch {
      return undefined;
    }
  }

  dispose(): void {
    this.#changed.dispose();
  }
}
