/** Who cites whom around a cable, as nodes and edges. */
import type { Entry, LibraryView } from '../library/view';
import { citedIn, citersOf, copiesOf, keyOf } from './citations-tree';
import { type CableItem, cableItem } from './library-tree';

export interface GraphNode {
  /** The number of the cable; of one without a number, its place. */
  readonly key: string;
  readonly id: string | null;
  /** Null: no file of the library has it. */
  readonly cable: CableItem | null;
  /** Steps from the cable in the middle, whichever way the citations go. */
  readonly distance: number;
  /** How many cables next to it are not in the picture. */
  readonly hidden: number;
}

/** `from` cites `to`; both are keys of nodes. */
export interface GraphEdge {
  readonly from: string;
  readonly to: string;
}

export interface Graph {
  /** The key of the cable in the middle. */
  readonly centre: string;
  /** By distance. */
  readonly nodes: readonly GraphNode[];
  readonly edges: readonly GraphEdge[];
  /** Whether the limit left out cables that lie within the depth. */
  readonly cut: boolean;
}

interface Neighbour {
  readonly key: string;
  readonly entry: Entry | null;
}
interface Neighbours {
  readonly cites: readonly Neighbour[];
  readonly citedBy: readonly Neighbour[];
}

/**
 * The cables at most `depth` steps from the start, the nearest first, at most `limit` of them, and every citation among them. Of the
 * cables around one, those that it cites and those that cite it are taken by turns, so that no famous cable crowds out the others.
 * @param start a message of the library, or the number of a cable that may not be there.
 */
export function referenceGraph(view: LibraryView, start: Entry | string, depth: number, limit: number): Graph {
  const first: Neighbour =
    typeof start === 'string'
      ? { key: start, entry: view.find(start)[0] ?? null }
      : { key: keyOf(start), entry: start };
  const found = new Map<string, Neighbour & { readonly distance: number }>([[first.key, { ...first, distance: 0 }]]);
  const around = new Map<string, Neighbours>();
  let cut = false;
  // The map grows while it is walked: each cable is looked at once, in the order in which it was found.
  for (const [key, { distance, entry }] of found) {
    const next = neighbours(view, key, entry);
    around.set(key, next);
    if (distance === depth) continue;
    for (const each of byTurns(next.cites, next.citedBy)) {
      if (found.has(each.key)) continue;
      if (found.size < limit) found.set(each.key, { ...each, distance: distance + 1 });
      else cut = true;
    }
  }
  const edges: GraphEdge[] = [];
  const nodes = [...found.values()].map(({ key, entry, distance }): GraphNode => {
    const { cites, citedBy } = around.get(key)!;
    for (const to of cites) if (found.has(to.key)) edges.push({ from: key, to: to.key });
    const near = new Set([...cites, ...citedBy].map((each) => each.key));
    return {
      key,
      id: entry ? entry.id : key,
      cable: entry && cableItem(view, entry),
      distance,
      hidden: [...near].filter((each) => !found.has(each)).length,
    };
  });
  return { centre: first.key, nodes, edges, cut };
}

function neighbours(view: LibraryView, key: string, entry: Entry | null): Neighbours {
  const id = entry ? entry.id : key;
  return {
    cites: entry
      ? citedIn(copiesOf(view, entry)).map((cited) => ({ key: cited.id, entry: view.find(cited.id)[0] ?? null }))
      : [],
    citedBy: id === null ? [] : citersOf(view, id).map((citer) => ({ key: keyOf(citer.entry), entry: citer.entry })),
  };
}

function byTurns<T>(one: readonly T[], other: readonly T[]): T[] {
  const all: T[] = [];
  for (let i = 0; i < Math.max(one.length, other.length); i++) {
    if (i < one.length) all.push(one[i]!);
    if (i < other.length) all.push(other[i]!);
  }
  return all;
}
