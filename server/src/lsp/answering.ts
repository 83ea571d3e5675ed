/** Answers to the requests that only our own client sends. */
import type { Connection } from 'vscode-languageserver';
import type { Requests } from './requests';

/** Guards a request: what it answers with where the feature fails. */
export type Answer = <T>(name: string, empty: T, work: () => T) => T;

/** Answers a request of our own, typed by its name. */
export const answering =
  (connection: Connection, answer: Answer) =>
  <M extends keyof Requests>(
    method: M,
    empty: Requests[M]['result'],
    work: (params: Requests[M]['params']) => Requests[M]['result'],
  ): void => {
    const handler = (params: Requests[M]['params']): Requests[M]['result'] => answer(method, empty, () => work(params));
    connection.onRequest(method as string, handler as unknown as (params: object) => null);
  };
