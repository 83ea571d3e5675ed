/** Small things that several parts of the client need. */
import type { Disposable } from 'vscode';

/** `1 cable`, `12,000 cables`. */
export const counted = (count: number, one: string): string =>
  `${count.toLocaleString('en')} ${one}${count === 1 ? '' : 's'}`;

export interface Later extends Disposable {
  /** Does it after so many milliseconds; what was to come sooner stays. */
  in(milliseconds: number): void;
}

/** Work that is asked for often and done once. */
export function later(work: () => void): Later {
  let timer: NodeJS.Timeout | undefined;
  let due = Infinity;
  return {
    in: (milliseconds) => {
      const at = Date.now() + milliseconds;
      if (at >= due) return;
      clearTimeout(timer);
      due = at;
      timer = setTimeout(() => {
        due = Infinity;
        work();
      }, milliseconds);
    },
    dispose: () => clearTimeout(timer),
  };
}
