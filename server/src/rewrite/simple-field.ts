import type { MessageView } from '../model/view';
import type { Field } from '../syntax/tree';

/** Whether a field is whole lines of plain text, one below the other, from its label on: no page line, no entity, nothing joined to it. */
export function isSimple({ cable: { text, clean } }: MessageView, { children, label, value, reading }: Field): boolean {
  const first = children[0]!;
  const at = children.findLastIndex(({ kind }) => kind === 'text');
  const last = children[at];
  return (
    last !== undefined &&
    reading !== 'swallowed' &&
    children.every(({ kind, next }, i) => i > at || (kind === 'text' && isLineStart(text, next))) &&
    isLineStart(text, first.start) &&
    /^\s*$/.test(text.slice(first.start, label.start)) &&
    value <= first.end &&
    text.slice(first.start, last.end).replaceAll('\t', ' ') === clean.slice(first.start, last.end)
  );
}

const isLineStart = (text: string, at: number): boolean =>
  at === 0 || at === text.length || text[at - 1] === '\n' || text[at - 1] === '\r';
