/** The language server as a program of its own: over standard streams, or over the channel that VS Code opens. */
import { createConnection, ProposedFeatures } from 'vscode-languageserver/node';
import { startServer } from './lsp/server';
import { nodeHost } from './node/host';

startServer(createConnection(ProposedFeatures.all), nodeHost());
