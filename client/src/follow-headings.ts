/** The rule of a heading follows while somebody types into the heading, or takes letters out of it. */
import { Disposable, Range, type TextDocumentChangeEvent, type TextEditor, window, workspace } from 'vscode';
import { type LineChange, ruleEdits } from './heading-rule';

export function followHeadings(): Disposable {
  /** The heading into which somebody types: keys may come faster than its rule follows. */
  let linked: { readonly editor: TextEditor; readonly line: number } | null = null;
  const isBreak = /[\r\n]/;

  const changed = async ({ document, contentChanges, reason }: TextDocumentChangeEvent): Promise<void> => {
    const editor = window.activeTextEditor;
    // What is undone or done again brings its rule along.
    if (editor?.document !== document || document.languageId !== 'cable' || reason !== undefined) return;
    if (!contentChanges.length || !isOn(document)) return;
    if (contentChanges.some(({ range, text }) => !range.isSingleLine || isBreak.test(text))) {
      linked = null;
      return;
    }
    const lines = new Map<number, LineChange[]>();
    for (const { range, text } of contentChanges) {
      const { line, character } = range.start;
      const change = { start: character, removed: range.end.character - character, text };
      lines.set(line, [...(lines.get(line) ?? []), change]);
    }
    const lineAt = (line: number): string | undefined =>
      line >= 0 && line < document.lineCount ? document.lineAt(line).text : undefined;
    const edits = [...lines].flatMap(([line, changes]) => {
      const found = ruleEdits(lineAt, line, changes, linked?.editor === editor && linked.line === line);
      if (found.length) linked = { editor, line };
      return found;
    });
    if (!edits.length) return;
    // One step with the key, so that both are undone together. Another key that comes first refuses it, and has its own.
    await editor.edit(
      (edit) => {
        for (const { line, start, end, text } of edits) edit.replace(new Range(line, start, line, end), text);
      },
      { undoStopBefore: false, undoStopAfter: false },
    );
  };

  return Disposable.from(
    workspace.onDidChangeTextDocument((event) => void changed(event)),
    window.onDidChangeTextEditorSelection(({ textEditor, selections }) => {
      if (linked && (textEditor !== linked.editor || selections.some(({ active }) => active.line !== linked?.line)))
        linked = null;
    }),
  );
}

/** It is formatting while one types, and goes by that setting of the editor. */
const isOn = (scope: TextDocumentChangeEvent['document']): boolean =>
  workspace.getConfiguration('editor', scope).get('formatOnType', true);
