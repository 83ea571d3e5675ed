/** The REF block laid out: each reference that has a letter on a line of its own, all below the first (FORMAT 3.8). */
import { ENUM } from '../model/references';
import type { MessageView } from '../model/view';
import type { Field } from '../syntax/tree';
import { type Edit, lineBreak, lineStart } from '../text/edits';
import { matches } from '../text/matches';
import { isWhiteSpace } from '../text/white-space';
import { isSimple } from './simple-field';

/**
 * White space before the letters that follow each other from A on, and in a reference that was broken over lines but fits on one. Empty
 * where that is not how the block is written.
 */
export function layReferencesOut(view: MessageView, field: Field, width: number): Edit[] {
  const { text } = view.cable;
  if (!isSimple(view, field)) return [];
  const end = field.children.findLast(({ kind }) => kind === 'text')!.end;
  const marks = matches(text.slice(field.value, end), ENUM);
  if (!marks.length || marks.some((mark, i) => letterOf(mark) !== String.fromCharCode(65 + i))) return [];
  const starts = marks.map(({ index, 0: mark }) => field.value + index + (/^[\s;,]/.test(mark) ? 1 : 0));
  const first = starts[0]!;
  if (/\S/.test(text.slice(field.value, first))) return [];
  const edits: Edit[] = [];
  const replace = (from: number, to: number, right: string): void => {
    if (text.slice(from, to) !== right) edits.push({ start: from, end: to, text: right });
  };
  const labelEnd = inkBefore(text, field.value);
  let indent = first - lineStart(text, first);
  // One blank behind the label, where the first stands there.
  if (labelEnd > field.label.start && lineStart(text, first) <= labelEnd) {
    indent = labelEnd + 1 - lineStart(text, labelEnd);
    replace(labelEnd, first, ' ');
  }
  for (const [i, start] of starts.entries()) {
    const next = starts[i + 1] ?? end;
    const stop = i + 1 < starts.length ? inkBefore(text, next) : end;
    const gaps = matches(text.slice(start, stop), /(?<!\s)\s*[\r\n]\s*/g);
    if (gaps.length && indent + text.slice(start, stop).replace(/(?<!\s)\s*[\r\n]\s*/g, ' ').length <= width)
      for (const { index, 0: gap } of gaps) replace(start + index, start + index + gap.length, ' ');
    if (next === end) break;
    const right = lineBreak(text, stop) + ' '.repeat(indent);
    // Blanks before the break are another matter.
    if (text.slice(stop, next).replace(/^[ \t]+(?=[\r\n])/, '') !== right) replace(stop, next, right);
  }
  return edits;
}

const letterOf = (mark: RegExpExecArray): string | undefined => mark.slice(1).find((letter) => letter !== undefined);
function inkBefore(text: string, offset: number): number {
  let at = offset;
  while (isWhiteSpace(text.charCodeAt(at - 1))) at--;
  return at;
}
