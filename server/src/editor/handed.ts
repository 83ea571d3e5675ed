/** The files of the workspace, which our client reads for a server that has no disk. */
import type { Connection } from 'vscode-languageserver';
import type { FileRequests, FolderEntry, FoundFile } from '../lsp/requests';
import { decode } from './decode';

export interface EditorFiles {
  /** What lies in some folders, in their order; in place of what cannot be read the reason, in one line. */
  list(folders: readonly string[]): Promise<readonly (readonly FolderEntry[] | string)[]>;
  /** What lies at some addresses, in their order. */
  read(uris: readonly string[]): Promise<readonly FoundFile[]>;
}

/** Null: binary; undefined: not read. */
export function textOf({ bytes }: FoundFile): string | null | undefined {
  return bytes === undefined ? undefined : decode(typeof bytes === 'string' ? fromBase64(bytes) : bytes);
}
const fromBase64 = (text: string): Uint8Array => Uint8Array.from(atob(text), (char) => char.charCodeAt(0));

export function editorFiles(connection: Connection): EditorFiles {
  const ask = <M extends keyof FileRequests>(
    method: M,
    params: FileRequests[M]['params'],
  ): Promise<FileRequests[M]['result']> => connection.sendRequest(method as string, params);
  return {
    list: (folders) => ask('cable/files/list', { folders }),
    read: (uris) => ask('cable/files/read', { uris }),
  };
}
