/** GraphML with typed attributes, as Gephi, yEd, NetworkX and igraph read it. An attribute without a value is left out. */
import type { Edge, Format, Node } from './graph';

type Type = 'boolean' | 'int' | 'string';
type Attribute<T> = readonly [name: string, type: Type, value: (of: T) => string | number | boolean | null];

const NODE: readonly Attribute<Node>[] = [
  ['label', 'string', ({ id }) => id],
  ['here', 'boolean', ({ here }) => here],
  ['post', 'string', ({ post }) => post],
  ['year', 'int', ({ year }) => year],
  ['date', 'string', ({ date }) => date],
  ['subject', 'string', ({ subject }) => subject],
  ['level', 'string', ({ level }) => level],
  ['sensitive', 'boolean', ({ sensitive }) => sensitive],
  ['tags', 'string', ({ tags }) => tags.join(';') || null],
  ['file', 'string', ({ files }) => files[0] ?? null],
  ['copies', 'int', ({ files }) => files.length],
];
const EDGE: readonly Attribute<Edge>[] = [
  ['label', 'string', ({ label }) => label],
  ['listed', 'boolean', ({ listed }) => listed],
  ['file', 'string', ({ file }) => file],
  ['line', 'int', ({ line }) => line],
];

export const graphml: Format = function* ({ nodes, edges }) {
  yield '<?xml version="1.0" encoding="UTF-8"?>\n<graphml xmlns="http://graphml.graphdrawing.org/xmlns">\n';
  yield* keys('node', NODE);
  yield* keys('edge', EDGE);
  yield '  <graph id="cables" edgedefault="directed">\n';
  for (const node of nodes()) yield `    <node id="${escaped(node.id)}">${data('node', NODE, node)}</node>\n`;
  for (const edge of edges()) {
    const ends = `source="${escaped(edge.from)}" target="${escaped(edge.to)}"`;
    yield `    <edge ${ends}>${data('edge', EDGE, edge)}</edge>\n`;
  }
  yield '  </graph>\n</graphml>\n';
};

function* keys<T>(of: 'node' | 'edge', attributes: readonly Attribute<T>[]): Generator<string> {
  for (const [name, type] of attributes)
    yield `  <key id="${of}-${name}" for="${of}" attr.name="${name}" attr.type="${type}"/>\n`;
}

const data = <T>(of: 'node' | 'edge', attributes: readonly Attribute<T>[], item: T): string =>
  attributes
    .map(([name, , value]) => {
      const its = value(item);
      return its === null ? '' : `<data key="${of}-${name}">${escaped(String(its))}</data>`;
    })
    .join('');

const ENTITIES: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };
/** White space by its number, which a reader keeps in an attribute; for what XML 1.0 cannot hold at all, half a character among it, the sign of what is lost. */
const escaped = (text: string): string =>
  text
    .replace(/[&<>"]/g, (char) => ENTITIES[char]!)
    .replace(/[\t\n\r]/g, (char) => `&#${char.charCodeAt(0)};`)
    .replace(/[\x00-\x1f\x7f-\x9f\ufffe\uffff\ud800-\udfff]/gu, '\ufffd');
