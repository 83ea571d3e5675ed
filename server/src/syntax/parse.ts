import { parseAttributes, parseRecordHead } from './aad';
import { findBlocks } from './blocks';
import { parseBody } from './body';
import { Cursor, closeField, endOf, fieldGroup, openField, startOf } from './cursor';
import { decode } from './decode';
import { parseEnding, splitSignature } from './ending';
import { detectLayout } from './layout';
import { splitLines } from './lines';
import { splitJoinedLines } from './one-line';
import { findPlaces } from './places';
import { parsePreamble, parseWebWrapper } from './preamble';
import { parseSmartEnding, parseSmartHeader } from './smart';
import { parseTextHeader } from './text-header';
import { isNotice, parseTransmission } from './transmission';
import { type Cable, type Field, type FieldGroup, type Line, leaves, type Message, type Node } from './tree';

/**
 * Parses any text as a cable. Never throws; the time is linear in the length of the text. The tree is immutable and its leaves
 * cover the text.
 */
export function parse(text: string): Cable {
  const clean = decode(text);
  const lines = splitJoinedLines(clean, splitLines(clean));
  const { layout, wrapper } = detectLayout(clean, lines);
  const places = findPlaces(clean);
  const cursor = new Cursor(clean, lines, layout, places);
  const parts: (Node | Line)[] = [];

  const leading = () => {
    while (!cursor.done && cursor.line.kind === 'blank') parts.push(cursor.take());
  };
  leading();
  const preamble = wrapper === 'preamble' ? parsePreamble(cursor) : wrapper === 'web' ? parseWebWrapper(cursor) : null;
  if (preamble) parts.push(preamble);
  if (layout === 'aad') parts.push(...parseRecordHead(cursor));

  const messages: Message[] = [];
  let trailer: FieldGroup | null = null;
  while (!cursor.done) {
    leading();
    trailer = parseAttributes(cursor);
    if (cursor.done) break;
    const before = cursor.at;
    const message = parseMessage(cursor, messages.length === 0);
    // A line that seemed to begin a message and then was none of its lines: it is kept, and the next one is looked at.
    if (cursor.at === before) parts.push(cursor.take());
    else {
      messages.push(message);
      parts.push(message);
    }
  }
  if (trailer) parts.push(trailer);
  const root: Node = { kind: 'document', start: 0, end: text.length, children: parts };
  let all: readonly Line[] | null = null;
  return {
    text,
    clean,
    layout,
    root,
    preamble,
    messages,
    trailer,
    places,
    // Most readers never ask for the flat list.
    get lines() {
      all ??= leaves(root);
      return all;
    },
    keep: keeper(),
  };
}

/** A place for what readers find out. */
function keeper(): Cable['keep'] {
  const kept = new Map<object, unknown>();
  return (of, find) => {
    const known = kept.get(of);
    if (known !== undefined || kept.has(of)) return known as ReturnType<typeof find>;
    const found = find();
    kept.set(of, found);
    return found;
  };
}

function parseMessage(cursor: Cursor, first: boolean): Message {
  const begin = cursor.line.start;
  const parts: (Node | Line)[] = [];
  const leading = () => {
    while (!cursor.done && cursor.line.kind === 'blank') parts.push(cursor.take());
  };
  let transmission: FieldGroup | null = null;
  let header = null;
  if (cursor.layout === 'smart' && first) header = parseSmartHeader(cursor);
  else {
    const notice = isNotice(cursor.ink()) ? takeNotice(cursor) : null;
    transmission = cursor.done ? null : parseTransmission(cursor);
    if (notice) transmission = withNotice(notice, transmission);
    if (transmission) parts.push(transmission);
    // The blank lines before the text header belong to no part.
    leading();
    header = cursor.done ? null : parseTextHeader(cursor, transmission !== null && !notice);
  }
  if (header) parts.push(header);
  const { body: whole, rest } = parseBody(cursor);
  const { body, signature } = splitSignature(cursor.text, whole);
  parts.push(body);
  const smartEnd = cursor.layout === 'smart' && !cursor.done;
  const ending = smartEnd ? parseSmartEnding(cursor, [...signature, ...rest]) : parseEnding(cursor, signature, rest);
  if (ending) parts.push(ending);
  return {
    kind: 'message',
    start: startOf(parts, begin),
    end: endOf(parts, begin),
    children: parts,
    transmission,
    header,
    body,
    ending,
    blocks: findBlocks(cursor.text, body, cursor.places.blockWords),
  };
}

/** The notice and the blank lines below it. */
function takeNotice(cursor: Cursor): Field {
  const draft = openField(cursor, 'notice');
  while (!cursor.done && cursor.line.kind === 'blank') draft.lines.push(cursor.take());
  return closeField(draft);
}

function withNotice(notice: Field, transmission: FieldGroup | null): FieldGroup {
  return fieldGroup('transmission', [notice, ...((transmission?.children ?? []) as (Field | Line)[])], notice.start);
}
