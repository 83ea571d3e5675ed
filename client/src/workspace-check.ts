/** "Check All Cables in the Workspace": the server does it, and shows its progress. */
import { commands, type Disposable, window, workspace } from 'vscode';
import type { LanguageClient } from 'vscode-languageclient/node';

interface Result {
  readonly files: number;
  readonly errors: number;
  readonly warnings: number;
  readonly information: number;
  readonly cancelled: boolean;
}

/** @param client starts the server when it does not run yet. */
export const registerWorkspaceCheck = (client: () => Promise<LanguageClient | undefined>): Disposable =>
  commands.registerCommand('cable.checkWorkspace', async (): Promise<Result | undefined> => {
    if (!workspace.workspaceFolders?.length) {
      void window.showInformationMessage('Open a folder of cables first.');
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
  const count = (number: number, one: string, many = `${one}s`) => `${number} ${number === 1 ? one : many}`;
  const found = [count(errors, 'error'), count(warnings, 'warning'), `${information} informational`].join(', ');
  const message = `${cancelled ? 'Stopped after' : 'Checked'} ${count(files, 'cable')}: ${found}.`;
  const show = 'Show Problems';
  if ((await window.showInformationMessage(message, ...(errors + warnings + information ? [show] : []))) === show)
    await commands.executeCommand('workbench.actions.view.problems');
}
