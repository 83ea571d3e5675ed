/** What is known of one message, each fact read when it is first asked for and then shared by all readers. */
import { postByName } from '../data/posts';
import { parse } from '../syntax/parse';
import type { Cable, Field, FieldKind, Layout, Message, Span } from '../syntax/tree';
import { type OwnParagraph, readOwnParagraphs } from './body';
import { type Caption, readMessageCaptions } from './captions';
import { type ClassificationLine, isClassified, type Level, readClassificationLine } from './classification';
import { fold, memo, type Token, type Value, valueText } from './fields';
import { type ClassifiedBy, type ExecutiveOrder, readClassifiedBy, readExecutiveOrder } from './header';
import { LineIndex } from './line-index';
import { archiveReference, lineReference, pageReference } from './own-reference';
import { type MessageReference, type Reference, readReferences } from './references';
import { readTags, type Tag } from './tags';
import {
  type Addressee,
  archiveYears,
  type DateTimeGroup,
  type Fl3,
  fl2Words,
  readAddressees,
  readFl3,
  readFl4,
  readKind,
  readMessageDate,
  type SecurityMark,
} from './transmission';

const lineIndex = memo((cable: Cable) => new LineIndex(cable.text));
const NONE: readonly never[] = [];

/** One line of the TAGS with what stands on it. */
export interface TagsLine {
  readonly field: Field;
  readonly tags: readonly Tag[];
}

export interface ClassificationField {
  readonly field: Field;
  readonly line: ClassificationLine;
}

/** The executive order line with what it says. */
export interface OrderLine extends ExecutiveOrder {
  readonly field: Field;
}

/**
 * A message of a cable. Every getter reads its part of the tree at most once; a getter that finds nothing gives null or an empty list.
 * All offsets are UTF-16 code units into `cable.text`.
 */
export class MessageView {
  constructor(
    readonly cable: Cable,
    readonly message: Message,
    private readonly knownYear?: number,
  ) {}

  /** Offsets to lines and columns. */
  get lines(): LineIndex {
    return lineIndex(this.cable);
  }
  get layout(): Layout {
    return this.cable.layout;
  }
  /** The archive's wrapper, a preamble or attributes, belongs to the first message of a file. */
  get isFirst(): boolean {
    return this.cable.messages.length === 0 || this.message === this.cable.messages[0];
  }
  /** An archive's record, not a text to improve (FORMAT 0.2). */
  get isRecord(): boolean {
    return this.cable.layout === 'aad' || this.cable.preamble !== null;
  }
  /**
   * Parts are left out on purpose, so that nothing may be reported as missing: a fragment, a partial extract, a cancelled message, a
   * record without its text (FORMAT 1.2, 1.4).
   */
  get partial(): boolean {
    this.#partial ??= isPartial(this);
    return this.#partial;
  }
  #partial: boolean | undefined;

  /** What a function finds in this message, found once. For what several rules or features need and nobody else does. */
  once<V>(find: (view: MessageView) => V): V {
    const known = this.#found.get(find);
    if (known !== undefined || this.#found.has(find)) return known as V;
    const value = find(this);
    this.#found.set(find, value);
    return value;
  }
  readonly #found = new Map<(view: MessageView) => unknown, unknown>();

  // Fields.

  /** All fields of a kind in the header of the message; those of repeated headers do not count. */
  fields(kind: FieldKind): readonly Field[] {
    this.#fields ??= this.#byKind();
    return this.#fields.get(kind) ?? NONE;
  }
  #fields: Map<FieldKind, Field[]> | undefined;
  #byKind(): Map<FieldKind, Field[]> {
    const found = new Map<FieldKind, Field[]>();
    for (const group of [this.message.transmission, this.message.header])
      for (const field of group?.fields ?? NONE) {
        const others = found.get(field.kind);
        if (others) others.push(field);
        else found.set(field.kind, [field]);
      }
    return found;
  }
  /** The first field of a kind; where the header has none, that of a header given again in the text (FORMAT 6). */
  field(kind: FieldKind): Field | null {
    const own = this.fields(kind)[0];
    if (own) return own;
    for (const { fields } of this.message.body.repeatedHeaders)
      for (const each of fields) if (each.kind === kind) return each;
    return null;
  }
  has(kind: FieldKind): boolean {
    return this.fields(kind).length > 0;
  }
  /** A line of the archive's preamble. */
  preamble(kind: FieldKind): Field | null {
    return (this.isFirst && this.cable.preamble?.fields.find((each) => each.kind === kind)) || null;
  }
  /** The value of a field with its continuation lines, page lines blanked out: offsets stay true. */
  value(field: Field): Value {
    let value = this.#values.get(field);
    if (!value) {
      value = valueText(this.cable, field);
      this.#values.set(field, value);
    }
    return value;
  }
  readonly #values = new Map<Field, Value>();
  /** The value with white space folded to single blanks. */
  folded(field: Field): string {
    let text = this.#folded.get(field);
    if (text === undefined) {
      text = fold(this.value(field).text);
      this.#folded.set(field, text);
    }
    return text;
  }
  readonly #folded = new Map<Field, string>();
  /** The text of a span, entities decoded. */
  text({ start, end }: Span): string {
    return this.cable.clean.slice(start, end);
  }

  // Transmission header (FORMAT 2).

  /** Precedence and routing indicators of FL2. */
  get fl2(): readonly Token[] {
    const field = this.fields('fl2')[0];
    this.#fl2 ??= field ? fl2Words(this.cable, field) : NONE;
    return this.#fl2;
  }
  #fl2: readonly Token[] | undefined;
  get fl3(): Fl3 | null {
    const field = this.fields('fl3')[0];
    if (this.#fl3 === undefined) this.#fl3 = field ? readFl3(this.cable, field) : null;
    return this.#fl3;
  }
  #fl3: Fl3 | null | undefined;
  get fl4(): SecurityMark | null {
    const field = this.fields('fl4')[0];
    if (this.#fl4 === undefined) this.#fl4 = field ? readFl4(this.cable, field) : null;
    return this.#fl4;
  }
  #fl4: SecurityMark | null | undefined;
  /** FL5, or the second half of SMART's `Date/DTG`. */
  get dtg(): DateTimeGroup | null {
    if (this.#dtg === undefined) {
      const field = this.field('fl5');
      this.#dtg = field && readMessageDate(this.cable, field);
    }
    return this.#dtg;
  }
  #dtg: DateTimeGroup | null | undefined;
  /** The originator (FL6). */
  get from(): Addressee | null {
    if (this.#from === undefined) {
      const field = this.field('from');
      this.#from = (field && this.folded(field) && readAddressees(this.cable, field)[0]) || null;
    }
    return this.#from;
  }
  #from: Addressee | null | undefined;
  /** Action addressees (FL7); XMT lines are attached to the collective before them. */
  get to(): readonly Addressee[] {
    this.#to ??= readKind(this.cable, this.message, 'to');
    return this.#to;
  }
  #to: readonly Addressee[] | undefined;
  /** Information addressees (FL8). */
  get info(): readonly Addressee[] {
    this.#info ??= readKind(this.cable, this.message, 'info');
    return this.#info;
  }
  #info: readonly Addressee[] | undefined;
  /** Both, action first. */
  get addressees(): readonly Addressee[] {
    this.#addressees ??= [...this.to, ...this.info];
    return this.#addressees;
  }
  #addressees: readonly Addressee[] | undefined;

  // Text header (FORMAT 3).

  /** The classification lines of the header, in order; usually one. */
  get classificationLines(): readonly ClassificationField[] {
    this.#classificationLines ??= this.fields('classification').map((field) => ({
      field,
      line: readClassificationLine(this.cable, field),
    }));
    return this.#classificationLines;
  }
  #classificationLines: readonly ClassificationField[] | undefined;
  get classification(): ClassificationLine | null {
    if (this.#classification === undefined) {
      const own = this.classificationLines[0]?.line;
      const other = own ? null : this.field('classification');
      this.#classification = own ?? (other && readClassificationLine(this.cable, other));
    }
    return this.#classification;
  }
  #classification: ClassificationLine | null | undefined;
  /** The level of the classification line; null where it is missing, unread or redacted. */
  get level(): Level | null {
    return this.classification?.level ?? null;
  }
  get isClassified(): boolean {
    return isClassified(this.level);
  }
  /** Captions in their order: on the classification line, on their own lines, among the TAGS. */
  get captions(): readonly Caption[] {
    this.#captions ??= readMessageCaptions(this);
    return this.#captions;
  }
  #captions: readonly Caption[] | undefined;
  caption(name: string): Caption | undefined {
    return this.captions.find(({ known }) => known === name);
  }
  /** Marked SENSITIVE, which makes an unclassified cable SBU. */
  get isSensitive(): boolean {
    this.#isSensitive ??=
      this.caption('SENSITIVE') !== undefined ||
      this.classificationLines.some(({ line }) =>
        line.handling.some(({ text }) => /^(?:SENSITIVE|SBU|FOUO|FOR OFFICIAL USE ONLY)$/i.test(text)),
      );
    return this.#isSensitive;
  }
  #isSensitive: boolean | undefined;
  get orders(): readonly OrderLine[] {
    this.#orders ??= this.fields('eo').map((field) => ({ field, ...readExecutiveOrder(this.cable, field, this.year) }));
    return this.#orders;
  }
  #orders: readonly OrderLine[] | undefined;
  get tagsLines(): readonly TagsLine[] {
    this.#tagsLines ??= this.fields('tags').map((field) => ({ field, tags: readTags(this.cable, field, this.year) }));
    return this.#tagsLines;
  }
  #tagsLines: readonly TagsLine[] | undefined;
  get tags(): readonly Tag[] {
    this.#tags ??= this.tagsLines.length === 1 ? this.tagsLines[0]!.tags : this.tagsLines.flatMap(({ tags }) => tags);
    return this.#tags;
  }
  #tags: readonly Tag[] | undefined;
  /** What the REF lines cite. */
  get references(): readonly Reference[] {
    this.#references ??= this.fields('ref').flatMap((field) => readReferences(this.cable, field, this.year ?? null));
    return this.#references;
  }
  #references: readonly Reference[] | undefined;
  get classifiedBy(): ClassifiedBy | null {
    if (this.#classifiedBy === undefined)
      this.#classifiedBy = readClassifiedBy(this.cable, this.fields('classified-by'));
    return this.#classifiedBy;
  }
  #classifiedBy: ClassifiedBy | null | undefined;

  // Body (FORMAT 4).

  /** The paragraphs that the drafter wrote, those of quoted texts left out. */
  get paragraphs(): readonly OwnParagraph[] {
    this.#paragraphs ??= readOwnParagraphs(this.message, this.cable);
    return this.#paragraphs;
  }
  #paragraphs: readonly OwnParagraph[] | undefined;

  // The whole.

  /** The year of the cable, by its date-time group or its archive number. */
  get year(): number | undefined {
    return this.knownYear ?? this.dtg?.date?.year ?? this.#archive?.year ?? archiveYears(this.cable)[0];
  }
  get #archive(): MessageReference | null {
    if (this.#archived === undefined) this.#archived = this.isFirst ? archiveReference(this) : null;
    return this.#archived;
  }
  #archived: MessageReference | null | undefined;
  get reference(): MessageReference | null {
    if (this.#reference === undefined)
      this.#reference = this.#archive ?? lineReference(this.classification, this.year) ?? pageReference(this);
    return this.#reference;
  }
  #reference: MessageReference | null | undefined;
  /** TAGS codes of the countries the cable is about, then that of the post: strongest first. */
  get countries(): readonly string[] {
    const found = this.tags.filter(({ kind }) => kind === 'geographic').map(({ code }) => code);
    const post = this.reference ? postByName(this.reference.post) : null;
    return post?.country ? [...found, post.country] : found;
  }
  /** Line of an offset, from 0. */
  lineOf(offset: number): number {
    return this.lines.lineAt(offset);
  }
  get lineCount(): number {
    return this.lines.count;
  }
}

/** The view of a message, by default of the first of the file. An empty file has one without any part. */
export function viewOf(cable: Cable, message: Message | null = cable.messages[0] ?? null): MessageView {
  return messageView(message ?? EMPTY, cable);
}

/** The view of a cable of which nothing is known but, perhaps, its year. */
export const viewOfYear = (year: number | undefined): MessageView => new MessageView(parse(''), EMPTY, year);

const messageView = (message: Message, cable: Cable): MessageView =>
  cable.keep(message, () => new MessageView(cable, message));
const EMPTY: Message = {
  kind: 'message',
  start: 0,
  end: 0,
  children: [],
  transmission: null,
  header: null,
  body: { kind: 'body', start: 0, end: 0, children: [], sections: [], repeatedHeaders: [] },
  ending: null,
  blocks: [],
};

function isPartial({ cable, message }: MessageView): boolean {
  if (cable.layout === 'fragment') return true;
  for (const field of message.transmission?.fields ?? NONE)
    if (field.kind === 'notice' || (field.kind === 'fl4' && /\bZFR\b/.test(cable.clean.slice(field.start, field.end))))
      return true;
  const locator = cable.trailer?.fields.find((field) =>
    /^Locator$/i.test(cable.clean.slice(field.label.start, field.label.end)),
  );
  return locator !== undefined && !/TEXT ON-LINE/i.test(fold(valueText(cable, locator).text));
}
