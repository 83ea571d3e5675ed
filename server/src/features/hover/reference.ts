/** Cards of what a cable cites: other cables, with what the library knows of them, and paragraphs. */
import { postByName } from '../../data/posts';
import { tagMeanings } from '../../data/tags';
import type { Entry } from '../../library/view';
import { paragraphText, summaryText } from '../../model/body';
import type { Mention } from '../../model/mentions';
import { paragraphOf } from '../../model/paragraph';
import { readCompactReference } from '../../model/references';
import type { MessageView } from '../../model/view';
import type { Paragraph, Span } from '../../syntax/tree';
import { messageOf, type ParagraphRange, paragraphsIn } from '../arrival';
import { beginning, copyOf, counted, dateOf, fileOf, levelOf, writtenNumber } from '../cable-names';
import type { LibraryContext } from '../library-context';
import type { Card, Part } from '../markdown';
import type { Explanation } from './card';

/** `refs` may mean many: so many have a card of their own. */
const CARDS = 3;
const COPIES = 5;
const TAGS = 8;
const PARAGRAPHS = 3;
/** Lengths in UTF-16 code units. */
const SUMMARY = 600;
const PARAGRAPH = 300;
const SUBJECT = 200;

/** What a mention means. Null where nothing is known of it but its words. */
export function explainMention(view: MessageView, mention: Mention, context: LibraryContext): Explanation | null {
  const { paragraphs, own, kind } = mention;
  const at = { start: mention.start, end: mention.end };
  if (own) {
    const card = paragraphs && paragraphCard(view, paragraphs);
    return card && { at, cards: [card] };
  }
  const labels = new Map(mention.ids.map((id) => [id, mention.entries.find((each) => each.id === id)?.label ?? null]));
  // Of an item that is no cable the REF block itself says all there is.
  const others = kind === 'entry' ? [] : mention.entries.filter(({ id }) => id === null);
  const makers = [
    ...[...labels].map(
      ([id, label]) =>
        () =>
          cableCard(id, label, paragraphs, context),
    ),
    ...others.map((each) => () => otherCard(view, each)),
  ];
  const cards = makers.slice(0, CARDS).map((make) => make());
  const last = cards.at(-1);
  if (!last) return null;
  const more = makers.length - cards.length;
  if (more > 0)
    cards[cards.length - 1] = { ...last, lines: [...last.lines, `And ${counted(more, 'other reference')}.`] };
  return { at, cards };
}

/** The number of this cable. Null where it has none that can be read. */
export function explainOwnNumber(view: MessageView, at: Span, context: LibraryContext): Explanation | null {
  const id = view.reference?.id;
  if (!id) return null;
  const copies = context.library?.find(id) ?? [];
  return {
    at,
    cards: [
      {
        title: id,
        aside: NUMBER,
        lines: [whereFrom(id), copies.length > 1 ? copiesLine(copies) : '', citedLine(id, context)],
      },
    ],
  };
}

const NUMBER = 'message reference: year, post, number';

/** `embassy Phnom Penh, Cambodia`; the name alone of a post that is in no table. */
function whereFrom(id: string): string {
  const name = readCompactReference(id)?.post ?? '';
  const post = postByName(name);
  return post ? `${post.kind} ${post.place}` : name;
}

function cableCard(id: string, label: string | null, paragraphs: ParagraphRange | null, context: LibraryContext): Card {
  const copies = context.library?.find(id) ?? [];
  const [best] = copies;
  const letter = label ? `ref ${label}` : '';
  const cited = citedLine(id, context);
  if (!best) return { title: id, aside: letter || NUMBER, lines: [whereFrom(id), missingLine(id, context), cited] };
  const number = writtenNumber(id);
  return {
    title: best.subject ? beginning(best.subject, SUBJECT) : number,
    aside: [letter, best.subject ? number : '', dateOf(best), levelOf(best)].filter(Boolean).join(', '),
    lines: [
      best.from ? `From ${best.from}.` : whereFrom(id),
      tagsLine(best),
      ...contents(copies, paragraphs, context),
      copiesLine(copies),
      cited,
    ],
  };
}

/** What the REF block says of an item that is no cable. */
const otherCard = (view: MessageView, { label, text, start }: Mention['entries'][number]): Card => ({
  title: label ? `Ref ${label}` : 'Reference',
  lines: [beginning(text, PARAGRAPH), linkedLine(view, start)],
});

function missingLine(id: string, { library, building }: LibraryContext): string {
  if (!library) return '';
  if (building) return 'Not found so far: not all files of the library are read.';
  const read = readCompactReference(id);
  return read && library.holds(read.post, read.year)
    ? 'Not in this library, which has others of that post and year.'
    : 'Not in this library.';
}

function citedLine(id: string, { library, building }: LibraryContext): string {
  const times = library?.timesCited(id) ?? 0;
  return times ? `Cited by ${counted(times, 'cable')}${building ? ' so far' : ''}.` : '';
}

const tagsLine = ({ tags, year }: Entry): string => {
  const named = tags.slice(0, TAGS).map((code) => {
    const name = tagMeanings(code, year ?? undefined)[0]?.name;
    return name ? `${code} (${name})` : code;
  });
  return named.length ? `TAGS: ${named.join(', ')}${tags.length > TAGS ? ', …' : ''}` : '';
};

/** Where its files are. */
function copiesLine(copies: readonly Entry[]): Part[] {
  const parts = copies.slice(0, COPIES).flatMap((entry, i): Part[] => {
    const note = copyOf(entry);
    return [
      ...(i ? [', '] : []),
      { text: fileOf(entry.uri), uri: entry.uri, line: entry.at.line },
      ...(note ? [` (${note})`] : []),
    ];
  });
  const more = copies.length > COPIES ? [` and ${copies.length - COPIES} more`] : [];
  return [copies.length > 1 ? `${copies.length} copies: ` : 'In ', ...parts, ...more, '.'];
}

/** The paragraphs that are named; else the summary, or what the text begins with. */
function contents(
  copies: readonly Entry[],
  paragraphs: ParagraphRange | null,
  context: LibraryContext,
): (string | Part[])[] {
  const [found] = paragraphs ? paragraphsIn(copies, paragraphs, context) : [];
  if (found) return paragraphLines(found.view, paragraphs!);
  const best = copies[0]!;
  const snapshot = context.open(best.uri);
  if (!snapshot) return ['Its file cannot be read now.'];
  const view = messageOf(snapshot, best);
  const summary = summaryText(view.cable, view.message);
  const first = view.paragraphs[0]?.paragraph;
  return [beginning(summary ?? (first ? paragraphText(view.cable, first) : ''), SUMMARY)];
}

function paragraphCard(view: MessageView, range: ParagraphRange): Card | null {
  const { first, last, letter } = range;
  const lines = paragraphLines(view, range);
  const start = paragraphOf(view, first, letter)?.start;
  if (start === undefined) return null;
  return {
    title: last > first ? `Paragraphs ${first}-${last}` : `Paragraph ${first}${letter}`,
    lines: [...lines, linkedLine(view, start)],
  };
}

/** Number, mark and beginning of each paragraph. */
function paragraphLines(view: MessageView, { first, last, letter }: ParagraphRange): Part[][] {
  const found: Part[][] = [];
  for (let number = first; number <= last && number < first + PARAGRAPHS; number++) {
    const paragraph = paragraphOf(view, number, letter);
    if (paragraph) found.push(paragraphLine(view, paragraph));
  }
  if (last >= first + PARAGRAPHS) found.push(['…']);
  return found;
}

function paragraphLine(view: MessageView, paragraph: Paragraph): Part[] {
  const { number, mark } = paragraph;
  return [
    { strong: number ? `${view.text(number)}.` : '' },
    `${mark ? ` (${view.text(mark)})` : ''} ${beginning(paragraphText(view.cable, paragraph), PARAGRAPH)}`,
  ];
}

function linkedLine(view: MessageView, offset: number): Part[] {
  const line = view.lineOf(offset);
  return ['In ', { text: `line ${line + 1}`, line }, '.'];
}
