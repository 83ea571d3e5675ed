/** The language server as a worker of a browser. The first message that it is sent are the reference tables, by their names. */
import { BrowserMessageReader, BrowserMessageWriter, createConnection } from 'vscode-languageserver/browser';
import { editorHost } from '../editor/host';
import { startServer } from '../lsp/server';
import { takeTables } from './table-files';

type Worker = ConstructorParameters<typeof BrowserMessageReader>[0];
declare const self: Worker;

self.addEventListener(
  'message',
  ({ data }: { readonly data: Readonly<Record<string, string>> }) => {
    takeTables(data);
    const connection = createConnection(new BrowserMessageReader(self), new BrowserMessageWriter(self));
    startServer(connection, editorHost(connection));
  },
  { once: true },
);
