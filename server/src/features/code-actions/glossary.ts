/** A word for the glossary. */
import * as l10n from '@vscode/l10n';
import { type CodeAction, CodeActionKind, type WorkspaceEdit } from 'vscode-languageserver-types';
import type { Glossary } from '../../meaning/glossary';
import { proseOf, readAt } from '../../meaning/resolve';
import { bare } from '../../meaning/words';
import { lineBreak } from '../../text/edits';
import { acronymAt } from '../acronym';
import type { Snapshot } from '../snapshot';
import type { EditAbilities } from './action';

/** The workspace's glossary file. */
export interface GlossaryFile {
  readonly uri: string;
  /** Null where there is none yet. */
  readonly text: string | null;
}

/** The name of the client's command that asks for a meaning and writes it down. */
export const ADD_COMMAND = 'cable.addToGlossary';

/**
 * "Add to glossary" for a word that stands for something nobody knows. A client that can ask for the meaning does so; for others the
 * entry is made without one. Null where there is nothing to add, or nowhere to write it.
 */
export function addToGlossary(
  snapshot: Snapshot,
  offset: number,
  glossary: Glossary,
  file: GlossaryFile | null,
  abilities: EditAbilities & { readonly addsToGlossary: boolean },
): CodeAction | null {
  const word = acronymAt(snapshot, offset, glossary);
  if (!word || readAt(proseOf(snapshot.viewAt(offset), glossary), offset)) return null;
  const term = bare(word.text).replace(/(?<=[A-Z])s$/, '');
  const title = l10n.t('Add {0} to the glossary', term);
  if (abilities.addsToGlossary)
    return { title, kind: CodeActionKind.QuickFix, command: { title, command: ADD_COMMAND, arguments: [term] } };
  const edit = file && entryEdit(file, term, abilities);
  return edit && { title, kind: CodeActionKind.QuickFix, edit };
}

/** Null where there is no file yet, and the client makes none. */
function entryEdit(
  { uri, text }: GlossaryFile,
  term: string,
  { documentChanges, createFiles }: EditAbilities,
): WorkspaceEdit | null {
  const entry = `${lineBreak(text ?? '')}  ${JSON.stringify(term)}: ""`;
  const brace = text?.indexOf('{') ?? -1;
  if (text === null || brace < 0) {
    if (!createFiles || !documentChanges) return null;
    const at = { line: 0, character: 0 };
    const edits = [{ range: { start: at, end: at }, newText: `{${entry}\n}\n` }];
    return {
      documentChanges: [
        { kind: 'create', uri, options: { ignoreIfExists: true } },
        { textDocument: { uri, version: null }, edits },
      ],
    };
  }
  const before = text.slice(0, brace + 1);
  const line = before.split('\n').length - 1;
  const at = { line, character: before.length - (before.lastIndexOf('\n') + 1) };
  const comma = /^\s*\}/.test(text.slice(brace + 1)) ? '' : ',';
  const edits = [{ range: { start: at, end: at }, newText: entry + comma }];
  return documentChanges
    ? { documentChanges: [{ textDocument: { uri, version: null }, edits }] }
    : { changes: { [uri]: edits } };
}
