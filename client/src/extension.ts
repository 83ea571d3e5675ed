/** The extension with a server that is a program of its own. */
import { type ExtensionContext, workspace } from 'vscode';
import { handOverFiles } from './files';
import { run, stop } from './run';

export function activate(context: ExtensionContext): Promise<void> {
  const module = context.asAbsolutePath('dist/server.js');
  const folders = workspace.workspaceFolders ?? [];
  /** In a repository far away, or in what else the editor shows as folders, a program finds no files. */
  const isVirtual = folders.length > 0 && folders.every(({ uri }) => uri.scheme !== 'file');
  const args = isVirtual ? ['--editor-files'] : [];
  return run(context, {
    make: async (options) => {
      const { LanguageClient, TransportKind } = await import('vscode-languageclient/node');
      const client = new LanguageClient(
        'cable',
        'Diplomatic Cables',
        {
          run: { module, args, transport: TransportKind.ipc },
          debug: { module, args, transport: TransportKind.ipc, options: { execArgv: ['--nolazy', '--inspect=6009'] } },
        },
        options,
      );
      if (isVirtual) handOverFiles(client, (bytes) => Buffer.from(bytes).toString('base64'));
      return client;
    },
    configurations: { ...(!isVirtual && { scheme: 'file' }), pattern: '**/*.cablerc.json' },
    // Without a folder there is no library, and nothing is kept.
    told: { storage: (context.storageUri ?? context.globalStorageUri).fsPath },
  });
}

export const deactivate = stop;
