import { type Diagnostic, DiagnosticSeverity } from 'vscode-languageserver-types';
import { check } from '../rules/check';
import type { Severity } from '../rules/rule';
import type { Snapshot } from './snapshot';

const SEVERITIES: Record<Severity, DiagnosticSeverity> = {
  error: DiagnosticSeverity.Error,
  warning: DiagnosticSeverity.Warning,
  information: DiagnosticSeverity.Information,
  hint: DiagnosticSeverity.Hint,
};

/** The findings of all rules. */
export const diagnostics = ({ cable, lines, uri }: Snapshot): Diagnostic[] =>
  check(cable).map(({ rule, severity, message, start, end, related }) => ({
    source: 'cable',
    code: rule,
    severity: SEVERITIES[severity],
    message,
    range: lines.range({ start, end }),
    ...(related && {
      relatedInformation: [{ location: { uri, range: lines.range(related) }, message: related.message }],
    }),
  }));
