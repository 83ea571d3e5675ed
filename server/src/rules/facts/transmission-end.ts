/** Where the transmission header ends and the text begins (FORMAT 2.6, 2.7). */
import type { MessageView } from '../../model/view';
import { isLineStart } from '../../rewrite/header-lines';
import type { Field } from '../../syntax/tree';

/** The classification line, where it begins inside the line of the last address. */
export const joinedLine = (view: MessageView): Field | null => view.once(findJoined);

function findJoined(view: MessageView): Field | null {
  const line = view.fields('classification')[0];
  const address = view.message.transmission?.fields.at(-1);
  if (!line || !address || address.end !== line.start || isLineStart(view, line.start)) return null;
  // Where the address is part of a longer line as well, all breaks of the text were lost.
  return isLineStart(view, address.children.findLast(({ kind }) => kind === 'text')!.start) ? line : null;
}

/** The BT after the text. */
export const closingBt = ({ message }: MessageView): Field | undefined =>
  message.ending?.fields.find(({ kind }) => kind === 'bt');
