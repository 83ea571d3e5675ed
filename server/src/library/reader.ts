/** What finds the files of a library and looks into them, for a library that itself knows nothing of files. */
import type { Stamp } from './records';
import type { Summary } from './summary';

export interface ScopeOptions {
  /** Globs of files and folders that are passed over, relative to the folder. */
  readonly exclude: readonly string[];
  /** Whether what `.gitignore` files name is passed over too. */
  readonly useIgnoreFiles: boolean;
}

export interface WalkOptions extends ScopeOptions {
  /** The folder that globs are relative to. */
  readonly root: string;
  /** The folder to go through: the same, or one below it. */
  readonly from: string;
  readonly withStamps: boolean;
}

/** Some of the files that were found, as columns. */
export interface Listing {
  /** Addresses of regular files. */
  readonly uris: readonly string[];
  /** What each of them is by now; empty where that is not asked for, or is not known. */
  readonly stamps: readonly Stamp[];
  /** What could not be read, in one line each. */
  readonly notes: readonly string[];
}

/** One address of a library: what lies there by now, and of a cable what a library keeps. Plain data that can be sent between threads. */
export interface Look {
  readonly uri: string;
  readonly is: 'file' | 'folder' | 'gone';
  /** What the file was before it was read; null of what is no file. */
  readonly stamp: Stamp | null;
  /** Empty of what is no cable, or cannot be read. */
  readonly cables: readonly Summary[];
  /** Worth a line in the log. */
  readonly note?: string;
}

export interface LibraryReader {
  /** How many batches are worked on at once. */
  readonly count: number;
  /** A library holds no more files than this. */
  readonly most: number;
  /** Makes ready what reading needs, while there is still something else to wait for. */
  wake(): void;
  /** Goes through a folder; each listing is passed on as it comes. Ends early when the signal says so. */
  walk(options: WalkOptions, take: (listing: Listing) => void, signal: AbortSignal): Promise<void>;
  /** One look an address, in their order. */
  look(uris: readonly string[]): Promise<readonly Look[]>;
  /** What a file is by now; null of what is no file. */
  stampOf(uri: string): Promise<Stamp | null>;
  end(): Promise<void>;
}
