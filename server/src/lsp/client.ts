/** What the client can do: its nested, optional capabilities, read once. */
import {
  type CompletionItemKind,
  type DiagnosticTag,
  type InitializeParams,
  MarkupKind,
  type SymbolKind,
} from 'vscode-languageserver';

export interface Client {
  /** Asks for diagnostics; others have them sent. */
  readonly pull: boolean;
  /** Asks for diagnostics anew when told to. */
  readonly refreshesDiagnostics: boolean;
  /** Takes diagnostics with places elsewhere, the tags that it shows, a link to what explains them. */
  readonly relatedInformation: boolean;
  readonly diagnosticTags: ReadonlySet<DiagnosticTag>;
  readonly codeDescription: boolean;
  readonly hierarchicalSymbols: boolean;
  readonly symbolKinds: ReadonlySet<SymbolKind>;
  readonly completionKinds: ReadonlySet<CompletionItemKind>;
  /** Shows what is beside the label of a completion. */
  readonly labelDetails: boolean;
  readonly markdownHover: boolean;
  readonly markdownCompletion: boolean;
  /** Answers `workspace/configuration`. */
  readonly configuration: boolean;
  /** Says so when its settings change, where it is asked to. */
  readonly registersSettings: boolean;
  /** Watches files on request. */
  readonly watchesFiles: boolean;
  readonly documentChanges: boolean;
  readonly createFiles: boolean;
  /** Takes code actions; others take commands only. */
  readonly codeActions: boolean;
  /** Asks for the edit of a code action when it is chosen. */
  readonly resolvesEdits: boolean;
  /** Makes the edits that the server asks for. */
  readonly appliesEdits: boolean;
  /** Opens a document, at a place of it, when it is told to. */
  readonly showsDocuments: boolean;
  readonly progress: boolean;
  /** Takes links for definitions, which tell the words that lead away. */
  readonly definitionLinks: boolean;
  /** Takes a provider of links that comes later. */
  readonly registersLinks: boolean;
  /** Asks for code lenses anew when told to. */
  readonly refreshesLenses: boolean;
  /** Takes semantic tokens, of a document or of a range; null: takes none. */
  readonly semanticTokens: { readonly full: boolean; readonly range: boolean } | null;
  /** Knows our own types of tokens (an option of our own client). */
  readonly ownTokens: boolean;
  /** Asks for them anew when told to. */
  readonly refreshesTokens: boolean;
  readonly inlayHints: boolean;
  readonly refreshesHints: boolean;
  /** Asks what would be renamed before it asks for a new name. */
  readonly preparesRename: boolean;
  /** Lists who cites a cable when its lens is clicked (an option of our own client). */
  readonly showsReferences: boolean;
  /** Keeps the rules of headings as long as they are (an option of our own client). */
  readonly followsHeadings: boolean;
  /** Shows the library as it grows (an option of our own client). */
  readonly showsLibrary: boolean;
  /** Folder in which what can be found out again may be kept; null: not said. */
  readonly storage: string | null;
  /** Asks the user for a meaning and writes it into the glossary (an option of our own client). */
  readonly addsToGlossary: boolean;
  /** Checks JSON files by the schemas that the extension contributes (an option of our own client). */
  readonly knowsSchemas: boolean;
  /** A zone for local times; undefined: that of the server. */
  readonly timeZone: string | undefined;
  /** Where the pages of the rules are, with a final slash; undefined: not said. */
  readonly docs: string | undefined;
}

/** The kinds that the protocol had first, which every client knows. */
const FIRST_KINDS = Array.from({ length: 18 }, (_, at) => at + 1);
const kinds = <T>(said: readonly T[] | undefined): ReadonlySet<T> => new Set(said ?? (FIRST_KINDS as T[]));

export function readClient({ capabilities, initializationOptions }: InitializeParams): Client {
  const { textDocument, workspace, window } = capabilities ?? {};
  const options = (initializationOptions ?? {}) as Record<string, unknown>;
  const edit = workspace?.workspaceEdit;
  const published = textDocument?.publishDiagnostics;
  const pulled = textDocument?.diagnostic;
  const action = textDocument?.codeAction;
  const item = textDocument?.completion?.completionItem;
  const tokens = textDocument?.semanticTokens?.requests;
  return {
    pull: !!pulled,
    refreshesDiagnostics: workspace?.diagnostics?.refreshSupport ?? false,
    // A client that asks for diagnostics may say it there; most say it once, of those that are sent.
    relatedInformation: pulled?.relatedInformation ?? published?.relatedInformation ?? false,
    diagnosticTags: new Set((pulled?.tagSupport ?? published?.tagSupport)?.valueSet ?? []),
    codeDescription: pulled?.codeDescriptionSupport ?? published?.codeDescriptionSupport ?? false,
    hierarchicalSymbols: textDocument?.documentSymbol?.hierarchicalDocumentSymbolSupport ?? false,
    symbolKinds: kinds(textDocument?.documentSymbol?.symbolKind?.valueSet),
    completionKinds: kinds(textDocument?.completion?.completionItemKind?.valueSet),
    labelDetails: item?.labelDetailsSupport ?? false,
    markdownHover: textDocument?.hover?.contentFormat?.includes(MarkupKind.Markdown) ?? false,
    markdownCompletion: item?.documentationFormat?.includes(MarkupKind.Markdown) ?? false,
    configuration: workspace?.configuration ?? false,
    registersSettings: workspace?.didChangeConfiguration?.dynamicRegistration ?? false,
    watchesFiles: workspace?.didChangeWatchedFiles?.dynamicRegistration ?? false,
    documentChanges: edit?.documentChanges ?? false,
    createFiles: edit?.resourceOperations?.includes('create') ?? false,
    codeActions: !!action?.codeActionLiteralSupport,
    resolvesEdits: !!action?.dataSupport && (action.resolveSupport?.properties?.includes('edit') ?? false),
    appliesEdits: workspace?.applyEdit ?? false,
    showsDocuments: window?.showDocument?.support ?? false,
    progress: window?.workDoneProgress ?? false,
    definitionLinks: textDocument?.definition?.linkSupport ?? false,
    registersLinks: textDocument?.documentLink?.dynamicRegistration ?? false,
    refreshesLenses: workspace?.codeLens?.refreshSupport ?? false,
    semanticTokens: tokens ? { full: !!tokens.full, range: !!tokens.range } : null,
    ownTokens: options.ownTokens === true,
    refreshesTokens: workspace?.semanticTokens?.refreshSupport ?? false,
    inlayHints: !!textDocument?.inlayHint,
    refreshesHints: workspace?.inlayHint?.refreshSupport ?? false,
    preparesRename: textDocument?.rename?.prepareSupport ?? false,
    showsReferences: options.showsReferences === true,
    followsHeadings: options.followsHeadings === true,
    showsLibrary: options.showsLibrary === true,
    storage: typeof options.storage === 'string' ? options.storage : null,
    addsToGlossary: options.addToGlossary === true,
    knowsSchemas: options.knowsSchemas === true,
    timeZone: isTimeZone(options.timeZone) ? options.timeZone : undefined,
    docs: typeof options.docs === 'string' ? options.docs.replace(/\/?$/, '/') : undefined,
  };
}

/** The addresses of the folders that are open, as clients of all ages say it. `uriOf`: the address of a path. */
export function foldersOf(
  { workspaceFolders, rootUri, rootPath }: InitializeParams,
  uriOf: (path: string) => string,
): string[] {
  if (workspaceFolders) return workspaceFolders.map(({ uri }) => uri);
  if (rootUri) return [rootUri];
  return rootPath && /^(?:\/|[A-Za-z]:[\\/])/.test(rootPath) ? [uriOf(rootPath)] : [];
}

/** A browser in a container may name a zone that no runtime knows; a hover card must not fail for it. */
function isTimeZone(name: unknown): name is string {
  try {
    return typeof name === 'string' && new Intl.DateTimeFormat('en', { timeZone: name }) !== null;
  } catch {
    return false;
  }
}
