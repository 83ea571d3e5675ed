/**
 * Line by line, what `scopes.txt` says: `> line`, then its coloured tokens as `text | scopes`, without the `.cable` of each scope;
 * all else in the line is plain. Where several lines stand together, the tokens are those of the last.
 */
import assert from 'node:assert/strict';
import { type IGrammar, INITIAL } from 'vscode-textmate';
import { scopeNames } from './rules';
import { loadGrammar, readText, tokenize } from './support';

interface Case {
  readonly lines: string[];
  readonly tokens: string[];
}

const groups = readText('test/grammar/scopes.txt')
  .split(/^== /m)
  .slice(1)
  .map((group) => {
    const [title, ...cases] = group.trimEnd().split(/\n{2,}/);
    return { title: title!, cases: cases.map(readCase) };
  });

function readCase(text: string): Case {
  const rows = text.split('\n');
  return {
    lines: rows.filter((row) => row.startsWith('>')).map((row) => row.slice(2)),
    tokens: rows.filter((row) => !row.startsWith('>')),
  };
}

/** The coloured tokens of the last line. Blanks at the ends of a token are not looked at. */
function colours(grammar: IGrammar, lines: readonly string[]): string[] {
  let state = INITIAL;
  let tokens: string[] = [];
  for (const line of lines) {
    const result = tokenize(grammar, line, state);
    state = result.state;
    tokens = result.tokens
      .filter(({ text, scopes }) => scopes !== '' && text.trim() !== '')
      .map(({ text, scopes }) => `${text.trim()} | ${scopes.replace(/\.cable(?= |$)/g, '')}`);
  }
  return tokens;
}

const BEFORE: Record<string, string> = {
  '': ' after a blank line',
  '---': ' after a rule',
  '\\': ' after a backslash',
};

describe('grammar: scopes', () => {
  let grammar: IGrammar;
  before(async () => {
    grammar = await loadGrammar();
  });

  for (const { title, cases } of groups)
    describe(title, () => {
      for (const { lines, tokens } of cases)
        it(lines.at(-1) + (BEFORE[lines.at(-2) ?? 'none'] ?? ''), () =>
          assert.deepEqual(colours(grammar, lines), tokens),
        );
    });

  it('are the same with the blank that archives put at the end of a line', () => {
    for (const { lines, tokens } of groups.flatMap(({ cases }) => cases))
      assert.deepEqual(
        colours(grammar, [...lines.slice(0, -1), lines.at(-1)!.replace(/\\?$/, ' $&')]),
        tokens,
        lines.at(-1),
      );
  });

  it('all occur in the table', () => {
    const shown = new Set(groups.flatMap(({ cases }) => cases.flatMap(({ tokens }) => tokens.flatMap(scopesOf))));
    assert.deepEqual(
      scopeNames().filter((name) => !shown.has(name)),
      [],
    );
  });
});

const scopesOf = (token: string): string[] =>
  token
    .slice(token.lastIndexOf(' | ') + 3)
    .split(' ')
    .map((name) => `${name}.cable`);
