/** The server where there is no disk with the files, in a browser or beside a repository far away: it has those that its client hands over. */
import type { Connection } from 'vscode-languageserver';
import type { Host } from '../lsp/host';
import { checkFolders } from './check';
import { editorFiles } from './handed';
import { editorReader } from './reader';
import { texts } from './texts';

export function editorHost(connection: Connection): Host {
  const editor = editorFiles(connection);
  const files = texts(editor);
  const reader = editorReader(editor, files);
  return {
    files,
    reader,
    // Stamps of files far away are not to be relied on: the library is read at each start.
    cache: () => null,
    check: (folders, options, signal) => checkFolders(editor, files, reader, folders, options, signal),
    home: null,
    docs: null,
  };
}
