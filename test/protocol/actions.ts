/** What the tests of code actions have in common. */
import assert from 'node:assert/strict';
import type { ClientCapabilities, CodeAction, Range, TextDocumentEdit } from 'vscode-languageserver/node';
import { ABLE, applied, FERRY, URI } from './support';

/** A cable about which there is nothing to say, and lines of it made wrong. */
export const clean = FERRY.replace('310915Z', '140915Z');
export const PLAIN: ClientCapabilities = { textDocument: ABLE.textDocument! };
export const ERROR = 'header/dtg-invalid-date';

/** The place of a word in a text. */
export const at = (text: string, word: string): Range => {
  const start = text.indexOf(word);
  assert.ok(start >= 0, word);
  const position = (offset: number) => {
    const lines = text.slice(0, offset).split('\n');
    return { line: lines.length - 1, character: lines.at(-1)!.length };
  };
  return { start: position(start), end: position(start + word.length) };
};
export const nowhere: Range = { start: { line: 2, character: 0 }, end: { line: 2, character: 0 } };
/** A document after an action, whichever way the edit is given. */
export const result = (text: string, action: CodeAction | undefined, uri = URI): string => {
  assert.ok(action?.edit, `no edit: ${action?.title}`);
  const { changes, documentChanges } = action.edit;
  if (changes) return applied(text, changes[uri]!);
  const [change] = documentChanges as TextDocumentEdit[];
  assert.equal(change!.textDocument.uri, uri);
  return applied(text, change!.edits as Parameters<typeof applied>[1]);
};
export const titles = (actions: readonly CodeAction[]) => actions.map(({ title }) => title);
export const kinds = (actions: readonly CodeAction[]) => [...new Set(actions.map(({ kind }) => kind))].sort();
