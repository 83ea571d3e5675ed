/** The body of a message as blocks: headings, paragraphs, headers given again. */
import type { MessageView } from '../model/view';
import { type BlockKind, isLine, type Paragraph, type TextHeader } from '../syntax/tree';
import type { Block } from './document';
import { readParts } from './parts';
import { foldBlanks, plain, type Runs } from './runs';

export function readBlocks(view: MessageView, runs: Runs): Block[] {
  const found: Block[] = [];
  const roleOf = roles(view);
  for (const { heading, children } of view.message.body.sections) {
    for (const child of children) {
      if (isLine(child)) continue;
      const line = view.lineOf(child.start);
      if (child === heading) found.push({ kind: 'heading', runs: runs([heading.title]), line });
      else if (child.kind === 'paragraph') {
        const paragraph = child as Paragraph;
        const { number, mark } = paragraph;
        found.push({
          kind: 'paragraph',
          number: number && view.text(number),
          mark: mark && view.text(mark),
          parts: readParts(view, paragraph, runs),
          role: roleOf(paragraph),
          line,
        });
      } else if (child.kind === 'text-header') {
        const { fields } = child as TextHeader;
        const lines = fields.map((each) => [plain(foldBlanks(view.text({ start: each.start, end: each.end })).trim())]);
        found.push({ kind: 'lines', lines, line });
      }
    }
  }
  return found;
}

/** Tells in which named block a paragraph begins, and whether somebody else wrote it. Paragraphs are asked for in order. */
function roles({ message, paragraphs }: MessageView): (paragraph: Paragraph) => BlockKind | null {
  const own = new Set(paragraphs.map(({ paragraph }) => paragraph));
  const blocks = message.blocks.filter(({ kind }) => kind !== 'quoted-text');
  let at = 0;
  let open: typeof blocks = [];
  return (paragraph) => {
    const { start, textStart } = paragraph;
    while (at < blocks.length && blocks[at]!.start <= Math.max(textStart + 1, start)) open.push(blocks[at++]!);
    open = open.filter((each) => each.end > textStart);
    return own.has(paragraph) ? (open.at(-1)?.kind ?? null) : 'quoted-text';
  };
}
