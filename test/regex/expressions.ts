/** A regular expression of the project, and where it stands. */
export interface Expression {
  readonly source: string;
  readonly flags: string;
  /** The file, from the project's folder; `/` also on Windows. */
  readonly file: string;
}

/** As it would stand in code. */
export const keyOf = ({ source, flags }: Expression): string => `/${source}/${flags}`;
