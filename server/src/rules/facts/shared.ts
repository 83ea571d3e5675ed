/** What rules of several groups compare: the archive's identifier, dates as days, levels as numbers, how whole a text is. */
import { canonicalPost, isKnownPost } from '../../data/posts';
import { LEVELS, type Level } from '../../model/classification';
import { type Token, token } from '../../model/fields';
import { pageNumbers } from '../../model/pages';
import { type MessageReference, readCompactReference } from '../../model/references';
import type { MessageView } from '../../model/view';
import type { Message, Span } from '../../syntax/tree';
import { isRedacted } from '../rule';

/** The identifier in the archive's preamble with its place. */
export const archiveReference = (view: MessageView) => view.once(readArchiveReference);
function readArchiveReference(view: MessageView): (MessageReference & { readonly at: Token }) | null {
  const mrn = view.preamble('mrn');
  const text = mrn ? view.folded(mrn) : '';
  const read = mrn && !isRedacted(text) ? readCompactReference(text) : null;
  return mrn && read ? { ...read, at: token(text, mrn.start) } : null;
}

/** Whether two names may be one post: equal, cut to six letters, or one within the other (`BRUSSELS`, `USEUBRUSSELS`). */
export function samePost(a: string, b: string): boolean {
  const [one, two] = [canonicalPost(a), canonicalPost(b)];
  return (
    one.includes(two) ||
    two.includes(one) ||
    (one.slice(0, 6) === two.slice(0, 6) && Math.min(one.length, two.length) === 6)
  );
}
export const bothKnown = (a: string, b: string): boolean => isKnownPost(a) && isKnownPost(b);

const DAY = 86_400_000;
/** Days since 1970 of a date, for differences. */
export const dayNumber = ({ year, month, day }: { year: number; month: number; day: number }): number =>
  Date.UTC(year, month - 1, day) / DAY;

/** The day of the date-time group, if that exists. */
export const dtgDay = ({ dtg }: MessageView): number | null => (dtg?.utc && dtg.date ? dayNumber(dtg.date) : null);
/** Day, time and date of the date-time group, its precedence left out. */
export const dtgSpan = ({ dtg }: MessageView): Span | null =>
  dtg?.digits ? { start: dtg.digits.start, end: (dtg.year ?? dtg.month ?? dtg.digits).end } : null;
/** Whether the date-time group is of that month or later. */
export const isFrom = ({ dtg }: MessageView, year: number, month = 1): boolean =>
  !!dtg?.date && (dtg.date.year > year || (dtg.date.year === year && dtg.date.month >= month));

const MONTH_NAMES = 'January February March April May June July August September October November December'.split(' ');
/** `21 March 2006` of days since 1970. */
export const written = (day: number): string => {
  const date = new Date(day * DAY);
  return `${date.getUTCDate()} ${MONTH_NAMES[date.getUTCMonth()]} ${date.getUTCFullYear()}`;
};

/** -1: none. */
export const rank = (level: Level | null): number => (level ? LEVELS.indexOf(level) : -1);

/** A line without its outer blanks and without what decoding left. */
export const inkOf = (view: MessageView, line: Span): string => textOf(view, line).trim();
export const textOf = (view: MessageView, at: Span): string => {
  const text = view.text(at);
  return text.includes('\uFEFF') ? text.replace(/\uFEFF+/g, '') : text;
};
/** A line without its leading blanks. */
export const inked = ({ cable }: MessageView, { start, end }: Span): Span => {
  let at = start;
  while (at < end && /\s/.test(cable.clean[at]!)) at++;
  return { start: at, end };
};

/** A cable, or the draft of one: not a line of notes that holds a label. */
export const isDraftOrRecord = (view: MessageView): boolean => view.layout !== 'fragment' || view.has('classification');
/** An extract, a cancelled message, a record without its text; the draft of a cable is a fragment, but whole. */
export const isExtract = (view: MessageView): boolean => view.layout !== 'fragment' && view.partial;
export const isReadable = (view: MessageView): boolean => isDraftOrRecord(view) && !isExtract(view);

/** A text header of which something is there, so that something can be missing; a later section need not repeat it. */
export const hasHeader = (view: MessageView): boolean =>
  !view.partial &&
  view.layout !== 'smart' &&
  view.message.header !== null &&
  view.message.transmission !== null &&
  view.has('classification') &&
  (view.classification?.sectionNumber ?? 1) <= 1;

/** Where pages were lost or changed places, paragraphs are out of order as well: that is one cause, told elsewhere. */
export const pagesFollow = (view: MessageView): boolean =>
  pageNumbers(view).every((page, i, all) => {
    const before = i === 0 ? 1 : all[i - 1]!;
    return page === before || page === before + 1 || page === 1;
  });

/** All sections that the classification line announces are there, or there is but one. */
export const isWhole = (view: MessageView): boolean => {
  const line = view.classification;
  if (view.partial || (line?.sectionNumber ?? 1) > 1) return false;
  const announced = line?.sectionsAnnounced ?? 1;
  return announced <= 1 || pageNumbers(view).includes(announced);
};

export const ENDS_SENTENCE = /[.?!]["')\]”’]{0,2}$/;
export const isSigned = (message: Message): boolean =>
  message.ending?.fields.some(({ kind }) => kind === 'signature') ?? false;
