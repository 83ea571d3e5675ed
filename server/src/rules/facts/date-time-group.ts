/** The form of the date-time group (FORMAT 2.5). */
import { span } from '../../model/fields';
import type { DateTimeGroup } from '../../model/transmission';
import type { MessageView } from '../../model/view';
import type { Span } from '../../syntax/tree';
import { isRedacted } from '../rule';
import { dtgSpan } from './shared';

/** What cannot be read of the date-time group; null where all can, where none is and where it is redacted. */
export const malformedDtg = (view: MessageView): Span | null => view.once(findFault);

function findFault(view: MessageView): Span | null {
  const field = view.fields('fl5')[0];
  if (!field || isRedacted(view.folded(field))) return null;
  const { dtg } = view;
  if (!dtg?.digits) return { start: Math.min(field.value, span(field).end - 1), end: span(field).end };
  const { digits, zone, month } = dtg;
  if (digits.text.length !== 6) return digits;
  if (!month) return span(field);
  if (!zone) return { start: digits.start, end: month.end };
  if (dtg.precedences.length === 0 && view.layout !== 'smart') return dtgSpan(view);
  const year = /^ {1,3}(\d+)/.exec(view.text({ start: month.end, end: month.end + 12 }));
  if (!year || year[1]!.length === 2 || year[1]!.length === 4) return null;
  const end = month.end + year[0].length;
  return { start: end - year[1]!.length, end };
}

export interface ReadableDtg extends DateTimeGroup {
  readonly digits: NonNullable<DateTimeGroup['digits']>;
  readonly zone: NonNullable<DateTimeGroup['zone']>;
  readonly month: NonNullable<DateTimeGroup['month']>;
}

/** The date-time group where its form is right, so that its parts can be judged. */
export const readableDtg = (view: MessageView): ReadableDtg | null => {
  const { dtg } = view;
  return dtg?.digits && dtg.zone && dtg.month && view.has('fl5') && !malformedDtg(view) ? (dtg as ReadableDtg) : null;
};
