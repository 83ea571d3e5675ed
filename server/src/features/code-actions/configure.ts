/** Actions on the configuration: a rule turned off, one finding silenced. */
import * as l10n from '@vscode/l10n';
import { type CodeAction, CodeActionKind, type WorkspaceEdit } from 'vscode-languageserver-types';
import { addSilence, NEW_CONFIG, setLevel } from '../../config/change';
import { findingsFor, lineOfFinding } from '../../config/findings';
import { LineIndex } from '../../model/line-index';
import type { Span } from '../../syntax/tree';
import { applyEdits, type Edit } from '../../text/edits';
import { type CheckContext, diagnostic } from '../diagnostics';
import type { Snapshot } from '../snapshot';
import type { EditAbilities } from './action';

/** The configuration that holds for a document, or the one that would. */
export interface ConfigTarget {
  readonly uri: string;
  /** Null where it does not exist yet. */
  readonly text: string | null;
  /** The document's path, relative to the folder of the configuration. */
  readonly file: string;
}

/** For each finding that touches a span: silence it in this cable; turn its rule off for all. */
export function configureActions(
  snapshot: Snapshot,
  { start, end }: Span,
  context: CheckContext,
  target: ConfigTarget | null,
  abilities: EditAbilities,
): CodeAction[] {
  if (!target || (target.text === null && !(abilities.createFiles && abilities.documentChanges))) return [];
  const text = target.text ?? NEW_CONFIG;
  const seen = new Set<string>();
  return findingsFor(snapshot.cable, context.settings, context.failed, context.shelf)
    .filter((finding) => finding.start <= end && start <= finding.end)
    .flatMap((finding): CodeAction[] => {
      const { rule } = finding;
      if (seen.has(rule)) return [];
      seen.add(rule);
      const diagnostics = [diagnostic(snapshot, finding, context.docs)];
      const action = (title: string, edits: Edit[]): CodeAction[] =>
        edits.length
          ? [{ title, kind: CodeActionKind.QuickFix, diagnostics, edit: configEdit(target, edits, abilities) }]
          : [];
      return [
        ...action(
          l10n.t('Silence {0} on this line', rule),
          addSilence(text, { file: target.file, rule, line: lineOfFinding(snapshot.cable, finding) }),
        ),
        ...action(l10n.t('Turn off {0}', rule), setLevel(text, rule, 'off')),
      ];
    });
}

function configEdit(
  { uri, text }: ConfigTarget,
  edits: readonly Edit[],
  { documentChanges }: EditAbilities,
): WorkspaceEdit {
  const start = { line: 0, character: 0 };
  if (text === null)
    return {
      documentChanges: [
        { kind: 'create', uri, options: { ignoreIfExists: true } },
        {
          textDocument: { uri, version: null },
          edits: [{ range: { start, end: start }, newText: applyEdits(NEW_CONFIG, edits) }],
        },
      ],
    };
  const lines = new LineIndex(text);
  const changes = edits.map((edit) => ({ range: lines.range(edit), newText: edit.text }));
  return documentChanges
    ? { documentChanges: [{ textDocument: { uri, version: null }, edits: changes }] }
    : { changes: { [uri]: changes } };
}
