/** The calendar by arithmetic: a Date for each of 250,000 cables would take too long. */

const MINUTES = 1440;
/** Days of four centuries, and minutes from March of the year 0 to 1970. */
const ERA = 146_097;
const TO_1970 = 719_468 * MINUTES;

/** The day of minutes since 1970 UTC as one number: the month as in `monthOf`, times 32, and the day of the month. From the year 1 on. */
export function dayOf(minutes: number): number {
  // Years that begin in March have their odd day at the end.
  const days = ((minutes + TO_1970) / MINUTES) | 0;
  const era = (days / ERA) | 0;
  const ofEra = days - era * ERA;
  const years = ((ofEra - ((ofEra / 1460) | 0) + ((ofEra / 36_524) | 0) - ((ofEra / 146_096) | 0)) / 365) | 0;
  const ofYear = ofEra - (365 * years + (years >> 2) - ((years / 100) | 0));
  const fromMarch = ((5 * ofYear + 2) / 153) | 0;
  return ((years + era * 400) * 12 + fromMarch + 2) * 32 + ofYear - (((153 * fromMarch + 2) / 5) | 0) + 1;
}

/** Years times twelve, and the month from 0: months in their order. */
export const monthOf = (minutes: number): number => dayOf(minutes) >> 5;

/** The first minute of a day since 1970 UTC; the month from 1, past 12 of the next year. */
export function minutesOf(year: number, month = 1, day = 1): number {
  const date = new Date(0);
  date.setUTCFullYear(year, month - 1, day);
  return date.getTime() / 60_000;
}
