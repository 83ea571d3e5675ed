/** Clients that say nothing of themselves, everything, or something between. */
import { pathToFileURL } from 'node:url';
import type {
  ClientCapabilities,
  Diagnostic,
  InitializeParams,
  InitializeResult,
  Position,
  ShowMessageParams,
  StarRequestHandler,
  WorkspaceEdit,
} from 'vscode-languageserver/node';
import { helsinki } from './library-cables';
import { ABLE, applied, type Client, place, type Start, URI } from './support';

export const NOTHING: ClientCapabilities = {};
export const EVERYTHING: ClientCapabilities = {
  ...ABLE,
  textDocument: { ...ABLE.textDocument, rename: { prepareSupport: true } },
  workspace: { ...ABLE.workspace, applyEdit: true },
  window: { ...ABLE.window, showDocument: { support: true } },
};
/** Words in capitals that nobody knows, an order that contradicts the classification, a label that is misspelt. */
export const TEXT = helsinki(30, {
  refs: ['09 HELSINKI 12'],
  text: 'As in ref A, the QZX and the Harbour Pilots Guild (HPG)\nsaid nothing.',
})
  .replace('E.O. 12958: N/A', 'E.O. 12958: DECL: 04/14/2019')
  .replace('TAGS', 'TAGE')
  .replace('OAKES', 'COMMENT\n-------\n\n3. (U) Wait. END COMMENT.\n\nOAKES');

/** A client that keeps what the server asks of it beyond answers. */
export async function begun(start: Start, capabilities: ClientCapabilities, more: Partial<InitializeParams> = {}) {
  const client = start();
  const asked: [method: string, params: unknown][] = [];
  const told: ShowMessageParams[] = [];
  const answers = new Map<string, unknown>([['workspace/applyEdit', { applied: true }]]);
  const all: StarRequestHandler = (method, params) => {
    asked.push([method, params]);
    return answers.get(method) ?? null;
  };
  (client.connection as unknown as { onRequest(handler: StarRequestHandler): void }).onRequest(all);
  client.connection.onNotification('window/showMessage', (params: ShowMessageParams) => void told.push(params));
  const params = { processId: process.pid, rootUri: null, capabilities, ...more };
  const { capabilities: served } = await client.connection.sendRequest<InitializeResult>('initialize', params);
  await client.connection.sendNotification('initialized', {});
  return { client, served, asked, told, answers };
}
export const ask = <T>({ connection }: Client, method: string, params: object, uri = URI): Promise<T> =>
  connection.sendRequest(`textDocument/${method}`, { textDocument: { uri }, ...params });
export const command = <T>({ connection }: Client, name: string, ...given: unknown[]): Promise<T> =>
  connection.sendRequest('workspace/executeCommand', { command: `cable.server.${name}`, arguments: given });
export const at = (word: string, text = TEXT): { position: Position } => {
  const [line, character] = place(text, word);
  return { position: { line, character } };
};
export const here = (word: string) => {
  const { position } = at(word);
  return { range: { start: position, end: position }, context: { diagnostics: [] } };
};
export const messageOf = ({ message }: Diagnostic): string => (typeof message === 'string' ? message : message.value);
export const textAfter = ({ changes }: WorkspaceEdit, text = TEXT): string => applied(text, changes![URI]!);
export const inFolder = (folder: string) => ({ workspaceFolders: [{ uri: pathToFileURL(folder).href, name: 'w' }] });
