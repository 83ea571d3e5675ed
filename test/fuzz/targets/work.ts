/** What is done with a cable that is typed into, or opened. */

import { NO_SETTINGS } from '../../../server/src/config/resolve';
import { completion } from '../../../server/src/features/completion';
import { diagnostics } from '../../../server/src/features/diagnostics';
import { documentSymbols } from '../../../server/src/features/document-symbols';
import { foldingRanges } from '../../../server/src/features/folding-ranges';
import { explain } from '../../../server/src/features/hover/explain';
import { inlayHints } from '../../../server/src/features/inlay-hints';
import { readingPage } from '../../../server/src/features/reading-view';
import { selectionRanges } from '../../../server/src/features/selection-ranges';
import { semanticTokens } from '../../../server/src/features/semantic-tokens';
import type { Snapshot } from '../../../server/src/features/snapshot';
import { summariesOf } from '../../../server/src/library/glance';
import { NO_GLOSSARY } from '../../../server/src/meaning/glossary';
import { formatCable } from '../../../server/src/rules/formatting';
import type { Steps } from '../../../server/src/text/steps';

/** By its name: of a cable, at an offset. What is done in steps gives them. */
export const WORK: Readonly<Record<string, (now: Snapshot, offset: number) => unknown>> = {
  parse: ({ cable }) => cable,
  diagnostics: (now) => diagnostics(now, { settings: NO_SETTINGS, docs: null }),
  symbols: documentSymbols,
  folding: foldingRanges,
  tokens: (now) => semanticTokens(now, NO_GLOSSARY, () => null),
  hover: (now, offset) => explain(now, offset, String),
  completion,
  hints: (now, offset) =>
    inlayHints(
      now,
      now.lines.range({ start: offset, end: offset + 5000 }),
      NO_GLOSSARY,
      { localTime: true, countries: true, acronyms: true },
      String,
    ),
  selection: (now, offset) => selectionRanges(now, [now.lines.positionAt(offset)]),
  summary: ({ text }) => summariesOf(text),
  reading: (now) => readingPage(now, NO_GLOSSARY),
  'formatting, a step': ({ cable }) => formatCable(cable),
};

/** Does some work. Returns how long others had to wait for it, in milliseconds: of what is done in steps, for the longest. */
export function timed(work: () => unknown): number {
  let start = performance.now();
  const result = work();
  let longest = performance.now() - start;
  if (!isSteps(result)) return longest;
  for (let done = false; !done; longest = Math.max(longest, performance.now() - start)) {
    start = performance.now();
    done = result.next().done === true;
  }
  return longest;
}

const isSteps = (result: unknown): result is Steps<unknown> =>
  result !== null && typeof result === 'object' && 'next' in result;
