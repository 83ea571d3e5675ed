/** What our client and server say to each other beyond the protocol: names and types, for both sides. */
import type { Location } from 'vscode-languageserver-types';
import type { Citations } from '../features/citations-tree';
import type { ExportFormat } from '../features/export';
import type { Cables, Groups, Listed } from '../features/library-tree';
import type { Choices, NewCable } from '../features/new-cable';
import type { Portion } from '../features/portions';
import type { ReadingPage } from '../features/reading-view';
import type { Graph } from '../features/reference-graph';
import type { Status } from '../features/status';
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
  /** How many files it knows, and how many cables are in them. */
  readonly files: number;
  readonly cables: number;
  /** The first files that are held, where there are more than a library holds there; null: all are. */
  readonly most: number | null;
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
  /** Where the best copy of a cable lies; null where the library does not have it. */
  'cable/library/find': { readonly params: { readonly id: string }; readonly result: Location | null };
  /** The addresses of other files that hold the same cable as a file. */
  'cable/library/copies': { readonly params: { readonly uri: string }; readonly result: readonly string[] };
  /** The page of the reading view; null where the cable is not open. */
  'cable/reading': { readonly params: { readonly uri: string }; readonly result: ReadingPage | null };
  /** An open cable in another form; null where it is not open. */
  'cable/export': {
    readonly params: { readonly uri: string; readonly to: ExportFormat };
    readonly result: string | null;
  };
  /** A text as it is compared: its parts each on a line, page lines and folding left aside. */
  'cable/structure': { readonly params: { readonly text: string }; readonly result: string };
  'cable/status': { readonly params: { readonly uri: string }; readonly result: Status | null };
  /** The paragraphs of an open cable by their portion marks. */
  'cable/portions': { readonly params: { readonly uri: string }; readonly result: readonly Portion[] };
  'cable/newCable/choices': { readonly params: Record<string, never>; readonly result: Choices };
  'cable/newCable': { readonly params: NewCable; readonly result: string };
  /** `settled`: answered when there is nothing more to do. */
  'cable/libraryState': { readonly params: { readonly settled?: boolean }; readonly result: LibraryState };
}

/** What a server that has no disk asks of our client, which reads through the editor. */
export interface FileRequests {
  /** What lies in some folders, by their addresses and in their order; in place of what cannot be read the reason, in one line. */
  'cable/files/list': {
    readonly params: { readonly folders: readonly string[] };
    readonly result: readonly (readonly FolderEntry[] | string)[];
  };
  /** What lies at some addresses, in their order. */
  'cable/files/read': { readonly params: { readonly uris: readonly string[] }; readonly result: readonly FoundFile[] };
}

export interface FolderEntry {
  readonly name: string;
  readonly is: 'file' | 'folder';
}

export interface FoundFile {
  readonly is: 'file' | 'folder' | 'gone';
  /** Milliseconds since 1970, and bytes; of a file. */
  readonly modified?: number;
  readonly size?: number;
  /** Where messages are JSON: in base 64. */
  readonly bytes?: Uint8Array | string;
  /** Why it is not read, in one line. */
  readonly trouble?: string;
}

/** Told by the client when the user has come to trust the folders, which he did not when the server started. */
export const TRUSTED = 'cable/trusted';

/** Told by the server, at most a few times a second, whenever the library or its state is another. */
export const LIBRARY_CHANGED = 'cable/library/changed';
export interface LibraryChanged {
  readonly state: LibraryState;
  /** The library's: answers may be others than those of an earlier one. */
  readonly revision: number;
}
