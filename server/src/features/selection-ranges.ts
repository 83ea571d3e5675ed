/** Selections that grow: word, sentence, list item, paragraph, section, body; in the header word, value, field, header; then message and file. */
import type { Position, SelectionRange } from 'vscode-languageserver-types';
import { partsOf, wordAt } from '../meaning/words';
import { bodyText } from '../model/passages';
import { type MessageView, viewOf } from '../model/view';
import type { Line, Paragraph, Span } from '../syntax/tree';
import { sentenceAt } from '../text/sentences';
import type { Snapshot } from './snapshot';

/** One for each position. Each range lies within its parent and is smaller; the last is the whole file. */
export const selectionRanges = (snapshot: Snapshot, positions: readonly Position[]): SelectionRange[] =>
  positions.map((position) => {
    const { lines } = snapshot;
    return spansAt(snapshot, lines.offsetAt(position)).reduceRight<SelectionRange | undefined>(
      (parent, span) => ({ range: lines.range(span), ...(parent && { parent }) }),
      undefined,
    )!;
  });

/** From the innermost to the file. */
function spansAt({ cable, text }: Snapshot, offset: number): Span[] {
  const spans: Span[] = [];
  for (const span of candidates(cable, offset)) {
    const { start, end } = ink(cable.clean, span);
    const inner = spans.at(-1);
    const holds = start <= offset && offset <= end && (!inner || (start <= inner.start && inner.end <= end));
    const isLarger = end - start > (inner ? inner.end - inner.start : 0);
    // What begins in one part and ends in another cannot be grown to.
    if (holds && isLarger) spans.push({ start, end });
  }
  const last = spans.at(-1);
  if (!last || last.start > 0 || last.end < text.length) spans.push({ start: 0, end: text.length });
  return spans;
}

/** What may be selected at an offset, the inner before the outer; not all of it need be around the offset. */
function* candidates(cable: Snapshot['cable'], offset: number): Iterable<Span> {
  const word = wordAt(cable.clean, offset);
  if (word) {
    yield* partsOf(word);
    yield word;
  }
  for (const message of cable.messages) {
    if (!holds(message, offset)) continue;
    const { transmission, header, body, ending } = message;
    const view = viewOf(cable, message);
    for (const group of [transmission, header, ending, ...body.repeatedHeaders])
      if (group) yield* inGroup(group, offset);
    if (transmission && header) yield { start: transmission.start, end: header.end };
    yield* inBody(view, offset);
    yield message;
  }
  for (const group of [cable.preamble, cable.trailer]) if (group) yield* inGroup(group, offset);
}

const holds = ({ start, end }: Span, offset: number): boolean => start <= offset && offset <= end;

type Group = NonNullable<Snapshot['cable']['preamble']>;
function* inGroup(group: Group, offset: number): Iterable<Span> {
  if (!holds(group, offset)) return;
  for (const field of group.fields) {
    if (!holds(field, offset)) continue;
    // One addressee, one reference.
    for (const { start, end } of field.children) yield { start: Math.max(start, field.value), end };
    yield { start: field.value, end: field.end };
    yield field;
  }
  yield group;
}

function* inBody(view: MessageView, offset: number): Iterable<Span> {
  const { body } = view.message;
  for (const section of body.sections) {
    if (!holds(section, offset)) continue;
    const { heading, paragraphs } = section;
    if (heading) {
      yield heading.title;
      yield heading;
    }
    for (const paragraph of paragraphs) if (holds(paragraph, offset)) yield* inParagraph(view, paragraph, offset);
    yield { start: (heading ?? paragraphs[0] ?? section).start, end: section.end };
  }
  if (body.sections.length) yield { start: body.sections[0]!.start, end: body.end };
}

function* inParagraph(view: MessageView, paragraph: Paragraph, offset: number): Iterable<Span> {
  const { children, textStart: start, end } = paragraph;
  const at = children.findIndex((line) => line.start <= offset && offset < line.next);
  const line = children[at];
  if (line?.kind === 'table') {
    yield line;
    yield tableAround(children, at);
  } else {
    const item = line && itemAround(children, at);
    if (offset >= start && line?.kind !== 'rule') yield sentence(view, item ?? { start, end }, offset, start);
    if (item) yield item;
  }
  yield paragraph;
}

/** Over page lines, as if they were not there. */
function sentence(view: MessageView, { start, end }: Span, offset: number, textStart: number): Span {
  const from = Math.max(start, textStart);
  const base = view.message.body.start;
  const found = sentenceAt(bodyText(view).slice(from - base, end - base), offset - from);
  return { start: from + found.start, end: from + found.end };
}

/** A list item with the lines that go on with it; null outside of a list. */
function itemAround(children: readonly Line[], at: number): Span | null {
  let first = at;
  while (first > 0 && children[first]!.kind === 'text') first--;
  if (children[first]!.kind !== 'list-item') return null;
  let last = at;
  while (children[last + 1]?.kind === 'text') last++;
  return { start: children[first]!.start, end: children[last]!.end };
}

function tableAround(children: readonly Line[], at: number): Span {
  const isRow = (index: number): boolean => /^(?:table|rule)$/.test(children[index]?.kind ?? '');
  let [first, last] = [at, at];
  while (isRow(first - 1)) first--;
  while (isRow(last + 1)) last++;
  return { start: children[first]!.start, end: children[last]!.end };
}

/** A span without the white space at its ends. */
function ink(text: string, { start, end }: Span): Span {
  let [from, to] = [start, end];
  while (from < to && /\s/.test(text[from]!)) from++;
  while (to > from && /\s/.test(text[to - 1]!)) to--;
  return { start: from, end: to };
}
