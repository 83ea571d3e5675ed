/** Reading the values of fields. All offsets are UTF-16 code units into the cable's text. */
import type { Cable, Field, FieldKind, Message, Span } from '../syntax/tree';
import { matches } from '../text/matches';

/** A piece of the text with its place. */
export interface Token extends Span {
  readonly text: string;
}

export interface Value {
  /** From `base` to the end of the field, with page lines and other furniture blanked out: offsets stay true. */
  readonly text: string;
  readonly base: number;
}

/** The value of a field with its continuation lines. */
export function valueText(cable: Cable, field: Field): Value {
  let text = '';
  let at = field.value;
  for (const line of field.children) {
    if (line.kind !== 'text' && line.kind !== 'blank') {
      text += cable.clean.slice(at, Math.max(at, line.start)) + ' '.repeat(line.next - Math.max(at, line.start));
      at = line.next;
    }
  }
  return { text: text + cable.clean.slice(at, field.end), base: field.value };
}

/** White space folded to one blank, decoding filler dropped. */
export function fold(text: string): string {
  const trimmed = text.trim();
  // Most values are so already.
  return UNEVEN.test(trimmed) ? trimmed.replace(/\uFEFF+/g, '').replace(/\s+/g, ' ') : trimmed;
}
const UNEVEN = /[^\S ]| {2}/;

/** Decoding filler as blanks: offsets stay true. */
export const withoutFiller = (text: string): string => (text.includes('\uFEFF') ? text.replace(/\uFEFF/g, ' ') : text);

export const foldedValue = (cable: Cable, field: Field): string => fold(valueText(cable, field).text);

export const token = (text: string, start: number): Token => ({ text, start, end: start + text.length });

/** The words of a value with their places. */
export const words = ({ text, base }: Value, pattern = /\S+/g): Token[] =>
  matches(withoutFiller(text), pattern).map((match) => token(match[0], base + match.index));

/** All fields of a kind in the header of a message; those of repeated headers do not count. */
export function fields(message: Message, kind: FieldKind): Field[] {
  const found: Field[] = [];
  for (const group of [message.transmission, message.header])
    for (const field of group?.fields ?? []) if (field.kind === kind) found.push(field);
  return found;
}

/** The field of a kind that counts: the first with a value, else the first (FORMAT 6: `TAGS: N/A`, then a real one). */
export function field(message: Message, kind: FieldKind): Field | null {
  const all = fields(message, kind);
  return (
    all[0] ?? message.body.repeatedHeaders.flatMap((header) => header.fields).find((each) => each.kind === kind) ?? null
  );
}

export const span = (field: Field): Span => {
  const first = field.children[0]!;
  const last = field.children.findLast((line) => line.kind === 'text') ?? first;
  return { start: field.label.start, end: Math.max(last.end, field.label.end) };
};

/** A view of a whole cable, computed when it is first asked for and shared by all readers. */
export const memo =
  <V>(compute: (cable: Cable) => V): ((cable: Cable) => V) =>
  (cable) =>
    cable.keep(compute, () => compute(cable));
