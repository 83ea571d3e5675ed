/** From a place in a cable to others, there and in the library: each request takes a snapshot and calls one pure feature. */
import { type Connection, type Hover, MarkupKind, type Position } from 'vscode-languageserver';
import { incomingCalls, outgoingCalls, prepareCallHierarchy } from '../features/call-hierarchy';
import { codeLenses, SHOW_CITING } from '../features/code-lens';
import { definition } from '../features/definition';
import { documentHighlights } from '../features/document-highlights';
import { documentLinks } from '../features/document-links';
import { explain } from '../features/hover/explain';
import { toMarkdown, toPlainText } from '../features/markdown';
import { references } from '../features/references';
import type { Snapshot } from '../features/snapshot';
import { workspaceSymbols } from '../features/workspace-symbols';
import type { Glossary } from '../meaning/glossary';
import type { Client } from './client';
import type { Commands } from './commands';
import type { LibraryStore } from './library-store';
import { showCiting } from './show-citing';

export interface NavigationHost {
  readonly connection: Connection;
  readonly commands: Commands;
  readonly client: () => Client;
  readonly latest: (uri: string) => Snapshot | null;
  readonly library: LibraryStore;
  /** Waits for files that were asked for and are not read yet; whether there were any. */
  readonly settled: () => Promise<boolean>;
  readonly glossary: () => Glossary;
  /** Whether the user wants code lenses. */
  readonly lenses: () => boolean;
  /** Guards a request: what it answers with where the feature fails. */
  readonly answer: <T>(name: string, empty: T, work: () => T) => T;
}

/** What every request about a place says of it. */
interface At {
  readonly textDocument: { readonly uri: string };
  readonly position: Position;
}

export function navigation(host: NavigationHost): void {
  const { connection, commands, client, latest, library, settled, glossary, lenses, answer } = host;
  /** Answers again when a file that the answer leads to is found to be another: where a client watches files, it says so itself. */
  const current = async <T>(name: string, empty: T, work: () => T): Promise<T> => {
    let found = answer(name, empty, work);
    while (await settled()) found = answer(name, empty, work);
    if (client().watchesFiles || !(await library.refresh(addressesIn(found)))) return found;
    return answer(name, empty, work);
  };
  const at = <T>(
    name: string,
    empty: T,
    { textDocument, position }: At,
    work: (snapshot: Snapshot, offset: number) => T,
  ) =>
    current(name, empty, () => {
      const snapshot = latest(textDocument.uri);
      return snapshot ? work(snapshot, snapshot.lines.offsetAt(position)) : empty;
    });

  connection.onHover(async (params): Promise<Hover | null> => {
    const found = await at('hover', null, params, (snapshot, offset) => {
      const explained = explain(snapshot, offset, localTime, glossary(), library);
      return explained && { ...explained, uri: snapshot.uri, range: snapshot.lines.range(explained.at) };
    });
    if (!found) return null;
    const { cards, uri, range } = found;
    const value = client().markdownHover ? toMarkdown(cards, uri) : toPlainText(cards);
    return { contents: { kind: client().markdownHover ? MarkupKind.Markdown : MarkupKind.PlainText, value }, range };
  });
  const localTime = (utc: Date): string =>
    utc.toLocaleString('en-GB', {
      dateStyle: 'full',
      timeStyle: 'short',
      ...(client().timeZone && { timeZone: client().timeZone }),
    });

  connection.onDefinition((params) =>
    at('definition', null, params, (snapshot, offset) =>
      definition(snapshot, offset, glossary(), library, client().definitionLinks),
    ),
  );
  connection.onReferences((params) =>
    at('references', [], params, (snapshot, offset) =>
      references(snapshot, offset, glossary(), library, params.context.includeDeclaration),
    ),
  );
  connection.onDocumentHighlight((params) =>
    at('documentHighlight', [], params, (snapshot, offset) => documentHighlights(snapshot, offset, glossary())),
  );
  connection.onDocumentLinks(({ textDocument }) =>
    current('documentLink', [], () => {
      const snapshot = latest(textDocument.uri);
      return snapshot ? documentLinks(snapshot, library) : [];
    }),
  );
  connection.onCodeLens(({ textDocument }) =>
    answer('codeLens', [], () => {
      const snapshot = lenses() ? latest(textDocument.uri) : null;
      return snapshot ? codeLenses(snapshot, library, client().showsReferences) : [];
    }),
  );
  commands.add(SHOW_CITING.server, ({ given: [uri, position] }) =>
    showCiting(
      { connection, client: client(), library },
      answer('showCiting', [], () => {
        const snapshot = typeof uri === 'string' ? latest(uri) : null;
        if (!snapshot) return [];
        return references(snapshot, snapshot.lines.offsetAt(position as Position), glossary(), library, false);
      }),
    ),
  );
  connection.onWorkspaceSymbol(({ query }) => current('symbol', [], () => workspaceSymbols(query, library)));
  const { callHierarchy } = connection.languages;
  callHierarchy.onPrepare((params) =>
    at('prepareCallHierarchy', [], params, (snapshot, offset) => prepareCallHierarchy(snapshot, offset, library)),
  );
  callHierarchy.onIncomingCalls(({ item }) => current('incomingCalls', [], () => incomingCalls(item, library)));
  callHierarchy.onOutgoingCalls(({ item }) => current('outgoingCalls', [], () => outgoingCalls(item, library)));
}

/** The files that an answer leads to, wherever it names them. */
function* addressesIn(answer: unknown): Iterable<string> {
  if (!answer || typeof answer !== 'object') return;
  for (const [name, value] of Object.entries(answer)) {
    if (typeof value !== 'string') yield* addressesIn(value);
    else if (/^(?:uri|targetUri|target)$/.test(name)) yield value.replace(/#.*/s, '');
  }
}
