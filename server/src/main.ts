/** The language server as a program of its own: over standard streams, or over the channel that VS Code opens. */
import { createConnection, ProposedFeatures } from 'vscode-languageserver/node';
import { editorHost } from './editor/host';
import { startServer } from './lsp/server';
import { nodeHost } from './node/host';

const connection = createConnection(ProposedFeatures.all);
// Our own client says so where the folders lie on no disk.
startServer(connection, process.argv.includes('--editor-files') ? editorHost(connection) : nodeHost());
