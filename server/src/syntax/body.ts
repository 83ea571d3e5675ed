import { type Cursor, node } from './cursor';
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

interface DraftSection {
  heading: Heading | null;
  parts: (Node | Line)[];
  paragraphs: Paragraph[];
}

interface DraftParagraph {
  start: ParagraphStart | null;
  textStart: number;
  lines: Line[];
}

export interface BodyResult {
  readonly body: Body;
  /** Blank lines and page furniture after the last paragraph: they stand before the ending. */
  readonly rest: readonly Line[];
}

/** Lines up to this length may be something other than prose: a heading, a level, a date-time group, `BT`. */
const SHORT = 66;
const LONGEST_PAGE_LINE = 90;
/** How soon TAGS must follow for a text header to be believed in the middle of a text. */
const HEADER_REACH = 12;
const LIST_ITEM = /(?:-{1,2}|\*|o|•|[a-z][.)]|\([a-z]\)|\(\d{1,2}\)|\d{1,3}[.)]|\([ivx]{1,4}\))(?:[ \t]|(?=[A-Z]))/y;

/**
 * The text of the message: sections under headings, paragraphs, lists and tables. Page lines and the blank lines that touch
 * them stay inside the paragraph that they interrupt (FORMAT 4.5). Stops before the ending, the next message, or the
 * attributes of a 1973-79 record.
 */
export function parseBody(cursor: Cursor): BodyResult {
  const begin = cursor.done ? cursor.text.length : cursor.line.start;
  const reader = new BodyReader(cursor);
  reader.read();
  const { sections, repeatedHeaders, pending } = reader;
  const built = sections.map(closeSection);
  return {
    body: { ...node('body', built, begin), kind: 'body', sections: built, repeatedHeaders },
    rest: pending,
  };
}

function closeSection({ heading, parts, paragraphs }: DraftSection): Section {
  return { ...node('section', parts, 0), kind: 'section', heading, paragraphs };
}

class BodyReader {
  readonly sections: DraftSection[] = [];
  readonly repeatedHeaders: TextHeader[] = [];
  /** Blank lines and page furniture since the last line of text. */
  pending: Line[] = [];
  private section: DraftSection | null = null;
  private paragraph: DraftParagraph | null = null;
  private lastNumber = 0;
  private readonly bodyStart: number;

  constructor(private readonly cursor: Cursor) {
    this.bodyStart = cursor.done ? 0 : cursor.line.start;
  }

  read(): void {
    const { cursor } = this;
    const { text } = cursor;
    let boundary = true;
    let pageSince = false;
    while (!cursor.done) {
      const line = cursor.line;
      if (line.kind === 'blank') {
        this.pending.push(cursor.take());
        boundary = true;
        continue;
      }
      const ink = firstInk(text, line);
      const last = text.charCodeAt(line.end - 1);
      if (line.end - ink <= SHORT || (last >= 48 && last <= 57 && line.end - ink <= LONGEST_PAGE_LINE)) {
        const s = text.slice(ink, line.end);
        if (this.stopsAt(s)) break;
        const furniture = furnitureKind(s, cursor.layout === 'aad');
        if (furniture) {
          if (furniture === 'page') this.pending.push(...takePage(cursor));
          else this.pending.push(cursor.take(furniture));
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

      if (boundary || text.charCodeAt(ink) === 0xb6 || isVirtual(text, line.start)) {
        const start = paragraphStart(text, line, this.lastNumber);
        if (start && (boundary || start.anchored || isVirtual(text, line.start))) {
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
        this.paragraph.lines.push(...this.takePending(), cursor.take(kind));
      }
      boundary = false;
      pageSince = false;
    }
    this.closeParagraph();
  }

  private stopsAt(s: string): boolean {
    const { cursor } = this;
    const first = s.charCodeAt(0);
    if (first === 77 && cursor.layout === 'aad' && /^Message Attributes$/i.test(s)) return true;
    if (cursor.layout === 'smart' && beginsSmartEnding(s)) return true;
    if (beginsEnding(cursor, s)) return true;
    return cursor.at > 0 && isMessageStart(cursor, s, this.bodyStart);
  }

  private takePending(): Line[] {
    const taken = this.pending;
    this.pending = [];
    return taken;
  }

  private openSection(heading: Heading | null): DraftSection {
    const section: DraftSection = { heading, parts: this.takePending(), paragraphs: [] };
    if (heading) section.parts.push(heading);
    this.sections.push(section);
    this.section = section;
    return section;
  }

  private closeParagraph(): void {
    if (!this.paragraph) return;
    const { start, lines, textStart } = this.paragraph;
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
    const section = this.section ?? this.openSection(null);
    section.parts.push(...this.takePending());
    if (start?.number) this.lastNumber = start.value;
    this.paragraph = { start, textStart, lines: [this.cursor.take(kind)] };
  }

  private heading(length: number): boolean {
    const found = headingAt(this.cursor, length, this.lastNumber);
    if (!found) return false;
    this.closeParagraph();
    this.openSection(found);
    return true;
  }

  /** A second text header in the text (each section sent with its own, FORMAT 6): kept as a node of its own. */
  private repeatedHeader(s: string): boolean {
    const { cursor } = this;
    const begins = readLabel(s, false)?.kind === 'eo' || (/\d{4}/.test(s) && isClassificationLine(s, false));
    if (!begins || !this.tagsFollow() || insideQuotation(cursor, this.bodyStart)) return false;
    const header = parseTextHeader(cursor, false);
    if (!header) return false;
    this.closeParagraph();
    const section = this.section ?? this.openSection(null);
    section.parts.push(...this.takePending(), header);
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
