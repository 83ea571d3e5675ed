export interface TableSchema {
  readonly columns: Readonly<Record<string, RegExp>>;
  /** The columns that together name a row once. */
  readonly key: readonly string[];
}
export const TABLES: Readonly<Record<string, TableSchema>>;
/** The rows of a table without its header row; throws one line, `data/FILE:LINE: what`, for a row that the schema refuses. */
export function readTable(name: string, text: string): string[][];
