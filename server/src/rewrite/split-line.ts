/** A line that was joined from two, split again where something begins inside it (FORMAT 2.6, 6). */
import type { MessageView } from '../model/view';
import type { Cable } from '../syntax/tree';
import { type Edit, lineEnd, lineStart } from '../text/edits';
import { breakLine } from './header-lines';

/** Where the parser saw a line begin inside the line around an offset. */
export function joinsIn(cable: Cable, offset: number): number[] {
  const { text, lines } = cable;
  const [from, to] = [lineStart(text, offset), lineEnd(text, offset)];
  let low = 0;
  let high = lines.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (lines[middle]!.start <= from) low = middle + 1;
    else high = middle;
  }
  const found: number[] = [];
  for (let at = low; at < lines.length && lines[at]!.start < to; at++)
    if (lines[at]!.start > from) found.push(lines[at]!.start);
  return found;
}

/** The line around an offset with a break at each place where another line begins in it. */
export const splitJoinedLine = (view: MessageView, offset: number): Edit[] =>
  joinsIn(view.cable, offset).map((at) => breakLine(view, at));
