/** One cable of many: read, mended if asked, checked. What comes out is plain data that can be sent between threads. */

import { findingsFor, idleSilences } from '../config/findings';
import { mend } from '../config/mend';
import type { ConfigOptions, Configs } from '../files/config';
import { portablePath } from '../files/config';
import { BinaryError, explain, readText } from '../files/read';
import type { Source } from '../files/walk';
import { rewrite } from '../files/write';
import { viewOf } from '../model/view';
import { parse } from '../syntax/parse';
import { finish } from '../text/steps';
import { type FileResult, rowsOf, unread } from './result';

export { type FileResult, type Range, type Row, unread } from './result';

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

/** Where a cable counts as being; standard input, in the folder of the call. */
export const placeOf = (name: string): string => portablePath(name === '-' ? 'standard-input.cable' : name);

/** The same of a text that is there already. */
export function checkText(name: string, given: string, options: CheckOptions, configs: Configs): FileResult {
  const settings = configs.settings(placeOf(name));
  let text = given;
  let trouble: string | undefined;
  if (options.fix) {
    const after = finish(mend(given, settings));
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
