/** Cables of many: read, mended if asked, checked. What comes out is plain data that can be sent between threads. */

import { findingsFor, idleSilences } from '../config/findings';
import { mend } from '../config/mend';
import type { FileSettings } from '../config/resolve';
import type { ConfigOptions, Configs } from '../files/config';
import { portablePath } from '../files/config';
import { BinaryError, explain, readText } from '../files/read';
import type { Source } from '../files/walk';
import { rewrite } from '../files/write';
import { viewOf } from '../model/view';
import { checkTogether, type Severities } from '../rules/check';
import { parse } from '../syntax/parse';
import type { Cable } from '../syntax/tree';
import { finish } from '../text/steps';
import { type FileResult, rowsOf, unread } from './result';

export { type FileResult, type Range, type Row, unread } from './result';

export interface CheckOptions {
  readonly config: ConfigOptions;
  readonly fix: boolean;
  /** Rows carry their fixes. */
  readonly withFixes: boolean;
}

/** So many cables are worth checking together, unless they are large: this many UTF-16 code units are enough. */
const TOGETHER = 20;
const ENOUGH = 250_000;

/** One result a source, in order, a few at a time; null for what is not a cable, among text files of a folder. Never throws. */
export function* checkFiles(
  sources: readonly Source[],
  options: CheckOptions,
  configs: Configs,
): Generator<(FileResult | null)[]> {
  // What is mended is mended before the next one is read: it may be the same file.
  const together = options.fix ? 1 : TOGETHER;
  for (let at = 0; at < sources.length; ) {
    const read: ReturnType<typeof readSource>[] = [];
    for (let size = 0; at < sources.length && read.length < together && size < ENOUGH; at++) {
      const text = readSource(sources[at]!);
      read.push(text);
      if (text && 'text' in text) size += text.text.length;
    }
    const parsed = read.map((text) =>
      text && 'text' in text ? parseText(text.name, text.text, options, configs) : text,
    );
    const bySeverities = new Map<Severities, Cable[]>();
    for (const each of parsed) {
      if (!each || !('cable' in each)) continue;
      const others = bySeverities.get(each.settings.severities);
      if (others) others.push(each.cable);
      else bySeverities.set(each.settings.severities, [each.cable]);
    }
    for (const [severities, cables] of bySeverities) checkTogether(cables, severities);
    yield parsed.map((each) => (each && 'cable' in each ? resultOf(each, options) : each));
  }
}

/** A file's text, or its result where there is nothing to check. */
function readSource(source: Source): { readonly name: string; readonly text: string } | FileResult | null {
  const { name, trouble } = source;
  if (trouble !== undefined) return unread(name, trouble);
  try {
    const text = readText(name, source.onlyIfCable);
    return text === null ? null : { name, text };
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
  const parsed = parseText(name, given, options, configs);
  return 'cable' in parsed ? resultOf(parsed, options) : parsed;
}

interface Parsed {
  readonly name: string;
  readonly settings: FileSettings;
  readonly cable: Cable;
  readonly fixed: boolean;
  readonly trouble?: string;
}

/** The cable, mended if asked. */
function parseText(name: string, given: string, options: CheckOptions, configs: Configs): Parsed | FileResult {
  try {
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
    return { name, settings, cable: parse(text), fixed: text !== given, ...(trouble !== undefined && { trouble }) };
  } catch (error) {
    return unread(name, explain(name, error));
  }
}

function resultOf({ name, settings, cable, fixed, trouble }: Parsed, { withFixes }: CheckOptions): FileResult {
  try {
    const findings = findingsFor(cable, settings);
    const notes = idleSilences(cable, settings).map(
      ({ rule, line }) =>
        `${name}: the configuration silences ${rule}${line === null ? '' : ` at \`${line}\``}, which is not found there`,
    );
    return {
      name,
      read: true,
      rows: findings.length ? rowsOf(findings, viewOf(cable).lines, withFixes) : [],
      fixed,
      notes,
      ...(trouble !== undefined && { trouble }),
    };
  } catch (error) {
    return unread(name, explain(name, error));
  }
}
