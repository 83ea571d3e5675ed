import { Uri, workspace } from 'vscode';

/** Where a file that is made of a cable is offered to be saved: beside the cable; of one that is nowhere yet, in the first folder. */
export function beside(cable: Uri, name: string): Uri | undefined {
  const folder = cable.scheme === 'untitled' ? workspace.workspaceFolders?.[0]?.uri : Uri.joinPath(cable, '..');
  return folder && Uri.joinPath(folder, name);
}
