/** What the relay and the archive put between two lines of a cable, and taking it out (FORMAT 4.5). */
import type { MessageView } from '../model/view';
import type { Line, LineKind, Span } from '../syntax/tree';
import { type Edit, lineBreak } from '../text/edits';
import { type Place, visitLines } from './line-places';

/** Blank lines and furniture that follow each other, between two lines of the cable's own. */
export interface Run {
  readonly lines: readonly Line[];
  /** Null at the beginning of the message. */
  readonly before: Place | null;
  /** Null at its end. */
  readonly after: Place | null;
}

const FURNITURE: ReadonlySet<LineKind> = new Set(['blank', 'page', 'repeat-class', 'release-stamp', 'artefact']);

/** Those of a message that hold more than blank lines. */
export function furnitureRuns({ cable, message }: MessageView): Run[] {
  const runs: Run[] = [];
  let lines: Line[] = [];
  let before: Place | null = null;
  const end = (after: Place | null): void => {
    if (lines.some(({ kind }) => kind !== 'blank')) runs.push({ lines, before, after });
    lines = [];
    before = after;
  };
  visitLines(cable, (line, place) => {
    if (line.start < message.start || line.start >= message.end) return;
    if (FURNITURE.has(line.kind)) lines.push(line);
    else end(place);
  });
  end(null);
  return runs;
}

/** Takes a run out: what it interrupts is joined, what it stands between keeps one blank line. */
export function takeOut({ cable: { text } }: MessageView, { lines, before, after }: Run): Edit {
  const first = lines[0]!;
  const { next: end } = lines.at(-1)!;
  if (isOne(before, after)) return { start: first.start, end, text: '' };
  const isBlank = first.kind === 'blank';
  const one = isBlank || !before || !after ? '' : lineBreak(text, first.start);
  return { start: isBlank && before && after ? first.next : first.start, end, text: one };
}

/** Whether nothing ends between two lines: a paragraph, a field, the list of addresses. */
const isOne = (before: Place | null, after: Place | null): boolean =>
  before !== null &&
  after !== null &&
  (before === after || (before.zone === 'transmission' && after.zone === 'transmission'));

/** Whether a run, blank lines at its ends left out, touches a span. */
export function touches({ lines }: Run, within: Span | null): boolean {
  const ink = lines.filter(({ kind }) => kind !== 'blank');
  return within === null || (ink[0]!.start <= within.end && within.start <= ink.at(-1)!.end);
}
