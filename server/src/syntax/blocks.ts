import type { Block, BlockKind, Body, Section, Span } from './tree';

/**
 * The words that open and close summary, comment, action request, note and quoted text (FORMAT 4.3). A closer may break over two lines.
 * Tried only where a word begins with the letters of one of them.
 */
const MARKS =
  /(?:(END|BEGIN)[\t ]{0,3}(?:OF[\t ])?(?:[\t ]|\r?\n[\t ]{0,3})?(?:UNOFFICIAL[\t ]|INFORMAL[\t ])?(SUMM?A(?:RY|Y)|COMMENT|ACTION[\t ]REQUEST(?:ED)?|(?:BIO[\t ])?NOTE|TEXT|QUOTE|TRANSLATION)|(UNQUOTE)|(?<=^|\n[\t ]{0,3})(QUOTE)(?=[.:]?[\t ]{0,9}\r?\n)|(SUMM?A(?:RY|Y)|COMMENT|ACTION REQUEST(?:ED)?|(?:BIO[\t ])?NOTE)(?=(?:,? (?:AND|&) [A-Z]{4,14}(?: REQUEST)?)?[\t ]{0,2}:))/iy;
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

/** The named blocks of a body, in the order in which they begin. */
export function findBlocks(text: string, body: Body): Block[] {
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
    for (const mark of marks(text, sectionText(section))) {
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
function marks(text: string, { start, end }: Span): Mark[] {
  const found: Mark[] = [];
  for (let at = nextWord(text, start, end); at >= 0; ) {
    MARKS.lastIndex = at;
    const match = MARKS.exec(text);
    const after = match && at + match[0].length <= end ? at + match[0].length : at + 1;
    if (match && after > at + 1) {
      const [, verb, object, unquote, quote, runIn] = match;
      const closes = unquote !== undefined || (verb !== undefined && /^END$/i.test(verb));
      const kind = unquote || quote ? 'quoted-text' : kindOf(object ?? runIn!);
      // `Note:` and `Comment:` inside a sentence are words, not blocks: ask for a sentence or bracket before them.
      if (runIn === undefined || startsSentence(text, at, start))
        found.push({ start: at, end: closes ? closerEnd(text, after, end) : after, kind, closes });
    }
    at = nextWord(text, after, end);
  }
  return found;
}

/** The first three letters of the words that can begin a mark, as one number. */
const letters = (a: number, b: number, c: number): number => ((a & 31) << 10) | ((b & 31) << 5) | (c & 31);
const BEGINNINGS = new Uint8Array(1 << 15);
for (const word of ['END', 'BEG', 'UNQ', 'QUO', 'SUM', 'COM', 'ACT', 'BIO', 'NOT'])
  BEGINNINGS[letters(word.charCodeAt(0), word.charCodeAt(1), word.charCodeAt(2))] = 1;
const FIRST = new Uint8Array(128);
for (const letter of 'EBUQSCAN') FIRST[letter.charCodeAt(0)] = FIRST[letter.toLowerCase().charCodeAt(0)] = 1;

/** Where the next word begins that may be part of a mark; -1: nowhere. A search by hand: a pattern takes five times as long. */
function nextWord(text: string, from: number, end: number): number {
  let before = from > 0 ? text.charCodeAt(from - 1) : 32;
  for (let at = from; at < end - 2; at++) {
    const code = text.charCodeAt(at);
    if (
      code < 128 &&
      FIRST[code] === 1 &&
      !isWordCode(before) &&
      BEGINNINGS[letters(code, text.charCodeAt(at + 1), text.charCodeAt(at + 2))] === 1
    )
      return at;
    before = code;
  }
  return -1;
}
const isWordCode = (code: number): boolean =>
  (code >= 97 && code <= 122) || (code >= 65 && code <= 90) || (code >= 48 && code <= 57) || code === 95;

/** `End Summary and Comment.`: the words after the first name belong to the closer, the full stop does not. */
function closerEnd(text: string, end: number, limit: number): number {
  const more = /^ (?:AND|&) [A-Z]{4,14}(?: REQUEST)?/i.exec(text.slice(end, Math.min(limit, end + 40)));
  return end + (more?.[0].length ?? 0);
}

/** @param from where the text around it begins. */
const startsSentence = (text: string, start: number, from: number): boolean =>
  /(?:^|[.!?:;"'”)(\]\n-]|\d|¶)[ \t]*$/.test(text.slice(Math.max(from, start - 12), start));
