/** Rewrites that have a command of their own, so that a key can be bound to them. Each is a code action of the server. */
import { commands, type Disposable } from 'vscode';

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

export const registerRewriteCommands = (): Disposable[] =>
  NAMES.map((name) =>
    commands.registerCommand(`cable.${name}`, () =>
      commands.executeCommand('editor.action.codeAction', { kind: `refactor.rewrite.cable.${name}`, apply: 'first' }),
    ),
  );
