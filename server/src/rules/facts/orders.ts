/** Executive orders on classification and the days on which they were in force (FORMAT 3.5). */
import type { MessageView } from '../../model/view';
import { dtgDay } from './shared';

const day = (iso: string): number => Date.parse(`${iso}T00:00:00Z`) / 86_400_000;

/** First and last day of each order, as days since 1970. E.O. 10501 had no line. */
export const IN_FORCE: Readonly<Record<string, readonly [from: number, to: number]>> = {
  '11652': [day('1972-06-01'), day('1978-11-30')],
  '12065': [day('1978-12-01'), day('1982-07-31')],
  '12356': [day('1982-08-01'), day('1995-10-13')],
  '12958': [day('1995-10-14'), day('2010-06-26')],
  '13526': [day('2010-06-27'), day('9999-12-31')],
};
export const ORDERS: readonly string[] = ['10501', ...Object.keys(IN_FORCE)];

/** The order in force on the day of the date-time group; null where that is not known, or before June 1972. */
export function orderInForce(view: MessageView): string | null {
  const at = dtgDay(view);
  if (at === null) return null;
  return Object.entries(IN_FORCE).find(([, [from, to]]) => at >= from && at <= to)?.[0] ?? null;
}
