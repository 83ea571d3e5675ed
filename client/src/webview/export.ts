/** The picture as a file of its own: nothing in it but shapes and text, with the colours of the theme. */
import type { Picture } from './picture';
import { svg } from './svg';

const STYLES = [
  'fill',
  'stroke',
  'stroke-width',
  'stroke-dasharray',
  'font-family',
  'font-size',
  'font-weight',
] as const;
const OURS = ['class', 'role', 'tabindex', 'aria-label', 'data-key', 'data-from', 'data-to'] as const;

export function standalone({ element, width, height }: Picture, title: string): string {
  const copy = element.cloneNode(true) as SVGGElement;
  copy.removeAttribute('transform');
  const originals = element.querySelectorAll<SVGElement>('path, rect, text');
  const copies = copy.querySelectorAll<SVGElement>('path, rect, text');
  for (const [i, each] of copies.entries()) {
    const style = getComputedStyle(originals[i]!);
    for (const name of STYLES) {
      const value = style.getPropertyValue(name);
      if (value && !(name.startsWith('font') && each.tagName !== 'text')) each.setAttribute(name, value);
    }
  }
  for (const each of copy.querySelectorAll('*')) for (const name of OURS) each.removeAttribute(name);
  const size = { width: Math.ceil(width), height: Math.ceil(height) };
  const picture = svg(
    'svg',
    { ...size, viewBox: `0 0 ${size.width} ${size.height}` },
    svg('title', {}, title),
    svg('rect', { ...size, fill: getComputedStyle(document.body).backgroundColor }),
    copy,
  );
  return new XMLSerializer().serializeToString(picture);
}
