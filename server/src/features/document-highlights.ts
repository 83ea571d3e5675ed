/** The places of this document that mean the same as the one under the cursor. */
import { type DocumentHighlight, DocumentHighlightKind } from 'vscode-languageserver-types';
import type { Glossary } from '../meaning/glossary';
import { ownNumbers } from '../model/own-number';
import type { Span } from '../syntax/tree';
import * as acronym from './acronym';
import { declarations, meantAt, mentionsOf } from './meant';
import type { Snapshot } from './snapshot';

/** Mentions are read; what they are about is written: the item of the REF block, the number of the paragraph or of this cable. */
export function documentHighlights(snapshot: Snapshot, offset: number, glossary: Glossary): DocumentHighlight[] {
  const meant = meantAt(snapshot, offset);
  if (!meant) return acronym.documentHighlights(snapshot, offset, glossary);
  const found = new Map<number, DocumentHighlight>();
  const add = ({ start, end }: Span, kind: DocumentHighlightKind): void => {
    if (!found.has(start)) found.set(start, { range: snapshot.lines.range({ start, end }), kind });
  };
  for (const each of meant.kind === 'self' ? ownNumbers(meant.view) : declarations(snapshot, meant))
    add(each, DocumentHighlightKind.Write);
  for (const each of mentionsOf(snapshot, meant))
    add(each, each.kind === 'entry' ? DocumentHighlightKind.Write : DocumentHighlightKind.Read);
  return [...found.values()];
}
