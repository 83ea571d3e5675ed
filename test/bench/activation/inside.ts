/** Runs in the extension host: how long after a cable is opened the first hover card is there. The extension sleeps until then. */
import * as vscode from 'vscode';

export async function run(): Promise<void> {
  const uri = vscode.Uri.joinPath(vscode.workspace.workspaceFolders![0]!.uri, '06LUSAKA412.cable');
  const begun = performance.now();
  const document = await vscode.workspace.openTextDocument(uri);
  await vscode.window.showTextDocument(document);
  const at = document.positionAt(document.getText().indexOf('PHUM') + 1);
  for (;;) {
    const cards = await vscode.commands.executeCommand<vscode.Hover[]>('vscode.executeHoverProvider', uri, at);
    if (cards.length > 0) {
      const hover = performance.now() - begun;
      const text = cards
        .flatMap(({ contents }) => contents.map((each) => (each as vscode.MarkdownString).value))
        .join();
      if (!text.includes('Human Rights')) throw new Error(`a card of something else: ${text}`);
      console.log(`@@tests ${JSON.stringify({ hover })}`);
      return;
    }
    await new Promise((resolve) => setTimeout(resolve, 2));
  }
}
