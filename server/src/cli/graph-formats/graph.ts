/** Who cites whom, as tables of cables and of citations: what every format prints. */

/** One cable, in however many files it lies; or one that is cited, but is in none. */
export interface Node {
  /** Canonical number (FORMAT 5.1); of a cable without one `FILE#LINE`, its place. */
  readonly id: string;
  /** Whether any of the files holds it. */
  readonly here: boolean;
  /** The best copy first (complete and corrected before partial and repeated); empty where it is not here. */
  readonly files: readonly string[];
  /** Of a cable that is not here, what its number says of post and year. The rest is null or empty then. */
  readonly post: string | null;
  readonly year: number | null;
  /** `2006-03-21T09:59:00Z` */
  readonly date: string | null;
  readonly subject: string | null;
  readonly level: string | null;
  /** Marked SENSITIVE or SBU. */
  readonly sensitive: boolean;
  readonly tags: readonly string[];
}

/** A cable cites another: one edge however often and in however many copies it does. */
export interface Edge {
  readonly from: string;
  readonly to: string;
  /** Its letter in the REF block; null where it has none, or only the text names it. */
  readonly label: string | null;
  /** Whether a REF block lists it. */
  readonly listed: boolean;
  /** The first place: a line from 1. */
  readonly file: string;
  readonly line: number;
}

/** Both can be gone through more than once, and are made as they are asked for. */
export interface Graph {
  /** Cables of the files, in the order of the files; then those that are not here, in the order in which they are cited. */
  readonly nodes: () => Iterable<Node>;
  /** In the order of the cables that cite, and of their texts. */
  readonly edges: () => Iterable<Edge>;
}

/** A format: the graph as pieces of text, none of them large. */
export type Format = (graph: Graph) => Iterable<string>;
