/** Renaming within a cable: the letter of a reference wherever it is cited, a short form wherever it stands. */
import * as l10n from '@vscode/l10n';
import type { Range, WorkspaceEdit } from 'vscode-languageserver-types';
import type { Glossary } from '../../meaning/glossary';
import { type EditAbilities, workspaceEdit } from '../code-actions/action';
import { meantAt } from '../meant';
import type { Snapshot } from '../snapshot';
import { letterAt } from './letters';
import { shortFormAt } from './short-forms';
import { CannotRename, type Target } from './target';

/** The words that are about to be renamed. Throws `CannotRename`. */
export function prepareRename(
  snapshot: Snapshot,
  offset: number,
  glossary: Glossary,
): { range: Range; placeholder: string } {
  const { at, name } = targetAt(snapshot, offset, glossary);
  return { range: snapshot.lines.range(at), placeholder: name };
}

/** Throws `CannotRename`. */
export const rename = (
  snapshot: Snapshot,
  offset: number,
  name: string,
  glossary: Glossary,
  abilities: EditAbilities,
): WorkspaceEdit => workspaceEdit(snapshot, targetAt(snapshot, offset, glossary).edits(name.trim()), abilities);

function targetAt(snapshot: Snapshot, offset: number, glossary: Glossary): Target {
  const letter = letterAt(snapshot.viewAt(offset), offset);
  if (letter) return letter;
  const meant = meantAt(snapshot, offset);
  if (meant?.kind === 'paragraph' || (meant?.kind === 'mention' && meant.mention.kind === 'paragraph'))
    throw new CannotRename(l10n.t('Paragraphs are not renamed but renumbered: see “Renumber the paragraphs”.'));
  if (meant?.kind === 'self') throw new CannotRename(l10n.t('The number and the subject of a cable are no names.'));
  if (meant)
    throw new CannotRename(l10n.t('The number of a cable is no name: of a reference only the letter can be renamed.'));
  const shortForm = shortFormAt(snapshot, offset, glossary);
  if (shortForm) return shortForm;
  throw new CannotRename(l10n.t('Only the letter of a reference, or a short form such as an acronym, can be renamed.'));
}
