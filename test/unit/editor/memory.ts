/** Files in memory, in place of those that an editor hands over. */
import type { EditorFiles } from '../../../server/src/editor/handed';
import type { FolderEntry, FoundFile } from '../../../server/src/lsp/requests';

export const ORIGIN = 'vscode-vfs://github';

export interface Memory extends EditorFiles {
  /** By their addresses. */
  readonly files: Map<string, Uint8Array>;
  /** Addresses that were asked for, one list a request. */
  readonly asked: string[][];
  write(path: string, content: string | Uint8Array): string;
}

export function memory(): Memory {
  const files = new Map<string, Uint8Array>();
  const asked: string[][] = [];
  const list = (folder: string): readonly FolderEntry[] | string => {
    const base = folder.replace(/\/?$/, '/');
    const below = [...files.keys()]
      .filter((uri) => uri.startsWith(base))
      .map((uri) => uri.slice(base.length).split('/'));
    if (below.length === 0) return 'no such folder';
    const kinds = new Map(below.map(([name, ...more]) => [decodeURIComponent(name!), more.length > 0] as const));
    return [...kinds].map(([name, isFolder]) => ({ name, is: isFolder ? 'folder' : 'file' }));
  };
  const read = (uri: string): FoundFile => {
    const bytes = files.get(uri);
    if (bytes) return { is: 'file', modified: 1, size: bytes.length, bytes };
    return { is: [...files.keys()].some((each) => each.startsWith(`${uri}/`)) ? 'folder' : 'gone' };
  };
  return {
    files,
    asked,
    list: async (folders) => folders.map(list),
    read: async (uris) => {
      asked.push([...uris]);
      return uris.map(read);
    },
    write: (path, content) => {
      const uri = ORIGIN + path;
      files.set(uri, typeof content === 'string' ? new TextEncoder().encode(content) : content);
      return uri;
    },
  };
}
