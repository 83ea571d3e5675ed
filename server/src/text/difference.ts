import type { Edit } from './edits';

/** Two texts compared: what lies between their common beginning and their common end becomes one edit. */
export function difference(before: string, after: string): Edit[] {
  if (before === after) return [];
  const most = Math.min(before.length, after.length);
  let start = 0;
  while (start < most && before.charCodeAt(start) === after.charCodeAt(start)) start++;
  if (isWithin(before, start) || isWithin(after, start)) start--;
  let end = 0;
  while (end < most - start && before.charCodeAt(before.length - 1 - end) === after.charCodeAt(after.length - 1 - end))
    end++;
  if (isWithin(before, before.length - end) || isWithin(after, after.length - end)) end--;
  return [{ start, end: before.length - end, text: after.slice(start, after.length - end) }];
}

/** Between the halves of a line break or of a character, where no editor has a place. */
const isWithin = (text: string, at: number): boolean =>
  /^(?:\r\n|[\ud800-\udbff][\udc00-\udfff])$/.test(text.slice(Math.max(0, at - 1), at + 1));
