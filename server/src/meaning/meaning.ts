import type { Token } from '../model/fields';
import type { Span } from '../syntax/tree';

/** What spoke for a meaning, strongest first. */
export type Evidence = 'defined' | 'glossary' | 'place' | 'country' | 'date' | 'general';

/** One meaning of a word of a cable. */
export interface Meaning {
  /** The word as the tables or the cable's own definition have it: `NGO` where the text has `NGOs`. */
  readonly term: string;
  readonly expansion: string;
  /** What sort of thing it is: `organization`, `office`, `subject TAGS`... */
  readonly kind: string;
  /** One sentence; may be empty. */
  readonly note: string;
  readonly evidence: Evidence;
  /** Why this meaning was chosen, in words; empty for general meanings. */
  readonly because: string;
  /** Where the table has it from; empty for a definition in the cable and for the user's glossary. */
  readonly source: string;
  /** Where the cable itself defines it. */
  readonly definedAt: Span | null;
}

/** A word with its meanings, best first; never empty. */
export interface Reading {
  readonly at: Token;
  readonly meanings: readonly Meaning[];
}
