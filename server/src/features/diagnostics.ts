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
export const diagnostics = ({ cable, lines }: Snapshot): Diagnostic[] =>
  check(cable).map(({ rule, severity, message, start, end }) => ({
    source: 'cable',
    code: rule,
    severity: SEVERITIES[severity],
    message,
    range: lines.range({ start, end }),
  }));
