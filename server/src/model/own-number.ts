/** Where a message names itself (FORMAT 5.1). */
import type { Field, Span } from '../syntax/tree';
import { span } from './fields';
import { pageLines } from './pages';
import type { MessageView } from './view';

/**
 * The places that give the message's own number, in the order of the text: archive number, serial of FL3, classification line, attribute of
 * a record; where none of them does, the first page line.
 */
export const ownNumbers = (view: MessageView): readonly Span[] => view.once(findNumbers);

function findNumbers(view: MessageView): Span[] {
  const { cable, isFirst, classification: line } = view;
  const found: Span[] = [];
  const mrn = view.preamble('mrn') ?? view.fields('mrn')[0];
  if (mrn) found.push(valueSpan(view, mrn));
  const serial = view.fl3?.serial;
  if (serial) found.push({ start: serial.start, end: serial.end });
  if (line?.post && line.serial) found.push({ start: line.post.start, end: line.serial.end });
  const attribute = isFirst
    ? cable.trailer?.fields.find(({ label }) => /^Document Number$/i.test(view.text(label)))
    : null;
  if (attribute) found.push(valueSpan(view, attribute));
  if (found.length === 0) {
    const page = pageLines(view)[0];
    if (page) found.push({ start: page.post.start, end: page.serial.end });
  }
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
