import { type Diagnostic, DiagnosticSeverity } from 'vscode-languageserver-types';
import { check } from '../rules/check';
import type { Finding, Severity } from '../rules/rule';
import type { Snapshot } from './snapshot';

const SEVERITIES: Record<Severity, DiagnosticSeverity> = {
  error: DiagnosticSeverity.Error,
  warning: DiagnosticSeverity.Warning,
  information: DiagnosticSeverity.Information,
  hint: DiagnosticSeverity.Hint,
};

/** The findings of all rules. */
export const diagnostics = (snapshot: Snapshot): Diagnostic[] =>
  check(snapshot.cable).map((finding) => diagnostic(snapshot, finding));

/** One finding, with the other line of a contradiction. */
export const diagnostic = (
  { lines, uri }: Snapshot,
  { rule, severity, message, start, end, related }: Finding,
): Diagnostic => ({
  source: 'cable',
  code: rule,
  severity: SEVERITIES[severity],
  message,
  range: lines.range({ start, end }),
  ...(related && {
    relatedInformation: [{ location: { uri, range: lines.range(related) }, message: related.message }],
  }),
});
