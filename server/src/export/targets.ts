/** Where in its own document a mention leads. */
import type { Mention } from '../model/mentions';
import type { MessageDocument } from './document';

/** Counted from 1, in the order of the document; the line of the file from 0. */
export interface Target {
  readonly kind: 'paragraph' | 'reference';
  readonly at: number;
  readonly line: number | null;
}

/** Finds the paragraph or the entry of the REF block that is meant, the entry itself included; null where it is not in the document. */
export function targetsOf({ blocks, references }: MessageDocument): (mention: Mention) => Target | null {
  const byNumber = new Map<string, Target>();
  let at = 0;
  for (const block of blocks) {
    if (block.kind !== 'paragraph') continue;
    at++;
    // Of several with one number the first is meant.
    if (block.number !== null && !byNumber.has(block.number))
      byNumber.set(block.number, { kind: 'paragraph', at, line: block.line });
  }
  return ({ entries, paragraphs, own }) => {
    if (own && paragraphs)
      return byNumber.get(`${paragraphs.first}${paragraphs.letter}`) ?? byNumber.get(String(paragraphs.first)) ?? null;
    const entry = entries[0] ? references.indexOf(entries[0]) : -1;
    return entry < 0 ? null : { kind: 'reference', at: entry + 1, line: null };
  };
}
