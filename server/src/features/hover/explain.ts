import { type Glossary, NO_GLOSSARY } from '../../meaning/glossary';
import type { Place } from '../../meaning/resolve';
import { wordAt } from '../../meaning/words';
import { mentionAt } from '../../model/mentions';
import { type MessageView, viewOf } from '../../model/view';
import type { Field, FieldKind, Message } from '../../syntax/tree';
import { type LibraryContext, NO_LIBRARY } from '../library-context';
import type { Snapshot } from '../snapshot';
import { type Explanation, type LocalTime, one, within } from './card';
import { explainMention } from './reference';
import { explainPreamble, explainTerm, explainTextHeader } from './text-header';
import { LABELS } from './texts';
import { explainTransmission } from './transmission';
import { explainWord } from './words';

/**
 * Explains what stands at an offset: what it cites first, then by the field in which it stands, then as a word. Null when nothing is
 * known.
 */
export function explain(
  { cable }: Snapshot,
  offset: number,
  localTime: LocalTime,
  glossary: Glossary = NO_GLOSSARY,
  context: LibraryContext = NO_LIBRARY,
): Explanation | null {
  const message = cable.messages.find(({ start, end }) => offset >= start && offset < end) ?? cable.messages[0] ?? null;
  const view = viewOf(cable, message);
  const target = fieldAt(cable.preamble?.fields, offset);
  if (target) return explainPreamble(view, target, context) ?? explainWord(view, glossary, offset, 'prose');
  if (!message) return null;
  const mention = mentionAt(view, offset);
  const mentioned = mention && explainMention(view, mention, context);
  if (mentioned) return mentioned;
  const field = fieldAt(
    [
      ...(message.transmission?.fields ?? []),
      ...(message.header?.fields ?? []),
      ...message.body.repeatedHeaders.flatMap((header) => header.fields),
    ],
    offset,
  );
  return field
    ? explainField(view, field, offset, localTime, glossary, context)
    : (explainPortionMark(view, message, offset) ?? explainWord(view, glossary, offset, 'prose'));
}

const fieldAt = (fields: readonly Field[] | undefined, offset: number): Field | undefined =>
  fields?.find(({ start, end }) => offset >= start && offset < end);

function explainField(
  view: MessageView,
  target: Field,
  offset: number,
  localTime: LocalTime,
  glossary: Glossary,
  context: LibraryContext,
): Explanation | null {
  const label = LABELS[target.kind];
  if (label && target.label.end > target.label.start && within(target.label, offset))
    return one(target.label, view.cable.clean.slice(target.label.start, target.label.end), label);
  const found =
    explainTransmission(view, target, offset, localTime) ??
    explainTextHeader(view, target, offset, wordAt(view.cable.clean, offset), context);
  // A number of the transmission header that has no card of its own is no acronym either.
  return found ?? (ENCODED.has(target.kind) ? null : explainWord(view, glossary, offset, placeIn(target)));
}

const ENCODED = new Set<FieldKind>(['fl1', 'fl2', 'fl3', 'fl4', 'fl5', 'from', 'to', 'info', 'xmt']);
const placeIn = ({ kind }: Field): Place =>
  kind === 'attention'
    ? 'attention'
    : kind === 'caption' || kind === 'classification' || kind === 'tags'
      ? 'caption'
      : 'prose';

function explainPortionMark({ cable }: MessageView, message: Message, offset: number): Explanation | null {
  for (const section of message.body.sections) {
    if (offset < section.start || offset >= section.end) continue;
    for (const { mark } of section.paragraphs) {
      if (!mark || !within(mark, offset)) continue;
      const text = cable.clean.slice(mark.start, mark.end);
      const [level, ...caveats] = text.toUpperCase().split(/[/ -]+/);
      const noforn = caveats.some((each) => each === 'NF' || each === 'N' || each === 'NOFORN');
      const notes = [
        noforn ? 'Not releasable to foreign nationals.' : '',
        /ENTIRE/i.test(text) ? 'For the entire text.' : '',
      ];
      const found = explainTerm(mark, 'portion-mark', level ?? '', `(${text}), portion mark`);
      return found
        ? { at: mark, cards: found.cards.map((each) => ({ ...each, lines: [...each.lines, ...notes] })) }
        : one(mark, `(${text})`, 'Portion mark.', ...notes);
    }
  }
  return null;
}
