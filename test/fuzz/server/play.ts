/** Does what a session says, and looks whether the server is well. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { DocumentSymbol } from 'vscode-languageserver-types';
import { documentSymbols } from '../../../server/src/features/document-symbols';
import { exportCable } from '../../../server/src/features/export';
import { snapshot } from '../../../server/src/features/snapshot';
import { NO_GLOSSARY } from '../../../server/src/meaning/glossary';
import { Breach, insist } from '../engine/target';
import { open, type Session } from './actions';
import { Mirror } from './mirror';
import { type Reply, ServerProcess } from './process';

/** Milliseconds until an answer has to be there: the machine may be busy, and a hang is for ever. */
const PATIENCE = 20_000;
const HEALTH = 'file:///fuzz/health.cable';
const FERRY =
  'R 210915Z APR 09\nFM AMEMBASSY HELSINKI\nTO SECSTATE WASHDC 0488\nUNCLAS HELSINKI 000133\n\nE.O. 12958: N/A\nTAGS: PHUM, FI\nSUBJECT: THE FERRY\n\n1. It waited.\n\nOAKES\n';

export interface Played {
  /** Messages that were sent. */
  readonly messages: number;
  readonly slowest: readonly [milliseconds: number, method: string];
}

/** Throws where the server did not stand it. */
export async function play(session: Session): Promise<Played> {
  const folder = mkdtempSync(join(tmpdir(), 'cable-fuzz-'));
  const server = new ServerProcess({ XDG_CACHE_HOME: folder });
  try {
    return await run(session, server);
  } finally {
    server.kill();
    await server.ended;
    rmSync(folder, { recursive: true, force: true });
  }
}

async function run({ manners, initialize, actions }: Session, server: ServerProcess): Promise<Played> {
  const mirror = new Mirror();
  const begin = (capabilities: object): Promise<Reply> => {
    const { reply } = server.ask('initialize', { processId: null, rootUri: null, capabilities });
    server.tell('initialized', {});
    return reply;
  };
  if (initialize) void begin(initialize);
  for (const action of actions) {
    mirror.take(manners === 'polite' ? action : { settle: true });
    if ('raw' in action) server.write(action.raw);
    else if ('tell' in action) server.tell(action.tell, action.params);
    else if ('ask' in action) {
      const { id } = server.ask(action.ask, action.params);
      if (action.cancelled) server.tell('$/cancelRequest', { id });
    } else if (manners === 'polite') await answered(server);
  }
  insistAlive(server, 'while it was spoken to');
  if (manners === 'polite') {
    await answered(server);
    insist(!server.logged.length, 'a feature fails', () => server.logged.join('\n'));
    for (const document of mirror.documents.values()) await sameText(server, document.uri, document.getText());
  }
  if (manners !== 'broken') await well(server, begin);
  // However it was spoken to: when nobody speaks any more it ends.
  server.endInput();
  const timer = setTimeout(() => server.kill(), PATIENCE);
  await server.ended;
  clearTimeout(timer);
  insist(typeof server.end === 'number' && server.end <= 1, 'it does not end with its input', () => String(server.end));
  insist(server.errors === '', 'it writes to standard error', () => server.errors);
  return { messages: actions.length, slowest: server.slowest };
}

function insistAlive(server: ServerProcess, when: string): void {
  if (!server.isAlive) throw new Breach(`it ended ${when}`, `${server.end}\n${server.errors}`);
}

async function answered(server: ServerProcess): Promise<void> {
  const isSettled = await server.settle(PATIENCE);
  insistAlive(server, 'while it answered');
  insist(isSettled, `no answer to ${server.waiting[0]}`, () => server.waiting.join());
}

/** The server knows an open document as the client does. */
async function sameText(server: ServerProcess, uri: string, text: string): Promise<void> {
  if (uri.endsWith('.cablerc.json')) return;
  const { reply } = server.ask('cable/export', { uri, to: 'json' });
  await answered(server);
  const { result } = await reply;
  const name = decoded(uri.slice(uri.lastIndexOf('/') + 1));
  const wanted = exportCable(snapshot(uri, 1, text).cable, name, 'json', NO_GLOSSARY);
  insist(
    result === wanted,
    'it knows another text than the client',
    () => `${JSON.stringify(text)}\n${wanted}\n${result}`,
  );
}
function decoded(name: string): string {
  try {
    return decodeURIComponent(name);
  } catch {
    return name;
  }
}

/** Whatever was asked before: a cable that is opened now has its outline. Unless it was shut down, which it then says. */
async function well(server: ServerProcess, begin: (capabilities: object) => Promise<Reply>): Promise<void> {
  void begin({ textDocument: { documentSymbol: { hierarchicalDocumentSymbolSupport: true } } });
  const action = open(HEALTH, FERRY);
  if ('tell' in action) server.tell(action.tell, action.params);
  const { reply } = server.ask('textDocument/documentSymbol', { textDocument: { uri: HEALTH } });
  await answered(server);
  const { result, error } = await reply;
  if (error) insist(error.message === 'shut down', 'it is not well', () => JSON.stringify(error));
  else {
    // What their kinds are, and whether they lie in each other, is for the first `initialize` to say.
    const wanted = names(documentSymbols(snapshot(HEALTH, 1, FERRY)));
    insist(names(result).join() === wanted.join(), 'a cable without its outline', () => JSON.stringify(result));
  }
}

/** Of symbols in their order, those that lie in others behind them. */
const names = (symbols: unknown): string[] =>
  (symbols as DocumentSymbol[]).flatMap(({ name, children }) => [name, ...names(children ?? [])]);
