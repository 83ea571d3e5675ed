/** What an earlier reading of a body has found, for the parts of the text that have not changed since. */
import type { BodyResult, DraftSection } from './body';
import { type DraftLine, lineFrom } from './lines';
import type { ParagraphStart } from './paragraph-start';
import type { Body, Heading, Line, LineKind, Node, Paragraph, Span } from './tree';

/** Behind the first line of a paragraph that stands well before the change, and so begins where it did. */
export interface Resumption {
  /** Offset at which the body begins. */
  readonly begin: number;
  /** Index of that line. */
  readonly line: number;
  readonly kind: LineKind;
  readonly start: ParagraphStart | null;
  readonly textStart: number;
  /** The number of the last paragraph that has one. */
  readonly lastNumber: number;
  /** The sections up to the paragraph; the last of them is not finished. */
  readonly sections: readonly DraftSection[];
}

/** What stands from a paragraph behind the change to the end of the body. */
export interface RestOfBody {
  /** Of the section in which the paragraph stands. */
  readonly parts: readonly (Node | Line)[];
  readonly paragraphs: readonly Paragraph[];
  readonly sections: readonly DraftSection[];
  /** Indexes of the lines at which what belongs to no paragraph begins, and at which the body ends. */
  readonly pending: number;
  readonly to: number;
}

/** How many lines the reader of a body looks ahead at most, blank lines apart. */
const REACH = 16;

/**
 * The body as it was read last. A paragraph behind the change that begins at the same line, in the same way and after the same number goes on
 * as it did, and so does all that follows: but for quotations, no reader looks back further than to the beginning of a paragraph.
 */
export class EarlierBody {
  private section = 0;
  private child = 0;

  /**
   * @param clean the text as it was; `before`: its lines
   * @param after the lines as they are, those of the body behind the change as copies with the kinds that they had
   * @param end where the change ended in the text as it was, at the beginning of a line; `offsets`: by how much what follows has moved
   * @param resumesAt null: the body is read from its beginning
   */
  constructor(
    private readonly found: BodyResult,
    private readonly clean: string,
    private readonly before: readonly Line[],
    private readonly after: readonly DraftLine[],
    private readonly end: number,
    private readonly offsets: number,
    readonly resumesAt: Resumption | null,
  ) {}

  /** What follows from a paragraph on, if the earlier reading found it too; else null. To be asked in the order of the lines. */
  restFrom(line: number, start: ParagraphStart | null, textStart: number, lastNumber: number): RestOfBody | null {
    const { offsets, end } = this;
    const at = this.after[line]!.start - offsets;
    if (at < end) return null;
    const known = this.paragraphAt(at);
    if (!known || known.textStart + offsets !== textStart) return null;
    const isSame = (a: Span | null, b: Span | null | undefined) => (a ? a.start + offsets === b?.start : !b);
    if (!isSame(known.number, start?.number) || !isSame(known.mark, start?.mark)) return null;
    return numberBefore(this.found.body, this.clean, this.section, this.child) === lastNumber
      ? this.rest(line, at)
      : null;
  }

  /** The paragraph that began at an offset. */
  private paragraphAt(at: number): Paragraph | null {
    const { sections } = this.found.body;
    while (this.section < sections.length && sections[this.section]!.end <= at) {
      this.section++;
      this.child = 0;
    }
    const children = sections[this.section]?.children;
    if (!children) return null;
    while (this.child < children.length && children[this.child]!.start < at) this.child++;
    const found = children[this.child];
    return found && isParagraph(found) && found.start === at ? found : null;
  }

  private rest(line: number, was: number): RestOfBody {
    const { sections } = this.found.body;
    const mover = new Mover(this.after, line, this.offsets);
    const [own, ...others] = sections.slice(this.section);
    const parts = mover.parts(own!.children, this.child);
    const following = others.map(({ children }): DraftSection => {
      const moved = mover.parts(children, 0);
      const heading = moved.find((part): part is Heading => 'title' in part) ?? null;
      return { heading, parts: moved, paragraphs: moved.filter(isParagraph) };
    });
    const to = this.found.to + line - lineFrom(this.before, was);
    return {
      parts,
      paragraphs: parts.filter(isParagraph),
      sections: following,
      pending: to - this.found.rest.length,
      to,
    };
  }
}

/**
 * Behind the last paragraph from which the reader did not look as far as a change; null: there is none.
 * @param line index of the first line that may have changed
 */
export function resumption(
  { body }: BodyResult,
  clean: string,
  before: readonly Line[],
  line: number,
): Resumption | null {
  const limit = before[line - REACH]?.start;
  if (limit === undefined) return null;
  for (let i = body.sections.length - 1; i >= 0; i--) {
    const { children, heading, start } = body.sections[i]!;
    if (start > limit) continue;
    for (let j = children.length - 1; j >= 0; j--) {
      const part = children[j]!;
      if (part.start > limit || !isParagraph(part)) continue;
      const parts = children.slice(0, j);
      return {
        begin: body.start,
        line: lineFrom(before, part.start),
        kind: part.children[0]!.kind,
        start: part.number || part.mark ? startOf(part, clean) : null,
        textStart: part.textStart,
        lastNumber: numberBefore(body, clean, i, j),
        sections: [
          ...body.sections.slice(0, i).map(asDraft),
          { heading, parts, paragraphs: parts.filter(isParagraph) },
        ],
      };
    }
  }
  return null;
}

/** The number of the last paragraph that has one, up to a part of a section; 0: none has. */
function numberBefore({ sections }: Body, clean: string, section: number, child: number): number {
  for (let i = section; i >= 0; i--) {
    const { children } = sections[i]!;
    for (let j = i === section ? child : children.length - 1; j >= 0; j--) {
      const part = children[j]!;
      if (isParagraph(part) && part.number) return numberOf(part.number, clean);
    }
  }
  return 0;
}

const numberOf = ({ start, end }: Span, clean: string): number => Number.parseInt(clean.slice(start, end), 10);

const isParagraph = (part: Node | Line): part is Paragraph => part.kind === 'paragraph';

/** Sections that are finished are not written to: their lists are shared. */
const asDraft = ({ heading, children, paragraphs }: Body['sections'][number]): DraftSection => ({
  heading,
  parts: children as (Node | Line)[],
  paragraphs: paragraphs as Paragraph[],
});

const startOf = ({ number, mark, textStart }: Paragraph, clean: string): ParagraphStart => ({
  number,
  mark,
  textStart,
  value: number ? numberOf(number, clean) : 0,
  // Asked only before a paragraph is opened.
  anchored: false,
});

/** Makes the parts of a body anew around lines that have moved. */
class Mover {
  /** @param line index of the line at which the first part begins */
  constructor(
    private readonly lines: readonly Line[],
    private line: number,
    private readonly offsets: number,
  ) {}

  parts(children: readonly (Node | Line)[], from: number): (Node | Line)[] {
    const moved: (Node | Line)[] = [];
    for (let i = from; i < children.length; i++) {
      const part = children[i]!;
      moved.push(
        isParagraph(part)
          ? this.paragraph(part)
          : 'next' in part
            ? this.lines[this.line++]!
            : this.heading(part as Heading),
      );
    }
    return moved;
  }

  private paragraph({ start, end, children, number, mark, textStart }: Paragraph): Paragraph {
    const { offsets } = this;
    return {
      kind: 'paragraph',
      start: start + offsets,
      end: end + offsets,
      children: this.take(children.length),
      number: number && this.span(number),
      mark: mark && {
        start: mark.start + offsets,
        end: mark.end + offsets,
        brackets: mark.brackets,
        beforeNumber: mark.beforeNumber,
      },
      textStart: textStart + offsets,
    };
  }

  private heading({ start, end, children, title }: Heading): Heading {
    const { offsets } = this;
    return {
      kind: 'heading',
      start: start + offsets,
      end: end + offsets,
      children: this.take(children.length),
      title: this.span(title),
    };
  }

  private take(count: number): Line[] {
    const lines = this.lines.slice(this.line, this.line + count);
    this.line += count;
    return lines;
  }

  private span({ start, end }: Span): Span {
    return { start: start + this.offsets, end: end + this.offsets };
  }
}
