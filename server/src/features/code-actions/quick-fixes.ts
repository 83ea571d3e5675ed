/** The fixes of the findings at a place. */
import { type CodeAction, CodeActionKind } from 'vscode-languageserver-types';
import { findingsFor } from '../../config/findings';
import type { Span } from '../../syntax/tree';
import { type CheckContext, diagnostic } from '../diagnostics';
import type { Snapshot } from '../snapshot';
import { type EditAbilities, workspaceEdit } from './action';

/** The fixes of the findings that touch a span, of each finding the likeliest first. */
export function quickFixes(
  snapshot: Snapshot,
  { start, end }: Span,
  context: CheckContext,
  abilities: EditAbilities,
): CodeAction[] {
  return findingsFor(snapshot.cable, context.settings, context.failed, context.shelf)
    .filter((finding) => finding.start <= end && start <= finding.end)
    .flatMap((finding) =>
      finding.fixes.map((fix, at) => ({
        title: fix.title,
        kind: CodeActionKind.QuickFix,
        diagnostics: [diagnostic(snapshot, finding, context.docs)],
        // What a batch may do, a key may do; the rest is for the drafter to choose.
        isPreferred: at === 0 && !fix.drafter,
        edit: workspaceEdit(snapshot, fix.edits, abilities),
      })),
    );
}
