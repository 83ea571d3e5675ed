/** Formatting a document, or some of its lines. */
import type { Range, TextEdit } from 'vscode-languageserver-types';
import { FORMAT_DEFAULTS, type FormatOptions, formatCable } from '../rules/formatting';
import type { Steps } from '../text/steps';
import { textEdits } from './code-actions/action';
import type { Snapshot } from './snapshot';

/** Small edits in the order of the text; none where it is formatted. In steps, as a text may have to be read several times. */
export function* formatting(
  snapshot: Snapshot,
  options: FormatOptions = FORMAT_DEFAULTS,
  range: Range | null = null,
): Steps<TextEdit[]> {
  const { cable, lines } = snapshot;
  const within = range && { start: lines.offsetAt(range.start), end: lines.offsetAt(range.end) };
  return textEdits(snapshot, yield* formatCable(cable, options, within));
}
