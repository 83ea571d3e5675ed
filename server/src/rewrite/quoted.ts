/** Quoted texts (FORMAT 4.3): what another has written is not set anew. */
import type { MessageView } from '../model/view';
import type { Span } from '../syntax/tree';

/** Whether a line touches a quoted text, or the words around it. */
export function isQuoted(view: MessageView, { start, end }: Span): boolean {
  const spans = view.once(findQuoted);
  let low = 0;
  for (let high = spans.length; low < high; ) {
    const middle = (low + high) >> 1;
    if (spans[middle]!.end <= start) low = middle + 1;
    else high = middle;
  }
  return low < spans.length && spans[low]!.start < end;
}

/** In order, those that overlap as one. */
function findQuoted({ message }: MessageView): Span[] {
  const found: Span[] = [];
  for (const { kind, start, end } of message.blocks) {
    if (kind !== 'quoted-text') continue;
    const last = found.at(-1);
    if (last && start < last.end) found[found.length - 1] = { start: last.start, end: Math.max(last.end, end) };
    else found.push({ start, end });
  }
  return found;
}
