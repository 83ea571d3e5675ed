/**
 * Leaves the examples of the rules out of a bundle. They are for the rules' pages, which only the command prints; of the server they would be
 * a fifth, loaded at every start.
 */
import { readFile } from 'node:fs/promises';
import { parse } from 'acorn';
import { simple } from 'acorn-walk';
import { transform } from 'esbuild';

const RULE = /[\\/]server[\\/]src[\\/]rules[\\/](?:archive|body|header|text|xref)[\\/][^\\/]+\.ts$/;
const EXAMPLES = new Set(['bad', 'good']);

/** @type {import('esbuild').Plugin} */
export const withoutExamples = {
  name: 'without-examples',
  setup({ onLoad }) {
    onLoad({ filter: RULE }, async ({ path }) => {
      const { code } = await transform(await readFile(path, 'utf8'), { loader: 'ts', target: 'es2022' });
      return { contents: emptied(code), loader: 'js' };
    });
  },
};

/** The script with `bad: []` and `good: []` in each `rule({…})`. */
function emptied(script) {
  const cuts = [];
  simple(parse(script, { ecmaVersion: 'latest', sourceType: 'module' }), {
    CallExpression({ callee, arguments: [definition] }) {
      if (callee.name !== 'rule' || definition?.type !== 'ObjectExpression') return;
      for (const { key, value } of definition.properties) if (EXAMPLES.has(key?.name)) cuts.push(value);
    },
  });
  return cuts
    .sort((a, b) => b.start - a.start)
    .reduce((text, { start, end }) => `${text.slice(0, start)}[]${text.slice(end)}`, script);
}
