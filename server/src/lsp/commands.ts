/** What a client has done by `workspace/executeCommand`: what the protocol has no request for, and what its users reach no other way. */
import {
  type CancellationToken,
  type Connection,
  ErrorCodes,
  ExecuteCommandRequest,
  ResponseError,
  type WorkDoneProgressReporter,
} from 'vscode-languageserver';

export interface Asked {
  /** The command's arguments; what a client sends is not known to be what is wanted. */
  readonly given: readonly unknown[];
  /** Where the client wants to be told of progress. */
  readonly progress: WorkDoneProgressReporter | null;
  readonly token: CancellationToken;
}

export interface Commands {
  /** Of all, for the capabilities. */
  readonly names: string[];
  add(name: string, run: (asked: Asked) => unknown): void;
}

/** @param allowed throws where the server may not answer. */
export function commandTable(connection: Connection, allowed: () => void): Commands {
  const table = new Map<string, (asked: Asked) => unknown>();
  // Not by the library's own method: it hides whether the client has given a place for progress.
  connection.onRequest(ExecuteCommandRequest.type, async ({ command, arguments: given, workDoneToken }, token) => {
    allowed();
    const run = table.get(command);
    if (!run) throw new ResponseError(ErrorCodes.InvalidParams, `no command ${command}`);
    const progress = workDoneToken === undefined ? null : connection.window.attachWorkDoneProgress(workDoneToken);
    return run({ given: given ?? [], progress, token });
  });
  return {
    get names() {
      return [...table.keys()];
    },
    add: (name, run) => void table.set(name, run),
  };
}
