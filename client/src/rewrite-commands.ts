/** Rewrites that have a command of their own, so that a key can be bound to them. Each is a code action of the server. */
import { type CodeAction, commands, type Disposable, type TextEditor, window, workspace } from 'vscode';

const NAMES = [
  'joinPages',
  'splitSections',
  'removeArtefacts',
  'upperCase',
  'letterSpace',
  'moveParagraphUp',
  'moveParagraphDown',
  'renumber',
  'portionMarks',
] as const;

/** The text may be typed in while the server answers: then it is asked again, but not for ever. */
const TRIES = 5;

/**
 * Does to an editor what the first code action of a kind would. Not by VS Code's own command for that, which is dropped without a word
 * when the findings of the change before it arrive in the meantime: who moves a paragraph three times has it moved three times.
 */
const rewrite = async (editor: TextEditor, kind: string): Promise<void> => {
  const { document } = editor;
  for (let i = 0; i < TRIES; i++) {
    const { version } = document;
    const actions = await commands.executeCommand<CodeAction[]>(
      'vscode.executeCodeActionProvider',
      document.uri,
      editor.selection,
      kind,
    );
    if (document.version !== version) continue;
    const edit = actions.find((action) => action.kind?.value === kind)?.edit;
    if (edit) await workspace.applyEdit(edit);
    // Says at the cursor, in VS Code's words, that there is nothing to do.
    else await commands.executeCommand('editor.action.codeAction', { kind, apply: 'first' });
    return;
  }
};

export function registerRewriteCommands(): Disposable[] {
  // One after the other, as a key that is held down asks faster than an edit is applied.
  let last: Promise<void> = Promise.resolve();
  return NAMES.map((name) =>
    commands.registerCommand(`cable.${name}`, () => {
      // The one in which the command was given, whichever is active when it has its turn.
      const editor = window.activeTextEditor;
      if (!editor) return undefined;
      const next = last.then(() => rewrite(editor, `refactor.rewrite.cable.${name}`));
      last = next.catch(() => {});
      return next;
    }),
  );
}
