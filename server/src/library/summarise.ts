/** What a library keeps of a file. */
import { canonicalPost, postByPlad } from '../data/posts';
import { type Level, levelOf } from '../model/classification';
import { fold, span } from '../model/fields';
import { readSubject } from '../model/header';
import { messageNumbers } from '../model/message-numbers';
import { pageLines } from '../model/pages';
import { readTags, type Tag } from '../model/tags';
import { type MessageView, viewOf } from '../model/view';
import type { Cable, Field, Span } from '../syntax/tree';
import type { Citation, Place, Summary } from './summary';

/**
 * One a message, usually one; none for a text that has nothing of a cable. Reads headers, and of the text what it cites.
 * @param numbers where it names others; only the header is asked of a cable whose text is known to name none
 */
export function summaries(cable: Cable, numbers = messageNumbers): readonly Summary[] {
  const views = cable.messages.length ? cable.messages.map((message) => viewOf(cable, message)) : [viewOf(cable)];
  return views.filter(isCable).map((view) => summarise(view, numbers));
}

const isCable = ({ message, reference, isFirst, cable }: MessageView): boolean =>
  message.transmission !== null ||
  message.header !== null ||
  reference !== null ||
  (isFirst && cable.preamble !== null);

function summarise(view: MessageView, numbers: typeof messageNumbers): Summary {
  const { reference, dtg, from, classification: line } = view;
  const id = reference?.id ?? null;
  const name = (from && fold(from.name.text)) || null;
  const subject = view.field('subject') ?? view.preamble('preamble-subject') ?? attribute(view, 'Subject');
  return {
    id,
    post: reference?.post ?? (line?.post ? canonicalPost(line.post.text) : name && (postByPlad(name)?.name ?? null)),
    year: reference?.year ?? view.year ?? null,
    serial: reference?.serial ?? (line?.serial ? Number(line.serial.text) : null),
    date: dtg?.utc ? minutesOf(dtg.utc) : null,
    subject: (subject && readSubject(view.cable, subject).text.slice(0, LONGEST)) || null,
    ...levelAndMark(view),
    tags: [...new Set(tagsOf(view).map(({ code }) => code))],
    from: name,
    ...sectionOf(view),
    copy: copyOf(view),
    at: placeOf(view, subject ? span(subject) : firstLine(view)),
    citations: citations(view, id, numbers(view)),
  };
}

/** Minutes since 1970; null in the year 6053 and after, which is damage and more than a library keeps. */
function minutesOf(utc: string): number | null {
  const minutes = Date.parse(utc) / 60_000;
  return minutes < 2 ** 31 ? minutes : null;
}

/** An attribute of a record of 1973-79: of some the text was lost, and nothing else is left (FORMAT 1.4). */
function attribute({ cable, isFirst }: MessageView, name: string): Field | null {
  const fields = isFirst ? cable.trailer?.fields : null;
  return fields?.find(({ label }) => cable.clean.slice(label.start, label.end) === name) ?? null;
}

function tagsOf(view: MessageView): readonly Tag[] {
  const field = view.tags.length ? null : attribute(view, 'TAGS');
  return field ? readTags(view.cable, field, view.year) : view.tags;
}

/** A damaged header can make all of the text a subject. */
const LONGEST = 1000;

function firstLine({ message: { start, end }, lines }: MessageView): Span {
  return {
    start,
    end: Math.min(end, lines.offsetAt({ line: lines.lineAt(start), character: Number.MAX_SAFE_INTEGER })),
  };
}

function placeOf({ lines }: MessageView, { start, end }: Span): Place {
  const first = lines.positionAt(start);
  const last = lines.positionAt(end);
  return { line: first.line, character: first.character, endLine: last.line, endCharacter: last.character };
}

/** Of the classification line; without one of the archive or of SMART's banner. */
function levelAndMark(view: MessageView): { level: Level | null; sensitive: boolean } {
  const field =
    view.preamble('preamble-classification') ??
    (view.layout === 'smart' ? view.message.header?.fields.find(({ kind }) => kind === 'banner') : null) ??
    attribute(view, 'Original Classification');
  const [stated, handling] = field ? view.folded(field).split('//') : [];
  return {
    level: view.level ?? (stated ? levelOf(stated) : null),
    sensitive: view.isSensitive || /^(?:FOR OFFICIAL USE ONLY|SENSITIVE|SBU)$/i.test(handling ?? ''),
  };
}

/** The section that a file holds of a cable in several; none where the text goes on to the last of them. */
function sectionOf(view: MessageView): { section: number | null; sections: number | null } {
  const { sectionNumber: section, sectionsAnnounced: sections } = view.classification ?? {};
  const isPart = section && sections && sections > 1 && !(section === 1 && reaches(view, sections));
  return isPart ? { section, sections } : { section: null, sections: null };
}

const reaches = (view: MessageView, last: number): boolean =>
  pageLines(view).some(({ section }) => section === last) ||
  // The relay gives the header again for each section.
  view.message.body.repeatedHeaders.some(({ fields }) => fields.some(({ kind }) => kind === 'classification'));

const REPEATED = /(?<!\S)(?:ZDK|ZFD)(?!\S)|\bSUSPECTED DUPLICATE\b/i;
const CORRECTED = /(?<!\S)(?:ZEL|ZDS|ZOJ)(?!\S)/i;
const CORRECTED_COPY = /C ?O ?R ?R ?E ?C ?T ?E ?D {1,3}C ?O ?P ?Y/i;

/** By the operating signals of FL4, FL5 and the classification line, and by a caption (FORMAT 2.4, 6). */
function copyOf(view: MessageView): Summary['copy'] {
  let repeated = false;
  for (const kind of ['fl4', 'fl5', 'classification'] as const)
    for (const field of view.fields(kind)) {
      const text = view.text(field);
      if (CORRECTED.test(text) || CORRECTED_COPY.test(text)) return 'corrected';
      repeated ||= REPEATED.test(text);
    }
  if (view.fields('caption').some((field) => CORRECTED_COPY.test(view.text(field)))) return 'corrected';
  return repeated ? 'repeated' : null;
}

type Named = Span & { readonly id: string };

/** Entries of the REF block that name a cable, and numbers in subject and text, in their order; its own number is none. */
function citations(view: MessageView, own: string | null, numbers: readonly Named[]): Citation[] {
  const found: (Span & { id: string; label: string | null; listed: boolean })[] = [];
  for (const { id, label, start, end } of view.references)
    if (id !== null && id !== own) found.push({ id, label, listed: true, start, end });
  for (const { id, start, end } of numbers) if (id !== own) found.push({ id, label: null, listed: false, start, end });
  return found
    .sort((a, b) => a.start - b.start)
    .map(({ id, label, listed, start, end }) => ({ id, label, listed, ...placeOf(view, { start, end }) }));
}
