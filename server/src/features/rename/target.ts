import type { Span } from '../../syntax/tree';
import type { Edit } from '../../text/edits';

/** What can be renamed at a place. */
export interface Target {
  /** Where the name stands: the letter alone, the short form without what grammar added to it. */
  readonly at: Span;
  readonly name: string;
  /** The edits that give it another name, in the order of the text; empty where it has that name. Throws `CannotRename`. */
  readonly edits: (name: string) => Edit[];
}

/** Why something cannot be renamed, or not so: a sentence for the reader. */
export class CannotRename extends Error {}
