/** "Check All Cables in the Workspace": the server does it, and shows its progress. */
import { commands, type Disposable, l10n, window, workspace } from 'vscode';
import type { BaseLanguageClient } from 'vscode-languageclient';
import { cables, written } from './words';

interface Result {
  readonly files: number;
  readonly errors: number;
  readonly warnings: number;
  readonly information: number;
  readonly cancelled: boolean;
}

/** @param client starts the server when it does not run yet. */
export const registerWorkspaceCheck = (client: () => Promise<BaseLanguageClient | undefined>): Disposable =>
  commands.registerCommand('cable.checkWorkspace', async (): Promise<Result | undefined> => {
    if (!workspace.workspaceFolders?.length) {
      void window.showInformationMessage(l10n.t('Open a folder of cables first.'));
      return undefined;
    }
    const running = await client();
    const result = await running?.sendRequest<Result>('workspace/executeCommand', {
      command: 'cable.server.checkWorkspace',
    });
    if (result) void tell(result);
    return result;
  });

async function tell({ files, errors, warnings, information, cancelled }: Result): Promise<void> {
  const found = [
    errors === 1 ? l10n.t('1 error') : l10n.t('{0} errors', written(errors)),
    warnings === 1 ? l10n.t('1 warning') : l10n.t('{0} warnings', written(warnings)),
    l10n.t('{0} informational', written(information)),
  ].join(', ');
  const message = cancelled
    ? l10n.t('Stopped after {0}: {1}.', cables(files), found)
    : l10n.t('Checked {0}: {1}.', cables(files), found);
  const show = l10n.t('Show Problems');
  if ((await window.showInformationMessage(message, ...(errors + warnings + information ? [show] : []))) === show)
    await commands.executeCommand('workbench.actions.view.problems');
}
