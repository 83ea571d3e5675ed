import * as vscode from 'vscode';
import assert from './assert';

interface Binding {
  readonly key: string;
  readonly command: string;
  readonly when?: string;
}
/** What cannot be true while the text of a cable has the focus. */
const ELSEWHERE =
  /^false$|terminalFocus|notebook|inQuickInput|inChat|chatInputHasFocus|accessibleView|editorLangId == '(?!cable')/;

describe('keys', () => {
  it('take none from VS Code in the text of a cable', async () => {
    const defaults = vscode.Uri.parse('vscode://defaultsettings/keybindings.json');
    const text = (await vscode.workspace.openTextDocument(defaults)).getText();
    const theirs = JSON.parse(text.replace(/^\s*\/\/.*$/gm, '')) as Binding[];
    assert.ok(theirs.length > 300);
    const extension = vscode.extensions.getExtension('cable-tools.diplomatic-cables')!;
    const ours = (extension.packageJSON.contributes.keybindings as Binding[]).filter(({ when }) =>
      /^editorTextFocus/.test(when!),
    );
    assert.ok(ours.length > 3);
    const takenBy = (key: string): Binding[] =>
      theirs
        .filter((each) => each.key === key && !each.command.startsWith('cable.'))
        // Each way in which it can be true.
        .filter(({ when = '' }) => !when.split('||').every((way) => ELSEWHERE.test(way)));
    for (const { key, command } of ours) {
      assert.deepEqual(takenBy(key), [], `${key} (${command})`);
      // The first key of two must not be one by itself.
      const [first, second] = key.split(' ');
      if (second) assert.deepEqual(takenBy(first!), [], `${first} of ${key}`);
    }
  });
});
