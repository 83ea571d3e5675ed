/** The extension with a server that is a program of its own. */
import type { ExtensionContext } from 'vscode';
import { run, stop } from './run';

export function activate(context: ExtensionContext): Promise<void> {
  const module = context.asAbsolutePath('dist/server.js');
  return run(context, {
    make: async (options) => {
      const { LanguageClient, TransportKind } = await import('vscode-languageclient/node');
      return new LanguageClient(
        'cable',
        'Diplomatic Cables',
        {
          run: { module, transport: TransportKind.ipc },
          debug: { module, transport: TransportKind.ipc, options: { execArgv: ['--nolazy', '--inspect=6009'] } },
        },
        options,
      );
    },
    configurations: { scheme: 'file', pattern: '**/*.cablerc.json' },
    // Without a folder there is no library, and nothing is kept.
    told: { storage: (context.storageUri ?? context.globalStorageUri).fsPath },
  });
}

export const deactivate = stop;
