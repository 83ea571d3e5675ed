import { nearestTag, tagMeanings } from '../../data/tags';
import { type TermKind, term } from '../../data/terms';
import { isClassified, levelOf, readClassificationLine } from '../../model/classification';
import { fold, span, type Token, token } from '../../model/fields';
import { readExecutiveOrder } from '../../model/header';
import type { Tag } from '../../model/tags';
import type { MessageView } from '../../model/view';
import type { Field, Span } from '../../syntax/tree';
import type { LibraryContext } from '../library-context';
import type { Card } from '../markdown';
import { type Explanation, one, within } from './card';
import { explainOwnNumber } from './reference';

/** Cards for the text header: classification line, E.O., TAGS, Classified By (FORMAT 3). */
export function explainTextHeader(
  view: MessageView,
  target: Field,
  offset: number,
  word: Token | null,
  context: LibraryContext,
): Explanation | null {
  switch (target.kind) {
    case 'classification':
      return explainClassification(view, target, offset, context);
    case 'tags':
      return explainTags(view, offset);
    case 'eo':
      return explainExecutiveOrder(view, target, offset, word);
    case 'classified-by':
      return word && /^[a-h]$/i.test(word.text)
        ? explainTerm(word, 'reason', word.text.toLowerCase(), `Reason (${word.text.toLowerCase()})`)
        : null;
    default:
      return null;
  }
}

/** Cards for the lines of the archive (FORMAT 1.1, 1.3). */
export function explainPreamble(view: MessageView, target: Field, context: LibraryContext): Explanation | null {
  const { cable } = view;
  if (target.kind === 'mrn') return explainOwnNumber(view, span(target), context);
  if (target.kind === 'preamble-date')
    return one(
      span(target),
      'Date in the archive',
      "The calendar date only: the time is midnight in the exporter's own zone.",
    );
  if (target.kind === 'preamble-classification')
    return explainLevel(token(fold(cable.clean.slice(target.start, target.end)).split('//')[0]!, target.start));
  return null;
}

/** The card of a fixed word of the format; null for one that the table does not have. */
export function explainTerm(at: Span, kind: TermKind, word: string, aside: string): Explanation | null {
  const found = term(kind, word);
  return (
    found && {
      at,
      cards: [
        {
          title: found.name,
          aside,
          lines: [found.description, found.certain ? '' : 'Not certain.'],
          source: found.source,
        },
      ],
    }
  );
}

function explainClassification(
  view: MessageView,
  target: Field,
  offset: number,
  context: LibraryContext,
): Explanation | null {
  const { cable } = view;
  const line = readClassificationLine(cable, target);
  if (within(line.word, offset)) return explainLevel(line.word);
  if (line.section && within(line.section, offset))
    return one(
      line.section,
      `Section ${line.sectionNumber} of ${line.sectionsAnnounced}`,
      'Long cables are sent in sections; each page line names its own.',
    );
  return line.post && line.serial && (within(line.post, offset) || within(line.serial, offset))
    ? explainOwnNumber(view, { start: line.post.start, end: line.serial.end }, context)
    : null;
}

function explainLevel(word: Token): Explanation | null {
  const level = levelOf(word.text);
  const found = level && term('level', level);
  if (!found) return null;
  const marked = isClassified(level) ? 'Each paragraph carries a portion mark.' : '';
  return { at: word, cards: [{ title: level, lines: [found.description, marked], source: found.source }] };
}

function explainTags(view: MessageView, offset: number): Explanation | null {
  const tag = view.tags.find((each) => within(each, offset));
  if (!tag) return null;
  const together = view.tags.filter(({ start }) => start === tag.start);
  return { at: tag, cards: together.map((each) => tagCard(each, view.year)) };
}

function tagCard({ code, kind, text, correction }: Tag, year: number | undefined): Card {
  if (kind === 'person')
    return { title: code, aside: 'person', lines: ['Surname, given names: the subject of the message.'] };
  const [first, ...others] = tagMeanings(code, year);
  if (!first) {
    const near = nearestTag(code, year);
    return {
      title: code,
      aside: 'not in the TAGS table',
      lines: [near ? `Nearest: ${near.code}, ${near.name}.` : ''],
    };
  }
  const place = first.kind === 'geographic';
  const group = place ? first.category : first.category?.toLowerCase();
  return {
    title: first.name || 'Program TAGS without a known title',
    aside: [code, `${first.kind} TAGS`, group, first.iso && `ISO ${first.iso}`].filter(Boolean).join(', '),
    lines: [
      correction === 'none' ? '' : `Read from ${text}.`,
      first.description,
      first.certain ? '' : 'Not certain.',
      first.successor ? `Later cables use ${first.successor}.` : '',
      others.length ? `Also: ${others.map((each) => `${each.name} (${each.kind})`).join('; ')}.` : '',
    ],
    source: first.source,
  };
}

function explainExecutiveOrder(
  { cable, year }: MessageView,
  target: Field,
  offset: number,
  word: Token | null,
): Explanation | null {
  const { number, date, declassifyOn } = readExecutiveOrder(cable, target, year);
  if (number && within(number, offset))
    return (
      explainTerm(number, 'order', number.text, 'order on classification') ??
      one(number, `Executive Order ${number.text}`, 'Not an order on classification that is known here.')
    );
  if (date && within(date, offset))
    return one(
      date,
      declassifyOn ? `To be declassified on ${declassifyOn}` : 'This date does not exist',
      'Month, day, year.',
    );
  if (!word) return null;
  const written = word.text.toUpperCase();
  // `1.6X6` and `XGDS2`: the digit is the reason.
  const known = [
    written,
    /(?:25|50)?X\d(?:-HUM)?$/.exec(written)?.[0],
    written.replace(/(?<![^A-Z])[^A-Z]*$/, ''),
  ].find((each) => each && term('instruction', each));
  return known ? explainTerm(word, 'instruction', known, word.text) : null;
}
