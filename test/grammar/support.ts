/** Loads the grammar as the editor does, and reads lines with it. */
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { loadWASM, OnigScanner, OnigString } from 'vscode-oniguruma';
import { type IGrammar, INITIAL, parseRawGrammar, Registry, type StateStack } from 'vscode-textmate';

export const ROOT = path.resolve(__dirname, '../..');

export const readText = (file: string): string => readFileSync(path.join(ROOT, file), 'utf8');
export const readJson = <T>(file: string): T => JSON.parse(readText(file));

const GRAMMAR_FILE = 'syntaxes/cable.tmLanguage.json';

export interface Token {
  readonly text: string;
  /** All scopes above the root, outermost first, parted by blanks; empty for plain text. */
  readonly scopes: string;
}

let loading: Promise<IGrammar> | undefined;

export function loadGrammar(): Promise<IGrammar> {
  loading ??= load();
  return loading;
}

async function load(): Promise<IGrammar> {
  const wasm = readFileSync(require.resolve('vscode-oniguruma/release/onig.wasm'));
  await loadWASM(wasm.buffer.slice(wasm.byteOffset, wasm.byteOffset + wasm.byteLength));
  const registry = new Registry({
    onigLib: Promise.resolve({
      createOnigScanner: (sources) => new OnigScanner(sources),
      createOnigString: (text) => new OnigString(text),
    }),
    loadGrammar: async () => parseRawGrammar(readText(GRAMMAR_FILE), GRAMMAR_FILE),
  });
  const grammar = await registry.loadGrammar('text.cable');
  if (!grammar) throw new Error('The grammar could not be loaded.');
  return grammar;
}

export interface LineTokens {
  readonly tokens: Token[];
  readonly state: StateStack;
}

export function tokenize(grammar: IGrammar, line: string, state: StateStack = INITIAL): LineTokens {
  const result = grammar.tokenizeLine(line, state);
  const tokens = result.tokens
    .map(({ startIndex, endIndex, scopes }) => ({
      text: line.slice(startIndex, endIndex),
      scopes: scopes.slice(1).join(' '),
    }))
    .filter(({ text }) => text !== '');
  return { tokens, state: result.ruleStack };
}
