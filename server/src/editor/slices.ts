import { turn } from '../lsp/turn';

/** Milliseconds of work after which a key that was struck meanwhile has its turn. */
const SLICE = 8;

/** To be awaited after each small piece of a long work. */
export function slices(): () => Promise<void> | undefined {
  let since = Date.now();
  return () => {
    if (Date.now() - since < SLICE) return undefined;
    return turn().then(() => {
      since = Date.now();
    });
  };
}
