/** Applying fixes to a text. */
import type { Edit, Finding } from './rule';

/** The edits of all fixes that a batch may apply, in order, none overlapping: of two that touch, the first stays. */
export function batch(findings: readonly Finding[]): Edit[] {
  const taken: Edit[] = [];
  for (const { fix } of findings) {
    if (!fix || fix.drafter) continue;
    // The whole fix or nothing of it; an edit may be there already, as two findings can ask for the same.
    if (fix.edits.some((edit) => taken.some((each) => overlap(each, edit)))) continue;
    taken.push(...fix.edits);
  }
  return taken.sort((a, b) => a.start - b.start || a.end - b.end);
}

const overlap = (a: Edit, b: Edit): boolean =>
  (a.start < b.end && b.start < a.end) ||
  a.start === b.start ||
  (a.start === a.end && b.start <= a.start && a.start <= b.end);

/** The text after edits that do not overlap. */
export function applyEdits(text: string, edits: readonly Edit[]): string {
  let result = '';
  let at = 0;
  for (const { start, end, text: put } of [...edits].sort((a, b) => a.start - b.start)) {
    result += text.slice(at, start) + put;
    at = end;
  }
  return result + text.slice(at);
}
