import { type FoldingRange, FoldingRangeKind } from 'vscode-languageserver-types';
import type { Span } from '../syntax/tree';
import type { Snapshot } from './snapshot';

/** Folds preamble, headers, long fields, sections, paragraphs, and the record's attributes. */
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
    for (const group of [message.transmission, message.header]) {
      if (!group) continue;
      add(group);
      for (const field of group.fields) if (field.children.length > 1) add(field);
    }
    for (const section of message.body.sections) {
      if (section.heading) add({ start: section.heading.title.start, end: section.end }, FoldingRangeKind.Region);
      for (const paragraph of section.paragraphs) add(paragraph);
    }
  }
  return ranges;
}
