/** Blank lines between the parts of a cable (FORMAT 3.1, 4.2, 4.5). */
import type { MessageView } from '../model/view';
import { viewOf } from '../model/view';
import type { Cable, Field, Heading, Line, LineKind, Message, Node, Paragraph } from '../syntax/tree';
import { isLine } from '../syntax/tree';
import type { Edit } from '../text/edits';
import { isQuoted } from './quoted';

type Zone = 'kept' | 'transmission' | 'header' | 'body' | 'ending';
const ZONES: Partial<Record<Node['kind'], Zone>> = {
  preamble: 'kept',
  trailer: 'kept',
  transmission: 'transmission',
  'text-header': 'header',
  body: 'body',
  ending: 'ending',
};

/** A line with something on it, and what it is part of. */
interface Place {
  readonly line: Line;
  readonly zone: Zone;
  readonly owner: Field | Heading | Paragraph | null;
  readonly message: Message | null;
}

/**
 * One blank line before each paragraph, heading and signature, one before a section line and two after it, no more than one elsewhere
 * in header and text, none at either end of the file; wrappers, addresses, tables and quoted texts keep theirs. No line with something
 * on it is joined or broken.
 */
export function spaceLines(cable: Cable): Edit[] {
  const { text } = cable;
  const edits: Edit[] = [];
  let before: Place | null = null;
  /** Ends of the blank lines since. */
  let blanks: number[] = [];
  const meet = (place: Place): void => {
    const { start } = place.line;
    const from = before?.line.next ?? 0;
    // What the parser cut out of a line, and line breaks written as entities, stay.
    const isPlain = (start === 0 || isBreak(text, start - 1)) && /^\s*$/.test(text.slice(from, start));
    const count = blanks.length;
    const right = !isPlain ? count : before ? wanted(cable, before, place, count) : 0;
    if (count > right && text[from] !== '\uFEFF')
      edits.push({ start: right ? blanks[right - 1]! : from, end: start, text: '' });
    if (count < right) edits.push({ start, end: start, text: breakBefore(text, start).repeat(right - count) });
    before = place;
    blanks = [];
  };
  const visit = (node: Node, at: Omit<Place, 'line'>): void => {
    for (const part of node.children) {
      if (!isLine(part)) visit(part, placeIn(part, at));
      else if (part.kind === 'blank') blanks.push(part.next);
      else meet({ ...at, line: part });
    }
  };
  visit(cable.root, { zone: 'kept', owner: null, message: null });
  const last = (before as Place | null)?.line;
  if (last && blanks.length && /^\s*$/.test(text.slice(last.next)) && isBreak(text, last.next - 1))
    edits.push({ start: last.next, end: text.length, text: '' });
  return edits;
}

/** Another one than that of the line above could make one break of two. */
const breakBefore = (text: string, at: number): string =>
  text[at - 1] === '\r' ? '\r' : text[at - 2] === '\r' ? '\r\n' : '\n';
const isBreak = (text: string, at: number): boolean => text[at] === '\n' || text[at] === '\r';

const placeIn = (node: Node, at: Omit<Place, 'line'>): Omit<Place, 'line'> => ({
  zone: ZONES[node.kind] ?? at.zone,
  message: node.kind === 'message' ? (node as Message) : at.message,
  owner:
    'label' in node || node.kind === 'heading' || node.kind === 'paragraph'
      ? (node as Field | Heading | Paragraph)
      : null,
});

const FURNITURE: ReadonlySet<LineKind> = new Set([
  'page',
  'repeat-class',
  'release-stamp',
  'stray-caption',
  'artefact',
  'wrapper',
]);
const SET: ReadonlySet<LineKind> = new Set(['table', 'rule']);

/** How many blank lines belong between two lines, of which there are so many. */
function wanted(cable: Cable, a: Place, b: Place, count: number): number {
  if (a.zone === 'kept' || b.zone === 'kept') return count;
  if (isSectionLine(cable, b)) return 1;
  if (isSectionLine(cable, a)) return 2;
  // The pages of the 1970s have a head and a foot of their own.
  if (FURNITURE.has(a.line.kind) || FURNITURE.has(b.line.kind) || a.message !== b.message) return Math.min(count, 2);
  const most = Math.min(count, 1);
  if (a.zone !== b.zone) {
    if (a.zone === 'header' && b.zone === 'body') return 1;
    return a.zone === 'body' && b.owner?.kind === 'signature' ? 1 : most;
  }
  if (a.zone === 'transmission') return count;
  const same = a.owner === b.owner;
  if (a.zone === 'header') return same ? count : most;
  if (a.zone === 'ending') return most;
  const view = viewOf(cable, a.message);
  if (isKept(view, a) || isKept(view, b)) return count;
  if (!same) return 1;
  return a.owner?.kind === 'heading' || (SET.has(a.line.kind) && SET.has(b.line.kind)) ? count : most;
}

/** Inside a text that is quoted. */
const isKept = (view: MessageView, { line, owner }: Place): boolean =>
  isQuoted(view, line) || (owner?.kind === 'paragraph' && !view.once(ownParagraphs).has(owner));
const ownParagraphs = (view: MessageView): ReadonlySet<Node> =>
  new Set(view.paragraphs.map(({ paragraph }) => paragraph));

/** A page line of the 2000s: the blank lines around it are its own. */
const isSectionLine = ({ clean }: Cable, { line: { kind, start, end } }: Place): boolean =>
  kind === 'page' && !/^\s*PAGE/i.test(clean.slice(start, end));
