import { type Cursor, endOf, startOf } from './cursor';
import type { EarlierBody } from './earlier';
import { beginsEnding } from './ending';
import { furnitureKind, takePage } from './furniture';
import { headingAt, isRule } from './headings';
import { firstInk } from './lines';
import { insideQuotation, isMessageStart } from './message-start';
import { type ParagraphStart, paragraphStart } from './paragraph-start';
import { isClassificationLine, readLabel } from './recognise';
import { beginsSmartEnding } from './smart';
import { parseTextHeader } from './text-header';
import type { Body, Heading, Line, LineKind, Node, Paragraph, Section, TextHeader } from './tree';

export interface DraftSection {
  heading: Heading | null;
  parts: (Node | Line)[];
  paragraphs: Paragraph[];
}

interface DraftParagraph {
  start: ParagraphStart | null;
  textStart: number;
  /** Indexes of its first line, and after its last, among the cursor's lines. */
  from: number;
  to: number;
}

export interface BodyResult {
  readonly body: Body;
  /** Blank lines and page furniture after the last paragraph: they stand before the ending. */
  readonly rest: readonly Line[];
  /** Index of the line at which the text ended. */
  readonly to: number;
}

/** Lines up to this length may be something other than prose: a heading, a level, a date-time group, `BT`. */
const SHORT = 66;
const LONGEST_PAGE_LINE = 90;
/** A classification alone on a line, letter-spaced, is at most this long. */
const LONGEST_LEVEL = 46;
/** How soon TAGS must follow for a text header to be believed in the middle of a text. */
const HEADER_REACH = 12;
const LIST_ITEM = /(?:-{1,2}|\*|o|•|[a-z][.)]|\([a-z]\)|\(\d{1,2}\)|\d{1,3}[.)]|\([ivx]{1,4}\))(?:[ \t]|(?=[A-Z]))/y;

/**
 * The text of the message: sections under headings, paragraphs, lists and tables. Page lines and the blank lines that touch
 * them stay inside the paragraph that they interrupt (FORMAT 4.5). Stops before the ending, the next message, or the
 * attributes of a 1973-79 record.
 * @param earlier what was found before a part of the text changed: the rest of it need not be read again
 */
export function parseBody(cursor: Cursor, earlier: EarlierBody | null): BodyResult {
  const begin = earlier?.resumesAt?.begin ?? (cursor.done ? cursor.text.length : cursor.line.start);
  const reader = new BodyReader(cursor, earlier);
  reader.read();
  const { sections, repeatedHeaders } = reader;
  const built = sections.map(closeSection);
  return {
    body: {
      kind: 'body',
      start: startOf(built, begin),
      end: endOf(built, begin),
      children: built,
      sections: built,
      repeatedHeaders,
    },
    rest: reader.takePending(),
    to: cursor.at,
  };
}

function closeSection({ heading, parts, paragraphs }: DraftSection): Section {
  return { kind: 'section', start: startOf(parts, 0), end: endOf(parts, 0), children: parts, heading, paragraphs };
}

class BodyReader {
  readonly sections: DraftSection[] = [];
  readonly repeatedHeaders: TextHeader[] = [];
  /** Index of the first of the blank lines and page furniture since the last line of text; they reach to the cursor. */
  private pending: number;
  private section: DraftSection | null = null;
  private paragraph: DraftParagraph | null = null;
  private lastNumber = 0;
  private readonly bodyStart: number;

  constructor(
    private readonly cursor: Cursor,
    private readonly earlier: EarlierBody | null,
  ) {
    this.bodyStart = cursor.done ? 0 : cursor.line.start;
    this.pending = cursor.at;
  }

  read(): void {
    const { cursor } = this;
    const { text } = cursor;
    let boundary = !this.resume();
    let pageSince = false;
    while (!cursor.done && !this.agreed) {
      const line = cursor.line;
      if (line.kind === 'blank') {
        cursor.take();
        boundary = true;
        continue;
      }
      const ink = firstInk(text, line);
      const last = text.charCodeAt(line.end - 1);
      if (this.mayBeFurniture(ink, line.end)) {
        const s = text.slice(ink, line.end);
        if (this.stopsAt(s)) break;
        const furniture = furnitureKind(s, cursor.layout === 'aad');
        if (furniture) {
          if (furniture === 'page') takePage(cursor);
          else cursor.take(furniture);
          boundary = true;
          pageSince = true;
          continue;
        }
        if ((boundary || last <= 57) && this.repeatedHeader(s)) {
          pageSince = false;
          continue;
        }
      } else if (text.charCodeAt(ink) === 86 && isMessageStart(cursor, text.slice(ink, ink + 12), this.bodyStart))
        break;

      if (boundary || text.charCodeAt(ink) === 0xb6 || isVirtual(text, line.start) || this.mayGoOn(line, ink)) {
        const start = paragraphStart(text, line, this.lastNumber);
        if (start && (boundary || start.anchored || isVirtual(text, line.start) || this.isNext(start))) {
          this.openParagraph(start, start.textStart);
          boundary = false;
          pageSince = false;
          continue;
        }
        if (boundary && this.heading(line.end - ink)) {
          boundary = true;
          pageSince = false;
          continue;
        }
      }
      const kind = this.lineKind(ink, line.end);
      if (!this.paragraph || (boundary && !pageSince && this.beginsUnnumbered(kind, ink - line.start))) {
        this.openParagraph(null, ink, kind);
      } else {
        cursor.take(kind);
        this.paragraph.to = cursor.at;
        this.pending = cursor.at;
      }
      boundary = false;
      pageSince = false;
    }
    this.closeParagraph();
  }

  /** Takes up an earlier reading behind the first line of one of its paragraphs. */
  private resume(): boolean {
    const from = this.earlier?.resumesAt;
    if (!from) return false;
    const { cursor } = this;
    this.sections.push(...from.sections);
    this.section = this.sections[this.sections.length - 1]!;
    this.lastNumber = from.lastNumber;
    cursor.at = from.line;
    cursor.take(from.kind);
    this.paragraph = { start: from.start, textStart: from.textStart, from: from.line, to: cursor.at };
    this.pending = cursor.at;
    return true;
  }

  /** From here on the earlier reading holds. */
  private agreed = false;

  /** A number at the left margin after a sentence: the next paragraph may stand directly below. */
  private mayGoOn(line: Line, ink: number): boolean {
    const { text, lines, at } = this.cursor;
    const code = text.charCodeAt(ink);
    if (code < 49 || code > 57 || ink !== line.start || !this.paragraph?.start?.number) return false;
    const before = text.charCodeAt(lines[at - 1]!.end - 1);
    return before === 46 || before === 63 || before === 34;
  }

  /** Without a blank line before it, only the very next number is believed, and not below a list. */
  private isNext(start: ParagraphStart): boolean {
    const { lines } = this.cursor;
    const { from, to } = this.paragraph!;
    if (start.value !== this.lastNumber + 1) return false;
    for (let i = from; i < to; i++) if (lines[i]!.kind === 'list-item') return false;
    return true;
  }

  /** Whether a line may be anything but prose: most lines of most texts are not, and cost no more than this look. */
  private mayBeFurniture(ink: number, end: number): boolean {
    const { text, layout } = this.cursor;
    const last = text.charCodeAt(end - 1);
    if (last >= 48 && last <= 57) return end - ink <= LONGEST_PAGE_LINE;
    if (end - ink > SHORT) return false;
    if (end - ink <= LONGEST_LEVEL || layout === 'aad' || layout === 'smart') return true;
    // Header lines, page lines and levels all go on in capitals, with a blank or with a stop.
    const second = text.charCodeAt(ink + 1);
    return second < 97 || second > 122;
  }

  private stopsAt(s: string): boolean {
    const { cursor } = this;
    const first = s.charCodeAt(0);
    if (first === 77 && cursor.layout === 'aad' && /^Message Attributes$/i.test(s)) return true;
    if (cursor.layout === 'smart' && beginsSmartEnding(s)) return true;
    if (beginsEnding(cursor, s)) return true;
    return cursor.at > 0 && isMessageStart(cursor, s, this.bodyStart);
  }

  takePending(): Line[] {
    const { lines, at } = this.cursor;
    const taken = this.pending < at ? lines.slice(this.pending, at) : [];
    this.pending = at;
    return taken;
  }

  private openSection(): DraftSection {
    const section: DraftSection = { heading: null, parts: this.takePending(), paragraphs: [] };
    this.sections.push(section);
    this.section = section;
    return section;
  }

  private addPending(section: DraftSection): void {
    for (; this.pending < this.cursor.at; this.pending++) section.parts.push(this.cursor.lines[this.pending]!);
  }

  private closeParagraph(): void {
    if (!this.paragraph) return;
    const { start, textStart, from, to } = this.paragraph;
    const lines = this.cursor.lines.slice(from, to);
    const paragraph: Paragraph = {
      kind: 'paragraph',
      start: lines[0]!.start,
      end: lines[lines.length - 1]!.next,
      children: lines,
      number: start?.number ?? null,
      mark: start?.mark ?? null,
      textStart,
    };
    this.section!.parts.push(paragraph);
    this.section!.paragraphs.push(paragraph);
    this.paragraph = null;
  }

  private openParagraph(start: ParagraphStart | null, textStart: number, kind: LineKind = 'text'): void {
    this.closeParagraph();
    const section = this.section ?? this.openSection();
    this.addPending(section);
    if (start?.number) this.lastNumber = start.value;
    const from = this.cursor.at;
    const rest = this.earlier?.restFrom(from, start, textStart, this.lastNumber);
    if (rest) {
      section.parts.push(...rest.parts);
      section.paragraphs.push(...rest.paragraphs);
      this.sections.push(...rest.sections);
      this.cursor.at = rest.to;
      this.pending = rest.pending;
      this.agreed = true;
      return;
    }
    this.cursor.take(kind);
    this.paragraph = { start, textStart, from, to: this.cursor.at };
    this.pending = this.cursor.at;
  }

  private heading(length: number): boolean {
    const before = this.cursor.at;
    const found = headingAt(this.cursor, length, this.lastNumber);
    if (!found) return false;
    this.closeParagraph();
    const { cursor } = this;
    const parts: (Node | Line)[] = cursor.lines.slice(this.pending, before);
    parts.push(found);
    this.section = { heading: found, parts, paragraphs: [] };
    this.sections.push(this.section);
    this.pending = cursor.at;
    return true;
  }

  /** A second text header in the text (each section sent with its own, FORMAT 6): kept as a node of its own. */
  private repeatedHeader(s: string): boolean {
    const { cursor } = this;
    const begins = readLabel(s, false)?.kind === 'eo' || (/\d{4}/.test(s) && isClassificationLine(s, false));
    if (!begins || !this.tagsFollow() || insideQuotation(cursor, this.bodyStart)) return false;
    // What stands before the header is given away first: reading the header moves the cursor.
    const before = cursor.lines.slice(this.pending, cursor.at);
    const header = parseTextHeader(cursor, false);
    if (!header) return false;
    this.closeParagraph();
    this.pending = cursor.at;
    const section = this.section ?? this.openSection();
    for (const line of before) section.parts.push(line);
    section.parts.push(header);
    this.repeatedHeaders.push(header);
    return true;
  }

  private tagsFollow(): boolean {
    const { cursor } = this;
    for (let i = cursor.at + 1; i < Math.min(cursor.at + HEADER_REACH, cursor.lines.length); i++) {
      if (!cursor.isBlank(i) && readLabel(cursor.ink(i), false)?.kind === 'tags') return true;
    }
    return false;
  }

  private lineKind(ink: number, end: number): LineKind {
    const { text } = this.cursor;
    const code = text.charCodeAt(ink);
    // Lower-case letters apart from `o` and single letters before a stop are the beginnings of prose.
    if (
      !(code >= 65 && code <= 90) &&
      !(code >= 97 && code <= 122 && end - ink > 2 && text.charCodeAt(ink + 1) >= 97)
    ) {
      if (isRule(text, ink, end)) return 'rule';
      LIST_ITEM.lastIndex = ink;
      if (LIST_ITEM.test(text) && LIST_ITEM.lastIndex <= end) return 'list-item';
    }
    return this.isTable(ink, end) ? 'table' : 'text';
  }

  /** Two runs of three or more blanks (FORMAT 4.4). */
  private isTable(ink: number, end: number): boolean {
    let second = this.cursor.nextGap(ink);
    if (second >= end) return false;
    const { text } = this.cursor;
    while (second < end && text.charCodeAt(second) === 32) second++;
    // Only within the line: a search through the rest of the text, repeated for every line, would be quadratic.
    return text.slice(second, end).includes('   ');
  }

  /** Whether text after a blank line is a paragraph of its own: not a list, a table or an indented block of the one before. */
  private beginsUnnumbered(kind: LineKind, indent: number): boolean {
    if (kind === 'list-item' || kind === 'table' || kind === 'rule') return false;
    return !(this.paragraph!.start?.number && indent >= 2);
  }
}

/** The leaf begins inside a line of the file: the parser cut it there because something begins. */
const isVirtual = (text: string, start: number): boolean => {
  if (start === 0) return false;
  const before = text.charCodeAt(start - 1);
  return before !== 10 && before !== 13;
};
