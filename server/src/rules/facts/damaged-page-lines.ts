/** Page lines inside the text (FORMAT 4.5). */
import type { MessageView } from '../../model/view';
import type { Line } from '../../syntax/tree';
import { editDistance } from '../../text/edit-distance';
import { inkOf } from './shared';

const GOOD_PAGE = /^[A-Z][A-Z .'/-]{1,40}? \d{8} {1,4}\d{3}(?:\.\d)? OF \d{3}$/;
const DAMAGED_PAGE =
  /^([A-Z][A-Z .'/-]{1,30}?) {0,3}[\dO]{6,9} {1,4}[\dO]{1,4}(?:\.\d)? {0,2}[O0Q]{0,2}F? {0,2}[\dO]{1,4}$/;
const letters = (s: string): string => s.toUpperCase().replace(/[^A-Z]/g, '');
/** Names of posts that are one, but for a slip. */
export const isNear = (a: string, b: string): boolean => editDistance(letters(a), letters(b), 1) <= 1;

/** Page lines that were read in spite of a slip, and lines that can be nothing else. */
export function damagedPageLines(view: MessageView): Line[] {
  const { clean } = view.cable;
  const post = view.classification?.post?.text;
  const found: Line[] = [];
  let before: Line | null = null;
  const look = (line: Line) => {
    const length = line.end - line.start;
    const last = clean.charCodeAt(line.end - 1);
    if (length < 70 && line.kind === 'page') {
      const s = inkOf(view, line);
      if (!/^PAGE\b/.test(s) && before?.kind !== 'page' && !GOOD_PAGE.test(s)) found.push(line);
    } else if (length < 70 && length > 12 && (last === 79 || (last >= 48 && last <= 57)) && before?.kind === 'blank') {
      const match =
        line.kind === 'text' || line.kind === 'table' || line.kind === 'heading'
          ? DAMAGED_PAGE.exec(inkOf(view, line))
          : null;
      if (match && post && isNear(match[1]!, post)) found.push(line);
    }
    before = line;
  };
  for (const section of view.message.body.sections)
    for (const part of section.children) {
      if ('next' in part) look(part);
      else if (part.kind === 'paragraph' || part.kind === 'heading')
        for (const line of part.children) look(line as Line);
    }
  return found;
}
