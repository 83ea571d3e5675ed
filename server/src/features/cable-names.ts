/** How a cable of the library is named wherever it is told of: in cards, lenses, lists and links. */
import * as l10n from '@vscode/l10n';
import { postByName } from '../data/posts';
import type { Entry } from '../library/view';
import { MONTHS, pad } from '../model/dates';
import { readCompactReference } from '../model/references';

/** The name of a file. */
export { nameOf as fileOf } from './snapshot';

/** A canonical number as it is written: `06 PHNOM PENH 534`. */
export function writtenNumber(id: string): string {
  const read = readCompactReference(id);
  return read ? `${pad(read.year % 100)} ${writtenPost(read.post)} ${read.serial}` : id;
}

/** `PHNOM PENH`; a post that is in no table, as it is. */
export const writtenPost = (post: string): string => postByName(post)?.written || post;

/** `06 PHNOM PENH 534: SUBJECT`; what is not known is left out. Empty where neither is. */
export const nameOf = ({ id, subject }: Pick<Entry, 'id' | 'subject'>): string =>
  [id && writtenNumber(id), subject].filter(Boolean).join(': ');

/** `21 Mar 2006`, the year alone, or empty. */
export function dateOf({ date, year }: Pick<Entry, 'date' | 'year'>): string {
  if (date === null) return year === null ? '' : String(year);
  const day = new Date(date * 60_000);
  const month = MONTHS[day.getUTCMonth()]!;
  return `${day.getUTCDate()} ${month[0]}${month.slice(1).toLowerCase()} ${day.getUTCFullYear()}`;
}

/** `CONFIDENTIAL`, `UNCLASSIFIED (SBU)`, or empty. */
export const levelOf = ({ level, sensitive }: Pick<Entry, 'level' | 'sensitive'>): string =>
  level === 'UNCLASSIFIED' && sensitive ? 'UNCLASSIFIED (SBU)' : (level ?? '');

/** What sets a copy apart from others: `corrected copy`, `section 2 of 3`; empty for a whole cable as it was sent. */
export const copyOf = ({ copy, section, sections }: Pick<Entry, 'copy' | 'section' | 'sections'>): string =>
  [
    copy && (copy === 'corrected' ? l10n.t('corrected copy') : l10n.t('repeated')),
    section !== null &&
      (sections === null ? l10n.t('section {0}', section) : l10n.t('section {0} of {1}', section, sections)),
  ]
    .filter(Boolean)
    .join(', ');

/** `1 cable`, `7 cables`. */
export const counted = (count: number, one: string): string => `${count} ${one}${count === 1 ? '' : 's'}`;

/** The beginning of a text, cut between words. */
export function beginning(text: string, most: number): string {
  if (text.length <= most) return text;
  const cut = text.slice(0, most - 1);
  const blank = cut.lastIndexOf(' ');
  // Not within a character of two code units.
  return `${(blank > most / 2 ? cut.slice(0, blank) : cut.replace(/[\uD800-\uDBFF]$/, '')).trimEnd()}…`;
}
