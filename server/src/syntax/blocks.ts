import { firstFrom } from './places';
import type { Block, BlockKind, Body, Section, Span } from './tree';

/**
 * The words that open and close summary, comment, action request, note and quoted text (FORMAT 4.3). A closer may break over two lines.
 * Tried only where a word begins with the letters of one of them.
 */
const BREAK = '(?:\\r\\n?|\\n)';
const GAP = `(?:[\\t ]|[\\t ]{0,3}${BREAK}[\\t ]{0,3})`;
const MARKS = new RegExp(
  `(END|BEGIN)[\\t ]{0,3}(?:OF[\\t ])?(?:[\\t ]|${BREAK}[\\t ]{0,3})?(?:UNOFFICIAL${GAP}|INFORMAL${GAP})?` +
    `(SUMM?A(?:RY|Y)|COMMENT|ACTION${GAP}REQUEST(?:ED)?|(?:BIO${GAP})?NOTE|TEXT|QUOTE|TRANSLATION)` +
    `|(UNQUOTE)|(?<=^|[\\r\\n][\\t ]{0,3})(QUOTE)(?=[.:]?[\\t ]{0,9}${BREAK})` +
    '|(SUMM?A(?:RY|Y)|COMMENT|ACTION REQUEST(?:ED)?|(?:BIO[\\t ])?NOTE)(?=(?:,? (?:AND|&) [A-Z]{4,14}(?: REQUEST)?)?[\\t ]{0,2}:)',
  'iy',
);
const IN_HEADING = /\b(SUMM?A(?:RY|Y)|COMMENT|ACTION REQUEST(?:ED)?)\b/i;

const KINDS: [RegExp, BlockKind][] = [
  [/^SUMM?A/i, 'summary'],
  [/^COMMENT/i, 'comment'],
  [/^ACTION/i, 'action-request'],
  [/NOTE$/i, 'note'],
  [/./, 'quoted-text'],
];
const kindOf = (word: string): BlockKind => KINDS.find(([pattern]) => pattern.test(word))![1];

interface Mark extends Span {
  readonly kind: BlockKind;
  readonly closes: boolean;
}

interface Open {
  readonly kind: BlockKind;
  readonly opener: Span;
  readonly openedBy: 'heading' | 'run-in';
  /** Where it ends if no closer comes: the end of its paragraph, or of its section. */
  readonly limit: number;
}

/** The named blocks of a body, in the order in which they begin. `candidates`: where words begin that may be part of a mark. */
export function findBlocks(text: string, body: Body, candidates: readonly number[]): Block[] {
  const blocks: Block[] = [];
  const open: Open[] = [];
  const close = (index: number, closer: Span | null) => {
    const { kind, opener, openedBy, limit } = open[index]!;
    open.splice(index, 1);
    blocks.push({ kind, opener, closer, openedBy, start: opener.start, end: closer ? closer.end : limit });
  };
  const expire = (at: number) => {
    for (let i = open.length - 1; i >= 0; i--) if (open[i]!.limit <= at) close(i, null);
  };
  for (const section of body.sections) {
    expire(section.start);
    const heading =
      section.heading && IN_HEADING.exec(text.slice(section.heading.title.start, section.heading.title.end));
    if (section.heading && heading) {
      const limit = sectionText(section).end;
      open.push({ kind: kindOf(heading[1]!), opener: section.heading.title, openedBy: 'heading', limit });
    }
    // Marks and paragraphs both come in order: one walk over both.
    let at = 0;
    for (const mark of marks(text, sectionText(section), candidates)) {
      while (at < section.paragraphs.length && section.paragraphs[at]!.end < mark.end) at++;
      const candidate = section.paragraphs[at];
      const paragraph = candidate && candidate.start <= mark.start ? candidate : undefined;
      // Run-in blocks end with their paragraph, unless they are closed; those that began under BEGIN may go on.
      for (let i = open.length - 1; i >= 0; i--) {
        const each = open[i]!;
        if (each.limit <= mark.start && !(mark.closes && each.kind === mark.kind)) close(i, null);
      }
      const index = open.findLastIndex((each) => each.kind === mark.kind);
      if (mark.closes) {
        if (index >= 0) close(index, mark);
        else {
          const start = paragraph?.textStart ?? mark.start;
          blocks.push({ kind: mark.kind, opener: null, closer: mark, openedBy: 'none', start, end: mark.end });
        }
      } else if (index < 0) {
        const limit = mark.kind === 'quoted-text' ? body.end : (paragraph?.end ?? mark.end);
        open.push({ kind: mark.kind, opener: mark, openedBy: 'run-in', limit });
      }
    }
  }
  while (open.length) close(open.length - 1, null);
  return blocks.sort((a, b) => a.start - b.start || b.end - a.end);
}

const sectionText = (section: Section): Span => {
  const first = section.paragraphs[0];
  const last = section.paragraphs[section.paragraphs.length - 1];
  return { start: first?.start ?? section.end, end: last?.end ?? section.end };
};

/** The words of marks in a span, in order. */
function marks(text: string, { start, end }: Span, candidates: readonly number[]): Mark[] {
  const found: Mark[] = [];
  let after = start;
  for (let i = firstFrom(candidates, start); i < candidates.length && candidates[i]! < end; i++) {
    const at = candidates[i]!;
    if (at < after) continue;
    MARKS.lastIndex = at;
    const match = MARKS.exec(text);
    if (!match || MARKS.lastIndex > end) continue;
    after = MARKS.lastIndex;
    const [, verb, object, unquote, quote, runIn] = match;
    const closes = unquote !== undefined || (verb !== undefined && /^END$/i.test(verb));
    const kind = unquote || quote ? 'quoted-text' : kindOf(object ?? runIn!);
    // `Note:` and `Comment:` inside a sentence are words, not blocks: ask for a sentence or bracket before them.
    if (runIn === undefined || startsSentence(text, at, start))
      found.push({ start: at, end: closes ? closerEnd(text, after, end) : after, kind, closes });
  }
  return found;
}

/** `End Summary and Comment.`: the words after the first name belong to the closer, the full stop does not. */
function closerEnd(text: string, end: number, limit: number): number {
  const more = /^\s{1,4}(?:AND|&)\s{1,4}[A-Z]{4,14}(?:\s{1,4}REQUEST)?/i.exec(
    text.slice(end, Math.min(limit, end + 40)),
  );
  return end + (more?.[0].length ?? 0);
}

/** @param from where the text around it begins. */
const startsSentence = (text: string, start: number, from: number): boolean =>
  /(?:^|[.!?:;"'”)(\]\r\n-]|\d|¶)[ \t]*$/.test(text.slice(Math.max(from, start - 12), start));
