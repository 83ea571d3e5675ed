/** The regular expressions that stand in the code: literals, and how many are put together from words. */
import { readdirSync, readFileSync } from 'node:fs';
import { join, sep } from 'node:path';
import { type Node, parse } from 'acorn';
import { full } from 'acorn-walk';
import { transformSync } from 'esbuild';
import type { Expression } from './expressions';

export const ROOT = join(__dirname, '..', '..');

export const codeFiles = (folder: string): string[] =>
  readdirSync(join(ROOT, folder), { recursive: true, encoding: 'utf8' })
    .filter((file) => file.endsWith('.ts'))
    .sort()
    .map((file) => `${folder}/${file.split(sep).join('/')}`);

export interface Found {
  readonly literals: readonly Expression[];
  /** Calls of `RegExp` with the file that holds them; what they make is known only when they run. */
  readonly calls: readonly string[];
}

/** What acorn finds in a file of TypeScript, once esbuild has taken the types away. */
export function expressionsIn(file: string): Found {
  const { code } = transformSync(readFileSync(join(ROOT, file), 'utf8'), {
    loader: 'ts',
    format: 'esm',
    charset: 'utf8',
  });
  const literals: Expression[] = [];
  const calls: string[] = [];
  full(parse(code, { ecmaVersion: 'latest', sourceType: 'module' }), (node: Node) => {
    const { type, regex, callee } = node as Node & {
      regex?: { pattern: string; flags: string };
      callee?: { type: string; name?: string; property?: { name?: string } };
    };
    if (type === 'Literal' && regex) literals.push({ source: regex.pattern, flags: regex.flags, file });
    if (
      (type === 'NewExpression' || type === 'CallExpression') &&
      (callee?.name ?? callee?.property?.name) === 'RegExp'
    )
      calls.push(file);
  });
  return { literals, calls };
}
