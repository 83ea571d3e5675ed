/** Texts of paragraphs and blocks, page lines taken out (FORMAT 4.5). */
import type { Cable, Message, Paragraph, Section, Span } from '../syntax/tree';
import { fold } from './fields';
import type { MessageView } from './view';

const IS_TEXT = new Set(['text', 'list-item', 'table', 'blank', 'rule']);

/** The text of a paragraph, number and mark left out. */
export function paragraphText(cable: Cable, paragraph: Paragraph): string {
  return textBetween(cable, [paragraph], { start: paragraph.textStart, end: paragraph.end });
}

/** The beginning of that text: all of it, or more than so many characters of it. Of a long paragraph only the first lines are read. */
export function paragraphOpening(cable: Cable, { children, textStart }: Paragraph, length: number): string {
  let text = '';
  for (const { kind, start, end } of children) {
    const from = Math.max(start, textStart);
    if (from >= end || !IS_TEXT.has(kind)) continue;
    text = text === '' ? cable.clean.slice(from, end) : `${text} ${cable.clean.slice(from, end)}`;
    if (text.length <= length) continue;
    const folded = fold(text);
    if (folded.length > length) return folded;
  }
  return fold(text);
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
  return text.replace(/^[^A-Za-z0-9]{0,3}(?:and [A-Z][a-z]+)?\s*:\s*/i, '').replace(/(?<![\s(-])[\s(-]+$/, '') || null;
}

/** A paragraph that the drafter wrote: not one of a text that is quoted. */
export interface OwnParagraph {
  readonly paragraph: Paragraph;
  readonly section: Section;
  /** Its number; null without one, and for `2a`, which belongs to the paragraph before. */
  readonly value: number | null;
}

const OPENS = /^(?:BEGIN (?!SUM|COM|NOTE|ACTION)|QUOTE\b)/i;
const CLOSES = /^(?:END (?!SUM|COM|NOTE|ACTION)|UNQUOTE\b)/i;

/** Where quoted texts begin and end, in order. The words may stand alone above a paragraph, and then look like a heading. */
function quotations(message: Message, cable: Cable): { at: number; opens: boolean }[] {
  const found: { at: number; opens: boolean }[] = [];
  for (const { kind, opener, closer } of message.blocks) {
    if (kind !== 'quoted-text') continue;
    if (opener) found.push({ at: opener.start, opens: true });
    if (closer) found.push({ at: closer.end, opens: false });
  }
  for (const { heading } of message.body.sections) {
    const title = heading ? cable.clean.slice(heading.title.start, heading.title.end) : '';
    if (OPENS.test(title)) found.push({ at: heading!.title.start, opens: true });
    else if (CLOSES.test(title)) found.push({ at: heading!.title.end, opens: false });
  }
  return found.sort((a, b) => a.at - b.at);
}

/** The paragraphs of a message, those of quoted texts left out (FORMAT 4.1, 4.3). */
export function readOwnParagraphs(message: Message, cable: Cable): OwnParagraph[] {
  const found: OwnParagraph[] = [];
  const marks = quotations(message, cable);
  let at = 0;
  let quoted = false;
  for (const section of message.body.sections) {
    for (const paragraph of section.paragraphs) {
      for (; at < marks.length && marks[at]!.at <= paragraph.start; at++) quoted = marks[at]!.opens;
      if (quoted) continue;
      const digits = paragraph.number ? cable.clean.slice(paragraph.number.start, paragraph.number.end) : '';
      found.push({ paragraph, section, value: /^\d+$/.test(digits) ? Number(digits) : null });
    }
  }
  return found;
}

/** Written by the drafter, above the body or in one of its paragraphs: a text that he quotes cites its own references and paragraphs. */
export const isOwn = (view: MessageView, { start }: Span): boolean =>
  start < view.message.body.start || (within(ownSpans(view), start) && !within(quotedSpans(view), start));

/** Of a text that is quoted, or perhaps so: between paragraphs, where some are quoted. */
export function isQuoted(view: MessageView, at: number): boolean {
  const { body } = view.message;
  if (at < body.start || within(ownSpans(view), at)) return within(quotedSpans(view), at);
  const all = body.sections.reduce((sum, { paragraphs }) => sum + paragraphs.length, 0);
  return all !== view.paragraphs.length || quotedSpans(view).length > 0;
}

const ownSpans = (view: MessageView): readonly Span[] => view.once(findOwnSpans);
const findOwnSpans = (view: MessageView): Span[] => view.paragraphs.map(({ paragraph }) => paragraph);
/** Quoted texts, those that overlap as one. */
const quotedSpans = (view: MessageView): readonly Span[] => view.once(findQuotedSpans);
function findQuotedSpans({ message }: MessageView): Span[] {
  const found: Span[] = [];
  for (const { kind, start, end } of message.blocks) {
    if (kind !== 'quoted-text') continue;
    const before = found.at(-1);
    if (before && start < before.end) found[found.length - 1] = { start: before.start, end: Math.max(before.end, end) };
    else found.push({ start, end });
  }
  return found;
}

/** Whether an offset lies within one of some spans, which are in order and do not overlap. */
function within(spans: readonly Span[], at: number): boolean {
  let low = 0;
  let high = spans.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (spans[middle]!.start <= at) low = middle + 1;
    else high = middle;
  }
  return low > 0 && at < spans[low - 1]!.end;
}
