/** What a library keeps of a cable: enough to find it, to show it in a list, and to follow what it cites. */
import type { Level } from '../model/classification';

/** A range of a file: lines and columns from 0, columns in UTF-16 code units. */
export interface Place {
  readonly line: number;
  readonly character: number;
  readonly endLine: number;
  readonly endCharacter: number;
}

/** One place at which a cable cites another. */
export interface Citation extends Place {
  /** Canonical number of the cable that is cited (FORMAT 5.1): `05STATE226504`. */
  readonly id: string;
  /** The letter of the entry in the REF block; null in the text, or where the entry has none. */
  readonly label: string | null;
  /** Whether the REF block lists it; otherwise the text names it. */
  readonly listed: boolean;
}

/** One message of a file. */
export interface Summary {
  /** Canonical number (FORMAT 5.1): `06PHNOMPENH534`; null where none can be found. */
  readonly id: string | null;
  readonly post: string | null;
  readonly year: number | null;
  readonly serial: number | null;
  /** Date-time group in minutes since 1970 UTC; null where there is none that exists. */
  readonly date: number | null;
  /** Without its portion mark; null where there is none. */
  readonly subject: string | null;
  readonly level: Level | null;
  /** Marked SENSITIVE or SBU, which is a class of its own to a reader. */
  readonly sensitive: boolean;
  /** Codes of the TAGS line, each once. */
  readonly tags: readonly string[];
  /** The originator as FM names it. */
  readonly from: string | null;
  /** Which section of how many this file holds; null where it holds them all. */
  readonly section: number | null;
  readonly sections: number | null;
  /** A corrected copy, or a repetition or suspected duplicate, of a cable that was sent before. */
  readonly copy: 'corrected' | 'repeated' | null;
  /** Where one arrives: the line of the subject, or the first of the message. */
  readonly at: Place;
  readonly citations: readonly Citation[];
}
