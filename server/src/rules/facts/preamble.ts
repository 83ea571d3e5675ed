/** The five lines that an archive put before a cable (FORMAT 1.1). */
import { exists, MONTHS } from '../../model/dates';
import type { MessageView } from '../../model/view';
import type { Field } from '../../syntax/tree';
import { isRedacted } from '../rule';

/** How many of the five lines are there; null where there is no such preamble, but perhaps the table of a web page. */
export const preambleLength = (view: MessageView): number | null => view.once(countLines);
function countLines({ isFirst, cable: { preamble } }: MessageView): number | null {
  if (!isFirst || !preamble || preamble.children.some(({ kind }) => kind === 'wrapper')) return null;
  const isDated = preamble.fields.some(({ kind }) => kind === 'preamble-date' || kind === 'preamble-classification');
  // Only the subject may be empty; another blank line is below the preamble.
  return isDated ? preamble.fields.length + (preamble.children[1]?.kind === 'blank' ? 1 : 0) : null;
}

/** Where a line was lost, each of those below it stands in the place of another: that is one cause, told by one rule. */
export const isShifted = (view: MessageView): boolean => (preambleLength(view) ?? 5) < 5;

const DATE = /^([A-Z][a-z]{2}) ([A-Z][a-z]{2}) +(\d{1,2}) (?:\d{2}:\d{2}:\d{2} [+-]\d{4} )?(\d{4})$/;
/** The row of a web page (FORMAT 1.3). */
const WEB_DATE = /^(\d{4})-(\d{2})-(\d{2})(?: \d{2}:\d{2}(?::\d{2})?)?$/;

export const isDate = (text: string): boolean => DATE.test(text) || WEB_DATE.test(text);

export interface PreambleDate {
  readonly year: number;
  readonly month: number;
  readonly day: number;
  /** Its three letters; empty in the row of a web page. */
  readonly weekday: string;
}

/** The date line and what it says; null where there is none, or none to be judged. */
export const preambleDate = (view: MessageView) => view.once(readDate);
function readDate(view: MessageView): { readonly field: Field; readonly date: PreambleDate | null } | null {
  const field = view.preamble('preamble-date');
  const text = field ? view.folded(field) : '';
  if (!field || isRedacted(text)) return null;
  const match = DATE.exec(text);
  const iso = match ? null : WEB_DATE.exec(text);
  if (!match && !iso) return { field, date: null };
  const date = match
    ? { year: +match[4]!, month: MONTHS.indexOf(match[2]!.toUpperCase()) + 1, day: +match[3]!, weekday: match[1]! }
    : { year: +iso![1]!, month: +iso![2]!, day: +iso![3]!, weekday: '' };
  return { field, date: exists(date.year, date.month, date.day) ? date : null };
}
