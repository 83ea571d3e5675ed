export const MONTHS = ['JAN', 'FEB', 'MAR', 'APR', 'MAY', 'JUN', 'JUL', 'AUG', 'SEP', 'OCT', 'NOV', 'DEC'];

export const isLeap = (year: number): boolean => (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0;

/** Days of a month; `month` counts from 1. */
export const daysInMonth = (year: number, month: number): number =>
  month === 2 && isLeap(year) ? 29 : DAYS[month - 1]!;
const DAYS = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];

export const exists = (year: number, month: number, day: number): boolean =>
  month >= 1 && month <= 12 && day >= 1 && day <= daysInMonth(year, month);

/** Two-digit years: 30-99 are 19xx, 00-29 are 20xx (FORMAT 2.5, inferred). */
export const fullYear = (digits: string): number => {
  const year = Number.parseInt(digits, 10);
  return digits.length > 2 ? year : year >= 30 ? 1900 + year : 2000 + year;
};

export const pad = (value: number, width = 2): string => String(value).padStart(width, '0');

/** Month and day of a day of the year, both from 1. */
export function dayOfYear(year: number, day: number): { month: number; day: number } | null {
  let rest = day;
  for (let month = 1; month <= 12; month++) {
    if (rest >= 1 && rest <= daysInMonth(year, month)) return { month, day: rest };
    rest -= daysInMonth(year, month);
  }
  return null;
}
