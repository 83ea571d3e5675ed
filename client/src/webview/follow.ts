/** A page made to follow another, with as little put in anew as possible. */

const LINE = /(<[a-z\d]+(?: [a-z-]+="[^"]*")*?) data-line="\d+"/g;
/** Folded open by the reader. */
const OPEN = '<details open="">';
/** Without what does not count: where lines are in the text, and what the reader folded open. */
const contentOf = (html: string): string => html.replace(LINE, '$1').replaceAll(OPEN, '<details>');

/** An element, written out once and only where that is asked for. */
class Part {
  #html: string | undefined;
  #content: string | undefined;
  constructor(readonly element: Element) {}
  get html(): string {
    this.#html ??= this.element.outerHTML;
    return this.#html;
  }
  get content(): string {
    this.#content ??= contentOf(this.html);
    return this.#content;
  }
  isSame(other: Part): boolean {
    return this.html === other.html || this.content === other.content;
  }
  /** Its tag with all attributes. */
  get opening(): string {
    return contentOf((this.element.cloneNode(false) as Element).outerHTML);
  }
  /** Whether there is nothing between its children but white space: what has words is put in anew. */
  get holdsParts(): boolean {
    const { children, childNodes } = this.element;
    return (
      children.length > 0 &&
      [...childNodes].every((each) => each.nodeType !== Node.TEXT_NODE || !each.nodeValue!.trim())
    );
  }
}

/** Gives an element the children of another. What stays keeps its place, its selection, and what was found or folded in it. */
export function follow(parent: Element, fresh: readonly Element[]): void {
  const was = [...parent.children].map((element) => new Part(element));
  const is = fresh.map((element) => new Part(element));
  const isOne = was.length === 1 && is.length === 1;
  const least = isOne ? 0 : Math.min(was.length, is.length);
  let from = 0;
  while (from < least && was[from]!.isSame(is[from]!)) renumber(was[from]!, is[from++]!);
  let end = 0;
  while (end < least - from && was.at(-1 - end)!.isSame(is.at(-1 - end)!))
    renumber(was.at(-1 - end)!, is.at(-1 - end++)!);
  const [old, now] = [was.slice(from, was.length - end), is.slice(from, is.length - end)];
  if (old.length === now.length) {
    for (const [i, each] of old.entries()) change(each, now[i]!);
    return;
  }
  for (const { element } of old) element.remove();
  const before = was[was.length - end]?.element ?? null;
  for (const { element } of now) parent.insertBefore(element, before);
}

function change(was: Part, is: Part): void {
  if (was.holdsParts && is.holdsParts && was.opening === is.opening) {
    number(was.element, is.element);
    follow(was.element, [...is.element.children]);
  } else if (was.isSame(is)) renumber(was, is);
  else was.element.replaceWith(is.element);
}

/** Lines below an inserted one have other numbers. */
function renumber(was: Part, is: Part): void {
  if (was.html === is.html) return;
  const [present, fresh] = [was, is].map(({ element }) => [element, ...element.querySelectorAll('[data-line]')]);
  for (const [i, each] of present!.entries()) number(each, fresh![i]!);
}
function number(present: Element, fresh: Element): void {
  const line = fresh.getAttribute('data-line');
  if (line !== null) present.setAttribute('data-line', line);
}
