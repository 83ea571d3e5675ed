/** The page of the reading view: shows what it is sent, scrolls with the text, and tells what was clicked. */

interface Api {
  postMessage(message: unknown): void;
  getState(): { uri?: string; size?: number } | undefined;
  setState(state: object): void;
}
declare function acquireVsCodeApi(): Api;

const api = acquireVsCodeApi();
const page = document.querySelector('main')!;
const SIZES = [80, 90, 100, 110, 125, 150, 175, 200];
let size = api.getState()?.size ?? 100;
/** Until then (milliseconds) scrolling comes from the text, and is not told back. */
let following = 0;

type Message =
  | { readonly type: 'show'; readonly uri: string; readonly title: string; readonly body: string }
  | { readonly type: 'line'; readonly line: number };

addEventListener('message', ({ data }: MessageEvent<Message>) => {
  if (data.type === 'show') {
    // Escaped by the server, and nothing in it may run: the policy of the page allows no script but this one.
    const fresh = document.createElement('template');
    fresh.innerHTML = data.body;
    replace(page, [...fresh.content.children]);
    document.title = data.title;
    api.setState({ ...api.getState(), uri: data.uri });
  } else if (data.type === 'line') scrollTo(data.line);
});

const lineOf = (element: Element): number => Number(element.getAttribute('data-line') ?? -1);
/** What an element shows, wherever its lines are in the text. */
const content = (element: Element): string => element.outerHTML.replace(/ data-line="\d+"/g, '');

/** Only what changed is put in anew: the rest keeps its place, its selection and what was found in it. */
function replace(parent: Element, fresh: readonly Element[]): void {
  const present = [...parent.children];
  const [was, is] = [present.map(content), fresh.map(content)];
  let from = 0;
  while (from < was.length && from < is.length && was[from] === is[from]) from++;
  let end = 0;
  while (end < was.length - from && end < is.length - from && was.at(-1 - end) === is.at(-1 - end)) end++;
  for (const old of present.slice(from, present.length - end)) old.remove();
  const before = present[present.length - end] ?? null;
  for (const each of fresh.slice(from, fresh.length - end)) parent.insertBefore(each, before);
  // Lines below an inserted one have other numbers.
  for (let i = 1; i <= end; i++) renumber(present.at(-i)!, fresh.at(-i)!);
}

function renumber(present: Element, fresh: Element): void {
  const [own, others] = [present, fresh].map((each) => [each, ...each.querySelectorAll('[data-line]')]);
  own!.forEach((each, i) => {
    const line = others![i]?.getAttribute('data-line');
    if (line !== null && line !== undefined) each.setAttribute('data-line', line);
  });
}

/** Parts of the page with their lines; of a link, the line is that to which it leads. */
const placed = (): HTMLElement[] => [...page.querySelectorAll<HTMLElement>('[data-line]:not(a)')];

/** Brings a line of the text to the top; between two elements, in proportion. */
function scrollTo(line: number): void {
  const all = placed();
  const at = all.findLastIndex((each) => lineOf(each) <= line);
  const element = all[at];
  following = Date.now() + 150;
  if (!element || line === 0) {
    scroll(0, 0);
    return;
  }
  const next = all[at + 1];
  const top = element.getBoundingClientRect().top + scrollY;
  const span = next ? lineOf(next) - lineOf(element) : 1;
  const reach = (next ? next.getBoundingClientRect().top + scrollY : document.body.scrollHeight) - top;
  scroll(0, top + (span > 0 ? reach * Math.min(1, (line - lineOf(element)) / span) : 0));
}

let told = -1;
addEventListener(
  'scroll',
  () => {
    if (Date.now() < following) return;
    const top = placed().find((each) => each.getBoundingClientRect().bottom > 0);
    const line = top ? lineOf(top) : 0;
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
