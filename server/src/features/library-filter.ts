/** What is typed into the filter of the library: `border tag:PHUM post:"PHNOM PENH" after:2006-03 before:2007 class:secret`. */
import * as l10n from '@vscode/l10n';
import { canonicalPost } from '../data/posts';
import type { Filter } from '../library/view';
import { type Level, levelOf } from '../model/classification';
import { exists } from '../model/dates';

export interface ReadFilter {
  readonly filter: Filter;
  /** What is wrong with it, in the order of the text; the rest of the filter holds all the same. */
  readonly problems: readonly string[];
}

/** A word, or `key:value`; both may be quoted. A quotation mark that is never closed ends with the text. */
const PART = /([a-z]+):(?:"([^"]*)"?|([^\s"]+))|"([^"]*)"?|([^\s"]+)/gi;
const KEYS = ['tag', 'post', 'after', 'before', 'class'] as const;
type Key = (typeof KEYS)[number];
const DATE = /^(\d{4})(?:-(\d{1,2})(?:-(\d{1,2}))?)?$/;

/** Values of one key are alternatives, except that all `tag:` have to be there. */
export function readFilter(text: string): ReadFilter {
  const words: string[] = [];
  const tags: string[] = [];
  const posts: string[] = [];
  const levels: Level[] = [];
  let [after, before] = [-Infinity, Infinity];
  const problems: string[] = [];
  const date = (value: string, use: (minutes: number) => void): void => {
    const minutes = minutesOf(value);
    if (minutes === null) problems.push(l10n.t('`{0}` is not a date: write 2006, 2006-03 or 2006-03-23.', value));
    else use(minutes);
  };
  const use: Record<Key, (value: string) => void> = {
    tag: (value) => tags.push(value.toUpperCase()),
    post: (value) => posts.push(canonicalPost(value)),
    after: (value) =>
      date(value, (minutes) => {
        after = Math.max(after, minutes);
      }),
    before: (value) =>
      date(value, (minutes) => {
        before = Math.min(before, minutes);
      }),
    class: (value) => {
      // SBU is a caption of unclassified cables: who asks for it does not want all of those.
      const level = /^sbu$/i.test(value) ? null : levelOf(value);
      if (level) levels.push(level);
      else
        problems.push(l10n.t('`{0}` is not a classification: write unclassified, lou, confidential or secret.', value));
    },
  };
  for (const [whole, key, quotedValue, value, quoted, word] of text.matchAll(PART)) {
    if (key === undefined) {
      // A key that has no value yet is being typed; any other word may end in a colon.
      if (word && isKey(word.slice(0, -1)) && word.endsWith(':')) continue;
      const each = (quoted ?? word!).trim();
      if (each) words.push(each);
    } else if (isKey(key)) {
      const given = (quotedValue ?? value!).trim();
      if (given) use[key.toLowerCase() as Key](given);
    } else {
      const known = KEYS.map((each) => `${each}:`).join(' ');
      problems.push(l10n.t('`{0}`: there is no `{1}:`, only {2}', whole, key, known));
    }
  }
  return {
    filter: {
      ...(words.length && { words }),
      ...(tags.length && { tags }),
      ...(posts.length && { posts }),
      ...(levels.length && { levels }),
      ...(after > -Infinity && { after }),
      ...(before < Infinity && { before }),
    },
    problems,
  };
}

const isKey = (word: string): boolean => (KEYS as readonly string[]).includes(word.toLowerCase());

/** The first minute of a year, month or day, since 1970 UTC. */
function minutesOf(text: string): number | null {
  const match = DATE.exec(text);
  if (!match) return null;
  const [year, month, day] = [Number(match[1]), Number(match[2] ?? 1), Number(match[3] ?? 1)];
  return year > 0 && exists(year, month, day) ? Date.UTC(year, month - 1, day) / 60_000 : null;
}
