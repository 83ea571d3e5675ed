/** Days that several lines give: the filing time of FL3, the archive's date, the date-time group (FORMAT 1.1, 2.3, 2.5). */
import { dayOfYear, exists, MONTHS, pad } from '../../model/dates';
import type { Token } from '../../model/fields';
import type { MessageView } from '../../model/view';
import type { Field } from '../../syntax/tree';
import type { Edit } from '../../text/edits';
import type { Fix } from '../rule';
import { type Identifier, identifier } from './identity';
import { dayNumber, dtgDay } from './shared';

const DAY = 86_400_000;
export const dateOf = (day: number): Date => new Date(day * DAY);
/** Its day of the year in three digits, as FL3 writes it. */
export const dayOfYearOf = (day: number): string =>
  pad(day - dayNumber({ year: dateOf(day).getUTCFullYear(), month: 1, day: 1 }) + 1, 3);

/** The zone is Z, or is not given: in local time the day may be another. */
export const isUtc = ({ dtg }: MessageView): boolean => (dtg?.zone?.text ?? 'Z').toUpperCase() === 'Z';

/** The identifier, where its year is not that of the date-time group. */
export const otherYear = (view: MessageView) => view.once(readOtherYear);
function readOtherYear(view: MessageView): Identifier | null {
  const archive = identifier(view);
  const { dtg } = view;
  if (!archive || !dtg?.utc || !dtg.date || !dtg.year) return null;
  const { year, month, day, hour } = dtg.date;
  const said = Number(archive.year.text);
  if (said === year % 100) return null;
  // Numbers change at midnight of the post, not of Greenwich.
  if (month === 12 && day === 31 && hour >= 12 && said === (year + 1) % 100) return null;
  if (month === 1 && day === 1 && hour < 12 && said === (year - 1) % 100) return null;
  return archive;
}

export interface Filing {
  readonly at: Token;
  readonly time: Token;
  /** Both as days since 1970. */
  readonly day: number;
  readonly dtg: number;
}

/** The filing time of FL3 beside the date-time group; null where either cannot be read, or the year is in doubt. */
export const filing = (view: MessageView) => view.once(readFiling);
function readFiling(view: MessageView): Filing | null {
  if (!view.has('fl3')) return null;
  const at = view.fl3?.day;
  const time = view.fl3?.time;
  const dtg = dtgDay(view);
  const date = view.dtg?.date;
  // Cut short, the digits that are left may be others (FORMAT 2.3).
  if (!at || time?.text.length !== 4 || dtg === null || !date || !isUtc(view) || otherYear(view)) return null;
  const number = Number(at.text);
  // The turn of the year may lie between the two.
  const turn = date.month === 12 && number < 10 ? 1 : date.month === 1 && number > 355 ? -1 : 0;
  const filed = dayOfYear(date.year + turn, number);
  return filed && { at, time, day: dayNumber({ year: date.year + turn, ...filed }), dtg };
}
export const isFiledOtherDay = ({ day, dtg }: Filing): boolean => day !== dtg && day !== dtg + 1;

export interface ArchiveDate {
  readonly field: Field;
  readonly day: number;
  /** What has to be changed for it to be another day. */
  readonly change: (day: number) => Edit[];
}

const WRITTEN = /^([A-Z][a-z]{2} ([A-Z][a-z]{2}) {1,3}(\d{1,2})) .{0,30}?(\d{4})$/;
/** On a web page (FORMAT 1.3). */
const ISO = /^(\d{4})-(\d{2})-(\d{2})\b/;
const WEEKDAYS = ['Sun', 'Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat'];
const titled = (word: string): string => word[0] + word.slice(1).toLowerCase();

/** The calendar date of the archive's preamble; its time and zone say nothing (FORMAT 1.1). */
export const archiveDate = (view: MessageView) => view.once(readArchiveDate);
function readArchiveDate(view: MessageView): ArchiveDate | null {
  const field = view.preamble('preamble-date');
  if (!field) return null;
  const { text: value, base } = view.value(field);
  const text = value.trimEnd();
  const match = WRITTEN.exec(text);
  const iso = match ? null : ISO.exec(text);
  const year = Number(match?.[4] ?? iso?.[1]);
  const month = match ? MONTHS.indexOf(match[2]!.toUpperCase()) + 1 : Number(iso?.[2]);
  const day = Number(match?.[3] ?? iso?.[3]);
  if (!exists(year, month, day)) return null;
  const change = (to: number): Edit[] => {
    const date = dateOf(to);
    const now = String(date.getUTCFullYear());
    if (!match) return [{ start: base, end: base + 10, text: date.toISOString().slice(0, 10) }];
    const changed = `${WEEKDAYS[date.getUTCDay()]} ${titled(MONTHS[date.getUTCMonth()]!)} ${pad(date.getUTCDate())}`;
    const edits = [{ start: base, end: base + match[1]!.length, text: changed }];
    if (now !== match[4]) edits.push({ start: base + text.length - 4, end: base + text.length, text: now });
    return edits;
  };
  return { field, day: dayNumber({ year, month, day }), change };
}

/** The archive keeps the date of the post, which may be a day ahead of UTC or behind. */
export const isNear = (a: number, b: number): boolean => Math.abs(a - b) <= 1;

/** Gives the date-time group another day of its year: a likely reading where the other lines agree on it. */
export function changeDtg({ dtg }: MessageView, day: number): Fix | null {
  const date = dateOf(day);
  if (!dtg?.digits || !dtg.month || dtg.date?.year !== date.getUTCFullYear()) return null;
  const { digits, month } = dtg;
  const edits: Edit[] = [{ start: digits.start, end: digits.start + 2, text: pad(date.getUTCDate()) }];
  const name = MONTHS[date.getUTCMonth()]!;
  if (date.getUTCMonth() + 1 !== dtg.date.month) edits.push({ start: month.start, end: month.end, text: name });
  return { title: `Change the date-time group to ${pad(date.getUTCDate())} ${name}`, edits, drafter: true };
}
