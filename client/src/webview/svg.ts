/** Making elements of a picture. Text goes in as text, never as markup. */
const SVG = 'http://www.w3.org/2000/svg';

export function svg<K extends keyof SVGElementTagNameMap>(
  name: K,
  attributes: Readonly<Record<string, string | number>> = {},
  ...children: readonly (Node | string)[]
): SVGElementTagNameMap[K] {
  const element = document.createElementNS(SVG, name);
  for (const [key, value] of Object.entries(attributes)) element.setAttribute(key, String(value));
  element.append(...children);
  return element;
}

export function html<K extends keyof HTMLElementTagNameMap>(
  name: K,
  attributes: Readonly<Record<string, string>> = {},
  ...children: readonly (Node | string)[]
): HTMLElementTagNameMap[K] {
  const element = document.createElement(name);
  for (const [key, value] of Object.entries(attributes)) element.setAttribute(key, value);
  element.append(...children);
  return element;
}

let canvas: CanvasRenderingContext2D | null | undefined;

/** The beginning of a text that fits into a width, in pixels, in the font of a CSS shorthand. */
export function fitting(text: string, font: string, width: number): string {
  canvas ??= document.createElement('canvas').getContext('2d');
  if (!canvas) return text;
  canvas.font = font;
  const measure = canvas;
  const fits = (length: number): boolean =>
    measure.measureText(length < text.length ? `${text.slice(0, length)}…` : text).width <= width;
  if (fits(text.length)) return text;
  let [low, high] = [0, text.length - 1];
  while (low < high) {
    const middle = Math.ceil((low + high) / 2);
    if (fits(middle)) low = middle;
    else high = middle - 1;
  }
  return `${text.slice(0, low).trimEnd()}…`;
}
