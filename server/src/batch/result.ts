/** What is found in one cable of many, as plain data that can be sent between threads. */
import type { LineIndex } from '../model/line-index';
import type { Finding, Severity } from '../rules/rule';
import type { Span } from '../syntax/tree';

/** Lines and columns from 1, columns in UTF-16 code units. */
export interface Position {
  readonly line: number;
  readonly column: number;
}
export interface Range {
  readonly start: Position;
  readonly end: Position;
}

export interface Row {
  readonly rule: string;
  readonly severity: Severity;
  readonly message: string;
  readonly range: Range;
  /** `--fix` mends it: a fix that needs no decision. */
  readonly fixable: boolean;
  readonly related?: { readonly message: string; readonly range: Range };
  /** Only where asked for. */
  readonly fix?: {
    readonly title: string;
    readonly edits: readonly { readonly range: Range; readonly text: string }[];
  };
}

export interface FileResult {
  readonly name: string;
  /** False: the file could not be read, or is binary. */
  readonly read: boolean;
  readonly rows: readonly Row[];
  /** Something was written into the file. */
  readonly fixed: boolean;
  /** A failure of the call, in one line. */
  readonly trouble?: string;
  /** Worth a line, but no failure. */
  readonly notes: readonly string[];
}

/** The result of what could not be read, with the reason. */
export const unread = (name: string, trouble: string): FileResult => ({
  name,
  read: false,
  rows: [],
  fixed: false,
  notes: [],
  trouble,
});

/** Findings as rows. `withFixes`: they carry their fixes. */
export function rowsOf(findings: readonly Finding[], lines: LineIndex, withFixes: boolean): Row[] {
  const at = (offset: number): Position => {
    const { line, character } = lines.positionAt(offset);
    return { line: line + 1, column: character + 1 };
  };
  const rangeOf = ({ start, end }: Span): Range => ({ start: at(start), end: at(end) });
  return findings.map((finding): Row => {
    const { rule, severity, message, related, fixes } = finding;
    const [fix] = fixes;
    return {
      rule,
      severity,
      message,
      range: rangeOf(finding),
      fixable: fixes.some(({ drafter }) => !drafter),
      ...(related && { related: { message: related.message, range: rangeOf(related) } }),
      ...(withFixes &&
        fix && {
          fix: { title: fix.title, edits: fix.edits.map((edit) => ({ range: rangeOf(edit), text: edit.text })) },
        }),
    };
  });
}
