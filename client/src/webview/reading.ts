/** The page of the reading view: shows what it is sent, scrolls with the text, and tells what was clicked. */
import { applyEdits, type Edit } from '../../../server/src/text/edits';
import { follow } from './follow';

interface Api {
  postMessage(message: unknown): void;
  getState(): { uri?: string; size?: number } | undefined;
  setState(state: object): void;
}
declare function acquireVsCodeApi(): Api;

const api = acquireVsCodeApi();
const page = document.querySelector('main')!;
const bar = document.querySelector('nav')!;
const SIZES = [80, 90, 100, 110, 125, 150, 175, 200];
let size = api.getState()?.size ?? 100;
/** The page as it was sent last. */
let body = '';
let turn = 0;
/** Until then (milliseconds) scrolling comes from the text, and is not told back. */
let following = 0;

/** What has changed since an earlier turn; since 0: all of it. */
interface Told {
  readonly change: readonly Edit[];
  readonly since: number;
  readonly turn: number;
}
type Message =
  | ({ readonly type: 'show'; readonly uri: string; readonly title: string } & Told)
  | { readonly type: 'line'; readonly line: number };

addEventListener('message', ({ data }: MessageEvent<Message>) => {
  if (data.type === 'show') {
    // Escaped by the server, and nothing in it may run: the policy of the page allows no script but this one.
    const fresh = document.createElement('template');
    if (data.since === 0) body = '';
    // Meant for a page that was hidden since; this one has all of it, or will.
    else if (data.since !== turn) return;
    body = applyEdits(body, data.change);
    turn = data.turn;
    fresh.innerHTML = body;
    follow(page, [...fresh.content.children]);
    document.title = data.title;
    if (api.getState()?.uri !== data.uri) api.setState({ ...api.getState(), uri: data.uri });
  } else if (data.type === 'line') scrollTo(data.line);
});

const lineOf = (element: Element): number => Number(element.getAttribute('data-line') ?? -1);

/** Where a line of the text stands on the page, in pixels from its top. */
interface Place {
  readonly line: number;
  readonly top: number;
}

/**
 * Parts of the page in the order of the text. Left out are links, whose line is that to which they lead, what is folded away, and rows
 * that stand below what they precede in the text.
 */
function placed(): Place[] {
  const places: Place[] = [];
  for (const element of page.querySelectorAll('[data-line]:not(a)')) {
    const line = lineOf(element);
    if (line < (places.at(-1)?.line ?? 0) || element.closest('details')) continue;
    places.push({ line, top: element.getBoundingClientRect().top + scrollY - bar.offsetHeight });
  }
  const last = places.at(-1);
  if (last) places.push({ line: last.line + 1, top: Math.max(last.top, document.documentElement.scrollHeight) });
  return places;
}

/** How far a value is on its way, 0 to 1. */
const part = (value: number, from: number, to: number): number =>
  to > from ? Math.min(1, Math.max(0, (value - from) / (to - from))) : 0;

/** Brings a line of the text to the top; between two elements, in proportion. */
function scrollTo(line: number): void {
  const all = placed();
  const at = all.findLastIndex((each) => each.line <= line);
  const [place, next] = [all[at], all[at + 1]];
  following = Date.now() + 150;
  if (!place || line === 0) scroll(0, 0);
  else scroll(0, place.top + (next ? (next.top - place.top) * part(line, place.line, next.line) : 0));
}

/** The line of the text that is at the top of the page. */
function lineAtTop(): number {
  const all = placed();
  const at = all.findLastIndex(({ top }) => top <= scrollY + 1);
  const [place, next] = [all[at], all[at + 1]];
  if (!place || scrollY === 0) return 0;
  return place.line + (next ? Math.floor((next.line - place.line) * part(scrollY, place.top, next.top)) : 0);
}

let told = -1;
addEventListener(
  'scroll',
  () => {
    if (Date.now() < following) return;
    const line = lineAtTop();
    if (line !== told) api.postMessage({ type: 'scrolled', line });
    told = line;
  },
  { passive: true },
);

page.addEventListener('click', (event) => {
  const link = (event.target as Element).closest('a');
  if (!link) return;
  event.preventDefault();
  const ids = link.getAttribute('data-id');
  if (ids) api.postMessage({ type: 'open', ids: ids.split(' ') });
  else if (link.hash.length > 1) {
    document.getElementById(link.hash.slice(1))?.scrollIntoView();
    api.postMessage({ type: 'scrolled', line: lineOf(link) });
  }
});
page.addEventListener('dblclick', (event) => {
  const element = (event.target as Element).closest('[data-line]:not(a)');
  if (element) api.postMessage({ type: 'reveal', line: lineOf(element) });
});

function resize(to: number): void {
  size = to;
  document.documentElement.style.setProperty('--size', `${size}%`);
  api.setState({ ...api.getState(), size });
}
resize(size);
const step = (by: number): void => {
  const at = SIZES.findIndex((each) => each >= size);
  resize(SIZES[Math.max(0, Math.min(SIZES.length - 1, at + by))]!);
};
document.querySelector('#smaller')!.addEventListener('click', () => step(-1));
document.querySelector('#larger')!.addEventListener('click', () => step(1));
document.querySelector('#print')!.addEventListener('click', () => api.postMessage({ type: 'print' }));

api.postMessage({ type: 'ready' });
