/** Words that contain a text. */
import { bytesOf, type Strings } from './strings';
import { isLetterOrDigit } from './words';

/** How well something fits, the better the higher. */
export const Rank = { none: 0, part: 1, start: 2, word: 3, beginning: 4, whole: 5 } as const;

/** The numbers of the strings that contain a text, with the best place it has in them: a word, the start of one, any part. */
export function containing(strings: Strings, text: string): Map<number, number> {
  const found = new Map<number, number>();
  const sought = bytesOf(text);
  const { data: bytes, length } = strings.bytes;
  const { data: starts } = strings.starts;
  const first = sought[0]!;
  let string = 0;
  for (let at = 0, last = length - sought.length; at <= last; at++) {
    if (bytes[at] !== first) continue;
    let i = 1;
    while (i < sought.length && bytes[at + i] === sought[i]) i++;
    if (i < sought.length) continue;
    while (starts[string + 1]! <= at) string++;
    const end = starts[string + 1]!;
    if (at + i > end) continue;
    const begins = at === starts[string] || !isLetterOrDigit(bytes[at - 1]!);
    const ends = at + i === end || !isLetterOrDigit(bytes[at + i]!);
    const rank = begins ? (ends ? Rank.word : Rank.start) : Rank.part;
    if (rank > (found.get(string) ?? 0)) found.set(string, rank);
  }
  return found;
}
