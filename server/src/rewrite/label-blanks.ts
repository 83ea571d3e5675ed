/** The blanks behind the labels of the executive order and the subject (FORMAT 3.5, 3.7). */
import type { MessageView } from '../model/view';
import type { Field } from '../syntax/tree';
import { type Edit, lineEnd } from '../text/edits';
import { matches } from '../text/matches';
import { isSimple } from './simple-field';

/**
 * One blank between label and value, none before the colon; in an executive order, which is not prose, one between its words as well.
 * Empty where the value stands on another line, or something else stands on this one.
 */
export function layLabelOut(view: MessageView, field: Field): Edit[] {
  const { text } = view.cable;
  const { label, value } = field;
  // The simple question first: thousands of labels may stand on one line.
  if (label.start === label.end || !isSimple(view, field)) return [];
  const end = Math.min(lineEnd(text, label.start), field.children[0]!.end);
  if (value >= end) return [];
  const edits: Edit[] = [];
  const replace = (from: number, to: number, right: string): void => {
    if (text.slice(from, to) !== right) edits.push({ start: from, end: to, text: right });
  };
  const gap = text.slice(label.end, value);
  const colon = gap.trim();
  if (colon.length > 1) return [];
  replace(label.end, value, `${colon} `);
  if (field.kind === 'eo')
    for (const { index, 0: blanks } of matches(text.slice(value, end).trimEnd(), /[ \t]{2,}/g))
      replace(value + index, value + index + blanks.length, ' ');
  return edits;
}
