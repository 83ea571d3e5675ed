/**
 * The expressions that the editor runs in its own ways: those of the grammar, which Oniguruma reads, and those of the package and of
 * the language's configuration.
 */

import { expressions } from '../grammar/rules';
import { readJson } from '../grammar/support';
import type { Expression } from './expressions';

/** An escape, a class, or what opens or closes a group: the only places where a bracket or a letter is not itself. */
const PART = /\\.|\[(?:\\.|[^\]\\])*\]|\(\?i:|\(\?<?[=!:>]|[()$]|[A-Za-z]/gs;

/**
 * As JavaScript reads it. A possessive repetition or an atomic group becomes a plain one, and where the last match ended is left out: both
 * try more, so that what is linear so is linear with them too. `$` is the end of any line; where case is free, letters have both. Nothing
 * else that differs occurs; should it, the translation throws.
 */
export function fromOniguruma(text: string): { source: string; flags: string } {
  const flags = text.startsWith('(?i)') ? 'i' : '';
  const source = (flags ? text.slice(4) : text).replaceAll('(?!\\G)', '');
  // Whether case is free in each of the open groups.
  const free = [false];
  const plain = source.replace(PART, (part, at: number) => {
    if (/^\\[hHGAZzRXKgk]|^\[.*(?:\[:|&&)/s.test(part) || (part === '(' && source[at + 1] === '?'))
      throw new Error(`${source.slice(at, at + 10)} is not translated`);
    if (part === '$') return '(?![^\\n])';
    if (part === ')') free.pop();
    else if (part.startsWith('(')) {
      free.push(part === '(?i:' || free.at(-1)!);
      return part === '(?i:' || part === '(?>' ? '(?:' : part;
    } else if (free.at(-1) && part.startsWith('[')) return `${part.slice(0, -1)}${swapped(part.slice(1, -1))}]`;
    else if (free.at(-1) && part.length === 1) return `[${part}${swapped(part)}]`;
    return part;
  });
  return {
    source: plain.replace(/(\\.|\[(?:\\.|[^\]\\])*\])|([*+?}])\+/gs, (whole, _, repeated) => repeated ?? whole),
    flags,
  };
}

/** Letters in the other case; escapes stay, and so does the `^` of a class, as it stands no longer at its beginning. */
const swapped = (letters: string): string =>
  letters.replace(/\\.|[a-z]|[A-Z]/gs, (one) =>
    one.startsWith('\\') ? one : one === one.toLowerCase() ? one.toUpperCase() : one.toLowerCase(),
  );

export function grammarExpressions(): Expression[] {
  const file = 'syntaxes/cable.tmLanguage.json';
  return expressions.map(({ source }) => ({ ...fromOniguruma(source), file }));
}

/** What package.json and the language's configuration say: of first lines, of words, of a problem's line. */
export function declaredExpressions(): Expression[] {
  return ['package.json', 'language-configuration.json'].flatMap((file) =>
    declaredIn(readJson(file)).map((source) => ({ source, flags: '', file })),
  );
}

/** Keys whose values are regular expressions, wherever they stand. */
const KEYS =
  /^(?:firstLine|wordPattern|regexp|pattern|beforeText|afterText|previousLineText|increaseIndentPattern|decreaseIndentPattern)$/;

function declaredIn(value: unknown): string[] {
  if (Array.isArray(value)) return value.flatMap(declaredIn);
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([key, inner]) =>
    typeof inner === 'string' && KEYS.test(key) ? [inner] : declaredIn(inner),
  );
}
