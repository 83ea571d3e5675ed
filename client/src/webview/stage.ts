/** Moving about in a picture that is larger than its window. */
import { BOX, type Box, fitOf, MARGIN, type Picture } from './picture';

const [SMALLEST, LARGEST] = [0.15, 3];
/** Text smaller than this cannot be read: a picture that does not fit is shown in part. */
const READABLE = 0.6;

export class Stage {
  readonly element: SVGSVGElement;
  #picture: Picture | null = null;
  #x = 0;
  #y = 0;
  #scale = 1;

  constructor(element: SVGSVGElement) {
    this.element = element;
    element.addEventListener(
      'wheel',
      (event) => {
        event.preventDefault();
        if (event.ctrlKey || event.metaKey) this.#zoom(Math.exp(-event.deltaY / 300), event.offsetX, event.offsetY);
        else if (event.shiftKey) this.#move(-event.deltaY - event.deltaX, 0);
        else this.#move(-event.deltaX, -event.deltaY);
      },
      { passive: false },
    );
    element.addEventListener('pointerdown', (event) => {
      if (event.button !== 0 || (event.target as Element).closest('.node')) return;
      element.setPointerCapture(event.pointerId);
      element.classList.add('dragged');
    });
    element.addEventListener('pointermove', (event) => {
      if (element.hasPointerCapture(event.pointerId)) this.#move(event.movementX, event.movementY);
    });
    for (const end of ['pointerup', 'pointercancel'] as const)
      element.addEventListener(end, () => element.classList.remove('dragged'));
  }

  get size(): { readonly width: number; readonly height: number } {
    return { width: this.element.clientWidth, height: this.element.clientHeight };
  }

  get picture(): Picture | null {
    return this.#picture;
  }

  /** @param keep the same picture, drawn anew: the reader stays where he is. */
  show(picture: Picture | null, centre: Box | null, keep: boolean): void {
    this.#picture = picture;
    this.element.replaceChildren(...(picture ? [picture.element] : []));
    if (keep) this.#apply();
    else this.fit(centre);
  }

  /** All of it, or where that would be too small to read, what lies around a box. */
  fit(centre: Box | null): void {
    if (!this.#picture) return;
    const { width, height } = this.#picture;
    const { clientWidth, clientHeight } = this.element;
    this.#scale = Math.max(READABLE, fitOf(this.#picture, this.size));
    this.#x = around(centre?.x, width, clientWidth, this.#scale);
    this.#y = around(centre?.y, height, clientHeight, this.#scale);
    this.#apply();
  }

  zoom(by: number): void {
    this.#zoom(by, this.element.clientWidth / 2, this.element.clientHeight / 2);
  }

  /** Moves the picture so far that a box is in sight. */
  bringIn({ x, y }: Box): void {
    const inside = (at: number, half: number, size: number): number => {
      const [from, to] = [at - half - MARGIN / 2, at + half + MARGIN / 2];
      return from < 0 ? -from : to > size ? size - to : 0;
    };
    this.#move(
      inside(this.#x + x * this.#scale, (BOX.width / 2) * this.#scale, this.element.clientWidth),
      inside(this.#y + y * this.#scale, (BOX.height / 2) * this.#scale, this.element.clientHeight),
    );
  }

  #move(x: number, y: number): void {
    this.#x += x;
    this.#y += y;
    this.#apply();
  }

  #zoom(by: number, x: number, y: number): void {
    const scale = Math.min(LARGEST, Math.max(SMALLEST, this.#scale * by));
    const ratio = scale / this.#scale;
    this.#x = x - (x - this.#x) * ratio;
    this.#y = y - (y - this.#y) * ratio;
    this.#scale = scale;
    this.#apply();
  }

  #apply(): void {
    this.#picture?.element.setAttribute('transform', `translate(${this.#x} ${this.#y}) scale(${this.#scale})`);
  }
}

/** Where a picture begins: in the middle when it fits, else so that a point lies in the middle, as far as the picture goes. */
function around(point: number | undefined, size: number, window: number, scale: number): number {
  const space = window - size * scale;
  if (space >= 0 || point === undefined) return space / 2;
  return Math.min(0, Math.max(space, window / 2 - point * scale));
}
