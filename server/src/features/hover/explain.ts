import { CAPTIONS } from '../../model/captions';
import type { Token } from '../../model/fields';
import type { Field, FieldKind, Message } from '../../syntax/tree';
import type { Snapshot } from '../snapshot';
import { type Explanation, type LocalTime, one, within } from './card';
import { explainPreamble, explainTextHeader } from './text-header';
import { LABELS, PORTIONS } from './texts';
import { explainTransmission } from './transmission';
import { explainAcronym, wordAt } from './words';

/** Explains the word at an offset: by the field in which it stands first, then as an acronym. Null when nothing is known. */
export function explain(snapshot: Snapshot, offset: number, localTime: LocalTime): Explanation | null {
  const { cable } = snapshot;
  const message = cable.messages.find(({ start, end }) => offset >= start && offset < end) ?? cable.messages[0];
  const word = wordAt(cable.clean, offset);
  if (message) {
    const all = [
      ...(message.transmission?.fields ?? []),
      ...(message.header?.fields ?? []),
      ...message.body.repeatedHeaders.flatMap((header) => header.fields),
    ];
    const at = all.find(({ start, end }) => offset >= start && offset < end);
    const found = at
      ? explainField(snapshot, message, at, offset, word, localTime)
      : explainPortionMark(message, offset, snapshot);
    if (found) return found;
  }
  const mrn = cable.preamble?.fields.find(({ start, end }) => offset >= start && offset < end);
  if (mrn) return explainPreamble(snapshot, mrn);
  return word ? explainAcronym(snapshot, word, false) : null;
}

function explainField(
  snapshot: Snapshot,
  message: Message,
  target: Field,
  offset: number,
  word: Token | null,
  localTime: LocalTime,
): Explanation | null {
  const label = LABELS[target.kind];
  if (label && target.label.end > target.label.start && within(target.label, offset))
    return one(target.label, snapshot.cable.clean.slice(target.label.start, target.label.end), label);
  const found =
    explainTransmission(snapshot, message, target, offset, localTime) ??
    explainTextHeader(snapshot, target, offset, word);
  if (found) return found;
  // A number of the transmission header that has no card of its own is no acronym either.
  if (!word || ENCODED.has(target.kind)) return null;
  return explainCaption(target, word) ?? explainAcronym(snapshot, word, target.kind === 'attention');
}

const ENCODED = new Set<FieldKind>(['fl1', 'fl2', 'fl3', 'fl4', 'fl5', 'from', 'to', 'info', 'xmt']);

function explainCaption(target: Field, word: Token): Explanation | null {
  if (target.kind === 'subject') return null;
  const written = word.text.toUpperCase();
  const inPlace = target.kind === 'caption' || target.kind === 'classification';
  const caption = Object.keys(CAPTIONS).find(
    (name) => name.split(' ').includes(written) && (inPlace || name === word.text),
  );
  return caption ? one(word, caption, CAPTIONS[caption]!) : null;
}

function explainPortionMark(message: Message, offset: number, { cable }: Snapshot): Explanation | null {
  for (const section of message.body.sections) {
    if (offset < section.start || offset >= section.end) continue;
    for (const { mark } of section.paragraphs) {
      if (mark && within(mark, offset)) {
        const text = cable.clean.slice(mark.start, mark.end);
        return one(mark, `(${text})`, markMeaning(text));
      }
    }
  }
  return null;
}

function markMeaning(mark: string): string {
  const [level, ...caveats] = mark.toUpperCase().split(/[/ -]+/);
  const noforn = caveats.some((each) => each === 'NF' || each === 'N' || each === 'NOFORN');
  return `Portion mark: ${PORTIONS[level ?? ''] ?? mark}${noforn ? ', not releasable to foreign nationals' : ''}${/ENTIRE/i.test(mark) ? ', for the entire text' : ''}.`;
}
