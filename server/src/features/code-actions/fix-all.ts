/** All fixes at once, on saving or as a source action. */
import * as l10n from '@vscode/l10n';
import { type CodeAction, CodeActionKind } from 'vscode-languageserver-types';
import { findingsFor } from '../../config/findings';
import { mend } from '../../config/mend';
import { batch } from '../../rules/fix';
import { difference } from '../../text/difference';
import { applyEdits } from '../../text/edits';
import type { Steps } from '../../text/steps';
import type { CheckContext } from '../diagnostics';
import type { Snapshot } from '../snapshot';
import { type EditAbilities, workspaceEdit } from './action';

export const FIX_ALL = `${CodeActionKind.SourceFixAll}.cable`;

/** "Fix all in this cable": every fix that needs no decision of the drafter. Null where nothing is to be done. */
export function* fixAll(
  snapshot: Snapshot,
  { settings }: CheckContext,
  abilities: EditAbilities,
): Steps<CodeAction | null> {
  const edits = batch(findingsFor(snapshot.cable, settings));
  if (edits.length === 0) return null;
  const once = applyEdits(snapshot.text, edits);
  yield;
  const whole = yield* mend(once, settings);
  // Of one round the edits are as small as they can be; of several the difference is.
  const changes = whole === once ? edits : difference(snapshot.text, whole);
  return { title: l10n.t('Fix all in this cable'), kind: FIX_ALL, edit: workspaceEdit(snapshot, changes, abilities) };
}
