/** Page lines of the relay and what they say (FORMAT 4.5). */
import type { Line, LineKind, Span } from '../syntax/tree';
import { type Token, token } from './fields';
import type { MessageView } from './view';

export interface PageLine extends Span {
  readonly post: Token;
  readonly serial: Token;
  /** Section and total of the form of the 2000s; null in that of the 1970s, which counts pages. */
  readonly section: number | null;
  readonly total: number | null;
  /** The total as it is written. */
  readonly totalAt: Token | null;
}

const PAGE_2000S = /^([A-Z][A-Z .'/-]{1,40}?) {1,3}(\d{5,9}) {1,4}(\d{2,3}) {0,2}OF {0,2}(\d{2,3})\b/;
const PAGE_1970S = /^PAGE {1,3}\d{2} {1,20}([A-Z][A-Z .'-]{0,30}?) {1,20}(\d{4,6})\b/;

const FURNITURE: ReadonlySet<LineKind> = new Set([
  'page',
  'repeat-class',
  'release-stamp',
  'stray-caption',
  'artefact',
]);

/** What the relay and the archive put between the lines of a message, in order: page lines, repeated levels, stamps. */
export const furniture = (view: MessageView): readonly Line[] => view.once(findFurniture);

function findFurniture({ cable: { lines }, message: { start, end } }: MessageView): Line[] {
  const found: Line[] = [];
  // The leaves of a message are those of the cable between its ends.
  for (let i = firstLine(lines, start); i < lines.length && lines[i]!.start < end; i++)
    if (lines[i]!.kind !== 'text' && lines[i]!.kind !== 'blank' && FURNITURE.has(lines[i]!.kind)) found.push(lines[i]!);
  return found;
}

function firstLine(lines: readonly Line[], start: number): number {
  let low = 0;
  let high = lines.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (lines[middle]!.start < start) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** The page lines of a message that can be read. */
export const pageLines = (view: MessageView): readonly PageLine[] => view.once(readPageLines);

function readPageLines(view: MessageView): PageLine[] {
  const found: PageLine[] = [];
  for (const line of furniture(view)) {
    if (line.kind !== 'page') continue;
    const text = view.text(line);
    const ink = text.trim();
    const match = PAGE_2000S.exec(ink) ?? PAGE_1970S.exec(ink);
    if (!match) continue;
    const start = line.start + text.length - text.trimStart().length;
    const postAt = match[0].indexOf(match[1]!);
    found.push({
      start,
      end: line.end,
      post: token(match[1]!, start + postAt),
      serial: token(match[2]!, start + match[0].indexOf(match[2]!, postAt + match[1]!.length)),
      section: match[3] ? Number(match[3]) : null,
      total: match[4] ? Number(match[4]) : null,
      totalAt: match[4] ? token(match[4], start + match[0].length - match[4].length) : null,
    });
  }
  return found;
}

/** Numbers of the sections, or of the pages, in the order of the page lines. */
export const pageNumbers = (view: MessageView): readonly number[] => view.once(readPageNumbers);

function readPageNumbers(view: MessageView): number[] {
  const found: number[] = [];
  for (const line of furniture(view)) {
    if (line.kind !== 'page') continue;
    const ink = view.text(line).trim();
    const digits = /(\d{1,3})(?:\.\d)? OF \d{1,3}\b/.exec(ink)?.[1] ?? /^PAGE +(\d{2})/.exec(ink)?.[1];
    if (digits !== undefined) found.push(Number(digits));
  }
  return found;
}
