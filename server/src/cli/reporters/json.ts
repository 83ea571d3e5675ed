import type { Row } from '../../batch/check-file';
import { type Reporter, toJsonLine } from './reporter';

/** One object for all files (schemas/check.schema.json). */
export function json(): Reporter {
  const diagnostics: object[] = [];
  return {
    file: ({ name, rows }) => {
      for (const { rule, severity, message, range, fixable } of rows satisfies readonly Row[])
        diagnostics.push({ file: name, rule, severity, message, range, fixable });
      return '';
    },
    end: (files) => `${toJsonLine({ schemaVersion: 1, files, diagnostics })}\n`,
  };
}
