/** The outline of a file: header with its fields, sections by heading, paragraphs by number. */
import type { Cable, Field, FieldKind, Message, Paragraph, Section, Span } from '../syntax/tree';
import { isWhiteSpace } from '../text/white-space';
import { paragraphOpening } from './body';
import { field, fold, foldedValue, span } from './fields';
import { readSubject } from './header';
import { viewOf } from './view';

export type OutlineKind =
  | 'cable'
  | 'header'
  | 'field'
  | 'section'
  | 'paragraph'
  | 'summary'
  | 'comment'
  | 'action-request'
  | 'signature';

export interface OutlineItem {
  readonly kind: OutlineKind;
  readonly name: string;
  readonly detail: string;
  readonly range: Span;
  readonly selection: Span;
  readonly children: readonly OutlineItem[];
}

const FIELD_NAMES: Partial<Record<FieldKind, string>> = {
  mrn: 'MRN',
  'preamble-subject': 'Archive subject',
  'preamble-date': 'Archive date',
  'preamble-classification': 'Archive classification',
  'preamble-origin': 'Origin',
  fl1: 'Transmission',
  fl2: 'Routing',
  fl3: 'Station and filing time',
  fl4: 'Security',
  fl5: 'Date-time group',
  from: 'From',
  to: 'To',
  info: 'Info',
  xmt: 'Exempted',
  classification: 'Classification',
  caption: 'Caption',
  attention: 'Attention',
  'handling-note': 'Handling',
  eo: 'E.O.',
  tags: 'TAGS',
  subject: 'Subject',
  ref: 'References',
  'classified-by': 'Classified by',
  banner: 'Banner',
  'action-block': 'Distribution',
};

export function outline(cable: Cable): OutlineItem[] {
  const items = cable.messages.map((message) => messageItem(cable, message));
  if (items.length === 1) {
    const preamble = cable.preamble
      ? groupItem(cable, 'Archive preamble', viewOf(cable).reference?.id ?? '', cable.preamble.fields, cable.preamble)
      : null;
    return [...(preamble ? [preamble] : []), ...items[0]!.children];
  }
  return items;
}

function messageItem(cable: Cable, message: Message): OutlineItem {
  const subject = field(message, 'subject');
  const line = field(message, 'classification');
  // Editors refuse a name that is empty.
  const name = (line && foldedValue(cable, line)) || 'Message';
  const children: OutlineItem[] = [];
  const fields = [...(message.transmission?.fields ?? []), ...(message.header?.fields ?? [])];
  if (fields.length) {
    const start = fields[0]!.start;
    const id = viewOf(cable, message).reference?.id ?? '';
    children.push(groupItem(cable, 'Header', id, fields, { start, end: fields[fields.length - 1]!.end }));
  }
  for (const section of message.body.sections) {
    if (section.heading) children.push(sectionItem(cable, message, section));
    else children.push(...section.paragraphs.map((paragraph) => paragraphItem(cable, message, paragraph)));
  }
  for (const each of message.ending?.fields ?? []) {
    if (each.kind === 'signature')
      children.push({
        kind: 'signature',
        name: foldedValue(cable, each) || 'Signature',
        detail: 'signature',
        range: ink(cable, each),
        selection: ink(cable, each),
        children: [],
      });
  }
  return {
    kind: 'cable',
    name,
    detail: subject ? readSubject(cable, subject).text : '',
    range: ink(cable, message),
    selection: clamp(line ? span(line) : message, ink(cable, message)),
    children,
  };
}

function groupItem(cable: Cable, name: string, detail: string, fields: readonly Field[], range: Span): OutlineItem {
  const children = fields
    .filter((each) => FIELD_NAMES[each.kind])
    .map(
      (each): OutlineItem => ({
        kind: 'field',
        name: FIELD_NAMES[each.kind]!,
        detail: shorten(foldedValue(cable, each)),
        range: ink(cable, each),
        selection: clamp({ start: each.start, end: each.children[0]!.end }, ink(cable, each)),
        children: [],
      }),
    );
  const whole = ink(cable, range);
  return {
    kind: 'header',
    name,
    detail,
    range: whole,
    selection: clamp(children[0]?.selection ?? whole, whole),
    children,
  };
}

function sectionItem(cable: Cable, message: Message, section: Section): OutlineItem {
  const { title } = section.heading!;
  return {
    kind: blockAt(message, title) ?? 'section',
    name: fold(cable.clean.slice(title.start, title.end)) || 'Section',
    detail: '',
    range: ink(cable, { start: section.heading!.start, end: section.end }),
    selection: clamp(title, ink(cable, { start: section.heading!.start, end: section.end })),
    children: section.paragraphs.map((paragraph) => paragraphItem(cable, message, paragraph)),
  };
}

/** How much of a paragraph names it. */
const NAME = 60;

function paragraphItem(cable: Cable, message: Message, paragraph: Paragraph): OutlineItem {
  const number = paragraph.number ? `${cable.clean.slice(paragraph.number.start, paragraph.number.end)}.` : '';
  const mark = paragraph.mark ? `(${cable.clean.slice(paragraph.mark.start, paragraph.mark.end)})` : '';
  const range = ink(cable, paragraph);
  const name = [number, mark, shorten(paragraphOpening(cable, paragraph, NAME), NAME)].filter(Boolean).join(' ');
  const kind = blockAt(message, { start: paragraph.textStart, end: paragraph.textStart + 12 }) ?? 'paragraph';
  return {
    kind,
    name: name || 'Paragraph',
    detail: kind === 'paragraph' ? '' : kind.replace('-', ' '),
    range,
    selection: clamp(paragraph.children[0]!, range),
    children: [],
  };
}

function blockAt(message: Message, at: Span): OutlineKind | null {
  // Blocks come in the order in which they begin.
  const { blocks } = message;
  let low = 0;
  for (let high = blocks.length; low < high; ) {
    const middle = (low + high) >> 1;
    if (blocks[middle]!.start < at.start - 1) low = middle + 1;
    else high = middle;
  }
  for (; low < blocks.length && blocks[low]!.start <= at.end; low++) {
    const { opener, kind } = blocks[low]!;
    if (opener && kind !== 'note' && kind !== 'quoted-text') return kind;
  }
  return null;
}

const shorten = (text: string, length = 80): string =>
  text.length <= length ? text : `${text.slice(0, length - 1).trimEnd()}…`;

/** A span without the blanks at its ends: what the lines count as none, so that items lie within those around them. */
function ink(cable: Cable, { start, end }: Span): Span {
  const text = cable.clean;
  const isEmpty = (at: number): boolean => isWhiteSpace(text.charCodeAt(at));
  let from = start;
  let to = end;
  while (from < to && isEmpty(from)) from++;
  while (to > from && isEmpty(to - 1)) to--;
  return { start: from, end: to };
}

/** A selection lies within its range: one slip empties the whole outline in an editor. */
const clamp = (inner: Span, outer: Span): Span => {
  const start = Math.min(Math.max(inner.start, outer.start), outer.end);
  return { start, end: Math.max(start, Math.min(inner.end, outer.end)) };
};
