/** What is particular to the records of 1973-79 (FORMAT 1.4): the lines before the text and the attributes after it. */
import { type Cursor, closeField, type DraftField, fieldGroup, openField } from './cursor';
import type { Field, FieldGroup, Line } from './tree';

const ATTRIBUTE = /^([A-Z][A-Za-z0-9 /'-]{1,40}?) ?:(?: |$)/;
const TEXT = /^Message Text$/i;
const ATTRIBUTES = /^Message Attributes$/i;

/** Lines up to `Message Text`, when that stands within the first forty lines. */
export function parseRecordHead(cursor: Cursor): Line[] {
  const limit = Math.min(cursor.lines.length, cursor.at + 40);
  for (let i = cursor.at; i < limit; i++) {
    if (cursor.isBlank(i) || !TEXT.test(cursor.ink(i))) continue;
    const head: Line[] = [];
    while (cursor.at <= i) head.push(cursor.take('wrapper'));
    return head;
  }
  return [];
}

/** `Message Attributes` and the `Key: value` lines below it. A value may run on, even from column 1. */
export function parseAttributes(cursor: Cursor): FieldGroup | null {
  if (cursor.done || !ATTRIBUTES.test(cursor.ink())) return null;
  const begin = cursor.line.start;
  const children: (Field | Line)[] = [cursor.take('wrapper')];
  let open: DraftField | null = null;
  while (!cursor.done) {
    if (cursor.line.kind === 'blank') {
      if (open) open.lines.push(cursor.take());
      else children.push(cursor.take());
      continue;
    }
    const s = cursor.ink();
    const match = ATTRIBUTE.exec(s);
    if (match) {
      if (open) children.push(closeField(open));
      open = openField(cursor, 'attribute', match[1]!.length, match[0].length);
    } else if (open) open.lines.push(cursor.take());
    else children.push(cursor.take('wrapper'));
  }
  if (open) children.push(closeField(open));
  return fieldGroup('trailer', children, begin);
}
