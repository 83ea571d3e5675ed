/** A smaller text that still fails in the same way. */

/** Tries at most: a slow failure must not hold up the rest. */
const MOST = 3000;

/**
 * Leaves out lines, then characters, in ever smaller pieces; then makes what is left plainer.
 * @param fails whether a text still fails so
 */
export function shrink(text: string, fails: (text: string) => boolean, seconds = 20): string {
  const until = Date.now() + seconds * 1000;
  let tries = 0;
  const known = new Set<string>();
  const still = (each: string): boolean => {
    if (tries >= MOST || Date.now() > until || known.has(each)) return false;
    tries++;
    known.add(each);
    return fails(each);
  };
  let least = text;
  for (let before = ''; before !== least; ) {
    before = least;
    least = leaveOut(least.split(/(?<=\n)/), still);
    least = leaveOut(least.split(/(?<=[\n ])/), still);
    least = leaveOut([...least], still);
  }
  return plainer(least, still);
}

function leaveOut(given: readonly string[], still: (text: string) => boolean): string {
  let parts = given;
  for (let size = parts.length >> 1; size > 0; size >>= 1)
    for (let at = 0; at < parts.length; ) {
      const less = [...parts.slice(0, at), ...parts.slice(at + size)];
      if (still(less.join(''))) parts = less;
      else at += size;
    }
  return parts.join('');
}

/** Letters that do not matter are all the same. */
function plainer(text: string, still: (text: string) => boolean): string {
  let least = text;
  for (let at = 0; at < least.length; at++) {
    const char = least[at]!;
    const plain = /[a-w]/.test(char) ? 'x' : /[A-W]/.test(char) ? 'X' : /[2-9]/.test(char) ? '1' : char;
    const made = least.slice(0, at) + plain + least.slice(at + 1);
    if (plain !== char && still(made)) least = made;
  }
  return least;
}
