/** Changes to a cable: what can be typed at a place, and what can be done there. */
import { CodeActionKind, type CompletionList, type Connection } from 'vscode-languageserver';
import { wants } from '../features/code-actions/action';
import { type ConfigTarget, configureActions } from '../features/code-actions/configure';
import { FIX_ALL, fixAll } from '../features/code-actions/fix-all';
import { addToGlossary } from '../features/code-actions/glossary';
import { quickFixes } from '../features/code-actions/quick-fixes';
import { refactorActions } from '../features/code-actions/refactor';
import { completion, resolveCompletion } from '../features/completion';
import type { CheckContext } from '../features/diagnostics';
import type { Snapshot } from '../features/snapshot';
import type { Client } from './client';
import type { GlossaryStore } from './glossary-store';

export interface EditingHost {
  readonly connection: Connection;
  readonly client: () => Client;
  readonly latest: (uri: string) => Snapshot | null;
  /** What a document is checked with. */
  readonly context: (uri: string) => CheckContext;
  readonly glossary: GlossaryStore;
  /** Where an action on the configuration of a document writes; null without a file or a folder. */
  readonly target: (uri: string) => ConfigTarget | null;
  /** Guards a request: what it answers with where the feature fails. */
  readonly answer: <T>(name: string, empty: T, work: () => T) => T;
}

export function editing({ connection, client, latest, context, glossary, target, answer }: EditingHost): void {
  connection.onCompletion(({ textDocument, position }) =>
    answer<CompletionList>('completion', { isIncomplete: false, items: [] }, () => {
      const current = latest(textDocument.uri);
      return current ? completion(current, current.lines.offsetAt(position)) : { isIncomplete: false, items: [] };
    }),
  );
  connection.onCompletionResolve((item) =>
    answer('completionItem/resolve', item, () => resolveCompletion(item, client().markdownCompletion)),
  );
  connection.onCodeAction(({ textDocument, range, context: asked }) =>
    answer('codeAction', [], () => {
      // Some clients name no kind where they want all.
      const only = asked.only?.length ? asked.only : undefined;
      const current = latest(textDocument.uri);
      if (!current) return [];
      const checking = context(current.uri);
      const [start, end] = [range.start, range.end].map((each) => current.lines.offsetAt(each)) as [number, number];
      const at = { start, end };
      // All fixes at once are for who asks for them: on saving, or as a source action.
      const all = only && wants(FIX_ALL, only) ? fixAll(current, checking, client()) : null;
      const rewrites = refactorActions(current, at, only, client());
      if (!wants(CodeActionKind.QuickFix, only)) return [...rewrites, ...(all ? [all] : [])];
      const word = addToGlossary(current, start, glossary.current(), glossary.file(), client().addsToGlossary);
      return [
        ...quickFixes(current, at, checking, client()),
        ...(word ? [word] : []),
        ...rewrites,
        ...configureActions(current, at, checking, target(current.uri), client()),
        ...(all ? [all] : []),
      ];
    }),
  );
}
