/** What several cross-line rules compare: the archive's identifier, page lines, dates as days, levels as numbers. */
import { canonicalPost, isKnownPost } from '../../data/posts';
import { LEVELS, type Level } from '../../model/classification';
import { foldedValue, memo, type Token, token } from '../../model/fields';
import { type MessageReference, readCompactReference } from '../../model/references';
import type { CableView } from '../../model/view';
import type { Cable, Message, Span } from '../../syntax/tree';
import { leaves } from '../../syntax/tree';
import { isRedacted, preambleField, type Subject } from '../rule';

/** The identifier in the archive's preamble, which belongs to the first message. */
export function archiveReference(subject: Subject): (MessageReference & { readonly at: Token }) | null {
  const mrn = preambleField(subject, 'mrn');
  const text = mrn ? foldedValue(subject.view.cable, mrn) : '';
  const read = mrn && !isRedacted(text) ? readCompactReference(text) : null;
  return mrn && read ? { ...read, at: token(text, mrn.start) } : null;
}

export interface PageLine extends Span {
  readonly post: Token;
  readonly serial: Token;
  /** Section and total of the form of the 2000s; null in that of the 1970s, which counts pages. */
  readonly section: number | null;
  readonly total: number | null;
  /** The total as it is written. */
  readonly totalAt: Token | null;
}

const PAGE_2000S = /^([A-Z][A-Z .'/-]{1,40}?) {1,3}(\d{5,9}) {1,4}(\d{2,3}) {0,2}OF {0,2}(\d{2,3})\b/;
const PAGE_1970S = /^PAGE {1,3}\d{2} {1,20}([A-Z][A-Z .'-]{0,30}?) {1,20}(\d{4,6})\b/;

/** The page lines of a message that can be read. */
export const pageLines = memo((message: Message, cable: Cable): readonly PageLine[] =>
  leaves(message)
    .filter(({ kind }) => kind === 'page')
    .flatMap((line): PageLine[] => {
      const text = cable.clean.slice(line.start, line.end);
      const lead = text.length - text.trimStart().length;
      const match = PAGE_2000S.exec(text.trim()) ?? PAGE_1970S.exec(text.trim());
      if (!match) return [];
      const start = line.start + lead;
      const postAt = match[0].indexOf(match[1]!);
      return [
        {
          start,
          end: line.end,
          post: token(match[1]!, start + postAt),
          serial: token(match[2]!, start + match[0].indexOf(match[2]!, postAt + match[1]!.length)),
          section: match[3] ? Number(match[3]) : null,
          total: match[4] ? Number(match[4]) : null,
          totalAt: match[4] ? token(match[4], start + match[0].length - match[4].length) : null,
        },
      ];
    }),
);

/** Whether two names may be one post: equal, cut to six letters, or one within the other (`BRUSSELS`, `USEUBRUSSELS`). */
export function samePost(a: string, b: string): boolean {
  const [one, two] = [canonicalPost(a), canonicalPost(b)];
  return (
    one.includes(two) ||
    two.includes(one) ||
    (one.slice(0, 6) === two.slice(0, 6) && Math.min(one.length, two.length) === 6)
  );
}
export const bothKnown = (a: string, b: string): boolean => isKnownPost(a) && isKnownPost(b);

const DAY = 86_400_000;
/** Days since 1970 of a date, for differences. */
export const dayNumber = ({ year, month, day }: { year: number; month: number; day: number }): number =>
  Date.UTC(year, month - 1, day) / DAY;

/** The day of the date-time group, if that exists. */
export const dtgDay = ({ dtg }: CableView): number | null => (dtg?.utc && dtg.date ? dayNumber(dtg.date) : null);
export const dtgSpan = ({ dtg }: CableView): Span | null =>
  dtg?.digits ? { start: dtg.digits.start, end: (dtg.year ?? dtg.month ?? dtg.digits).end } : null;

export const rank = (level: Level | null): number => (level ? LEVELS.indexOf(level) : -1);

/** The level of the classification line; null where it is missing, unread or redacted. */
export const levelOfCable = ({ classification }: CableView): Level | null => classification?.level ?? null;

export const written = (day: number): string => {
  const date = new Date(day * DAY);
  return `${date.getUTCDate()} ${date.toLocaleString('en-GB', { month: 'long', timeZone: 'UTC' })} ${date.getUTCFullYear()}`;
};
