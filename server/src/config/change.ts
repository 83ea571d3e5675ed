/** Changing a configuration as an editor's action does: its comments and its layout stay. */
import { modify } from 'jsonc-parser';
import { type Edit, lineBreak } from '../text/edits';
import type { Level } from './names';

/** A file that does not exist yet begins as this. */
export const NEW_CONFIG = '{}\n';

/** Adds an entry to `silence`. */
export const addSilence = (text: string, entry: { file: string; rule: string; line: string }): Edit[] =>
  change(text, ['silence', -1], entry);

/** Sets the severity of a rule for all cables of the configuration. */
export const setLevel = (text: string, rule: string, level: Level): Edit[] => change(text, ['rules', rule], level);

/** None where the text has another shape than a configuration: a number where rules should be has no place for one. */
function change(text: string, path: (string | number)[], value: unknown): Edit[] {
  const indent = /\n([ \t]+)"/.exec(text)?.[1] ?? '  ';
  const insertSpaces = !indent.includes('\t');
  const formattingOptions = { insertSpaces, tabSize: insertSpaces ? indent.length : 1, eol: lineBreak(text) };
  try {
    return modify(text, path, value, { isArrayInsertion: path.at(-1) === -1, formattingOptions }).map(
      ({ offset, length, content }) => ({ start: offset, end: offset + length, text: content }),
    );
  } catch {
    return [];
  }
}
