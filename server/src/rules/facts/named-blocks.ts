/** Named blocks and the words that open and close them (FORMAT 4.3). */
import type { Block, BlockKind } from '../../syntax/tree';

export const NAMES: Readonly<Record<BlockKind, string>> = {
  summary: 'summary',
  comment: 'comment',
  'action-request': 'action request',
  note: 'note',
  'quoted-text': 'quoted text',
};

/** What is wrong with the second summary of a cable comes from the first. */
export function firstOfKind(blocks: readonly Block[]): Block[] {
  const kinds = new Set<BlockKind>();
  return blocks.filter(({ kind }) => !kinds.has(kind) && kinds.add(kind));
}
