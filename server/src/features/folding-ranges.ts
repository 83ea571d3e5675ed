/** What can be folded away. */
import { type FoldingRange, FoldingRangeKind } from 'vscode-languageserver-types';
import type { Body, Field, FieldKind, LineKind, Message, Span } from '../syntax/tree';
import { leaves } from '../syntax/tree';
import { lastFrom } from '../text/sorted';
import type { Snapshot } from './snapshot';

/**
 * Preamble, transmission header and text header, each apart, as the one is mostly noise and the other is not; addressees, TAGS and other
 * fields of several lines; sections, paragraphs, quoted texts; the end, and the attributes of a record. What the relay put between two
 * pages folds into its first line, and is told as a comment: so an editor's "Fold All Block Comments" leaves only the cable itself.
 * In the order of the lines; each lies within the one before it or behind it, and none begin on the same line.
 */
export function foldingRanges({ cable, lines, text }: Snapshot): FoldingRange[] {
  const ranges: FoldingRange[] = [];
  const add = ({ start, end }: Span, kind?: FoldingRangeKind) => {
    let last = end;
    while (last > start && /\s/.test(text[last - 1]!)) last--;
    const startLine = lines.lineAt(start);
    const endLine = lines.lineAt(Math.max(start, last - 1));
    if (endLine > startLine) ranges.push({ startLine, endLine, ...(kind && { kind }) });
  };
  if (cable.preamble) add(cable.preamble, FoldingRangeKind.Comment);
  if (cable.trailer) add(cable.trailer, FoldingRangeKind.Comment);
  for (const message of cable.messages) {
    const { transmission, header, body, ending } = message;
    for (const group of [transmission, header, ending]) {
      if (!group) continue;
      add(group);
      for (const list of lists(group.fields)) add(list);
    }
    for (const repeated of body.repeatedHeaders) add(repeated, FoldingRangeKind.Comment);
    for (const section of body.sections) {
      if (section.heading) add({ start: section.heading.title.start, end: section.end }, FoldingRangeKind.Region);
      for (const paragraph of section.paragraphs) add(paragraph);
    }
    for (const quoted of quotedTexts(message, text)) add(quoted);
    for (const pages of pageBreaks(body)) add(pages, FoldingRangeKind.Comment);
  }
  return nested(ranges);
}

const LISTS: ReadonlySet<FieldKind> = new Set(['to', 'info', 'xmt', 'action-block']);

/** Fields of several lines; and addressees that follow each other, as where each has its own `INFO`. */
function lists(fields: readonly Field[]): Span[] {
  const found: Span[] = [];
  for (let i = 0; i < fields.length; ) {
    const { kind, start } = fields[i]!;
    let last = fields[i]!;
    for (i++; i < fields.length && LISTS.has(kind) && fields[i]!.kind === kind; i++) last = fields[i]!;
    found.push({ start, end: last.end });
  }
  return found;
}

/**
 * Those within a section. A quoted text that begins or ends inside a paragraph is folded without that paragraph, unless it has the first
 * line of it, or the last.
 */
function quotedTexts({ blocks, body }: Message, text: string): Span[] {
  const found: Span[] = [];
  const breaks = /[\r\n]/;
  for (const block of blocks) {
    const section = block.kind === 'quoted-text' && lastFrom(body.sections, block.start);
    if (!section) continue;
    let { start } = block;
    let end = Math.min(block.end, section.end);
    const first = lastFrom(section.paragraphs, start);
    if (first && first.end < end && breaks.test(text.slice(first.start, start))) start = inkFrom(text, first.end);
    const last = lastFrom(section.paragraphs, end - 1);
    if (last && last.start > start && breaks.test(text.slice(end, last.end).trimEnd())) end = last.start;
    if (start < end) found.push({ start, end });
  }
  return found;
}

function inkFrom(text: string, offset: number): number {
  let at = offset;
  while (at < text.length && /\s/.test(text[at]!)) at++;
  return at;
}

const FURNITURE: ReadonlySet<LineKind> = new Set([
  'page',
  'repeat-class',
  'release-stamp',
  'stray-caption',
  'artefact',
]);

/** From the first line that the relay put between two pages to the last: page line, levels, stamps, and the blank lines between them. */
function pageBreaks(body: Body): Span[] {
  const found: { start: number; end: number }[] = [];
  let isOpen = false;
  for (const { kind, start, end } of leaves(body)) {
    if (!FURNITURE.has(kind)) isOpen &&= kind === 'blank';
    else if (isOpen) found.at(-1)!.end = end;
    else {
      found.push({ start, end });
      isOpen = true;
    }
  }
  return found;
}

/** Of several that begin on one line an editor shows one: the longest. What would end behind the one around it ends with that. */
function nested(ranges: readonly FoldingRange[]): FoldingRange[] {
  const found: FoldingRange[] = [];
  const around: FoldingRange[] = [];
  for (const range of [...ranges].sort((a, b) => a.startLine - b.startLine || b.endLine - a.endLine)) {
    while (around.length && around.at(-1)!.endLine < range.startLine) around.pop();
    const outer = around.at(-1);
    if (outer?.startLine === range.startLine) continue;
    const endLine = Math.min(range.endLine, outer?.endLine ?? range.endLine);
    if (endLine <= range.startLine) continue;
    const each = { ...range, endLine };
    around.push(each);
    found.push(each);
  }
  return found;
}
