import { parseAttributes, parseRecordHead } from './aad';
import { findBlocks } from './blocks';
import { type BodyResult, parseBody } from './body';
import { Cursor, closeField, endOf, fieldGroup, openField, startOf } from './cursor';
import { decode } from './decode';
import type { EarlierBody } from './earlier';
import { parseEnding, splitSignature } from './ending';
import { detectLayout, type LayoutResult } from './layout';
import { splitLines } from './lines';
import { splitJoinedLines } from './one-line';
import { findPlaces, type Places } from './places';
import { parsePreamble, parseWebWrapper } from './preamble';
import { parseSmartEnding, parseSmartHeader } from './smart';
import { parseTextHeader } from './text-header';
import { isNotice, parseTransmission } from './transmission';
import {
  type Cable,
  type Field,
  type FieldGroup,
  type Layout,
  type Line,
  leaves,
  type Message,
  type Node,
  type TextHeader,
} from './tree';

/**
 * Parses any text as a cable. Never throws; the time is linear in the length of the text. The tree is immutable and its leaves
 * cover the text.
 */
export function parse(text: string): Cable {
  const asItIs = findPlaces(text);
  // What decoding changes is odd, or begins with `&`: most texts have nothing of it, and are looked through once.
  const clean = asItIs.odd.length || text.includes('&') ? decode(text) : text;
  const places = clean === text ? asItIs : findPlaces(clean);
  const lines = splitJoinedLines(clean, splitLines(clean));
  const found = detectLayout(clean, lines);
  return readCable(text, new Cursor(clean, lines, found.layout, places), found.wrapper, null);
}

/** How a cable was read: what a reading of the same text with a change in it can build on. */
export interface Reading {
  /** The lines as they were read, of the body as they are in the tree. */
  readonly lines: readonly Line[];
  readonly wrapper: LayoutResult['wrapper'];
  /** Of a file of one message: its body, from which the signature was not taken off yet. */
  readonly body: BodyResult | null;
  /** A quotation was looked for, which may begin or end anywhere in the text. */
  readonly isEntangled: boolean;
}

export const readingOf = (cable: Cable): Reading | undefined =>
  cable instanceof ReadCable ? cable.reading : undefined;

/**
 * A class, although it is plain data: an object literal with a getter has a shape of its own, cable by cable, and shapes are old objects
 * that carry all a cable holds through every collection of young ones. For the same reason the reading is no entry of a weak map.
 */
class ReadCable implements Cable {
  readonly #kept = new Map<object, unknown>();
  #lines: readonly Line[] | null;

  /** @param all the leaves of the tree, where they are there already */
  constructor(
    readonly text: string,
    readonly clean: string,
    readonly layout: Layout,
    readonly root: Node,
    readonly preamble: FieldGroup | null,
    readonly messages: readonly Message[],
    readonly trailer: FieldGroup | null,
    readonly places: Places,
    readonly reading: Reading,
    all: readonly Line[] | null,
  ) {
    this.#lines = all;
  }
  get lines(): readonly Line[] {
    this.#lines ??= leaves(this.root);
    return this.#lines;
  }
  keep<V>(of: object, find: () => V): V {
    const known = this.#kept.get(of);
    if (known !== undefined || this.#kept.has(of)) return known as V;
    const found = find();
    this.#kept.set(of, found);
    return found;
  }
}

/** What is known of a cable from before its text changed. */
export interface Earlier {
  readonly cable: Cable;
  readonly body: EarlierBody;
}

/** Reads the lines of a cable. @param earlier what has been read before and need not be read again; null: nothing */
export function readCable(
  text: string,
  cursor: Cursor,
  wrapper: LayoutResult['wrapper'],
  earlier: Earlier | null,
): Cable {
  const { layout } = cursor;
  const parts: (Node | Line)[] = [];
  const messages: Message[] = [];
  let body: BodyResult | null = null;
  const add = (read: ReadMessage) => {
    body = messages.length ? null : read.body;
    messages.push(read.message);
    parts.push(read.message);
  };
  const leading = () => {
    while (!cursor.done && cursor.line.kind === 'blank') parts.push(cursor.take());
  };
  let preamble: FieldGroup | null;
  if (earlier?.body.resumesAt) {
    preamble = earlier.cable.preamble;
    const [message] = earlier.cable.messages;
    for (const part of earlier.cable.root.children) {
      if (part === message) break;
      parts.push(part);
    }
    add(resumeMessage(cursor, message!, earlier.body));
  } else {
    leading();
    preamble = wrapper === 'preamble' ? parsePreamble(cursor) : wrapper === 'web' ? parseWebWrapper(cursor) : null;
    if (preamble) parts.push(preamble);
    if (layout === 'aad') parts.push(...parseRecordHead(cursor));
  }

  let trailer: FieldGroup | null = null;
  while (!cursor.done) {
    leading();
    trailer = parseAttributes(cursor);
    if (cursor.done) break;
    const before = cursor.at;
    const read = parseMessage(cursor, messages.length === 0, messages.length === 0 ? (earlier?.body ?? null) : null);
    // A line that seemed to begin a message and then was none of its lines: it is kept, and the next one is looked at.
    if (cursor.at === before) parts.push(cursor.take());
    else add(read);
  }
  if (trailer) parts.push(trailer);
  const root: Node = { kind: 'document', start: 0, end: text.length, children: parts };
  return new ReadCable(
    text,
    cursor.text,
    layout,
    root,
    preamble,
    messages,
    trailer,
    cursor.places,
    { lines: cursor.lines, wrapper, body, isEntangled: cursor.isEntangled },
    // What was read earlier is in the tree, and not among the lines of now.
    earlier || cursor.isCut ? null : cursor.lines,
  );
}

interface ReadMessage {
  readonly message: Message;
  readonly body: BodyResult;
}

function parseMessage(cursor: Cursor, first: boolean, earlier: EarlierBody | null): ReadMessage {
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
  return finishMessage(cursor, { begin, parts, transmission, header }, earlier);
}

interface MessageHead {
  readonly begin: number;
  /** The text and the ending are added to them. */
  readonly parts: (Node | Line)[];
  readonly transmission: FieldGroup | null;
  readonly header: TextHeader | null;
}

/** The message whose header stands before all that has changed. */
function resumeMessage(cursor: Cursor, { start, children, transmission, header, body }: Message, earlier: EarlierBody) {
  const parts = children.slice(0, children.indexOf(body));
  return finishMessage(cursor, { begin: start, parts, transmission, header }, earlier);
}

function finishMessage(
  cursor: Cursor,
  { begin, parts, transmission, header }: MessageHead,
  earlier: EarlierBody | null,
): ReadMessage {
  const read = parseBody(cursor, earlier);
  const { body, signature } = splitSignature(cursor.text, read.body);
  parts.push(body);
  const { rest } = read;
  const smartEnd = cursor.layout === 'smart' && !cursor.done;
  const ending = smartEnd ? parseSmartEnding(cursor, [...signature, ...rest]) : parseEnding(cursor, signature, rest);
  if (ending) parts.push(ending);
  const message: Message = {
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
  return { message, body: read };
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
