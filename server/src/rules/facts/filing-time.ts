/** The filing time of FL3 against the date-time group (FORMAT 2.3). */
import { pad } from '../../model/dates';
import type { MessageView } from '../../model/view';
import type { Related } from '../rule';
import { dayOfYearOf, isUtc } from './days';
import { dtgDay, dtgSpan, written } from './shared';

export const isTime = (digits: string): boolean => Number(digits.slice(0, 2)) < 24 && Number(digits.slice(2)) < 60;
const minutesOf = (digits: string): number => Number(digits.slice(0, 2)) * 60 + Number(digits.slice(2));

/** How much earlier than its date-time group a message may be filed, in minutes. */
const EARLY = 30;

export interface Sent {
  /** `346`: the day of the year; the next one where the filing time is too early for that day. */
  readonly day: string;
  /** `1200` */
  readonly time: string;
  readonly related: Related;
}

/** When the message was written, as FL3 would say it; null where the date-time group cannot be read. */
export function sentAt(view: MessageView): Sent | null {
  const { dtg, fl3 } = view;
  const day = dtgDay(view);
  if (day === null || !dtg?.date || !isUtc(view)) return null;
  const time = pad(dtg.date.hour) + pad(dtg.date.minute);
  const filed = fl3?.time?.text.length === 4 && isTime(fl3.time.text) ? minutesOf(fl3.time.text) : null;
  const isNextDay = filed !== null && filed + EARLY < minutesOf(time);
  return {
    day: dayOfYearOf(isNextDay ? day + 1 : day),
    time,
    related: { ...dtgSpan(view)!, message: `The date-time group says ${written(day)}, ${time}Z.` },
  };
}
