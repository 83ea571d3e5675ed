/** Answers as a client can take them: what it did not say that it knows is left out, or told in another way. */
import {
  type CodeAction,
  Command,
  type CompletionItem,
  CompletionItemKind,
  type Diagnostic,
  type DocumentSymbol,
  type SymbolInformation,
  SymbolKind,
} from 'vscode-languageserver-types';
import type { Client } from './client';

/** The command by which a client that knows no code actions has an edit made. */
export const APPLY = 'cable.server.apply';

/** The other line of a contradiction is told in the message where it cannot be linked. */
export function fitDiagnostic(
  { relatedInformation: related, tags, codeDescription, ...rest }: Diagnostic,
  client: Client,
): Diagnostic {
  const others = client.relatedInformation ? [] : (related ?? []);
  const told = others.map(({ location, message }) => ` (line ${location.range.start.line + 1}: ${message})`);
  const known = tags?.filter((tag) => client.diagnosticTags.has(tag)) ?? [];
  return {
    ...rest,
    message: rest.message + told.join(''),
    ...(codeDescription && client.codeDescription && { codeDescription }),
    ...(known.length > 0 && { tags: known }),
    ...(related && client.relatedInformation && { relatedInformation: related }),
  };
}

/** Kinds that came later, and those of the first ones that stand in for them, where none of them is used otherwise. */
const OLDER_SYMBOLS = new Map<SymbolKind, SymbolKind>([
  [SymbolKind.Event, SymbolKind.Property],
  [SymbolKind.Operator, SymbolKind.Method],
  [SymbolKind.Key, SymbolKind.Constant],
]);
const OLDER_ITEMS = new Map<CompletionItemKind, CompletionItemKind>([
  [CompletionItemKind.EnumMember, CompletionItemKind.Enum],
  [CompletionItemKind.Constant, CompletionItemKind.Value],
]);

/** @param symbols made for this answer: they are changed, as an outline is made anew with every letter and may be long */
export function fitSymbols(
  uri: string,
  symbols: DocumentSymbol[],
  client: Client,
): DocumentSymbol[] | SymbolInformation[] {
  const fit = (symbol: DocumentSymbol): void => {
    if (!client.symbolKinds.has(symbol.kind)) symbol.kind = OLDER_SYMBOLS.get(symbol.kind) ?? symbol.kind;
    symbol.children?.forEach(fit);
  };
  symbols.forEach(fit);
  return client.hierarchicalSymbols ? symbols : symbols.flatMap((symbol) => flat(uri, symbol));
}

/** For clients that know no hierarchy: each symbol on its own, with the name of the one around it. */
const flat = (
  uri: string,
  { name, kind, range, children }: DocumentSymbol,
  containerName?: string,
): SymbolInformation[] => [
  { name, kind, location: { uri, range }, ...(containerName && { containerName }) },
  ...(children ?? []).flatMap((child) => flat(uri, child, name)),
];

export const fitItem = ({ kind, labelDetails, ...rest }: CompletionItem, client: Client): CompletionItem => ({
  ...rest,
  ...(kind && { kind: client.completionKinds.has(kind) ? kind : (OLDER_ITEMS.get(kind) ?? kind) }),
  ...(labelDetails && client.labelDetails && { labelDetails }),
});

/** A client that takes commands only is offered those that it can have carried out. */
export function fitActions(actions: readonly CodeAction[], client: Client): (CodeAction | Command)[] {
  if (client.codeActions)
    return actions.map(({ diagnostics, ...rest }) => ({
      ...rest,
      ...(diagnostics && { diagnostics: diagnostics.map((each) => fitDiagnostic(each, client)) }),
    }));
  return actions.flatMap(({ title, edit, command }) => {
    if (command) return [command];
    return edit && client.appliesEdits ? [Command.create(title, APPLY, edit)] : [];
  });
}
