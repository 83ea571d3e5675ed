/** What a paragraph consists of: running text, lists, and lines that stay as they are (FORMAT 4.4, 4.5). */
import type { MessageView } from '../model/view';
import type { Line, LineKind, Paragraph, Span } from '../syntax/tree';
import type { Item, Lines, Part, Prose } from './document';
import type { Runs } from './runs';

const FURNITURE: ReadonlySet<LineKind> = new Set([
  'page',
  'repeat-class',
  'release-stamp',
  'stray-caption',
  'artefact',
  'wrapper',
]);

/** A line of a paragraph, its number and mark left out. */
interface Ink extends Span {
  readonly line: Line;
  readonly text: string;
}

type MakingPart = Prose | Lines | { kind: 'list'; items: Item[]; line: number };

/** The parts of a paragraph, number and mark left out; page lines fall away, with the blank lines around them. */
export function readParts(view: MessageView, paragraph: Paragraph, runs: Runs): Part[] {
  const parts: MakingPart[] = [];
  const width = paragraph.children.reduce(
    (most, { kind, start, end }) => (kind === 'text' ? Math.max(most, end - start) : most),
    0,
  );
  for (const chunk of chunks(view, paragraph)) {
    const from = tableStart(chunk);
    readText(view, chunk.slice(0, from), width, runs, parts);
    if (from < chunk.length) parts.push(keptLines(view, chunk.slice(from), runs));
  }
  return parts;
}

/** The lines between blank lines. */
function chunks(view: MessageView, { children, textStart }: Paragraph): Ink[][] {
  const { clean } = view.cable;
  const found: Ink[][] = [];
  let open: Ink[] = [];
  let afterFurniture = false;
  let blank = false;
  for (const line of children) {
    if (FURNITURE.has(line.kind)) afterFurniture = true;
    else if (line.kind === 'blank') blank = true;
    else {
      const start = Math.max(line.start, Math.min(textStart, line.end));
      const text = clean.slice(start, line.end);
      if (text.trim() === '') continue;
      // Blank lines that touch a page line belong to it.
      if (blank && !afterFurniture && open.length) {
        found.push(open);
        open = [];
      }
      open.push({ start, end: line.end, line, text });
      blank = false;
      afterFurniture = false;
    }
  }
  if (open.length) found.push(open);
  return found;
}

/** What is set in columns: three blanks or more other than between sentences. */
const COLUMNS = /[^.?!:\s] {3,}\S|[.?!:] {5,}\S/;
const isTabular = ({ line, text }: Ink): boolean =>
  line.kind === 'table' ||
  line.kind === 'rule' ||
  (line.kind === 'text' && text.includes('   ') && COLUMNS.test(text.trimStart()));

/** Where the table of a chunk begins: with what stands on the rule below it. */
function tableStart(chunk: readonly Ink[]): number {
  const first = chunk.findIndex(isTabular);
  if (first < 0) return chunk.length;
  return chunk[first]!.line.kind === 'rule' && first > 0 && chunk.length > first + 1 ? first - 1 : first;
}

function keptLines(view: MessageView, lines: readonly Ink[], runs: Runs): Lines {
  // Tables can have more lines than a call takes arguments.
  const indent = lines.reduce(
    (least, { text }) => Math.min(least, text.length - text.trimStart().length),
    Number.POSITIVE_INFINITY,
  );
  return {
    kind: 'lines',
    lines: lines.map(({ start, end }) => runs([{ start: start + indent, end }], true)),
    line: view.lineOf(lines[0]!.start),
  };
}

const MARKER = /^\s*(-{1,2}|[*o•]|[a-z][.)]|\([a-z]\)|\(\d{1,2}\)|\d{1,3}[.)]|\([ivx]{1,4}\))\s*/;

/** Not a number that the lines only happened to break before: `on June` / `17.  Ground teams`. */
function beginsItem(lines: readonly Ink[], at: number): boolean {
  const { line, text } = lines[at]!;
  if (line.kind !== 'list-item') return false;
  return at === 0 || !/^\s*\d/.test(text) || !/[A-Za-z,]$/.test(lines[at - 1]!.text);
}

function readText(view: MessageView, lines: readonly Ink[], width: number, runs: Runs, parts: MakingPart[]): void {
  let at = 0;
  while (at < lines.length && !beginsItem(lines, at)) at++;
  const text = lines.slice(0, at);
  if (text.length && areLines(text, width)) parts.push(keptLines(view, text, runs));
  else if (text.length) parts.push({ kind: 'prose', runs: runs(text), line: view.lineOf(text[0]!.start) });
  if (at === lines.length) return;
  const last = parts.at(-1);
  // Blank lines stand between the items of many lists.
  const items: Item[] = last?.kind === 'list' && at === 0 ? last.items : [];
  if (last?.kind !== 'list' || at > 0) parts.push({ kind: 'list', items, line: view.lineOf(lines[at]!.start) });
  while (at < lines.length) {
    const first = lines[at]!;
    let to = at + 1;
    // What stands below an item goes on with it.
    while (to < lines.length && !beginsItem(lines, to)) to++;
    const marker = MARKER.exec(first.text);
    const start = first.start + (marker?.[0].length ?? 0);
    items.push({
      marker: marker?.[1] ?? '',
      runs: runs([{ start, end: first.end }, ...lines.slice(at + 1, to)]),
      line: view.lineOf(first.start),
    });
    at = to;
  }
}

/** Lines of more characters are not folded: then how long others are says nothing. */
const LONGEST = 90;

/** Names, an address, verses: most lines end before they are full, and the next begins anew. `width` of a full line. */
function areLines(lines: readonly Ink[], width: number): boolean {
  if (lines.length < 4 || width > LONGEST) return false;
  const early = lines.slice(1).filter(({ text }, i) => {
    const ink = text.trimStart();
    const { line } = lines[i]!;
    return !/^[a-z]/.test(ink) && line.end - line.start + 1 + ink.search(/\s|$/) <= width;
  });
  return early.length > (lines.length - 1) * 0.6;
}
