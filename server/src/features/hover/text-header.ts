import { postByName } from '../../data/posts';
import { tagMeanings } from '../../data/tags';
import { isClassified, levelOf, readClassificationLine } from '../../model/classification';
import { fold, span, type Token, token } from '../../model/fields';
import { readExecutiveOrder } from '../../model/header';
import { readReferences } from '../../model/references';
import type { Field, Span } from '../../syntax/tree';
import type { Card } from '../markdown';
import type { Snapshot } from '../snapshot';
import { card, type Explanation, one, within } from './card';
import { INSTRUCTIONS, LEVEL_MEANINGS, ORDERS, REASONS } from './texts';

/** Cards for the text header: classification line, E.O., TAGS, REF, Classified By (FORMAT 3). */
export function explainTextHeader(
  { cable, view }: Snapshot,
  target: Field,
  offset: number,
  word: Token | null,
): Explanation | null {
  switch (target.kind) {
    case 'classification': {
      const line = readClassificationLine(cable, target);
      if (within(line.word, offset)) return explainLevel(line.word);
      if (line.section && within(line.section, offset))
        return one(
          line.section,
          `Section ${line.sectionNumber} of ${line.sectionsAnnounced}`,
          'Long cables are sent in sections; each page line names its own.',
        );
      if (line.post && line.serial && (within(line.post, offset) || within(line.serial, offset)))
        return explainReference(
          { start: line.post.start, end: line.serial.end },
          view.reference?.id ?? null,
          line.post.text,
        );
      break;
    }
    case 'tags': {
      const tag = view.tags.find((each) => within(each, offset));
      if (!tag) break;
      const tags = view.tags.filter(({ start }) => start === tag.start);
      return { at: tag, cards: tags.map(({ code, kind }) => tagCard(code, kind, view.year)) };
    }
    case 'eo': {
      const { number, date, declassifyOn } = readExecutiveOrder(cable, target);
      if (number && within(number, offset))
        return one(
          number,
          `Executive Order ${number.text}`,
          ORDERS[number.text] ?? 'Not an order on classification that is known here.',
        );
      if (date && within(date, offset))
        return one(
          date,
          declassifyOn ? `To be declassified on ${declassifyOn}` : 'This date does not exist',
          'Month, day, year.',
        );
      const key = word && Object.keys(INSTRUCTIONS).find((each) => word.text.toUpperCase().startsWith(each));
      if (word && key) return one(word, word.text, INSTRUCTIONS[key]!);
      break;
    }
    case 'classified-by': {
      const reason = word && /^[a-h]$/i.test(word.text) ? REASONS[word.text.toLowerCase()] : undefined;
      if (word && reason) return one(word, `Reason (${word.text.toLowerCase()})`, reason);
      break;
    }
    case 'ref': {
      const reference = readReferences(cable, target, view.year ?? null).find((each) => within(each, offset));
      if (reference?.kind === 'cable')
        return explainReference(reference, reference.id, reference.postToken?.text ?? '');
      break;
    }
    default:
  }
  return null;
}

/** Cards for the lines of the archive (FORMAT 1.1, 1.3). */
export function explainPreamble({ view, cable }: Snapshot, target: Field): Explanation | null {
  if (target.kind === 'mrn')
    return explainReference(span(target), view.reference?.id ?? null, view.reference?.post ?? '');
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

function explainLevel(word: Token): Explanation | null {
  const level = levelOf(word.text);
  if (!level) return null;
  return one(word, level, LEVEL_MEANINGS[level], isClassified(level) ? 'Each paragraph carries a portion mark.' : '');
}

function explainReference(at: Span, id: string | null, postName: string): Explanation | null {
  const post = postByName(postName);
  const place = post ? `${post.kind} ${post.place}` : postName;
  return id ? one(at, id, `Message reference: year, post and number.`, place) : null;
}

function tagCard(code: string, kind: string, year: number | undefined): Card {
  if (kind === 'person') return card(code, 'Person: surname, given names');
  const entries = tagMeanings(code, year);
  if (!entries.length) return card(code, 'Not in the TAGS table.');
  const [first, ...others] = entries;
  return {
    title: `${code}: ${first!.name || 'program TAGS'}`,
    lines: [
      `TAGS, ${first!.kind}`,
      first!.kind === 'geographic' ? '' : first!.description,
      ...others.map((each) => `Also: ${each.name} (${each.kind})`),
    ],
    source: first!.source,
  };
}
