/** Answers to the requests that only our own client sends; other clients have the same by commands. */
import type { Connection } from 'vscode-languageserver';
import type { Commands } from './commands';
import type { Requests } from './requests';

/** Guards a request: what it answers with where the feature fails. */
export type Answer = <T>(name: string, empty: T, work: () => T) => T;

/** `cable/library/groups` is the command `cable.server.library.groups`, with what is asked as its only argument. */
export const commandOf = (method: keyof Requests): string =>
  method.replace('cable/', 'cable.server.').replaceAll('/', '.');

/** Answers a request of our own, typed by its name. */
export const answering =
  (connection: Connection, commands: Commands, answer: Answer) =>
  <M extends keyof Requests>(
    method: M,
    empty: Requests[M]['result'],
    work: (params: Requests[M]['params']) => Requests[M]['result'],
  ): void => {
    const handler = (params: Requests[M]['params']): Requests[M]['result'] => answer(method, empty, () => work(params));
    connection.onRequest(method as string, handler as unknown as (params: object) => null);
    commands.add(commandOf(method), ({ given: [params] }) => handler((params ?? {}) as Requests[M]['params']));
  };
