/** The library as a list: its groups, and the cables of a group. */
import * as l10n from '@vscode/l10n';
import type { Range } from 'vscode-languageserver-types';
import { postByName } from '../data/posts';
import { tagMeanings } from '../data/tags';
import type { Place } from '../library/summary';
import type { Entry, Grouping, LibraryView } from '../library/view';
import { LEVELS, type Level } from '../model/classification';
import { copyOf, dateOf, levelOf, writtenNumber, writtenPost } from './cable-names';
import { readFilter } from './library-filter';

/** One cable of a file, for a list; all of it as it is shown. */
export interface CableItem {
  readonly uri: string;
  /** Where one arrives: the subject. */
  readonly range: Range;
  /** Canonical number, and as it is written: `06LUSAKA412`, `06 LUSAKA 412`; null where the cable has none. */
  readonly id: string | null;
  readonly number: string | null;
  readonly subject: string | null;
  /** `21 Mar 2006`, or the year alone; null where neither is known. */
  readonly date: string | null;
  /** `UNCLASSIFIED (SBU)`; null where it has no level. */
  readonly classification: string | null;
  readonly tags: readonly string[];
  readonly from: string | null;
  /** How many messages of the library have this number, this one included. */
  readonly copies: number;
  /** What sets it apart from other copies: `corrected copy`, `section 2 of 3`; null for a whole cable as it was sent. */
  readonly note: string | null;
}

/** A step down the tree: the cables of that group. */
export interface Step {
  readonly by: Grouping;
  readonly key: string;
}

/** Which cables a list is about. */
export interface Listed {
  /** The groups around it, from the outside in. */
  readonly within: readonly Step[];
  /** As it was typed; empty: all. */
  readonly filter: string;
}

export interface Group {
  readonly key: string;
  readonly label: string;
  /** What the label stands for: the title of a TAGS code, the place of a post. */
  readonly detail: string | null;
  readonly count: number;
}

export interface Groups {
  readonly groups: readonly Group[];
  /** How many cables the library has, and how many of them the filter leaves. */
  readonly size: number;
  readonly found: number;
  readonly problems: readonly string[];
}

export interface Cables {
  readonly cables: readonly CableItem[];
  /** How many there are in all. */
  readonly total: number;
}

export const rangeOf = ({ line, character, endLine, endCharacter }: Place): Range => ({
  start: { line, character },
  end: { line: endLine, character: endCharacter },
});

export function cableItem(view: LibraryView, entry: Entry): CableItem {
  const { uri, id, subject, tags, from, at } = entry;
  return {
    uri,
    range: rangeOf(at),
    id,
    number: id && writtenNumber(id),
    subject,
    date: dateOf(entry) || null,
    classification: levelOf(entry) || null,
    tags,
    from,
    copies: id === null ? 1 : view.find(id).length,
    note: copyOf(entry) || null,
  };
}

/** The groups in the order of the list: newest first, lowest classification first, else by name; what belongs nowhere comes last. */
export function libraryGroups(view: LibraryView, by: Grouping, { within, filter }: Listed): Groups {
  const { rows, problems } = select(view, filter);
  const counts = [...view.count(narrow(view, rows, within), by)];
  const order = ORDER[by];
  counts.sort(([a], [b]) => Number(a === '') - Number(b === '') || order(a, b));
  return {
    groups: counts.map(([key, count]) => ({ key, ...nameOf(by, key), count })),
    size: view.size,
    found: rows.length,
    problems,
  };
}

/** A page of the cables of a group, newest first. */
export function libraryCables(view: LibraryView, listed: Listed, offset: number, limit: number): Cables {
  const rows = narrow(view, select(view, listed.filter).rows, listed.within);
  const cables: CableItem[] = [];
  for (const row of rows.subarray(offset, offset + limit)) {
    const entry = view.get(row);
    if (entry) cables.push(cableItem(view, entry));
  }
  return { cables, total: rows.length };
}

interface Selection {
  readonly revision: number;
  readonly filter: string;
  readonly rows: Int32Array;
  readonly problems: readonly string[];
}

/** A tree asks for one group after the other under one filter. */
const last = new WeakMap<LibraryView, Selection>();

function select(view: LibraryView, filter: string): Selection {
  const known = last.get(view);
  if (known && known.revision === view.revision && known.filter === filter) return known;
  const read = readFilter(filter);
  const fresh = { revision: view.revision, filter, rows: view.select(read.filter), problems: read.problems };
  last.set(view, fresh);
  return fresh;
}

const narrow = (view: LibraryView, rows: Int32Array, within: readonly Step[]): Int32Array =>
  within.reduce((left, { by, key }) => view.within(left, by, key), rows);

type Order = (a: string, b: string) => number;
const byName: Order = (a, b) => (a < b ? -1 : 1);
const newest: Order = (a, b) => byName(b, a);
const ORDER: Record<Grouping, Order> = {
  post: byName,
  tag: byName,
  year: newest,
  month: newest,
  level: (a, b) => LEVELS.indexOf(a as Level) - LEVELS.indexOf(b as Level),
};

const NONE: Record<Grouping, () => string> = {
  post: () => l10n.t('No post'),
  tag: () => l10n.t('No TAGS'),
  year: () => l10n.t('No date'),
  month: () => l10n.t('No month'),
  level: () => l10n.t('No classification'),
};
const months = (): readonly string[] => [
  l10n.t('January'),
  l10n.t('February'),
  l10n.t('March'),
  l10n.t('April'),
  l10n.t('May'),
  l10n.t('June'),
  l10n.t('July'),
  l10n.t('August'),
  l10n.t('September'),
  l10n.t('October'),
  l10n.t('November'),
  l10n.t('December'),
];

function nameOf(by: Grouping, key: string): Pick<Group, 'label' | 'detail'> {
  if (key === '') return { label: NONE[by](), detail: null };
  switch (by) {
    case 'post':
      return { label: writtenPost(key), detail: postByName(key)?.place || null };
    case 'tag':
      return { label: key, detail: tagMeanings(key)[0]?.name || null };
    case 'month':
      return { label: `${months()[Number(key.slice(5)) - 1] ?? key} ${key.slice(0, 4)}`, detail: null };
    default:
      return { label: key, detail: null };
  }
}
