/** What a feature may ask of the library of cables around a document. */
import type { LibraryView } from '../library/view';
import type { Shelf } from '../rules/rule';
import type { Snapshot } from './snapshot';

export interface LibraryContext {
  /** Knows open documents by their present text; null where there is none. */
  readonly library: LibraryView | null;
  /** It is still being built: what is not there may yet come. */
  readonly building: boolean;
  /** The address by which the library knows a document: clients write addresses in ways of their own. */
  address(uri: string): string;
  /** The document, if it is open; else its file, read now. Null where it is gone. */
  open(uri: string): Snapshot | null;
}

/** Without a folder, or in the command. */
export const NO_LIBRARY: LibraryContext = { library: null, building: false, address: (uri) => uri, open: () => null };

/** A library as rules ask it. Only once all files are read: a cable that may still come is not missing. */
export const shelfOf = (library: LibraryView): Shelf => ({
  has: (id) => library.find(id).length > 0,
  holds: (post, year) => library.holds(post, year),
});
