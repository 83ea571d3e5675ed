/** The regular expressions that the code puts together: written down as they are made, while every rule and the cards read every invented cable. */
import { join } from 'node:path';
import type { Expression } from './expressions';
import { codeFiles, ROOT } from './literals';

export interface Built extends Expression {
  /** Line and column of the call in the file, as Node tells them. */
  readonly place: string;
}

/** Entry points and threads, which begin to work as soon as they are read. */
const STARTS = /\/(?:main|cable|[a-z-]*worker)\.ts$/;

export function builtExpressions(): Built[] {
  const made: Built[] = [];
  const plain = globalThis.RegExp;
  const write = (pattern: unknown, flags: unknown): void => {
    const caller =
      new Error()
        .stack!.split('\n')
        .slice(2)
        .find((line) => !line.includes(__filename)) ?? '';
    const [, file, place] = plain('(server/src/[^:]+\\.ts):(\\d+:\\d+)').exec(caller.replaceAll('\\', '/')) ?? [];
    if (!file) return;
    const expression = plain(pattern as string, flags as string);
    made.push({ source: expression.source, flags: expression.flags, file, place: place! });
  };
  globalThis.RegExp = new Proxy(plain, {
    construct(target, [pattern, flags], newTarget) {
      write(pattern, flags);
      return Reflect.construct(target, [pattern, flags], newTarget);
    },
    apply(target, self, [pattern, flags]) {
      write(pattern, flags);
      return Reflect.apply(target, self, [pattern, flags]);
    },
  });
  try {
    work();
  } finally {
    globalThis.RegExp = plain;
  }
  return made;
}

/** Loads all of the server and lets it work. Once for a process: a module that was read before makes its expressions no more. */
function work(): void {
  for (const file of codeFiles('server/src')) if (!STARTS.test(file)) require(join(ROOT, file));
  const { parse } = require('../../server/src/syntax/parse') as typeof import('../../server/src/syntax/parse');
  const { check } = require('../../server/src/rules/check') as typeof import('../../server/src/rules/check');
  const { RULES } = require('../../server/src/rules/table') as typeof import('../../server/src/rules/table');
  const { readExample, SHELF } = require('../support/examples') as typeof import('../support/examples');
  const { expand } = require('../../server/src/files/wildcards') as typeof import('../../server/src/files/wildcards');
  expand('a*b?.cable', () => ['ab.cable'], 'win32');
  for (const { name, bad, good } of RULES)
    for (const example of [...bad, ...good])
      check(parse(readExample(example).text), new Map([[name, 'error']]), undefined, SHELF);
}
