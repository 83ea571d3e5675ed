import type { Format, Node } from './graph';

/** For Graphviz. The picture has numbers; subjects appear under the pointer, in SVG. What is not here is dashed. */
export const dot: Format = function* ({ nodes, edges }) {
  yield 'digraph cables {\n  node [shape=box];\n';
  for (const node of nodes()) {
    const name = quoted(node.id);
    const about = [node.date?.slice(0, 10), node.subject].filter((each) => each != null).join(' ');
    const style = node.here ? '' : ', style=dashed';
    yield `  ${name} [label=${label(node.id)}, tooltip=${label(about || said(node))}${style}];\n`;
  }
  for (const { from, to, label: letter } of edges())
    yield `  ${quoted(from)} -> ${quoted(to)}${letter === null ? '' : ` [label=${label(letter)}]`};\n`;
  yield '}\n';
};

const said = ({ here }: Node): string => (here ? 'no subject' : 'not among the files');

/**
 * Names of nodes and texts of labels between quotes. Of a name Graphviz itself takes away only the backslash before a quote: the one at
 * the end would take away the quote, and doubled it stays a name like any other.
 */
const quoted = (text: string): string =>
  `"${text.replace(/[\x00-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069]/g, ' ').replace(/[\\"]/g, (char) => `\\${char}`)}"`;

/** In a label `&` begins an entity, as in HTML. */
const label = (text: string): string => quoted(text.replaceAll('&', '&amp;'));
