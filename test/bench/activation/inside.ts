/**
 * Runs in the extension host: how long after a file is opened its text and its first hover card are there. The folder has been open for some
 * seconds; of the extension nothing has been asked yet.
 */
import * as vscode from 'vscode';

/** By the folder that is open: a cable, and a file of an extension that VS Code brings with it. */
const ASKED: Record<string, { file: string; word: string; card: RegExp }> = {
  cables: { file: '06LUSAKA412.cable', word: 'PHUM', card: /Human Rights/ },
  css: { file: 'page.css', word: 'color', card: /color/i },
};
/** A window that has just been opened has other things to do. */
const REST = 4000;

export async function run(): Promise<void> {
  const [folder] = vscode.workspace.workspaceFolders!;
  const { file, word, card } = ASKED[folder!.name]!;
  const uri = vscode.Uri.joinPath(folder!.uri, file);
  await new Promise((resolve) => setTimeout(resolve, REST));
  const begun = performance.now();
  const document = await vscode.workspace.openTextDocument(uri);
  await vscode.window.showTextDocument(document);
  const shown = performance.now() - begun;
  const at = document.positionAt(document.getText().indexOf(word) + 1);
  for (;;) {
    const cards = await vscode.commands.executeCommand<vscode.Hover[]>('vscode.executeHoverProvider', uri, at);
    if (cards.length > 0) {
      const hover = performance.now() - begun;
      const text = cards
        .flatMap(({ contents }) => contents.map((each) => (each as vscode.MarkdownString).value))
        .join();
      if (!card.test(text)) throw new Error(`a card of something else: ${text}`);
      console.log(`@@tests ${JSON.stringify({ shown, hover })}`);
      return;
    }
    await new Promise((resolve) => setTimeout(resolve, 2));
  }
}
