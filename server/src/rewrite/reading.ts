/** What the parser reads in a text, so that two texts can be compared that should say the same. */
import { fold } from '../model/fields';
import { readReferences } from '../model/references';
import { readTags } from '../model/tags';
import { viewOf } from '../model/view';
import type { Cable, Field, FieldGroup, Line, Message, Node, Paragraph, Span } from '../syntax/tree';
import { isLine } from '../syntax/tree';
import { isWhiteSpace } from '../text/white-space';

/** Whether two cables have the same parts with the same words; how they are set in lines does not count. */
export function sameReading(a: Cable, b: Cable): boolean {
  const [one, two] = [reading(a), reading(b)];
  return (
    a.layout === b.layout &&
    one.length === two.length &&
    one.every((part, i) => part.what === two[i]!.what && sameWords(a.clean, part, b.clean, two[i]!))
  );
}

/** Something that was read, and its words; nothing but what it is where start and end are the same. */
interface Part extends Span {
  readonly what: string;
}

/** White space is one wherever there is any. */
function sameWords(a: string, { start, end }: Span, b: string, other: Span): boolean {
  let [i, j] = [skip(a, start, end), skip(b, other.start, other.end)];
  while (i < end && j < other.end) {
    const code = a.charCodeAt(i);
    if (code === b.charCodeAt(j) && !isWhiteSpace(code)) {
      i++;
      j++;
      continue;
    }
    const [wordA, wordB] = [skip(a, i, end), skip(b, j, other.end)];
    // Another character, or two words on one side only.
    if (wordA === i || wordB === j) break;
    i = wordA;
    j = wordB;
  }
  return skip(a, i, end) === end && skip(b, j, other.end) === other.end;
}

function skip(text: string, from: number, end: number): number {
  let at = from;
  while (at < end && isWhiteSpace(text.charCodeAt(at))) at++;
  return at;
}

function reading(cable: Cable): Part[] {
  const parts: Part[] = [];
  const tell = (what: string, at: Span = NOWHERE): void => {
    parts.push({ what, start: at.start, end: at.end });
  };
  /** Page lines, stamps and the like that are part of nothing smaller. */
  const loose = (node: Node): void => {
    for (const part of node.children) if (isLine(part) && part.kind !== 'blank') tell(part.kind, part);
  };
  const group = (fields: FieldGroup | null, year: number | undefined): void => {
    if (!fields) return;
    // A group of blank lines is none.
    if (fields.fields.length) tell(fields.kind);
    loose(fields);
    for (const field of fields.fields) {
      tell(`${field.kind} ${field.reading}`, field.label);
      if (field.kind === 'tags' || field.kind === 'ref') tell(saidBy(cable, field, year));
      else {
        tell('value', { start: field.value, end: Math.max(field.value, field.children[0]!.end) });
        lines(field.children.slice(1));
      }
    }
  };
  const lines = (all: readonly Line[]): void => {
    for (const line of all) if (line.kind !== 'blank') tell(line.kind, line);
  };
  /** Lines of text that follow each other are one text. */
  const paragraph = ({ children, number, mark, textStart }: Paragraph): void => {
    tell('number', number ?? NOWHERE);
    tell('mark', mark ?? NOWHERE);
    let text: { start: number; end: number } | null = null;
    for (const { kind, start, end } of children) {
      if (kind === 'blank') continue;
      const from = Math.min(Math.max(start, textStart), end);
      if (kind === 'text' && text) text.end = end;
      else {
        if (text) tell('text', text);
        text = kind === 'text' ? { start: from, end } : null;
        if (!text) tell(kind, { start: from, end });
      }
    }
    if (text) tell('text', text);
  };
  loose(cable.root);
  group(cable.preamble, undefined);
  for (const message of cable.messages) {
    const { year } = viewOf(cable, message);
    tell('message');
    loose(message);
    group(message.transmission, year);
    group(message.header, year);
    for (const section of message.body.sections) {
      tell('section', section.heading?.title);
      loose(section);
      section.paragraphs.forEach(paragraph);
    }
    for (const header of message.body.repeatedHeaders) group(header, year);
    group(message.ending, year);
    blocks(message, tell);
  }
  group(cable.trailer, undefined);
  return parts;
}

const NOWHERE: Span = { start: 0, end: 0 };

/** The blocks, and in which paragraph or heading they begin and end. */
function blocks({ blocks, body }: Message, tell: (what: string, at?: Span) => void): void {
  const starts = body.sections.flatMap(({ heading, paragraphs }) => [
    ...(heading ? [heading.start] : []),
    ...paragraphs.map(({ start }) => start),
  ]);
  const partAt = (offset: number): number => {
    let low = 0;
    for (let high = starts.length; low < high; ) {
      const middle = (low + high) >> 1;
      if (starts[middle]! <= offset) low = middle + 1;
      else high = middle;
    }
    return low;
  };
  for (const { kind, openedBy, opener, closer, start, end } of blocks) {
    tell(`${kind} ${openedBy} ${partAt(start)} ${partAt(end - 1)}`);
    tell('opener', opener ?? NOWHERE);
    tell('closer', closer ?? NOWHERE);
  }
}

/** What TAGS and references are: blanks between them are free. */
function saidBy(cable: Cable, field: Field, year: number | undefined): string {
  return field.kind === 'tags'
    ? readTags(cable, field, year)
        .map(({ kind, code, text }) => `${kind} ${code} ${fold(text)}`)
        .join('\n')
    : readReferences(cable, field, year ?? null)
        .map(({ label, kind, id, text }) => `${label} ${kind} ${id} ${text}`)
        .join('\n');
}
