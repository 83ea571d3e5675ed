/** The picture itself: boxes in layers, an arrow to each cable that is cited; those that are cited lie to the left or above. */
import { Graph as Layout, layout } from '@dagrejs/dagre';
import * as l10n from '@vscode/l10n';
import type { Graph, GraphNode } from '../../../server/src/features/reference-graph';
import { fitting, svg } from './svg';

const [WIDTH, HEIGHT] = [236, 64];
/** Space between the edge of a box and its text, and around all of it. */
const PADDING = 10;
export const MARGIN = 24;
const [NUMBER, SMALL] = [14, 12];

export interface Box {
  readonly node: GraphNode;
  readonly element: SVGGElement;
  /** Its middle. */
  readonly x: number;
  readonly y: number;
}

export interface Picture {
  /** Everything, from 0, 0 on. */
  readonly element: SVGGElement;
  readonly width: number;
  readonly height: number;
  readonly boxes: ReadonlyMap<string, Box>;
}

export const BOX = { width: WIDTH, height: HEIGHT };

interface Size {
  readonly width: number;
  readonly height: number;
}

/** Layers beside each other or one below the other, whichever fits better into a window. */
export function draw(graph: Graph, window: Size): Picture {
  const plans = (['RL', 'BT'] as const).map((direction) => planned(graph, direction));
  const fit = (plan: Layout): number => fitOf(sizeOf(plan), window);
  const plan = plans.reduce((best, each) => (fit(each) > fit(best) ? each : best));
  const family = getComputedStyle(document.body).fontFamily;
  const boxes = new Map<string, Box>();
  for (const node of graph.nodes) {
    const { x, y } = plan.node(node.key) as { x: number; y: number };
    boxes.set(node.key, { node, x, y, element: box(node, node.key === graph.centre, x, y, family) });
  }
  const arrows = graph.edges.map(({ from, to }) => {
    const { points } = plan.edge(from, to) as { points: { x: number; y: number }[] };
    const arrow = svg('path', { class: 'edge', d: curve(points), 'marker-end': 'url(#head)' });
    arrow.dataset.from = from;
    arrow.dataset.to = to;
    return arrow;
  });
  return {
    element: svg('g', {}, heads(), ...arrows, ...[...boxes.values()].map(({ element }) => element)),
    ...sizeOf(plan),
    boxes,
  };
}

function planned(graph: Graph, rankdir: 'RL' | 'BT'): Layout {
  const plan = new Layout();
  plan.setGraph({ rankdir, nodesep: 16, edgesep: 10, ranksep: 48, marginx: MARGIN, marginy: MARGIN });
  for (const { key } of graph.nodes) plan.setNode(key, { width: WIDTH, height: HEIGHT });
  for (const { from, to } of graph.edges) plan.setEdge(from, to, {});
  layout(plan);
  return plan;
}

function sizeOf(plan: Layout): Size {
  const { width = 0, height = 0 } = plan.graph() as Partial<Size>;
  return { width, height };
}

/** The scale at which a picture fits into a window, never larger than it is. */
export const fitOf = (picture: Size, window: Size): number =>
  Math.min(1, window.width / picture.width, window.height / picture.height);

/** The head of an arrow. */
const heads = (): SVGDefsElement =>
  svg(
    'defs',
    {},
    svg(
      'marker',
      {
        id: 'head',
        viewBox: '0 0 10 10',
        refX: 9,
        refY: 5,
        markerWidth: 8,
        markerHeight: 8,
        markerUnits: 'userSpaceOnUse',
        orient: 'auto',
      },
      svg('path', { class: 'head', d: 'M0 0 L10 5 L0 10 Z' }),
    ),
  );

/** Through the middle between each two points, rounded at the points. */
function curve(points: readonly { readonly x: number; readonly y: number }[]): string {
  const at = ({ x, y }: { x: number; y: number }): string => `${x.toFixed(1)} ${y.toFixed(1)}`;
  const [first, ...rest] = points;
  const last = rest.pop();
  if (!first || !last) return '';
  let path = `M${at(first)}`;
  for (const [i, point] of rest.entries()) {
    const next = rest[i + 1];
    path += ` Q${at(point)} ${at(next ? { x: (point.x + next.x) / 2, y: (point.y + next.y) / 2 } : last)}`;
  }
  return rest.length ? path : `${path} L${at(last)}`;
}

function box(node: GraphNode, isCentre: boolean, x: number, y: number, family: string): SVGGElement {
  const { cable, hidden } = node;
  const name = nameOf(node);
  const more = hidden ? `+${hidden}` : '';
  const room = WIDTH - 2 * PADDING;
  const line = (className: string, words: string, size: number, weight: number, down: number): SVGTextElement =>
    svg(
      'text',
      { class: className, x: PADDING, y: down, 'font-size': size, 'font-weight': weight },
      fitting(words, `${weight} ${size}px ${family}`, className === 'number' && more ? room - 28 : room),
    );
  const about = cable ? [cable.date, cable.classification, cable.note].filter(Boolean).join(' · ') : '';
  const element = svg(
    'g',
    {
      class: `node${isCentre ? ' centre' : ''}${cable ? '' : ' missing'}`,
      transform: `translate(${x - WIDTH / 2} ${y - HEIGHT / 2})`,
      role: 'button',
      tabindex: isCentre ? 0 : -1,
      'aria-label': spoken(node, isCentre),
    },
    svg('title', {}, titleOf(node)),
    svg('rect', { class: 'box', width: WIDTH, height: HEIGHT, rx: 4 }),
    ...(isCentre ? [svg('rect', { class: 'mark', width: 5, height: HEIGHT, rx: 2 })] : []),
    line('number', name, NUMBER, 600, 21),
    line('subject', cable ? (cable.subject ?? '') : l10n.t('(not here)'), SMALL, 400, 39),
    line('about', about, SMALL, 400, 55),
    ...(more
      ? [svg('text', { class: 'more', x: WIDTH - PADDING, y: 21, 'font-size': SMALL, 'text-anchor': 'end' }, more)]
      : []),
  );
  element.dataset.key = node.key;
  return element;
}

/** The number; of a cable without one, the name of its file. */
function nameOf({ cable, key, id }: GraphNode): string {
  if (!cable) return written(id ?? key);
  return cable.number ?? decoded(cable.uri.slice(cable.uri.lastIndexOf('/') + 1));
}

/** `06LUSAKA412`: with blanks, as it is written. */
const written = (id: string): string => id.replace(/^(\d{2})(.*\D)?(\d+)$/, '$1 $2 $3');

function decoded(name: string): string {
  try {
    return decodeURIComponent(name);
  } catch {
    return name;
  }
}

const titleOf = (node: GraphNode): string => {
  const { cable, hidden } = node;
  return [
    nameOf(node),
    cable ? cable.subject : l10n.t('Not in the library'),
    cable && [cable.date, cable.classification].filter(Boolean).join(' · '),
    hidden ? l10n.t('{0} more beside it', hidden) : null,
  ]
    .filter(Boolean)
    .join('\n');
};

const spoken = (node: GraphNode, isCentre: boolean): string =>
  [
    nameOf(node),
    isCentre && l10n.t('in the middle'),
    node.cable ? node.cable.subject : l10n.t('not in the library'),
    node.cable?.date,
    node.cable?.classification,
    node.hidden > 0 && l10n.t('{0} more beside it', node.hidden),
  ]
    .filter(Boolean)
    .join(', ');
