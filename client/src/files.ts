/** Hands the files of the workspace to a server that has no disk, wherever they are: on a server far away, in a repository, in memory. */
import { FileSystemError, FileType, Uri, workspace } from 'vscode';
import type { BaseLanguageClient } from 'vscode-languageclient';
import type { FileRequests, FolderEntry, FoundFile } from '../../server/src/lsp/requests';

/** No cable is as large. */
const LARGEST = 64 * 1024 * 1024;
/** Files that are asked for at once. */
const AT_ONCE = 16;

/** @param packed bytes as they go into a message; undefined: as they are */
export function handOverFiles(client: BaseLanguageClient, packed?: (bytes: Uint8Array) => string): void {
  client.onRequest('cable/files/list', ({ folders }: Params<'cable/files/list'>) => each(folders, list));
  client.onRequest('cable/files/read', ({ uris }: Params<'cable/files/read'>) =>
    each(uris, async (uri) => {
      const file = await read(uri);
      return packed && file.bytes instanceof Uint8Array ? { ...file, bytes: packed(file.bytes) } : file;
    }),
  );
}
type Params<M extends keyof FileRequests> = FileRequests[M]['params'];

async function list(folder: string): Promise<readonly FolderEntry[] | string> {
  try {
    const entries = await workspace.fs.readDirectory(Uri.parse(folder, true));
    return entries.flatMap(([name, type]): FolderEntry[] => {
      // A linked folder is not gone into: it may contain itself.
      if (type === FileType.Directory) return [{ name, is: 'folder' }];
      return type & FileType.File ? [{ name, is: 'file' }] : [];
    });
  } catch (error) {
    return reason(error);
  }
}

async function read(address: string): Promise<FoundFile> {
  try {
    const uri = Uri.parse(address, true);
    const { type, mtime: modified, size } = await workspace.fs.stat(uri);
    if (type & FileType.Directory) return { is: 'folder' };
    if (size > LARGEST) return { is: 'file', modified, size, trouble: 'larger than 64 MB' };
    return { is: 'file', modified, size, bytes: await workspace.fs.readFile(uri) };
  } catch (error) {
    const isGone = error instanceof FileSystemError && error.code === 'FileNotFound';
    return isGone ? { is: 'gone' } : { is: 'gone', trouble: reason(error) };
  }
}

/** What editors say of these is the name of the file. */
const REASONS: Readonly<Record<string, string>> = {
  FileNotFound: 'no such file or folder',
  NoPermissions: 'not permitted to read',
  Unavailable: 'not to be reached',
};
const reason = (error: unknown): string =>
  (error instanceof FileSystemError && REASONS[error.code]) || (error instanceof Error ? error.message : String(error));

/** Results in the order of what was asked. */
async function each<T, R>(asked: readonly T[], work: (one: T) => Promise<R>): Promise<R[]> {
  const results: R[] = [];
  let next = 0;
  const worker = async (): Promise<void> => {
    for (let at = next++; at < asked.length; at = next++) results[at] = await work(asked[at]!);
  };
  await Promise.all(Array.from({ length: AT_ONCE }, worker));
  return results;
}
