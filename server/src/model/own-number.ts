/** Where a message names itself (FORMAT 5.1). */
import type { Field, Span } from '../syntax/tree';
import { span } from './fields';
import type { MessageView } from './view';

/** The places in the header that give the message's own number: archive number, serial of FL3, classification line; in the order of the text. */
export function ownNumbers(view: MessageView): Span[] {
  const found: Span[] = [];
  const mrn = view.preamble('mrn') ?? view.fields('mrn')[0];
  if (mrn) found.push(valueSpan(view, mrn));
  const serial = view.fl3?.serial;
  if (serial) found.push({ start: serial.start, end: serial.end });
  const line = view.classification;
  if (line?.post && line.serial) found.push({ start: line.post.start, end: line.serial.end });
  return found.filter(({ start, end }) => start < end).sort((a, b) => a.start - b.start);
}

/** Where the subject of the message stands, in the header and in the archive's preamble; each without its label. */
export const subjects = (view: MessageView): Span[] =>
  [view.preamble('preamble-subject'), ...view.fields('subject')]
    .flatMap((field) => (field ? [valueSpan(view, field)] : []))
    .filter(({ start, end }) => start < end);

function valueSpan({ cable }: MessageView, field: Field): Span {
  const { end } = span(field);
  let start = field.value;
  while (start < end && /\s/.test(cable.clean[start]!)) start++;
  return { start, end };
}
