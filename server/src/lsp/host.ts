/** What the server needs of where it runs: all that is otherwise in a browser than in a program. */
import type { FileResult } from '../batch/result';
import type { ConfigOptions } from '../config/configs';
import type { LibraryCache } from '../files/library-cache';
import type { LibraryReader } from '../library/reader';

export interface Host {
  readonly files: Files;
  /** Reads the files of the library. */
  readonly reader: LibraryReader;
  /** Where the library of some folders is kept from one start to the next; null: nowhere. `storage`: the folder that the client gives. */
  readonly cache: (storage: string | null, folders: readonly string[]) => LibraryCache | null;
  /** Checks every cable below some folders. */
  readonly check: (folders: readonly string[], options: ConfigOptions, signal: AbortSignal) => Promise<FolderCheck>;
  /** The user's own folder, in which no cables are looked for; null: there is none. */
  readonly home: string | null;
  /** Where the pages of the rules lie, with a final slash, if the client does not say; null: nowhere. */
  readonly docs: string | null;
}

/** Paths are absolute, with `/` between their parts. */
export interface Files {
  /** The path of a document's file; null of what has none: an untitled document, a side of a comparison. */
  pathOf(uri: string): string | null;
  /** The address of a file, always written the same way. */
  uriOf(path: string): string;
  /** The text of a configuration or a glossary; null where there is none. */
  read(path: string): string | null;
  /** The text of a cable, whatever its encoding; null where there is none. */
  readCable(path: string): string | null;
  /**
   * A host that cannot read at once answers null, and reads in the background. Waits for all that was asked for and was not known; whether
   * any of it is now.
   */
  settled(): Promise<boolean>;
  /** Calls back when `read` would answer otherwise than it did. */
  onNews(tell: () => void): void;
  /** Folders of the workspace. */
  setFolders(uris: readonly string[]): void;
  /** Something has happened to these files. */
  changed(uris: readonly string[]): void;
}

export interface FolderCheck {
  /** Files that may be cables. */
  readonly total: number;
  /** Results by the paths of their files, in any order; null of what is no cable. Ends early when the signal says so. */
  readonly results: AsyncIterable<readonly (FileResult | null)[]>;
}
