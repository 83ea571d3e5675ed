/** What all code actions share: the edit of a document, with the version that it was made for. */
import type { TextEdit, WorkspaceEdit } from 'vscode-languageserver-types';
import type { Edit } from '../../text/edits';
import type { Snapshot } from '../snapshot';

/** What the client can take. */
export interface EditAbilities {
  /** Edits may name the version of the document that they were made for. */
  readonly documentChanges: boolean;
  /** Files may be created by an edit. */
  readonly createFiles: boolean;
}

export interface ActionAbilities extends EditAbilities {
  /** Asks for the edit of an action when it is chosen. */
  readonly resolvesEdits: boolean;
}

export const textEdits = ({ lines }: Snapshot, edits: readonly Edit[]): TextEdit[] =>
  [...edits]
    .sort((a, b) => a.start - b.start)
    .map(({ start, end, text }) => ({ range: lines.range({ start, end }), newText: text }));

export function workspaceEdit(
  snapshot: Snapshot,
  edits: readonly Edit[],
  { documentChanges }: EditAbilities,
): WorkspaceEdit {
  const { uri, version } = snapshot;
  const changes = textEdits(snapshot, edits);
  return documentChanges
    ? { documentChanges: [{ textDocument: { uri, version }, edits: changes }] }
    : { changes: { [uri]: changes } };
}

/** Whether a client that asks for some kinds only wants this one: `source.fixAll` wants `source.fixAll.cable`. */
export const wants = (kind: string, only: readonly string[] | undefined): boolean =>
  !only || only.some((each) => each === '' || kind === each || kind.startsWith(`${each}.`));
