/** Who cites a cable and what it cites, as a hierarchy of calls: as far as one follows. */
import {
  type CallHierarchyIncomingCall,
  type CallHierarchyItem,
  type CallHierarchyOutgoingCall,
  type Range,
  SymbolKind,
} from 'vscode-languageserver-types';
import type { Entry, LibraryView } from '../library/view';
import { dateOf, fileOf, writtenNumber } from './cable-names';
import { citedIn, citersOf } from './citations-tree';
import type { LibraryContext } from './library-context';
import { rangeOf } from './library-tree';
import { cablesMeant, meantAt, subjectAt } from './meant';
import type { Snapshot } from './snapshot';

/** The cables that are meant at a place: those cited there, or this one on its own number or subject. Those that are not here are left out. */
export function prepareCallHierarchy(snapshot: Snapshot, offset: number, context: LibraryContext): CallHierarchyItem[] {
  const { library, address } = context;
  const meant = meantAt(snapshot, offset) ?? subjectAt(snapshot, offset);
  if (!library || !meant) return [];
  const here = address(snapshot.uri);
  const ids = meant.kind === 'mention' ? meant.mention.ids : cablesMeant(meant);
  return ids.flatMap((id) => {
    const copies = library.find(id);
    const entry = (meant.kind === 'self' && copies.find(({ uri }) => uri === here)) || copies[0];
    return entry ? [itemOf(entry)] : [];
  });
}

/** Each cable that cites, once, the oldest first, with all its places that do. */
export function incomingCalls(
  item: CallHierarchyItem,
  { library, address }: LibraryContext,
): CallHierarchyIncomingCall[] {
  const id = library && entryOf(item, library, address)?.id;
  if (!library || !id) return [];
  return citersOf(library, id).map(({ entry }) => ({ from: itemOf(entry), fromRanges: placesOf(entry, id) }));
}

/** Each cable that is cited, once, in the order of the text; those that are not here are left out. */
export function outgoingCalls(
  item: CallHierarchyItem,
  { library, address }: LibraryContext,
): CallHierarchyOutgoingCall[] {
  const entry = library && entryOf(item, library, address);
  if (!entry) return [];
  return citedIn([entry]).flatMap(({ id }) => {
    const [best] = library.find(id);
    return best ? [{ to: itemOf(best), fromRanges: placesOf(entry, id) }] : [];
  });
}

const placesOf = ({ citations }: Entry, id: string): Range[] => citations.filter((each) => each.id === id).map(rangeOf);

/** A client gives back what it was given; the file may have changed in between. */
function entryOf(
  { uri, data }: CallHierarchyItem,
  library: LibraryView,
  address: LibraryContext['address'],
): Entry | null {
  const of = library.of(address(uri));
  if (typeof data !== 'string') return of.find(({ id }) => id === null) ?? null;
  return of.find(({ id }) => id === data) ?? library.find(data)[0] ?? null;
}

function itemOf(entry: Entry): CallHierarchyItem {
  const { id, uri, subject, at } = entry;
  const range = rangeOf(at);
  const detail = [dateOf(entry), subject].filter(Boolean).join(' · ');
  return {
    name: id === null ? fileOf(uri) : writtenNumber(id),
    kind: SymbolKind.File,
    ...(detail && { detail }),
    uri,
    range,
    selectionRange: range,
    data: id,
  };
}
