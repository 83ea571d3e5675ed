import { type Diagnostic, DiagnosticSeverity, DiagnosticTag } from 'vscode-languageserver-types';
import { findingsFor } from '../config/findings';
import type { FileSettings } from '../config/resolve';
import type { Failed } from '../rules/check';
import type { Finding, Severity, Shelf, Tag } from '../rules/rule';
import type { Snapshot } from './snapshot';

export const SEVERITIES: Record<Severity, DiagnosticSeverity> = {
  error: DiagnosticSeverity.Error,
  warning: DiagnosticSeverity.Warning,
  information: DiagnosticSeverity.Information,
  hint: DiagnosticSeverity.Hint,
};
export const TAGS: Record<Tag, DiagnosticTag> = {
  unnecessary: DiagnosticTag.Unnecessary,
  deprecated: DiagnosticTag.Deprecated,
};

/** What the findings are made with, and how they are told. */
export interface CheckContext {
  readonly settings: FileSettings;
  /** Where the pages of the rules are, with a final slash; null where there are none. */
  readonly docs: string | null;
  readonly failed?: Failed;
  /** The library around the cable, once it is complete. */
  readonly shelf?: Shelf | null;
}

/** Of one rule a file shows so many; the last says how many more there are. */
const MOST = 100;

/** The findings of all rules. */
export function diagnostics(snapshot: Snapshot, context: CheckContext): Diagnostic[] {
  const seen = new Map<string, number>();
  const findings = findingsFor(snapshot.cable, context.settings, context.failed, context.shelf);
  const shown: Diagnostic[] = [];
  for (const finding of findings) {
    const count = (seen.get(finding.rule) ?? 0) + 1;
    seen.set(finding.rule, count);
    if (count <= MOST) shown.push(diagnostic(snapshot, finding, context.docs));
  }
  for (const [rule, count] of seen) {
    const last = count > MOST ? shown.findLast(({ code }) => code === rule) : undefined;
    if (last) last.message += ` (and ${count - MOST} more)`;
  }
  return shown;
}

/** One finding, with the other line of a contradiction and the page of its rule. */
export const diagnostic = (
  { lines, uri }: Snapshot,
  { rule, severity, message, start, end, related, tag, fixes }: Finding,
  docs: string | null,
): Diagnostic => ({
  source: 'cable',
  code: rule,
  ...(docs && { codeDescription: { href: `${docs}${rule}.md` } }),
  severity: SEVERITIES[severity],
  message,
  range: lines.range({ start, end }),
  ...(tag && { tags: [TAGS[tag]] }),
  ...(related && {
    relatedInformation: [{ location: { uri, range: lines.range(related) }, message: related.message }],
  }),
  data: { rule, fixable: fixes.length > 0 },
});
