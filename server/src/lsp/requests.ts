/** What our client and server say to each other beyond the protocol: names and types, for both sides. */
import type { Citations } from '../features/citations-tree';
import type { Cables, Groups, Listed } from '../features/library-tree';
import type { Graph } from '../features/reference-graph';
import type { Grouping } from '../library/view';

/** A cable: by its file and a line of it (of the first message, where none is given), or by its canonical number. */
export type Which = { readonly uri: string; readonly line?: number } | { readonly id: string };

/** What the library is doing. */
export interface LibraryState {
  /** `off`: there is no folder, or the setting says so. */
  readonly phase: 'off' | 'reading' | 'ready';
  /** While it is read: files done, of so many; 0 where their number is not known yet. */
  readonly done: number;
  readonly total: number;
  /** How many cables it knows. */
  readonly cables: number;
}

/** Requests of the client, by method: what is asked, and what is answered. */
export interface Requests {
  /** The glossary of an open cable as a page of Markdown; null where it is not open. */
  'cable/glossary': { readonly params: { readonly uri: string }; readonly result: string | null };
  /** The groups of the library, or of a group of it. */
  'cable/library/groups': { readonly params: Listed & { readonly by: Grouping }; readonly result: Groups };
  /** A page of cables, newest first. */
  'cable/library/cables': {
    readonly params: Listed & { readonly offset: number; readonly limit: number };
    readonly result: Cables;
  };
  /** Null where the library does not have the file. */
  'cable/library/citations': { readonly params: Which; readonly result: Citations | null };
  /** `depth` steps around the cable, at most `limit` nodes. Null where the library does not have the file. */
  'cable/library/graph': {
    readonly params: { readonly which: Which; readonly depth: number; readonly limit: number };
    readonly result: Graph | null;
  };
  'cable/libraryState': { readonly params: Record<string, never>; readonly result: LibraryState };
}

/** Told by the server, at most a few times a second, whenever the library or its state is another. */
export const LIBRARY_CHANGED = 'cable/library/changed';
export interface LibraryChanged {
  readonly state: LibraryState;
  /** The library's: answers may be others than those of an earlier one. */
  readonly revision: number;
}
