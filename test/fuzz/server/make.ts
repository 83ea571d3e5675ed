/** Sessions made up by chance. The same seed gives the same. */

import type { Position, Range, TextDocumentContentChangeEvent } from 'vscode-languageserver';
import type { TextDocument } from 'vscode-languageserver-textdocument';
import { generate } from '../../support/generate';
import { type Random, random } from '../../support/random';
import { mutate } from '../engine/mutate';
import { seeds } from '../engine/seeds';
import { type Action, change, close, open, type Session, URIS } from './actions';
import { brokenFrame } from './frames';
import { Mirror } from './mirror';
import { type Asked, NOTIFICATIONS, REQUESTS } from './requests';

const LONGEST = 4000;
let known: readonly string[] | undefined;
const corpus = (): readonly string[] => {
  known ??= seeds(LONGEST);
  return known;
};

const MANNERS: readonly Session['manners'][] = ['polite', 'polite', 'wild', 'broken'];

export function makeSession(seed: number, length = 40): Session {
  const next = random(seed);
  const manners = MANNERS[seed % MANNERS.length]!;
  const mirror = new Mirror();
  const actions: Action[] = [];
  const add = (action: Action): void => {
    actions.push(action);
    // What is wild may not be a document at all: there is nothing to compare then.
    if (manners === 'polite') mirror.take(action);
  };
  while (actions.length < length) {
    const drawn = next();
    if (manners === 'broken' && drawn < 0.15) add({ raw: brokenFrame(next) });
    else if (manners !== 'polite' && drawn < 0.35) add(wild(next, actions));
    else for (const action of polite(next, mirror)) add(action);
  }
  return { manners, initialize: manners === 'polite' || next.chance(0.8) ? client(next) : null, actions };
}

/** What a client can do: all, nothing, or some of it. */
function client(next: Random): object {
  const some = <T>(value: T): T | undefined => (next.chance(0.7) ? value : undefined);
  return {
    textDocument: {
      diagnostic: some({}),
      documentSymbol: some({ hierarchicalDocumentSymbolSupport: next.chance(0.7) }),
      hover: some({ contentFormat: next.some(['markdown', 'plaintext'], 1) }),
      definition: some({ linkSupport: next.chance(0.5) }),
      documentLink: some({ dynamicRegistration: next.chance(0.5) }),
      semanticTokens: some({
        requests: { full: true, range: next.chance(0.5) },
        tokenTypes: [],
        tokenModifiers: [],
        formats: ['relative'],
      }),
      inlayHint: some({}),
      rename: some({ prepareSupport: next.chance(0.5) }),
    },
    workspace: {
      configuration: some(true),
      didChangeWatchedFiles: some({ dynamicRegistration: true }),
      diagnostics: some({ refreshSupport: true }),
      codeLens: some({ refreshSupport: true }),
      workspaceEdit: some({ documentChanges: next.chance(0.7), resourceOperations: ['create'] }),
      workspaceFolders: some(true),
    },
    window: some({ workDoneProgress: true }),
  };
}

export function textOf(next: Random): string {
  const drawn = next();
  if (drawn < 0.05) return '';
  if (drawn < 0.1) return generate(next.int(0, 9999), { size: 100_000 }).text;
  if (drawn < 0.5) return mutate(next.pick(corpus()), next, corpus(), LONGEST);
  return next.pick(corpus());
}

function polite(next: Random, mirror: Mirror): Action[] {
  const drawn = next();
  const opened = [...mirror.documents.values()];
  if (drawn < 0.12 || !opened.length) return [open(next.pick(URIS), textOf(next), next.int(0, 5))];
  const document = next.pick(opened);
  if (drawn < 0.17) return [close(document.uri)];
  if (drawn < 0.45) return edit(next, document);
  if (drawn < 0.5) return [{ settle: true }];
  if (drawn < 0.56) {
    const { method, params } = next.pick(NOTIFICATIONS);
    return [{ tell: method, params: params(next, asked(next, document)) }];
  }
  const { method, params } = next.pick(REQUESTS);
  const uri = next.chance(0.9) ? document.uri : next.pick(URIS);
  return [
    {
      ask: method,
      params: params(next, { ...asked(next, document), uri }),
      ...(next.chance(0.1) && { cancelled: true }),
    },
  ];
}

/** Some places lie outside of the text, as they do when an answer comes late. */
function place(next: Random, document: TextDocument): Position {
  if (next.chance(0.9)) return document.positionAt(next.int(0, document.getText().length));
  return {
    line: next.pick([0, 1, document.lineCount, document.lineCount + 7, 2 ** 31 - 1]),
    character: next.pick([0, 1, 70, 5000, 2 ** 31 - 1]),
  };
}
const range = (next: Random, document: TextDocument): Range => {
  const [a, b] = [place(next, document), place(next, document)];
  return a.line < b.line || (a.line === b.line && a.character <= b.character)
    ? { start: a, end: b }
    : { start: b, end: a };
};
const asked = (next: Random, document: TextDocument): Asked => ({
  uri: document.uri,
  position: place(next, document),
  range: range(next, document),
});

/** Keystrokes, pieces pasted and cut out, several at once; now and then the whole text. */
function edit(next: Random, document: TextDocument): Action[] {
  const version = document.version + 1;
  if (next.chance(0.08)) return [change(document.uri, version, [{ text: textOf(next) }])];
  const one = (): TextDocumentContentChangeEvent => {
    if (next.chance(0.1))
      return { range: range(next, document), text: next.chance(0.5) ? '' : next.pick(corpus()).slice(0, 300) };
    const start = place(next, document);
    const end = next.chance(0.7) ? start : { line: start.line, character: start.character + next.int(0, 3) };
    return {
      range: { start, end },
      text: next.pick([...'aB1. (:\n', '\r\n', '\r', '', '', '😀', 'e\u0301', 'TAGS: ', '\n\n2. (C) ', '¶']),
    };
  };
  return [change(document.uri, version, Array.from({ length: next.chance(0.85) ? 1 : next.int(0, 4) }, one))];
}

const JUNK: readonly unknown[] = [
  null,
  0,
  -1,
  1.5,
  '',
  'x',
  [],
  {},
  true,
  1e300,
  '__proto__',
  { line: -1, character: -1 },
  { line: 'a', character: null },
  ['x', 1],
];

/** Messages that say what no client should: unknown methods, wrong types, parts that are missing. */
function wild(next: Random, before: readonly Action[]): Action {
  const junk = (): unknown => next.pick(JUNK);
  const drawn = next();
  if (drawn < 0.2)
    return {
      ask: next.pick([
        'textDocument/frobnicate',
        '',
        '$/unknown',
        'cable/none',
        'toString',
        '__proto__',
        'rpc.discover',
      ]),
      params: junk(),
    };
  if (drawn < 0.3)
    return {
      tell: next.pick([
        '$/cancelRequest',
        '$/progress',
        '$/setTrace',
        'initialized',
        'window/none',
        'textDocument/didSave',
        'exit/',
      ]),
      params: junk(),
    };
  if (drawn < 0.36) return { tell: '$/cancelRequest', params: { id: next.int(0, before.length) } };
  if (drawn < 0.4)
    return {
      ask: next.pick(['initialize', 'shutdown']),
      params: next.chance(0.5) ? { capabilities: {}, processId: null, rootUri: null } : junk(),
    };
  const uri = next.pick(URIS);
  const at = {
    uri,
    position: { line: 0, character: 0 },
    range: { start: { line: 0, character: 0 }, end: { line: 9, character: 0 } },
  };
  const { method, params } = next.pick(drawn < 0.8 ? REQUESTS : NOTIFICATIONS);
  const spoilt = spoil(params(next, at), next, junk);
  return drawn < 0.8 ? { ask: method, params: spoilt } : { tell: method, params: spoilt };
}

/** One part of a value is something else, or missing. */
function spoil(value: unknown, next: Random, junk: () => unknown): unknown {
  if (!value || typeof value !== 'object' || next.chance(0.2)) return junk();
  const entries = Object.entries(value);
  if (!entries.length) return junk();
  const [name, part] = next.pick(entries);
  if (Array.isArray(value)) return [...value, junk()];
  return next.chance(0.2)
    ? Object.fromEntries(entries.filter(([each]) => each !== name))
    : { ...value, [name]: spoil(part, next, junk) };
}
