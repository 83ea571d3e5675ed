/** One cable of many: read, mended if asked, checked. What comes out is plain data that can be sent between threads. */

import { findingsFor, idleSilences } from '../config/findings';
import { mend } from '../config/mend';
import type { ConfigOptions, Configs } from '../files/config';
import { portablePath } from '../files/config';
import { BinaryError, explain, readText } from '../files/read';
import type { Source } from '../files/walk';
import { rewrite } from '../files/write';
import type { LineIndex } from '../model/line-index';
import { viewOf } from '../model/view';
import type { Finding, Severity } from '../rules/rule';
import { parse } from '../syntax/parse';
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

export interface CheckOptions {
  readonly config: ConfigOptions;
  readonly fix: boolean;
  /** Rows carry their fixes. */
  readonly withFixes: boolean;
}

/** Null: not a cable, among text files of a folder. Never throws. */
export function checkFile(source: Source, options: CheckOptions, configs: Configs): FileResult | null {
  const { name, trouble } = source;
  if (trouble !== undefined) return unread(name, trouble);
  try {
    const text = readText(name, source.onlyIfCable);
    return text === null ? null : checkText(name, text, options, configs);
  } catch (error) {
    if (source.inFolder && error instanceof BinaryError)
      return { name, read: false, rows: [], fixed: false, notes: [`${name}: binary file, skipped`] };
    return unread(name, explain(name, error));
  }
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

/** Where a cable counts as being; standard input, in the folder of the call. */
export const placeOf = (name: string): string => portablePath(name === '-' ? 'standard-input.cable' : name);

/** The same of a text that is there already. */
export function checkText(name: string, given: string, options: CheckOptions, configs: Configs): FileResult {
  const settings = configs.settings(placeOf(name));
  let text = given;
  let trouble: string | undefined;
  if (options.fix) {
    const after = mend(given, settings);
    if (after !== given && name === '-') trouble = '-: standard input cannot be fixed';
    else if (after !== given)
      try {
        rewrite(name, given, after);
        text = after;
      } catch (error) {
        trouble = explain(name, error, 'write');
      }
  }
  const cable = parse(text);
  const findings = findingsFor(cable, settings);
  const notes = idleSilences(cable, settings).map(
    ({ rule, line }) =>
      `${name}: the configuration silences ${rule}${line === null ? '' : ` at \`${line}\``}, which is not found there`,
  );
  return {
    name,
    read: true,
    rows: findings.length ? rowsOf(findings, viewOf(cable).lines, options.withFixes) : [],
    fixed: text !== given,
    notes,
    ...(trouble !== undefined && { trouble }),
  };
}

function rowsOf(findings: readonly Finding[], lines: LineIndex, withFixes: boolean): Row[] {
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
