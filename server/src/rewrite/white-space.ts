/** From one text to another that differs from it in white space only. */
import type { Edit } from '../text/edits';
import { isWhiteSpace } from '../text/white-space';

/**
 * The edits, each as small as it can be. Where a run of one character (a rule) is longer in one of the texts, that is an edit as well.
 * Linear; whatever the texts are, the edits make the one of the other.
 */
export function whiteSpaceEdits(before: string, after: string): Edit[] {
  const edits: Edit[] = [];
  let [i, j] = [0, 0];
  while (i < before.length || j < after.length) {
    if (i < before.length && before.charCodeAt(i) === after.charCodeAt(j)) {
      i++;
      j++;
      continue;
    }
    const [a, b] = difference(before, i, after, j);
    if (a === i && b === j) {
      // Other texts than those this is for: the rest at once.
      edits.push({ start: i, end: before.length, text: after.slice(j) });
      break;
    }
    edits.push(trimmed(before, i, a, after, j, b));
    [i, j] = [a, b];
  }
  return edits;
}

/** Where two texts that differ from here on may be one again. */
function difference(before: string, i: number, after: string, j: number): [number, number] {
  const char = before[i - 1];
  if (i > 0 && char === after[j - 1] && char && RULE.includes(char)) {
    if (before[i] === char) return [runEnd(before, i, char), j];
    if (after[j] === char) return [i, runEnd(after, j, char)];
  }
  return [blankEnd(before, i), blankEnd(after, j)];
}
const RULE = '-=_*~.\u2010\u2011\u2012\u2013\u2014\u2015';

function runEnd(text: string, from: number, char: string): number {
  let at = from;
  while (text[at] === char) at++;
  return at;
}
function blankEnd(text: string, from: number): number {
  let at = from;
  while (at < text.length && isWhiteSpace(text.charCodeAt(at))) at++;
  return at;
}

/** Without the end that both have; never between CR and LF. */
function trimmed(before: string, i: number, a: number, after: string, j: number, b: number): Edit {
  let [start, from, end, to] = [i, j, a, b];
  while (end > start && to > from && before[end - 1] === after[to - 1]) [end, to] = [end - 1, to - 1];
  if (isInBreak(before, end) || isInBreak(after, to)) [end, to] = [end + 1, to + 1];
  if (isInBreak(before, start) || isInBreak(after, from)) [start, from] = [start - 1, from - 1];
  return { start, end, text: after.slice(from, to) };
}
const isInBreak = (text: string, at: number): boolean => text[at] === '\n' && text[at - 1] === '\r';
