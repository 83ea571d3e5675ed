/** Days of the calendar from minutes since 1970, by arithmetic: a Date for each of 250,000 cables would be too much. */

const DAY = 1440;
const ERA = 146_097;

/** Years times 12 and months from 0, and the day of the month: `monthOf(0)` is 1970 * 12. */
export interface Day {
  readonly year: number;
  /** From 1. */
  readonly month: number;
  readonly day: number;
}

/** The day of minutes since 1970 UTC. */
export function dayOf(minutes: number): Day {
  // Years that begin in March have their odd day at the end; 400 of them are an era.
  const days = Math.floor(minutes / DAY) + 719_468;
  const era = Math.floor(days / ERA);
  const ofEra = days - era * ERA;
  const years = Math.floor(
    (ofEra - Math.floor(ofEra / 1460) + Math.floor(ofEra / 36_524) - Math.floor(ofEra / 146_096)) / 365,
  );
  const ofYear = ofEra - (365 * years + Math.floor(years / 4) - Math.floor(years / 100));
  const fromMarch = Math.floor((5 * ofYear + 2) / 153);
  const month = fromMarch < 10 ? fromMarch + 3 : fromMarch - 9;
  return {
    year: years + era * 400 + (month <= 2 ? 1 : 0),
    month,
    day: ofYear - Math.floor((153 * fromMarch + 2) / 5) + 1,
  };
}

/** Years times twelve and the month from 0: months in their order. */
export function monthOf(minutes: number): number {
  const { year, month } = dayOf(minutes);
  return year * 12 + month - 1;
}

/** The first minute of a day since 1970 UTC; months past December are of the next year. */
export const minutesOf = (year: number, month = 1, day = 1): number => {
  const date = new Date(0);
  date.setUTCFullYear(year, month - 1, day);
  return Math.floor(date.getTime() / 60_000);
};
