/** Texts of paragraphs and blocks, page lines taken out (FORMAT 4.5). */
import type { Cable, Message, Paragraph, Section, Span } from '../syntax/tree';
import { fold, memo } from './fields';

const IS_TEXT = new Set(['text', 'list-item', 'table', 'blank', 'rule']);

/** The text of a paragraph, number and mark left out. */
export function paragraphText(cable: Cable, paragraph: Paragraph): string {
  return textBetween(cable, [paragraph], { start: paragraph.textStart, end: paragraph.end });
}

/** The text of paragraphs within a span: numbers, marks, headings and furniture left out. */
export function textBetween(cable: Cable, paragraphs: readonly Paragraph[], { start, end }: Span): string {
  const parts: string[] = [];
  for (const paragraph of paragraphs) {
    for (const line of paragraph.children) {
      const from = Math.max(line.start, start, paragraph.textStart);
      const to = Math.min(line.end, end);
      if (from < to && IS_TEXT.has(line.kind)) parts.push(cable.clean.slice(from, to));
    }
  }
  return fold(parts.join(' '));
}

/** The text between Summary and End Summary, or null (FORMAT 4.3). */
export function summaryText(cable: Cable, message: Message): string | null {
  const block = message.blocks.find(({ kind }) => kind === 'summary');
  if (!block) return null;
  const paragraphs = message.body.sections.flatMap((section) => section.paragraphs);
  const start = block.openedBy === 'run-in' ? block.opener!.end : block.start;
  const text = textBetween(cable, paragraphs, { start, end: block.closer ? block.closer.start : block.end });
  return text.replace(/^[^A-Za-z0-9]{0,3}(?:and [A-Z][a-z]+)?\s*:\s*/i, '').replace(/[\s(-]+$/, '') || null;
}

/** A paragraph that the drafter wrote: not one of a text that is quoted. */
export interface OwnParagraph {
  readonly paragraph: Paragraph;
  readonly section: Section;
  /** Its number; null without one, and for `2a`, which belongs to the paragraph before. */
  readonly value: number | null;
}

/** The paragraphs of a message, those of quoted texts left out (FORMAT 4.1, 4.3). */
export const ownParagraphs = memo((message: Message, cable: Cable): readonly OwnParagraph[] => {
  const found: OwnParagraph[] = [];
  const quotations = message.blocks.filter(({ kind, opener }) => kind === 'quoted-text' && opener);
  let at = 0;
  let quotedTo = 0;
  for (const section of message.body.sections) {
    for (const paragraph of section.paragraphs) {
      for (; at < quotations.length && quotations[at]!.start <= paragraph.start; at++)
        quotedTo = Math.max(quotedTo, quotations[at]!.end);
      if (paragraph.start < quotedTo) continue;
      const digits = paragraph.number ? cable.clean.slice(paragraph.number.start, paragraph.number.end) : '';
      found.push({ paragraph, section, value: /^\d+$/.test(digits) ? Number(digits) : null });
    }
  }
  return found;
});
