/** Who cites a cable, and what it cites: the steps of a tree that goes on as far as one follows. */
import type { Location } from 'vscode-languageserver-types';
import type { Citation } from '../library/summary';
import type { Entry, LibraryView } from '../library/view';
import { fileOf, writtenNumber } from './cable-names';
import { type CableItem, cableItem, rangeOf } from './library-tree';

/** A cable that cites or is cited. */
export interface Related {
  /** Canonical number; null where a cable that cites has none. */
  readonly id: string | null;
  /** The number as it is written; where there is none, the name of the file. */
  readonly number: string;
  /** The best of its copies; null: no file of the library has it. */
  readonly cable: CableItem | null;
  /** The first place that cites: in this cable, or in the one cited. */
  readonly at: Location;
  /** At how many places it does, in all copies. */
  readonly times: number;
  /** Its letter in the REF block of the cable that cites; null where it has none. */
  readonly label: string | null;
  /** How many different cables cite it, and how many it cites: whether one can go on from here. */
  readonly citedBy: number;
  readonly cites: number;
}

export interface Citations {
  /** The cable asked about. */
  readonly id: string | null;
  readonly cable: CableItem | null;
  /** Whether its file holds no other, so that the answer is the same for all lines. */
  readonly alone: boolean;
  /** Oldest first. */
  readonly citedBy: readonly Related[];
  /** In the order of its text. */
  readonly cites: readonly Related[];
}

/** The message of a file that a line lies in, by the subjects: null where the library has none of the file. */
export const entryAt = (view: LibraryView, uri: string, line = 0): Entry | null => {
  const all = view.of(uri);
  return all.findLast(({ at }) => at.line <= line) ?? all[0] ?? null;
};

/** The copies of a cable: of one without a number, itself. */
export const copiesOf = (view: LibraryView, entry: Entry): readonly Entry[] => {
  const all = entry.id === null ? [] : view.find(entry.id);
  return all.length ? all : [entry];
};

interface Cited {
  readonly id: string;
  readonly uri: string;
  readonly first: Citation;
  readonly times: number;
}

/** What a cable's copies cite, each cable once, itself not. */
export function citedIn(copies: readonly Entry[]): Cited[] {
  const found = new Map<string, Cited>();
  for (const { id: own, uri, citations } of copies)
    for (const citation of citations) {
      if (citation.id === own) continue;
      const known = found.get(citation.id);
      found.set(citation.id, {
        id: citation.id,
        uri: known?.uri ?? uri,
        first: known?.first ?? citation,
        times: (known?.times ?? 0) + 1,
      });
    }
  return [...found.values()];
}

/** Two messages are one cable when they have one number; those without are told apart by their place. */
export const keyOf = ({ id, uri, at }: Pick<Entry, 'id' | 'uri' | 'at'>): string => id ?? `${uri}#${at.line}`;

/** The cables that cite `id`, each once, itself not, by the first place that does; the oldest first, then by number. */
export function citersOf(
  view: LibraryView,
  id: string,
): { readonly entry: Entry; readonly at: Citation; readonly times: number }[] {
  const found = new Map<string, { entry: Entry; at: Citation; times: number }>();
  for (const { row, citation } of view.citing(id)) {
    const entry = view.get(row);
    if (!entry || entry.id === id) continue;
    const known = found.get(keyOf(entry));
    if (known) known.times++;
    else found.set(keyOf(entry), { entry, at: citation, times: 1 });
  }
  const when = ({ date, year }: Entry): number => date ?? (year === null ? Infinity : Date.UTC(year, 0) / 60_000);
  return [...found.values()].sort(
    (a, b) => when(a.entry) - when(b.entry) || (keyOf(a.entry) < keyOf(b.entry) ? -1 : 1),
  );
}

/** @param start a message of the library, or the number of a cable that may not be there. */
export function citations(view: LibraryView, start: Entry | string): Citations {
  const id = typeof start === 'string' ? start : start.id;
  const copies = typeof start === 'string' ? view.find(start) : copiesOf(view, start);
  const best = typeof start === 'string' ? copies[0] : start;
  return {
    id,
    cable: best ? cableItem(view, best) : null,
    alone: !best || view.of(best.uri).length === 1,
    citedBy:
      id === null
        ? []
        : citersOf(view, id).map(({ entry, at, times }) => related(view, entry, entry.id, entry.uri, at, times)),
    cites: citedIn(copies).map(({ id: cited, uri, first, times }) =>
      related(view, view.find(cited)[0] ?? null, cited, uri, first, times),
    ),
  };
}

const related = (
  view: LibraryView,
  entry: Entry | null,
  id: string | null,
  uri: string,
  at: Citation,
  times: number,
): Related => ({
  id,
  number: id === null ? fileOf(uri) : writtenNumber(id),
  cable: entry && cableItem(view, entry),
  at: { uri, range: rangeOf(at) },
  times,
  label: at.label,
  citedBy: id === null ? 0 : view.timesCited(id),
  cites: entry ? citedIn(copiesOf(view, entry)).length : 0,
});
