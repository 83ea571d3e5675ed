import { sep } from 'node:path';
import type { Reporter } from './reporter';

const escapeData = (text: string): string =>
  text
    .replace(/%/g, '%25')
    .replace(/\r/g, '%0D')
    .replace(/\n/g, '%0A')
    .replace(/[\x00-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069]/g, ' ');
const property = (text: string): string => escapeData(text).replace(/:/g, '%3A').replace(/,/g, '%2C');

/** Workflow commands of GitHub Actions, which shows them in the changed files; values escaped as that format asks. */
export const github = (): Reporter => ({
  file: ({ name, rows }) =>
    rows
      .map(({ rule, severity, message, range: { start, end } }) => {
        const level = severity === 'error' || severity === 'warning' ? severity : 'notice';
        const place = `line=${start.line},endLine=${end.line},col=${start.column},endColumn=${end.column}`;
        return `::${level} file=${property(sep === '\\' ? name.replaceAll('\\', '/') : name)},${place},title=${property(rule)}::${escapeData(message)}\n`;
      })
      .join(''),
  end: () => '',
});
