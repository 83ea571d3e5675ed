/** The page of the reference graph: its tools, its picture, and the keys. */
import './language';
import * as l10n from '@vscode/l10n';
import type { Graph } from '../../../server/src/features/reference-graph';
import { standalone } from './export';
import { DEPTHS, type FromPicture, isShowGraph } from './messages';
import { type Box, draw } from './picture';
import { Stage } from './stage';
import { html, svg } from './svg';

declare const acquireVsCodeApi: () => { postMessage(message: FromPicture): void };
const host = acquireVsCodeApi();
const tell = (message: FromPicture): void => host.postMessage(message);

const HELP = l10n.t(
  'An arrow points to the cable that is cited. Enter or a click opens a cable, Shift+Enter or Shift+click puts it in the middle, arrow keys go from one to the next.',
);
const STEP = 1.25;

let graph: Graph | null = null;
/** The cable that had the focus last. */
let chosen: string | null = null;
let drawnDepth = 0;

const button = (words: string, use: () => void): HTMLButtonElement => {
  const element = html('button', { type: 'button' }, words);
  element.addEventListener('click', use);
  return element;
};
const depth = html(
  'select',
  { id: 'depth' },
  ...DEPTHS.map((each) =>
    html('option', { value: String(each) }, each === 1 ? l10n.t('1 step') : l10n.t('{0} steps', each)),
  ),
);
const follows = html('input', { type: 'checkbox', id: 'follows' });
const stage = new Stage(svg('svg', { class: 'stage', role: 'group', 'aria-describedby': 'help' }));
const status = html('p', { id: 'status', role: 'status' });
const centreHere = button(l10n.t('Centre Here'), () => chosen && tell({ type: 'centre', key: chosen }));

depth.addEventListener('change', () => tell({ type: 'depth', depth: Number(depth.value) }));
follows.addEventListener('change', () => tell({ type: 'follow', follows: follows.checked }));

const page = html(
  'main',
  {},
  html('h1', {}, l10n.t('Reference graph')),
  html(
    'div',
    { class: 'tools', role: 'toolbar', 'aria-label': l10n.t('Reference graph') },
    html('label', { for: 'depth' }, l10n.t('Depth')),
    depth,
    html('label', {}, follows, l10n.t('Follow the open cable')),
    centreHere,
    html(
      'span',
      { class: 'group' },
      zoomButton('−', l10n.t('Zoom out'), 1 / STEP),
      zoomButton('+', l10n.t('Zoom in'), STEP),
    ),
    button(l10n.t('Fit'), () => stage.fit(centre())),
    button(l10n.t('Save as SVG…'), save),
  ),
  status,
  stage.element,
  html('p', { id: 'help' }, HELP),
);
document.body.append(page);

function zoomButton(sign: string, words: string, by: number): HTMLButtonElement {
  const element = button(sign, () => stage.zoom(by));
  element.title = words;
  element.setAttribute('aria-label', words);
  return element;
}

const boxOf = (key: string | null | undefined): Box | null => (key ? (stage.picture?.boxes.get(key) ?? null) : null);
const centre = (): Box | null => boxOf(graph?.centre);

function save(): void {
  if (!stage.picture || !graph) return;
  // What is lit is of the moment.
  light(null);
  tell({ type: 'save', svg: standalone(stage.picture, l10n.t('References around {0}', graph.centre)) });
  light(chosen);
}

window.addEventListener('message', ({ data }: MessageEvent<unknown>) => {
  if (!isShowGraph(data)) return;
  const before = graph;
  graph = data.graph;
  depth.value = String(data.depth);
  follows.checked = data.follows;
  status.textContent = words(graph, data.building);
  // Told again as it is: nothing to draw.
  if (JSON.stringify(before) === JSON.stringify(graph) && drawnDepth === data.depth) return;
  const keep = before !== null && before.centre === graph?.centre && drawnDepth === data.depth;
  drawnDepth = data.depth;
  const hadFocus = document.activeElement?.closest('.node') !== null && document.activeElement !== document.body;
  const picture = graph && draw(graph, stage.size);
  stage.show(picture, picture && graph ? (picture.boxes.get(graph.centre) ?? null) : null, keep);
  stage.element.setAttribute(
    'aria-label',
    graph ? l10n.t('Who cites whom around {0}', graph.centre) : l10n.t('No cable'),
  );
  choose(boxOf(chosen) && keep ? chosen : (graph?.centre ?? null));
  if (hadFocus) boxOf(chosen)?.element.focus();
});

function words(of: Graph | null, building: boolean): string {
  const read = l10n.t('The library is still being read.');
  if (!of) return building ? read : l10n.t('This cable is not in the library.');
  const [nodes, edges] = [of.nodes.length, of.edges.length];
  return [
    `${nodes === 1 ? l10n.t('1 cable') : l10n.t('{0} cables', nodes)}, ${edges === 1 ? l10n.t('1 citation') : l10n.t('{0} citations', edges)}.`,
    of.cut && l10n.t('Not all are shown: +n at a cable are those left out beside it.'),
    building && read,
  ]
    .filter(Boolean)
    .join(' ');
}

/** One box at a time is reached by the Tab key; the arrows go on from there. */
function choose(key: string | null): void {
  chosen = key;
  for (const [each, { element }] of stage.picture?.boxes ?? []) {
    element.setAttribute('tabindex', each === key ? '0' : '-1');
    element.classList.toggle('chosen', each === key);
  }
  light(key);
  centreHere.disabled = key === null || key === graph?.centre;
}

/** Shows which arrows begin and end at a box. */
function light(key: string | null): void {
  for (const edge of stage.element.querySelectorAll<SVGPathElement>('.edge'))
    edge.classList.toggle('lit', edge.dataset.from === key || edge.dataset.to === key);
}

const keyAt = (target: EventTarget | null): string | null =>
  target instanceof Element ? (target.closest<SVGGElement>('.node')?.dataset.key ?? null) : null;

// Not on the picture: with such a listener browsers make it a stop of the Tab key itself.
page.addEventListener('focusin', ({ target }) => {
  const key = keyAt(target);
  const box = boxOf(key);
  if (!box) return;
  choose(key);
  stage.bringIn(box);
});
stage.element.addEventListener('pointerover', ({ target }) => light(keyAt(target) ?? chosen));
stage.element.addEventListener('click', ({ target, shiftKey }) => use(keyAt(target), shiftKey));
stage.element.addEventListener('keydown', (event) => {
  const box = boxOf(keyAt(event.target));
  if (!box) return;
  const { key, shiftKey } = event;
  if (key === 'Enter' || key === ' ') use(box.node.key, shiftKey);
  else if (key === 'Home') centre()?.element.focus();
  else if (key === '+' || key === '-') stage.zoom(key === '+' ? STEP : 1 / STEP);
  else if (DIRECTIONS[key]) nextTo(box, ...DIRECTIONS[key])?.element.focus();
  else return;
  event.preventDefault();
});

/** What is not here cannot be opened; who cites it can be seen. */
function use(key: string | null, centres: boolean): void {
  const node = boxOf(key)?.node;
  if (node) tell({ type: centres || !node.cable ? 'centre' : 'open', key: node.key });
}

const DIRECTIONS: Readonly<Record<string, readonly [x: number, y: number]>> = {
  ArrowLeft: [-1, 0],
  ArrowRight: [1, 0],
  ArrowUp: [0, -1],
  ArrowDown: [0, 1],
};

/** The nearest box in a direction; what lies aside counts as farther away. */
function nextTo(from: Box, x: number, y: number): Box | null {
  let best: Box | null = null;
  let least = Infinity;
  for (const box of stage.picture?.boxes.values() ?? []) {
    const [dx, dy] = [box.x - from.x, box.y - from.y];
    const ahead = dx * x + dy * y;
    if (ahead < 1) continue;
    const distance = ahead + 2 * Math.abs(dx * y + dy * x);
    if (distance < least) [least, best] = [distance, box];
  }
  return best;
}

tell({ type: 'ready' });
