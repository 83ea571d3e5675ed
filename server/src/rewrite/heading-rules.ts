/** The rules of a heading and how long they should be (FORMAT 4.2). */
import type { MessageView } from '../model/view';
import type { Heading, Line, Span } from '../syntax/tree';

/** From here on a rule goes across the page. */
const ACROSS = 55;

export interface WrongRule extends Span {
  readonly line: Line;
  /** Characters that it has, and should have. */
  readonly length: number;
  readonly right: number;
  /** What the rule becomes; null where it is written as entities. */
  readonly text: string | null;
}

/**
 * Rules above and below a heading that are not as long as it is; of one of two lines, as long as either. Not those across the page, under
 * a centred heading, or that leave out the colon.
 */
export function wrongRules(view: MessageView, { children }: Heading): WrongRule[] {
  if (isPlainlyRight(view, children)) return [];
  const lines = children.filter(({ kind }) => kind === 'heading').map((line) => ({ line, ink: inkOf(view, line) }));
  const [title] = lines;
  if (!title) return [];
  const lengths = lines.map(({ ink }) => ink.length);
  const right = Math.max(...lengths);
  return children.flatMap((line): WrongRule[] => {
    if (line.kind !== 'rule') return [];
    const ink = inkOf(view, line);
    const start = inkStart(view, line);
    if (start - line.start !== inkStart(view, title.line) - title.line.start) return [];
    if (/\s/.test(ink) || ink.length >= ACROSS || lengths.includes(ink.length)) return [];
    if (ink.length === right - 1 && lines.at(-1)!.ink.endsWith(':')) return [];
    const isPlain = view.cable.text.slice(start, line.end) === ink;
    return [{ line, start, end: line.end, length: ink.length, right, text: isPlain ? ink[0]!.repeat(right) : null }];
  });
}

/** One line with a rule of its length below it, both at the margin: so are nearly all. */
function isPlainlyRight(view: MessageView, [title, below, more]: readonly Line[]): boolean {
  if (title?.kind !== 'heading' || below?.kind !== 'rule' || more) return false;
  if (title.end - title.start !== below.end - below.start) return false;
  return inkStart(view, title) === title.start && !view.text(title).includes('\uFEFF');
}

const inkOf = (view: MessageView, line: Span): string =>
  view
    .text(line)
    .replace(/\uFEFF+/g, '')
    .trim();
function inkStart({ cable: { clean } }: MessageView, { start, end }: Span): number {
  let at = start;
  while (at < end && /\s/.test(clean[at]!)) at++;
  return at;
}
