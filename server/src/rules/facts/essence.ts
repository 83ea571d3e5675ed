/** Comparing what two lines say in other spellings. */
import { isRedacted } from '../rule';

/** Letters and digits without accents, a leading portion mark left out. */
const essence = (text: string): string =>
  text
    .normalize('NFD')
    .toUpperCase()
    .replace(/^\((?:U|SBU|LOU|C|S|TS)[^)]{0,12}\)/, '')
    .replace(/[^A-Z0-9]+/g, '');

/** Whether two values say different things. One may be cut short, or part of the other. */
export function differ(a: string, b: string): boolean {
  if (isRedacted(a) || isRedacted(b)) return false;
  const [one, two] = [essence(a), essence(b)];
  return one !== '' && two !== '' && !one.includes(two) && !two.includes(one);
}
