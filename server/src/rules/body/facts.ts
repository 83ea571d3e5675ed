/** What the rules on the body share: which cables and paragraphs they look at (FORMAT 4). */
import { type OwnParagraph, ownParagraphs } from '../../model/body';
import { fields, memo } from '../../model/fields';
import { type Cable, leaves, type Message, type Span } from '../../syntax/tree';
import type { Subject } from '../rule';

export const textOf = (cable: Cable, { start, end }: Span): string =>
  cable.clean.slice(start, end).replace(/\uFEFF+/g, '');
export const inkOf = (cable: Cable, line: Span): string => textOf(cable, line).trim();
/** A line without its leading blanks. */
export const inked = (cable: Cable, { start, end }: Span): Span => {
  let at = start;
  while (at < end && /\s/.test(cable.clean[at]!)) at++;
  return { start: at, end };
};

/** A cable, or the draft of one: not a line of notes that holds a label. */
export const isDraftOrRecord = ({ view, message }: Subject): boolean =>
  view.cable.layout !== 'fragment' || fields(message, 'classification').length > 0;
/** An extract, a cancelled message, a record without its text; the draft of a cable is a fragment, but whole. */
export const isExtract = ({ view, partial }: Subject): boolean => partial && view.cable.layout !== 'fragment';
export const isReadable = (subject: Subject): boolean => isDraftOrRecord(subject) && !isExtract(subject);
export const own = ({ view, message }: Subject): readonly OwnParagraph[] => ownParagraphs(message, view.cable);

/** Numbers of the sections, or of the pages, in the order of the page lines (FORMAT 4.5). */
export const pageNumbers = memo((message: Message, cable: Cable): readonly number[] =>
  leaves(message)
    .filter(({ kind }) => kind === 'page')
    .map((line) => inkOf(cable, line))
    .map((s) => /(\d{1,3})(?:\.\d)? OF \d{1,3}\b/.exec(s)?.[1] ?? /^PAGE +(\d{2})/.exec(s)?.[1])
    .filter((digits) => digits !== undefined)
    .map(Number),
);

/** Where pages were lost or changed places, paragraphs are out of order as well: that is one cause, told elsewhere. */
export const pagesFollow = ({ view, message }: Subject): boolean =>
  pageNumbers(message, view.cable).every((page, i, all) => {
    const before = i === 0 ? 1 : all[i - 1]!;
    return page === before || page === before + 1 || page === 1;
  });

/** All sections that the classification line announces are there, or there is but one. */
export const isWhole = (subject: Subject): boolean => {
  const { view, message } = subject;
  const line = view.classification;
  if (subject.partial || (line?.sectionNumber ?? 1) > 1) return false;
  const announced = line?.sectionsAnnounced ?? 1;
  return announced <= 1 || pageNumbers(message, view.cable).includes(announced);
};

export const ENDS_SENTENCE = /[.?!]["')\]”’]{0,2}$/;
export const signed = (message: Message): boolean =>
  message.ending?.fields.some(({ kind }) => kind === 'signature') ?? false;
