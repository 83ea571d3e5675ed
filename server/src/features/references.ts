/** All places that mean the same: who cites a cable, here and in the library; what mentions a paragraph; where an acronym stands. */
import type { Location } from 'vscode-languageserver-types';
import type { Place } from '../library/summary';
import type { Glossary } from '../meaning/glossary';
import { proseOf, readAt } from '../meaning/resolve';
import type { Span } from '../syntax/tree';
import * as acronym from './acronym';
import type { LibraryContext } from './library-context';
import { rangeOf } from './library-tree';
import { cablesMeant, declarations, type Meant, meantAt, mentionsOf, subjectAt } from './meant';
import type { Snapshot } from './snapshot';

/**
 * Places of this document first, by its present text, then those in other files. The declaration of a cable is the cable itself, in all
 * its copies; that of an item of the REF block that is no cable, the item; that of a paragraph, its number. In a subject a word that stands
 * for something comes first, else the cable is meant.
 */
export function references(
  snapshot: Snapshot,
  offset: number,
  glossary: Glossary,
  context: LibraryContext,
  includeDeclaration: boolean,
): Location[] {
  const meant = meantAt(snapshot, offset) ?? (isKnown(snapshot, offset, glossary) ? null : subjectAt(snapshot, offset));
  if (!meant) return acronym.references(snapshot, offset, glossary, includeDeclaration);
  const inside = places(snapshot, meant, includeDeclaration).map(
    ({ start, end }): Location => ({ uri: snapshot.uri, range: snapshot.lines.range({ start, end }) }),
  );
  return [...inside, ...elsewhere(snapshot, cablesMeant(meant), context, includeDeclaration)];
}

/** A word with a meaning of its own. */
const isKnown = (snapshot: Snapshot, offset: number, glossary: Glossary): boolean =>
  readAt(proseOf(snapshot.viewAt(offset), glossary), offset) !== null;

/** In this document, the declaration before the others. */
function places(snapshot: Snapshot, meant: Meant, includeDeclaration: boolean): readonly Span[] {
  const declared = declarations(snapshot, meant);
  const starts = new Set(declared.map(({ start }) => start));
  const others = mentionsOf(snapshot, meant).filter(({ start }) => !starts.has(start));
  return includeDeclaration ? [...declared, ...others] : others;
}

function elsewhere(
  { uri: own }: Snapshot,
  ids: readonly string[],
  { library, address }: LibraryContext,
  includeDeclaration: boolean,
): Location[] {
  if (!library) return [];
  const here = address(own);
  const found: Location[] = [];
  const add = (uri: string, place: Place): void => {
    if (uri !== here) found.push({ uri, range: rangeOf(place) });
  };
  for (const id of includeDeclaration ? ids : []) for (const { uri, at } of library.find(id)) add(uri, at);
  for (const id of ids) for (const { uri, citation } of library.citing(id)) add(uri, citation);
  return found;
}
