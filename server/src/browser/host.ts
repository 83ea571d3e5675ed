/** The server in a worker of a browser: it has no files but those that its client hands over. */
import type { Connection } from 'vscode-languageserver';
import type { Host } from '../lsp/host';
import { checkFolders } from './check';
import { editorFiles } from './editor-files';
import { editorReader } from './reader';
import { texts } from './texts';

export function browserHost(connection: Connection): Host {
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
