/** A library as a graph. Nothing of it is made before it is asked for: 250,000 cables stay in the library's columns. */

import type { Entry, LibraryView } from '../../library/view';
import { readCompactReference } from '../../model/references';
import type { Edge, Graph, Node } from './graph';

/** @param files the addresses of the library, in the order in which their cables shall come */
export function ofLibrary(view: LibraryView, files: () => Iterable<string>): Graph {
  /** Each cable once, with its copies, the best first. */
  function* cables(): Generator<readonly [id: string, copies: readonly Entry[]]> {
    const seen = new Set<string>();
    for (const file of files())
      for (const entry of view.of(file)) {
        if (entry.id === null) yield [placeOf(entry), [entry]];
        else if (!seen.has(entry.id)) {
          seen.add(entry.id);
          yield [entry.id, view.find(entry.id)];
        }
      }
  }
  function* edges(): Generator<Edge> {
    for (const [id, copies] of cables()) yield* cited(id, copies);
  }
  function* nodes(): Generator<Node> {
    const here = new Set<string>();
    for (const [id, copies] of cables()) {
      here.add(id);
      yield nodeOf(id, copies);
    }
    for (const { to } of edges()) {
      if (here.has(to)) continue;
      here.add(to);
      yield notHere(to);
    }
  }
  return { nodes, edges };
}

const placeOf = ({ uri, at }: Entry): string => `${uri}#${at.line + 1}`;

/** What the copies of a cable cite, each cable once, itself not. An entry of a REF block says more than a place in the text. */
function cited(from: string, copies: readonly Entry[]): Iterable<Edge> {
  const found = new Map<string, Edge>();
  for (const { uri, citations } of copies)
    for (const { id: to, label, listed, line } of citations) {
      const known = found.get(to);
      if (to !== from && (!known || (listed && !known.listed)))
        found.set(to, { from, to, label, listed, file: uri, line: line + 1 });
    }
  return found.values();
}

function nodeOf(id: string, copies: readonly Entry[]): Node {
  const [{ post, year, date, subject, level, sensitive, tags }] = copies as [Entry, ...Entry[]];
  return {
    id,
    here: true,
    files: [...new Set(copies.map(({ uri }) => uri))],
    post,
    year,
    date: date === null ? null : new Date(date * 60_000).toISOString().replace('.000Z', 'Z'),
    subject,
    level,
    sensitive,
    tags,
  };
}

function notHere(id: string): Node {
  const { post = null, year = null } = readCompactReference(id) ?? {};
  const unknown = { date: null, subject: null, level: null, sensitive: false, tags: [] };
  return { id, here: false, files: [], post, year, ...unknown };
}
