/** Edits of an open cable that the user asks for: renaming, formatting, what is put right while he types. */
import {
  type CancellationToken,
  type Connection,
  LSPErrorCodes,
  type Range,
  ResponseError,
  type ServerCapabilities,
} from 'vscode-languageserver';
import { formatting } from '../features/formatting';
import { onType, RULES_TYPED, TYPED } from '../features/on-type';
import { prepareRename, rename } from '../features/rename/rename';
import { CannotRename } from '../features/rename/target';
import type { Snapshot } from '../features/snapshot';
import type { Glossary } from '../meaning/glossary';
import { FORMAT_DEFAULTS, type FormatOptions, NARROWEST } from '../rules/formatting';
import type { Answer } from './answering';
import type { Client } from './client';
import type { AnswerInSteps } from './in-steps';
import { isSwitch, readSection } from './section';

export interface WritingHost {
  readonly connection: Connection;
  readonly client: () => Client;
  readonly latest: (uri: string) => Snapshot | null;
  readonly glossary: () => Glossary;
  readonly answer: Answer;
  readonly inSteps: AnswerInSteps;
}

export interface Writing {
  /** The section `cable.format` of the settings. */
  setSettings(value: unknown): void;
}

export function writingCapabilities({ preparesRename, followsHeadings }: Client): ServerCapabilities {
  const [first, ...more] = followsHeadings ? RULES_TYPED : TYPED;
  return {
    renameProvider: preparesRename ? { prepareProvider: true } : true,
    documentFormattingProvider: true,
    documentRangeFormattingProvider: true,
    documentOnTypeFormattingProvider: { firstTriggerCharacter: first!, moreTriggerCharacter: more },
  };
}

export function writing({ connection, client, latest, glossary, answer, inSteps }: WritingHost): Writing {
  let options: FormatOptions = FORMAT_DEFAULTS;

  connection.onPrepareRename(({ textDocument, position }) =>
    answer('prepareRename', null, () =>
      refusable(() => {
        const snapshot = latest(textDocument.uri);
        return snapshot && prepareRename(snapshot, snapshot.lines.offsetAt(position), glossary());
      }),
    ),
  );
  connection.onRenameRequest(({ textDocument, position, newName }) =>
    answer('rename', null, () =>
      refusable(() => {
        const snapshot = latest(textDocument.uri);
        return snapshot && rename(snapshot, snapshot.lines.offsetAt(position), newName, glossary(), client());
      }),
    ),
  );

  const format = (name: string, uri: string, token: CancellationToken, range: Range | null = null) =>
    inSteps(name, [], uri, token, (snapshot) => formatting(snapshot, options, range));
  connection.onDocumentFormatting(({ textDocument: { uri } }, token) => format('formatting', uri, token));
  connection.onDocumentRangeFormatting(({ textDocument: { uri }, range }, token) =>
    format('rangeFormatting', uri, token, range),
  );
  connection.onDocumentOnTypeFormatting(({ textDocument, position, ch }) =>
    answer('onTypeFormatting', [], () => {
      const snapshot = latest(textDocument.uri);
      return snapshot ? onType(snapshot, position, ch, client().followsHeadings) : [];
    }),
  );

  return {
    setSettings: (value) => {
      const read = readSection('cable.format', value, (problem) => connection.console.warn(problem));
      const { width, keepTrailingBlanks } = FORMAT_DEFAULTS;
      options = {
        ...FORMAT_DEFAULTS,
        width: read('width', width, isWidth),
        keepTrailingBlanks: read('keepTrailingBlanks', keepTrailingBlanks, isSwitch),
      };
    },
  };
}

const isWidth = (said: unknown): boolean => Number.isSafeInteger(said) && (said as number) >= NARROWEST;

/** A refusal is an answer of the protocol, which an editor shows; other errors are ours. */
function refusable<T>(work: () => T): T | ResponseError<void> {
  try {
    return work();
  } catch (error) {
    if (error instanceof CannotRename) return new ResponseError(LSPErrorCodes.RequestFailed, error.message);
    throw error;
  }
}
