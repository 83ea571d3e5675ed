/** Choosing fixes for a whole text. */
import { type Edit, overlap } from '../text/edits';
import type { Finding } from './rule';

/**
 * The edits of all fixes that a batch may apply, in order, none overlapping: of two that touch, the first stays, and the other is left
 * for the next round.
 */
export function batch(findings: readonly Finding[]): Edit[] {
  const taken: Edit[] = [];
  for (const { fixes } of findings) {
    const fix = fixes.find(({ drafter }) => !drafter);
    // The whole fix or nothing of it.
    if (!fix || fix.edits.some((edit) => taken.some((each) => overlap(each, edit)))) continue;
    taken.push(...fix.edits);
  }
  return taken.sort((a, b) => a.start - b.start || a.end - b.end);
}
