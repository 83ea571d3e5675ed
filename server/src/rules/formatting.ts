/** Formatting that never makes work: nothing is found in the cable afterwards that was not found before. */
import { FORMAT_DEFAULTS, type FormatOptions, format, NARROWEST } from '../rewrite/format';
import { parse } from '../syntax/parse';
import type { Cable, Span } from '../syntax/tree';
import { applyEdits, type Edit } from '../text/edits';
import { finish, type Steps } from '../text/steps';
import { check } from './check';

export { FORMAT_DEFAULTS, type FormatOptions, NARROWEST };

/** The edits that format a cable, or the lines that a span touches, in order; empty where it is formatted. Each step reads or checks the text once. */
export function formatCable(cable: Cable, options = FORMAT_DEFAULTS, within: Span | null = null): Steps<Edit[]> {
  let known: Map<string, number> | undefined;
  return format(cable, options, within, function* (after) {
    yield;
    if (!known) {
      known = countByRule(cable);
      yield;
    }
    for (const [rule, count] of countByRule(after)) if (count > (known.get(rule) ?? 0)) return false;
    return true;
  });
}

/** A formatted text. */
export const formatText = (text: string, options: FormatOptions): string =>
  applyEdits(text, finish(formatCable(parse(text), options)));

function countByRule(cable: Cable): Map<string, number> {
  const counts = new Map<string, number>();
  for (const { rule } of check(cable)) counts.set(rule, (counts.get(rule) ?? 0) + 1);
  return counts;
}
