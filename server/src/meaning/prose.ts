/** The words of the message itself, without the lines that machines put between them. */
import { memo } from '../model/fields';
import type { Cable, Line, Message } from '../syntax/tree';
import { leaves } from '../syntax/tree';

const PROSE = new Set<Line['kind']>(['text', 'heading', 'list-item', 'table']);

/**
 * The decoded text with everything but prose blanked out, of the same length: offsets stay true, and a name that a page line breaks
 * in two is whole again but for blanks. Prose is the text header and the body of every message.
 */
export const prose = memo((cable: Cable): string => {
  const parts: string[] = [];
  let at = 0;
  const blankUpTo = (offset: number) => {
    if (offset > at) parts.push(' '.repeat(offset - at));
    at = Math.max(at, offset);
  };
  for (const message of cable.messages)
    for (const line of linesOf(message)) {
      blankUpTo(line.start);
      parts.push(cable.clean.slice(at, line.next));
      at = Math.max(at, line.next);
    }
  blankUpTo(cable.text.length);
  return parts.join('');
});

function linesOf({ header, body }: Message): Line[] {
  const fields = header?.fields.filter(({ kind }) => kind !== 'unknown-line') ?? [];
  return [...fields.flatMap(({ children }) => children), ...withoutFurniture(leaves(body))];
}

/** Prose and the blank lines between its paragraphs; those around a page line belong to the page line. */
function withoutFurniture(lines: readonly Line[]): Line[] {
  const kept: Line[] = [];
  let blanks: Line[] = [];
  let afterFurniture = false;
  for (const line of lines) {
    if (line.kind === 'blank') blanks.push(line);
    else if (PROSE.has(line.kind)) {
      kept.push(...(afterFurniture ? [] : blanks), line);
      blanks = [];
      afterFurniture = false;
    } else {
      blanks = [];
      afterFurniture = true;
    }
  }
  return kept;
}
