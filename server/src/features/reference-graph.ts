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
  /** Whether cables that lie within the depth were left out, as they are too many. */
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

/** Of a cable that is not in the middle so many are shown: a famous one would fill the picture with those that cite it. */
const EACH = 12;

/**
 * The cables at most `depth` steps from the start, the nearest first, at most `limit` of them, and every citation among them. Those
 * around one cable are taken by turns, one that it cites and one that cites it, and so are those around several.
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
  let level: readonly Neighbour[] = [first];
  for (let distance = 0; level.length > 0; distance++) {
    for (const { key, entry } of level) around.set(key, neighbours(view, key, entry));
    if (distance === depth) break;
    const next: Neighbour[] = [];
    const candidates = level.map(({ key }) => {
      const { cites, citedBy } = around.get(key)!;
      const fresh = byTurns([cites, citedBy]).filter((each) => !found.has(each.key));
      const most = distance === 0 ? fresh.length : EACH;
      cut ||= fresh.length > most;
      return fresh.slice(0, most);
    });
    for (const each of byTurns(candidates)) {
      if (found.has(each.key)) continue;
      if (found.size === limit) {
        cut = true;
        break;
      }
      found.set(each.key, { ...each, distance: distance + 1 });
      next.push(each);
    }
    level = next;
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

/** The first of each list, then the second of each, and so on. */
function byTurns<T>(lists: readonly (readonly T[])[]): T[] {
  const all: T[] = [];
  const longest = Math.max(0, ...lists.map(({ length }) => length));
  for (let i = 0; i < longest; i++) for (const list of lists) if (i < list.length) all.push(list[i]!);
  return all;
}
