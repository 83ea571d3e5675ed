/** What has changed between two texts, as one place: enough where somebody types. */
export interface TextChange {
  /** Offset of the first character that is another, and how many went from there. */
  readonly from: number;
  readonly drop: number;
  readonly put: string;
}

export function changeBetween(before: string, after: string): TextChange {
  const least = Math.min(before.length, after.length);
  let from = 0;
  while (from < least && before.charCodeAt(from) === after.charCodeAt(from)) from++;
  let same = 0;
  while (
    same < least - from &&
    before.charCodeAt(before.length - 1 - same) === after.charCodeAt(after.length - 1 - same)
  )
    same++;
  return { from, drop: before.length - same - from, put: after.slice(from, after.length - same) };
}

export const changed = (before: string, { from, drop, put }: TextChange): string =>
  before.slice(0, from) + put + before.slice(from + drop);
