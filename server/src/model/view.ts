/** The facts about a message that everything asks for: computed once, shared. */
import { postByName } from '../data/posts';
import type { Cable, Message } from '../syntax/tree';
import { type ClassificationLine, readClassificationLine } from './classification';
import { field, fields, foldedValue, memo } from './fields';
import { LineIndex } from './line-index';
import {
  type MessageReference,
  messageReference,
  type Reference,
  readCompactReference,
  readReferences,
} from './references';
import { readTags, type Tag } from './tags';
import { archiveYears, type DateTimeGroup, dateTimeGroup } from './transmission';

/** The references of the REF lines of a message: read once. */
export const referencesIn = memo((view: CableView): readonly Reference[] =>
  view.message
    ? fields(view.message, 'ref').flatMap((each) => readReferences(view.cable, each, view.year ?? null))
    : [],
);

export interface CableView {
  readonly cable: Cable;
  /** Null in an empty file. */
  readonly message: Message | null;
  readonly classification: ClassificationLine | null;
  readonly dtg: DateTimeGroup | null;
  /** The year of the cable, by its date-time group or its archive number. */
  readonly year: number | undefined;
  readonly reference: MessageReference | null;
  readonly tags: readonly Tag[];
  /** TAGS codes of the countries the cable is about, then that of the post: strongest first. */
  readonly countries: readonly string[];
  readonly lines: LineIndex;
  readonly lineOf: (offset: number) => number;
  readonly lineCount: number;
}

/** The view of a message, by default of the first of the file. */
export function viewOf(cable: Cable, message: Message | null = cable.messages[0] ?? null): CableView {
  return message ? messageView(message, cable) : emptyView(cable);
}

const lineIndex = memo((cable: Cable) => new LineIndex(cable.text));
const emptyView = memo((cable: Cable) => makeView(cable, null));
const messageView = memo((message: Message, cable: Cable) => makeView(cable, message));

function makeView(cable: Cable, message: Message | null): CableView {
  const classField = message && field(message, 'classification');
  const classification = classField ? readClassificationLine(cable, classField) : null;
  const dtg = message && dateTimeGroup(message, cable);
  // The archive's wrapper belongs to the first message.
  const archive = message === null || message === cable.messages[0] ? archiveReference(cable, message) : null;
  const year = dtg?.date?.year ?? archive?.year ?? archiveYears(cable)[0];
  const reference = archive ?? lineReference(classification, year);
  const tags = message ? fields(message, 'tags').flatMap((each) => readTags(cable, each, year)) : [];
  const countries = tags.filter(({ kind }) => kind === 'geographic').map(({ code }) => code);
  const post = reference ? postByName(reference.post) : null;
  if (post?.country) countries.push(post.country);
  const lines = lineIndex(cable);
  return {
    cable,
    message,
    classification,
    dtg,
    year,
    reference,
    tags,
    countries,
    lines,
    lineOf: (offset) => lines.lineAt(offset),
    lineCount: lines.count,
  };
}

function archiveReference(cable: Cable, message: Message | null): MessageReference | null {
  const mrn = cable.preamble?.fields.find(({ kind }) => kind === 'mrn') ?? (message && fields(message, 'mrn')[0]);
  if (mrn) {
    const text = foldedValue(cable, mrn);
    const written = /^(\d{2}) ([A-Z][A-Z .'-]*?) (\d{1,7})$/.exec(text);
    const compact = written
      ? `${written[1]}${written[2]!.replace(/[ .'-]/g, '')}${written[3]}`
      : /^[^\s<]+/.exec(text)?.[0];
    const found = compact ? readCompactReference(compact) : null;
    if (found && /^\d{2}[A-Z]/.test(compact!)) return found;
  }
  const number = cable.trailer?.fields.find((each) =>
    /^Document Number$/i.test(cable.clean.slice(each.label.start, each.label.end)),
  );
  return number ? readCompactReference(foldedValue(cable, number)) : null;
}

const lineReference = (line: ClassificationLine | null, year: number | undefined): MessageReference | null =>
  line?.post && line.serial && year !== undefined ? messageReference(year, line.post.text, line.serial.text) : null;
