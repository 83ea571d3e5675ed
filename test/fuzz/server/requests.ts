/** Everything that a client may ask of the server, or tell it, in the shapes of the protocol. */
import type { Position, Range } from 'vscode-languageserver-types';
import type { Random } from '../../support/random';
import { URIS } from './actions';

export interface Asked {
  readonly uri: string;
  readonly position: Position;
  readonly range: Range;
}
interface Message {
  readonly method: string;
  readonly params: (next: Random, asked: Asked) => unknown;
}

const ofDocument = ({ uri }: Asked) => ({ textDocument: { uri } });
const at = ({ uri, position }: Asked) => ({ textDocument: { uri }, position });
const options = { tabSize: 2, insertSpaces: true };
const item = (next: Random, { uri, range }: Asked) => ({
  name: 'x',
  kind: 1,
  uri,
  range,
  selectionRange: range,
  ...(next.chance(0.5) && { data: '05STATE226504' }),
});
const words = (next: Random): string =>
  next.pick([
    '',
    'a',
    'LUSAKA',
    '06LUSAKA412',
    '05 STATE 2265',
    'ferry',
    'tag:PHUM',
    'after:2006',
    'post:"PHNOM',
    '\u{1f6a2}',
    '*',
    '.*(',
    ' '.repeat(50),
  ]);
const about = (method: string): Message => ({
  method: `textDocument/${method}`,
  params: (_, asked) => ofDocument(asked),
});
const place = (method: string): Message => ({ method: `textDocument/${method}`, params: (_, asked) => at(asked) });
const own = (method: string, params: Message['params'] = (_, { uri }) => ({ uri })): Message => ({
  method: `cable/${method}`,
  params,
});
const by = (next: Random): string => next.pick(['post', 'year', 'month', 'tag', 'level']);
const listed = (next: Random) => ({
  within: next.chance(0.5) ? [] : [{ by: by(next), key: next.pick(['ROME', '2006', '']) }],
  filter: words(next),
});

export const REQUESTS: readonly Message[] = [
  ...['documentSymbol', 'foldingRange', 'documentLink', 'codeLens', 'semanticTokens/full'].map(about),
  ...['hover', 'definition', 'documentHighlight', 'completion', 'prepareCallHierarchy', 'prepareRename'].map(place),
  {
    method: 'textDocument/diagnostic',
    params: (next, asked) => ({ ...ofDocument(asked), ...(next.chance(0.3) && { previousResultId: 'x' }) }),
  },
  {
    method: 'textDocument/references',
    params: (next, asked) => ({ ...at(asked), context: { includeDeclaration: next.chance(0.5) } }),
  },
  {
    method: 'textDocument/codeAction',
    params: (next, asked) => ({
      ...ofDocument(asked),
      range: asked.range,
      context: {
        diagnostics: [],
        ...(next.chance(0.5) && {
          only: next.some(
            ['quickfix', 'source.fixAll.cable', 'refactor.rewrite.cable', 'refactor.rewrite.cable.joinPages', '', 'x'],
            1,
          ),
        }),
      },
    }),
  },
  { method: 'textDocument/semanticTokens/range', params: (_, asked) => ({ ...ofDocument(asked), range: asked.range }) },
  { method: 'textDocument/inlayHint', params: (_, asked) => ({ ...ofDocument(asked), range: asked.range }) },
  {
    method: 'textDocument/selectionRange',
    params: (next, asked) => ({
      ...ofDocument(asked),
      positions: next.chance(0.9) ? [asked.position, asked.range.start] : [],
    }),
  },
  {
    method: 'textDocument/rename',
    params: (next, asked) => ({ ...at(asked), newName: next.pick(['B', '', 'x'.repeat(500), 'OLRA', '$&', '\n']) }),
  },
  { method: 'textDocument/formatting', params: (_, asked) => ({ ...ofDocument(asked), options }) },
  {
    method: 'textDocument/rangeFormatting',
    params: (_, asked) => ({ ...ofDocument(asked), range: asked.range, options }),
  },
  {
    method: 'textDocument/onTypeFormatting',
    params: (next, asked) => ({ ...at(asked), ch: next.pick(['\n', '-', 'a', '\r\n', '', 'xyz']), options }),
  },
  {
    method: 'codeAction/resolve',
    params: (next, asked) => ({
      title: 'x',
      ...(next.chance(0.9) && {
        data: {
          uri: asked.uri,
          version: next.int(1, 3),
          name: next.pick(['joinPages', 'renumber', 'tags', 'x', '__proto__']),
          offset: next.pick([0, next.int(0, 2000), -1, 1e9]),
        },
      }),
    }),
  },
  {
    method: 'completionItem/resolve',
    params: (next) => ({
      label: next.pick(['PHUM', '', 'x']),
      ...(next.chance(0.7) && { data: { term: next.pick(['GOC', 'PHUM', '', '__proto__']), year: 2006 } }),
    }),
  },
  { method: 'callHierarchy/incomingCalls', params: (next, asked) => ({ item: item(next, asked) }) },
  { method: 'callHierarchy/outgoingCalls', params: (next, asked) => ({ item: item(next, asked) }) },
  { method: 'workspace/symbol', params: (next) => ({ query: words(next) }) },
  {
    method: 'workspace/executeCommand',
    params: (next) => ({
      command: next.pick(['cable.server.checkWorkspace', 'cable.server.readLibrary']),
      arguments: [],
    }),
  },
  ...['glossary', 'reading', 'status', 'portions', 'library/copies', 'library/citations'].map((name) => own(name)),
  own('export', (next, { uri }) => ({ uri, to: next.pick(['markdown', 'html', 'tei', 'json']) })),
  own('structure', (next) => ({ text: words(next) })),
  own('libraryState', (next) => ({ settled: next.chance(0.3) })),
  own('library/find', (next) => ({ id: next.pick(['05STATE226504', '', 'x']) })),
  own('library/cables', (next) => ({
    ...listed(next),
    offset: next.pick([0, 1, 1000]),
    limit: next.pick([0, 10, 100_000]),
  })),
  own('library/groups', (next) => ({ ...listed(next), by: by(next) })),
  own('library/graph', (next, { uri }) => ({
    which: next.chance(0.5) ? { uri } : { id: '06ROME1' },
    depth: next.int(0, 9),
    limit: next.int(0, 50),
  })),
  own('newCable/choices', () => ({})),
  own('newCable', (next) => ({
    post: next.pick(['ROME', 'PHNOMPENH', 'STATE']),
    serial: next.int(1, 9999),
    written: next.int(0, 2e9) * 1000,
    precedence: next.pick(['ROUTINE', 'IMMEDIATE', 'FLASH']),
    level: next.pick(['UNCLASSIFIED', 'CONFIDENTIAL', 'SECRET']),
    captions: next.some(['SENSITIVE', 'SIPDIS', 'NOFORN'], next.int(0, 2)),
    tags: next.some(['PREL', 'PHUM', 'IT'], next.int(0, 3)),
    subject: words(next),
    references: next.some(['05 STATE 226504', 'ROME 1'], next.int(0, 2)),
    classifiedBy: 'A. Name, Ambassador',
    reasons: next.some(['b', 'd'], next.int(0, 2)),
    signer: 'NAME',
  })),
];

export const NOTIFICATIONS: readonly Message[] = [
  {
    method: 'workspace/didChangeConfiguration',
    params: (next) => ({
      settings: next.pick([
        null,
        {},
        { cable: { rules: { '*': 'off' } } },
        { cable: { format: { width: 40 }, inlayHints: { acronyms: true } } },
        { cable: { glossary: { X: 'y' } } },
      ]),
    }),
  },
  {
    method: 'workspace/didChangeWatchedFiles',
    params: (next, { uri }) => ({ changes: [{ uri: next.chance(0.5) ? uri : next.pick(URIS), type: next.int(1, 3) }] }),
  },
  {
    method: 'workspace/didChangeWorkspaceFolders',
    params: (next) => ({
      event: {
        added: [{ uri: 'file:///fuzz-nowhere', name: 'n' }].slice(next.int(0, 1)),
        removed: [{ uri: 'file:///fuzz-nowhere', name: 'n' }].slice(next.int(0, 1)),
      },
    }),
  },
  { method: 'textDocument/didSave', params: (_, asked) => ofDocument(asked) },
  { method: '$/setTrace', params: (next) => ({ value: next.pick(['off', 'messages', 'verbose']) }) },
];
