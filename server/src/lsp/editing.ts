/** Changes to a cable: what can be typed at a place, and what can be done there. */
import {
  type CancellationToken,
  type CodeAction,
  CodeActionKind,
  type CompletionList,
  type Connection,
  LSPErrorCodes,
  type Range,
  ResponseError,
  type ServerCapabilities,
  type WorkspaceEdit,
} from 'vscode-languageserver';
import { wants } from '../features/code-actions/action';
import { type ConfigTarget, configureActions } from '../features/code-actions/configure';
import { FIX_ALL, fixAll } from '../features/code-actions/fix-all';
import { addToGlossary } from '../features/code-actions/glossary';
import { quickFixes } from '../features/code-actions/quick-fixes';
import { REWRITE, refactorActions, resolveRefactoring } from '../features/code-actions/refactor';
import { completion, resolveCompletion } from '../features/completion';
import type { CheckContext } from '../features/diagnostics';
import type { Snapshot } from '../features/snapshot';
import type { Steps } from '../text/steps';
import type { Answer } from './answering';
import type { Client } from './client';
import type { Commands } from './commands';
import { APPLY, fitActions, fitItem } from './fitting';
import type { GlossaryStore } from './glossary-store';
import type { AnswerInSteps } from './in-steps';

export interface EditingHost {
  readonly connection: Connection;
  readonly commands: Commands;
  readonly client: () => Client;
  readonly latest: (uri: string) => Snapshot | null;
  /** What a document is checked with. */
  readonly context: (uri: string) => CheckContext;
  readonly glossary: GlossaryStore;
  /** Where an action on the configuration of a document writes; null without a file or a folder. */
  readonly target: (uri: string) => ConfigTarget | null;
  /** Guards a request: what it answers with where the feature fails. */
  readonly answer: Answer;
  readonly inSteps: AnswerInSteps;
}

export function editingCapabilities({ codeActions, resolvesEdits }: Client): ServerCapabilities {
  return {
    codeActionProvider: !codeActions || {
      codeActionKinds: [CodeActionKind.QuickFix, FIX_ALL, REWRITE],
      ...(resolvesEdits && { resolveProvider: true }),
    },
    completionProvider: { resolveProvider: true, triggerCharacters: ['(', '/'] },
  };
}

/** Commands for clients whose users reach code actions by their place only: of the whole cable, by the action's name. */
const FIX_ALL_COMMAND = 'cable.server.fixAll';
const REWRITE_COMMAND = 'cable.server.rewrite';
/** What they are told; what is not said of the place is the beginning. */
interface Told {
  readonly uri?: string;
  readonly range?: Range;
  readonly name?: string;
}
const TOP: Range = { start: { line: 0, character: 0 }, end: { line: 0, character: 0 } };

export function editing(host: EditingHost): void {
  const { connection, commands, client, latest, context, glossary, target, answer, inSteps } = host;
  connection.onCompletion(({ textDocument, position }) =>
    answer<CompletionList>('completion', { isIncomplete: false, items: [] }, () => {
      const current = latest(textDocument.uri);
      if (!current) return { isIncomplete: false, items: [] };
      const { isIncomplete, items } = completion(current, current.lines.offsetAt(position));
      return { isIncomplete, items: items.map((item) => fitItem(item, client())) };
    }),
  );
  connection.onCompletionResolve((item) =>
    answer('completionItem/resolve', item, () => resolveCompletion(item, client().markdownCompletion)),
  );
  function* actions(current: Snapshot, range: Range, only: readonly string[] | undefined): Steps<CodeAction[]> {
    const checking = context(current.uri);
    const [start, end] = [range.start, range.end].map((each) => current.lines.offsetAt(each)) as [number, number];
    const at = { start, end };
    // All fixes at once are for who asks for them: on saving, or as a source action.
    const all = only && wants(FIX_ALL, only) ? yield* fixAll(current, checking, client()) : null;
    const rewrites = refactorActions(current, at, only, client());
    if (!wants(CodeActionKind.QuickFix, only)) return [...rewrites, ...(all ? [all] : [])];
    const word = addToGlossary(current, start, glossary.current(), glossary.file(), client());
    return [
      ...quickFixes(current, at, checking, client()),
      ...(word ? [word] : []),
      ...rewrites,
      ...configureActions(current, at, checking, target(current.uri), client()),
      ...(all ? [all] : []),
    ];
  }
  connection.onCodeAction(async ({ textDocument: { uri }, range, context: { only } }, token) =>
    fitActions(
      // Some clients name no kind where they want all.
      await inSteps('codeAction', [], uri, token, (current) =>
        actions(current, range, only?.length ? only : undefined),
      ),
      client(),
    ),
  );
  connection.onCodeActionResolve((action) =>
    answer('codeAction/resolve', action, () => resolveRefactoring(action, latest, client())),
  );

  const apply = async (edit: WorkspaceEdit | undefined): Promise<boolean> => {
    if (!edit) return false;
    if (!client().appliesEdits) throw new ResponseError(LSPErrorCodes.RequestFailed, 'this editor applies no edits');
    return (await connection.workspace.applyEdit(edit)).applied;
  };
  commands.add(APPLY, ({ given: [edit] }) => apply(edit as WorkspaceEdit | undefined));
  const byName = async (
    kindOf: (name?: string) => string,
    told: unknown,
    token: CancellationToken,
  ): Promise<boolean> => {
    const { uri = '', range = TOP, name } = (told ?? {}) as Told;
    const kind = kindOf(name);
    const found = await inSteps('executeCommand', [], uri, token, (current) => actions(current, range, [kind]));
    return apply(found.find((each) => each.kind === kind)?.edit);
  };
  commands.add(FIX_ALL_COMMAND, ({ given: [told], token }) => byName(() => FIX_ALL, told, token));
  commands.add(REWRITE_COMMAND, ({ given: [told], token }) => byName((name) => `${REWRITE}.${name}`, told, token));
}
