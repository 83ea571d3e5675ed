/** A rewriting done to the end: what comes to light by it is rewritten as well. */
import { type MessageView, viewOf } from '../model/view';
import { parse } from '../syntax/parse';
import { difference } from '../text/difference';
import { applyEdits, type Edit } from '../text/edits';

/** Enough for any text that was not made to need more. */
const ROUNDS = 10;

/**
 * What a rewriting does to a message, and does to what it then finds, until nothing is left to do. A paragraph may only be known as one when
 * the one before it has its number, a line as that of a page when the one before it is gone. Offsets in UTF-16 code units; small edits where
 * once is enough, as it is in all but damaged cables, else a single one.
 * @param edits what it does to the message as it is, where that is known
 */
export function settle(
  view: MessageView,
  rewrite: (view: MessageView) => readonly Edit[],
  edits = rewrite(view),
): readonly Edit[] {
  const { cable, message } = view;
  if (!edits.length) return edits;
  const at = cable.messages.indexOf(message);
  const once = applyEdits(cable.text, edits);
  let text = once;
  for (let round = 1; round < ROUNDS; round++) {
    const now = parse(text);
    const same = now.messages[at];
    const next = same ? applyEdits(text, rewrite(viewOf(now, same))) : text;
    if (next === text) break;
    text = next;
  }
  return text === once ? edits : difference(cable.text, text);
}
