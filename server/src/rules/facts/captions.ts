/** Captions as several rules look at them (FORMAT 3.3). */
import type { Caption } from '../../model/captions';
import type { MessageView } from '../../model/view';
import { insertHeaderLine } from '../../rewrite/header-lines';
import type { Field } from '../../syntax/tree';
import { type Edit, lineBreak, lineStart } from '../../text/edits';

/** Most restrictive first. */
const RESTRICTION = ['NODIS', 'EXDIS', 'STADIS', 'LIMDIS', 'NOFORN', 'SIPDIS'];
/** Place in that order; -1: it may stand anywhere. */
export const restriction = ({ known }: Pick<Caption, 'known'>): number => RESTRICTION.indexOf(known ?? '');

/** The captions that a cable gives: `EXDIS (DISTRIBUTE AS NODIS)` gives one and says how another service handles it. */
export const givenCaptions = (view: MessageView): readonly Caption[] => view.once(findGiven);
const findGiven = (view: MessageView): readonly Caption[] =>
  view.captions.length < 2 ? view.captions : view.captions.filter((each) => !isHandlingNote(view, each));

/** Longer than any such note. */
const NOTE = 60;

function isHandlingNote({ cable: { clean } }: MessageView, { start }: Caption): boolean {
  const near = clean.slice(Math.max(0, start - NOTE), start);
  const before = near.slice(lineStart(near, near.length));
  return before.lastIndexOf('(') > before.lastIndexOf(')') || /\bAS +$/i.test(before);
}

/** A line of captions and those that it gives. */
export interface CaptionLine {
  readonly field: Field;
  readonly captions: readonly Caption[];
}

export const captionLines = (view: MessageView): readonly CaptionLine[] => view.once(findLines);
function findLines(view: MessageView): readonly CaptionLine[] {
  const all = givenCaptions(view);
  let at = 0;
  return view.fields('caption').map((field) => {
    while (at < all.length && all[at]!.start < field.start) at++;
    const from = at;
    while (at < all.length && all[at]!.start < field.end) at++;
    return { field, captions: all.slice(from, at) };
  });
}

/** The captions on such lines: not those on the classification line or among the TAGS. */
export const captionsOnLines = (view: MessageView): readonly Caption[] => view.once(findOnLines);
const findOnLines = (view: MessageView): readonly Caption[] => captionLines(view).flatMap(({ captions }) => captions);

export interface Conflict {
  readonly earlier: Caption;
  readonly later: Caption;
  /** Those that no handbook states are warnings. */
  readonly severity: 'error' | 'warning';
}

/** Captions that exclude each other; each is named once. */
export const conflicts = (view: MessageView): readonly Conflict[] => view.once(findConflicts);
function findConflicts(view: MessageView): readonly Conflict[] {
  const found: Conflict[] = [];
  const seen: Caption[] = [];
  for (const later of givenCaptions(view)) {
    if (!later.known || seen.some(({ known }) => known === later.known)) continue;
    for (const earlier of seen) {
      const severity = exclude(earlier.known!, later.known);
      if (!severity) continue;
      found.push({ earlier, later, severity });
      break;
    }
    seen.push(later);
  }
  return found;
}

const isChannel = (name: string): boolean => name.endsWith('CHANNEL');
const isWithheld = (name: string): boolean => name === 'NODIS' || name === 'EXDIS';

function exclude(a: string, b: string): Conflict['severity'] | null {
  if (a === 'DIRGEN CHANNEL' || b === 'DIRGEN CHANNEL' || (isChannel(a) && isChannel(b))) return 'error';
  const other = isWithheld(a) ? b : isWithheld(b) ? a : '';
  if (other === 'AGREMENT CHANNEL') return 'error';
  return other === 'SIPDIS' || isWithheld(other) ? 'warning' : null;
}

/** Puts a caption on a line of its own, in its place among the others. */
export function insertCaption(view: MessageView, name: string): Edit | null {
  const { text } = view.cable;
  const place = restriction({ known: name });
  const below = place < 0 ? undefined : captionsOnLines(view).find((each) => restriction(each) > place);
  if (!below) return insertHeaderLine(view, 'caption', name);
  const start = lineStart(text, below.start);
  return text.slice(start, below.start).trim() ? null : { start, end: start, text: `${name}${lineBreak(text, start)}` };
}
