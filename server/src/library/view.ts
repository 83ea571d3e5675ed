/** What features and commands ask a library. Answers come from maps and columns, never from a walk over files. */
import type { Level } from '../model/classification';
import type { Citation, Summary } from './summary';

/** One cable of the library. */
export interface Entry extends Summary {
  /** Identifies it within this library as long as its file does not change. */
  readonly row: number;
  /** The address (URI) of its file. */
  readonly uri: string;
}

/** A place that cites a cable. */
export interface Citing {
  readonly row: number;
  readonly uri: string;
  readonly citation: Citation;
}

/** What a list of cables is narrowed to; all of it has to hold. Absent: everything. */
export interface Filter {
  /** Words that subject, number, TAGS, post or date contain, in upper or lower case, in any fragment. */
  readonly words?: readonly string[];
  /** Codes that all have to be on the TAGS line. */
  readonly tags?: readonly string[];
  /** Canonical names of posts: it is of one of them; of levels the same. */
  readonly posts?: readonly string[];
  /** Minutes since 1970 UTC: from the first on, before the second. */
  readonly after?: number;
  readonly before?: number;
  readonly levels?: readonly Level[];
}

export type Grouping = 'post' | 'year' | 'month' | 'tag' | 'level';

export interface LibraryView {
  /** How many cables it knows. */
  readonly size: number;
  /** Changes whenever an answer may have changed. */
  readonly revision: number;
  /** The copies of a cable: the best first (complete and corrected before partial and repeated), then by address. */
  find(id: string): readonly Entry[];
  /** The cables of a file, in their order. */
  of(uri: string): readonly Entry[];
  get(row: number): Entry | null;
  /** Every place that cites a cable, by address and place. */
  citing(id: string): readonly Citing[];
  /** How many different cables cite it. */
  timesCited(id: string): number;
  /** Whether any cable of that post and year is here. */
  holds(post: string, year: number): boolean;
  /** Best matches first: whole number, beginning of a number, word, beginning of a word, fragment; then by date. At most `limit`. */
  search(query: string, limit: number): readonly Entry[];
  /** Rows that a filter leaves, newest first. */
  select(filter: Filter): Int32Array;
  /** How many of the rows fall into each group, by the group's key (`PHNOMPENH`, `2006`, `2006-03`, `PHUM`, `SECRET`; `` for none). */
  count(rows: Int32Array, by: Grouping): ReadonlyMap<string, number>;
  /** The rows of one group. */
  within(rows: Int32Array, by: Grouping, key: string): Int32Array;
}
