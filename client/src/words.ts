/** Small things that several parts of the client need. */
import { type Disposable, env, l10n } from 'vscode';

/** The language of our words: the editor's, where they are translated into it. */
export const language = (): string => (l10n.bundle ? env.language : 'en');

/** `12,000`, as that language writes it. */
export const written = (count: number): string => count.toLocaleString(language());

/** `1 cable`, `12,000 cables`. */
export const cables = (count: number): string =>
  count === 1 ? l10n.t('1 cable') : l10n.t('{0} cables', written(count));

export const openCableFirst = (): string => l10n.t('Open a cable first.');

export interface Later extends Disposable {
  /** Does it after so many milliseconds; what was to come sooner stays. */
  in(milliseconds: number): void;
}

/** Work that is asked for often and done once. */
export function later(work: () => void): Later {
  let timer: ReturnType<typeof setTimeout> | undefined;
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
