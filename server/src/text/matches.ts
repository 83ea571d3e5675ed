/**
 * All matches of a global pattern, which must not match nothing. `matchAll` first copies the pattern: for a text as short as a line that
 * costs more than the search.
 */
export function matches(text: string, pattern: RegExp): RegExpExecArray[] {
  const found: RegExpExecArray[] = [];
  pattern.lastIndex = 0;
  for (let match = pattern.exec(text); match; match = pattern.exec(text)) found.push(match);
  return found;
}
