import { toJsonLine } from '../reporters/reporter';
import type { Format } from './graph';

/** One object, a node or an edge a line (schemas/graph.schema.json). */
export const json: Format = function* ({ nodes, edges }) {
  yield '{"schemaVersion":1,"nodes":[';
  yield* list(nodes());
  yield '],"edges":[';
  yield* list(edges());
  yield ']}\n';
};

function* list(items: Iterable<object>): Generator<string> {
  let before = '\n';
  for (const item of items) {
    yield before + toJsonLine(item);
    before = ',\n';
  }
  yield '\n';
}
