/** The REF block laid out: each reference that has a letter on a line of its own, all below the first (FORMAT 3.8). */
import { ENUM } from '../model/references';
import type { MessageView } from '../model/view';
import type { Field } from '../syntax/tree';
import { type Edit, lineBreak, lineStart } from '../text/edits';
import { matches } from '../text/matches';
import { isSimple } from './simple-field';

/** White space before the letters that follow each other from A on. Empty where that is not how the block is written. */
export function layReferencesOut(view: MessageView, field: Field): Edit[] {
  const { text } = view.cable;
  if (!isSimple(view, field)) return [];
  const end = field.children.findLast(({ kind }) => kind === 'text')!.end;
  const value = text.slice(field.value, end);
  const starts = matches(value, ENUM).map(({ index, 0: mark }) => field.value + index + (/^[\s;,]/.test(mark) ? 1 : 0));
  const letters = matches(value, ENUM).map((match) => match.slice(1).find((letter) => letter !== undefined));
  if (letters.length === 0 || letters.some((letter, i) => letter !== String.fromCharCode(65 + i))) return [];
  const first = starts[0]!;
  if (/\S/.test(text.slice(field.value, first))) return [];
  const edits: Edit[] = [];
  const labelEnd = field.label.start + text.slice(field.label.start, field.value).trimEnd().length;
  let indent = first - lineStart(text, first);
  // One blank behind the label, where the first stands there.
  if (labelEnd > field.label.start && lineStart(text, first) <= labelEnd) {
    indent = labelEnd + 1 - lineStart(text, labelEnd);
    if (text.slice(labelEnd, first) !== ' ') edits.push({ start: labelEnd, end: first, text: ' ' });
  }
  for (const start of starts.slice(1)) {
    let from = start;
    while (/\s/.test(text[from - 1]!)) from--;
    const gap = text.slice(from, start);
    const right = lineBreak(text) + ' '.repeat(indent);
    if (gap.replace(/^[ \t]+(?=[\r\n])/, '') !== right) edits.push({ start: from, end: start, text: right });
  }
  return edits;
}
