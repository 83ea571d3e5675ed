/** A library as one would write it on a blackboard: lists that are walked. What the real one answers is compared with it. */

import type { Stamp } from '../../../server/src/library/library';
import { type NumberPart, readings, type Sought } from '../../../server/src/library/query';
import type { Summary } from '../../../server/src/library/summary';
import type { Citing, Entry, Filter, Grouping } from '../../../server/src/library/view';
import { splitWords } from '../../../server/src/library/words';
import { LEVELS } from '../../../server/src/model/classification';

/** An entry without its row, which is the library's own affair. */
export type Known = Omit<Entry, 'row'>;

export class Naive {
  readonly files = new Map<string, { stamp: Stamp; summaries: readonly Summary[] }>();

  get all(): Known[] {
    return [...this.files].flatMap(([uri, { summaries }]) => summaries.map((each) => ({ uri, ...each })));
  }

  find(id: string): Known[] {
    const copies = ['corrected', null, 'repeated'];
    return this.all
      .filter((each) => each.id === id)
      .sort(
        (a, b) =>
          (a.section ?? 0) - (b.section ?? 0) ||
          copies.indexOf(a.copy) - copies.indexOf(b.copy) ||
          (a.uri < b.uri ? -1 : a.uri > b.uri ? 1 : 0),
      );
  }

  citing(id: string): Omit<Citing, 'row'>[] {
    return this.all
      .flatMap(({ uri, citations }) => citations.map((citation) => ({ uri, citation })))
      .filter(({ citation }) => citation.id === id)
      .sort(
        (a, b) =>
          (a.uri < b.uri ? -1 : a.uri > b.uri ? 1 : 0) ||
          a.citation.line - b.citation.line ||
          a.citation.character - b.citation.character,
      );
  }

  timesCited(id: string): number {
    const citing = this.all.filter(({ citations }) => citations.some((each) => each.id === id));
    const numbered = citing.filter((each) => each.id !== null);
    return new Set(numbered.map((each) => each.id)).size + citing.length - numbered.length;
  }

  holds(post: string, year: number): boolean {
    return this.all.some((each) => each.post === post && each.year === year);
  }

  /** All that a query finds, the best first. */
  search(query: string): Known[] {
    return this.all
      .filter((each) => rank(each, query) > 0)
      .sort((a, b) => rank(b, query) - rank(a, query) || date(b) - date(a));
  }

  select({ words = [], tags, posts, after, before, levels }: Filter): Known[] {
    return this.all
      .filter(
        (each) =>
          words.every((word) => readings(word).length === 0 || rank(each, word) > 0) &&
          (!tags || tags.every((tag) => each.tags.includes(tag))) &&
          (!posts || (each.post !== null && posts.includes(each.post))) &&
          (after === undefined || (each.date !== null && each.date >= after)) &&
          (before === undefined || (each.date !== null && each.date < before)) &&
          (!levels || (each.level !== null && levels.includes(each.level))),
      )
      .sort((a, b) => date(b) - date(a));
  }
}

const date = ({ date }: Known): number => date ?? Number.NEGATIVE_INFINITY;

/** The groups of a cable. */
export function groupsOf({ post, year, date, tags, level }: Known, by: Grouping): readonly string[] {
  switch (by) {
    case 'post':
      return [post ?? ''];
    case 'year':
      return [year === null ? '' : String(year)];
    case 'month':
      return [date === null ? '' : new Date(date * 60_000).toISOString().slice(0, 7)];
    case 'tag':
      return tags.length ? tags : [''];
    case 'level':
      return [level && LEVELS.includes(level) ? level : ''];
  }
}

/** 5: the whole number; 4: its beginning; 3: a word; 2: the start of a word; 1: any part; 0: nothing. */
export function rank(entry: Known, query: string): number {
  return Math.max(0, ...readings(query).map((way) => Math.min(...way.map((sought) => rankOf(entry, sought)))));
}

function rankOf(entry: Known, { text, number, date, year }: Sought): number {
  const { post, tags, serial, subject, from } = entry;
  const day = entry.date === null ? null : new Date(entry.date * 60_000);
  const isDated =
    (date !== null &&
      day !== null &&
      (date.year ?? day.getUTCFullYear()) === day.getUTCFullYear() &&
      (date.month ?? day.getUTCMonth() + 1) === day.getUTCMonth() + 1 &&
      (date.day ?? day.getUTCDate()) === day.getUTCDate()) ||
    (year !== '' && entry.year !== null && String(entry.year).endsWith(year));
  const words = [
    ...tags,
    ...(post === null ? [] : [post]),
    ...(serial === null ? [] : [String(serial)]),
    ...splitWords(subject ?? ''),
    ...(from === null ? [] : [from.toUpperCase()]),
  ];
  return Math.max(
    isDated ? 3 : 0,
    number ? rankOfNumber(entry, number) : 0,
    ...(text ? words.map((word) => rankOfText(word, text)) : []),
  );
}

function rankOfText(word: string, text: string): number {
  if (!word.includes(text)) return 0;
  // Blanks stand for what is neither letter nor digit.
  const [plain, sought] = [` ${word} `, text];
  const at = (before: string, after: string): boolean =>
    [...plain].some((_, i) => {
      if (!plain.startsWith(sought, i)) return false;
      return isFree(plain[i - 1]!, before) && isFree(plain[i + sought.length]!, after);
    });
  return at('free', 'free') ? 3 : at('free', '') ? 2 : 1;
}
const isFree = (character: string, wanted: string): boolean => wanted === '' || !/[\p{L}\p{N}]/u.test(character);

function rankOfNumber({ post, year, serial }: Known, part: NumberPart): number {
  if (post === null) return 0;
  const whole = post === part.canonical;
  const fits =
    whole ||
    (!part.year && post.endsWith(part.post)) ||
    (!part.serial && part.year !== '' && post.startsWith(part.post));
  if (!fits || (part.year && (year === null || !String(year).endsWith(part.year)))) return 0;
  if (!part.serial) return 4;
  if (serial === null || !String(serial).startsWith(part.serial)) return 0;
  return !whole ? 2 : String(serial) === part.serial ? 5 : 4;
}
