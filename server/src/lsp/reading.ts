/** What helps to read an open cable: its outline and its folds, colours that rest on meaning, hints between the words, selections that grow. */
import type { Connection, ServerCapabilities } from 'vscode-languageserver';
import { documentSymbols } from '../features/document-symbols';
import { foldingRanges } from '../features/folding-ranges';
import { type InlayOptions, inlayHints, NO_INLAY_HINTS } from '../features/inlay-hints';
import type { LibraryContext } from '../features/library-context';
import { selectionRanges } from '../features/selection-ranges';
import { legend, type Resolves, semanticTokens } from '../features/semantic-tokens';
import type { Snapshot } from '../features/snapshot';
import type { Glossary } from '../meaning/glossary';
import type { Answer } from './answering';
import type { Client } from './client';
import { fitSymbols } from './fitting';
import { isSwitch, readSection } from './section';

export interface ReadingHost {
  readonly connection: Connection;
  readonly client: () => Client;
  readonly latest: (uri: string) => Snapshot | null;
  readonly library: LibraryContext;
  readonly glossary: () => Glossary;
  readonly answer: Answer;
  /** Writes into the log. */
  readonly failed: (what: string, error: unknown) => void;
}

export interface Reading {
  /** The section `cable.inlayHints` of the settings. */
  setSettings(value: unknown): void;
  /** What words mean may have changed, or what the library has. */
  refresh(): void;
}

export const readingCapabilities = ({ semanticTokens, ownTokens, inlayHints }: Client): ServerCapabilities => ({
  documentSymbolProvider: true,
  foldingRangeProvider: true,
  selectionRangeProvider: true,
  ...(semanticTokens && {
    semanticTokensProvider: { legend: legend(ownTokens), full: semanticTokens.full, range: semanticTokens.range },
  }),
  ...(inlayHints && { inlayHintProvider: true }),
});

export function reading({ connection, client, latest, library, glossary, answer, failed }: ReadingHost): Reading {
  let wanted: InlayOptions = NO_INLAY_HINTS;
  const { languages } = connection;
  const ask = (what: string, asked: Promise<void>): void => {
    asked.catch((error: unknown) => failed(what, error));
  };

  /** What the library does not have yet may still come. */
  const resolves: Resolves = (id) => {
    if (!library.library) return null;
    if (library.library.find(id).length > 0) return true;
    return library.building ? null : false;
  };
  connection.onDocumentSymbol(({ textDocument: { uri } }) =>
    answer('documentSymbol', [], () => {
      const snapshot = latest(uri);
      return snapshot ? fitSymbols(uri, documentSymbols(snapshot), client()) : [];
    }),
  );
  connection.onFoldingRanges(({ textDocument }) =>
    answer('foldingRange', [], () => {
      const snapshot = latest(textDocument.uri);
      return snapshot ? foldingRanges(snapshot) : [];
    }),
  );
  languages.semanticTokens.on(({ textDocument }) =>
    answer('semanticTokens/full', { data: [] }, () => {
      const snapshot = latest(textDocument.uri);
      return snapshot ? semanticTokens(snapshot, glossary(), resolves) : { data: [] };
    }),
  );
  languages.semanticTokens.onRange(({ textDocument, range }) =>
    answer('semanticTokens/range', { data: [] }, () => {
      const snapshot = latest(textDocument.uri);
      return snapshot ? semanticTokens(snapshot, glossary(), resolves, range) : { data: [] };
    }),
  );

  const localTime = (utc: Date): string =>
    utc.toLocaleString('en-GB', {
      day: 'numeric',
      month: 'short',
      year: 'numeric',
      hour: '2-digit',
      minute: '2-digit',
      timeZoneName: 'short',
      ...(client().timeZone && { timeZone: client().timeZone }),
    });
  languages.inlayHint.on(({ textDocument, range }) =>
    answer('inlayHint', [], () => {
      const snapshot = latest(textDocument.uri);
      return snapshot ? inlayHints(snapshot, range, glossary(), wanted, localTime) : [];
    }),
  );
  const renewHints = (): void => {
    if (client().refreshesHints) ask('refresh', languages.inlayHint.refresh());
  };

  connection.onSelectionRanges(({ textDocument, positions }) =>
    answer('selectionRange', null, () => {
      const snapshot = latest(textDocument.uri);
      return snapshot && selectionRanges(snapshot, positions);
    }),
  );

  return {
    setSettings: (value) => {
      const read = readSection('cable.inlayHints', value, (problem) => connection.console.warn(problem));
      const { localTime, countries, acronyms } = NO_INLAY_HINTS;
      const now: InlayOptions = {
        localTime: read('localTime', localTime, isSwitch),
        countries: read('countries', countries, isSwitch),
        acronyms: read('acronyms', acronyms, isSwitch),
      };
      const isSame =
        now.localTime === wanted.localTime && now.countries === wanted.countries && now.acronyms === wanted.acronyms;
      wanted = now;
      if (!isSame) renewHints();
    },
    refresh: () => {
      if (client().refreshesTokens) ask('refresh', languages.semanticTokens.refresh());
      if (wanted.acronyms) renewHints();
    },
  };
}
