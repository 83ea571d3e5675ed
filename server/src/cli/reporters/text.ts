import { oneLine, type Reporter } from './reporter';

/** `file:line:column: severity: message (rule)`, a line each: what editors' problem matchers read. */
export const text = (): Reporter => ({
  file: ({ name, rows }) =>
    rows
      .map(
        ({ rule, severity, message, range: { start } }) =>
          `${oneLine(`${name}:${start.line}:${start.column}: ${severity}: ${message} (${rule})`)}\n`,
      )
      .join(''),
  end: () => '',
});
