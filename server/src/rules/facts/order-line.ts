/** The executive order line beside the date-time group (FORMAT 3.5, 5.2). */
import { type Token, token } from '../../model/fields';
import { archiveYears } from '../../model/transmission';
import type { MessageView, OrderLine } from '../../model/view';
import { isRedacted, type Related } from '../rule';
import { dtgDay, dtgSpan, written } from './shared';

const dayOf = (iso: string): number => Date.parse(`${iso}T00:00:00Z`) / 86_400_000;

/** Since E.O. 12958 a classified cable names who classified it. */
export const CLASSIFIER_FROM = dayOf('1995-10-14');
/** E.O. 13292 moved the reasons from section 1.5 to 1.4. */
export const SECTION_1_4_FROM = dayOf('2003-03-25');
/** Posts learn of a new order in their own time, and not all days are known for certain (FORMAT 3.5). */
export const GRACE = 60;

/** The line of the executive order; null where it is redacted. */
export function orderLine(view: MessageView): OrderLine | null {
  const line = view.orders[0];
  return line && !isRedacted(view.folded(line.field)) ? line : null;
}

/** What stands after the order's number, with its place. */
export function instructionOf(view: MessageView, { field, number }: OrderLine): Token {
  const { text, base } = view.value(field);
  const from = number ? number.end - base : 0;
  const rest = text.slice(from);
  const lead = /^[\s:,.]*/.exec(rest)![0].length;
  return token(rest.slice(lead).trimEnd(), base + from + lead);
}

/** The day of the date-time group; null where no year of the archive's preamble is near: then that line is the finding. */
export const datedOn = (view: MessageView): number | null => view.once(readDatedOn);
function readDatedOn(view: MessageView): number | null {
  const day = dtgDay(view);
  if (day === null || !view.isFirst) return day;
  const { year } = view.dtg!.date!;
  const years = archiveYears(view.cable);
  return years.length === 0 || years.some((each) => Math.abs(each - year) <= 1) ? day : null;
}

/** Points to the date-time group, of which `datedOn` has read the day. */
export const dateLine = (view: MessageView, day: number): Related => ({
  ...dtgSpan(view)!,
  message: `The date-time group says ${written(day)}.`,
});

const YEARS_50 = 18_262;
const YEARS_100 = 36_525;

/** The day of declassification. Two digits of a year mean one near the cable's own: `31` in 2006 is 2031. */
export function declassifiedOn({ date, declassifyOn }: OrderLine, dated: number): number | null {
  if (!date || !declassifyOn) return null;
  const day = dayOf(declassifyOn);
  return day < dated - YEARS_50 && !/\d{4}/.test(date.text) ? day + YEARS_100 : day;
}
