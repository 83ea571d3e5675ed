/**
 * What the relay and the archive put between the lines of a text: page lines, the classification repeated on each page, release
 * stamps (FORMAT 1.4, 4.5). All of it may stand in the middle of a sentence and is no part of it.
 */
import type { Cursor } from './cursor';
import { isLevelAlone, isPageLine } from './recognise';
import type { Line, LineKind } from './tree';

const RELEASE_STAMP = /(?:Declassified\/Released|Released?) (?:by the )?US Department of State|EO Systematic Review/i;
/** Some exports put this line between two copies of the text header (FORMAT 6). */
const HEADER_MARK = /^-{3,60} {0,2}header$/i;
const BARE_PAGE = /^PAGE {1,3}\d{2}$/;
const REST_OF_PAGE = /^[A-Z][A-Z .'-]{0,30} {1,4}\d{4,6}(?: {1,20}.{0,60})?$/;
const END_MARKS = /^(?:<< END OF DOCUMENT >>|\*{3} Current (?:Handling Restrictions|Classification) \*{3})/i;

/** Takes a page line; a copy may have broken it in two (`PAGE 01` / `STATE 296107`). */
export function takePage(cursor: Cursor): Line[] {
  const bare = BARE_PAGE.test(cursor.ink());
  const lines = [cursor.take('page')];
  if (bare && !cursor.done && REST_OF_PAGE.test(cursor.ink())) lines.push(cursor.take('page'));
  return lines;
}

/** The kind of a line that is page furniture, or null. Cheap for lines of prose: looks at first and last characters. */
export function furnitureKind(s: string, aad: boolean): LineKind | null {
  if (isPageLine(s)) return 'page';
  const first = s.charCodeAt(0);
  if (first === 0xbf) return s === '¿' ? 'artefact' : null;
  if (first === 45 && HEADER_MARK.test(s)) return 'artefact';
  if (s.length < 46 && isLevelAlone(s)) return 'repeat-class';
  if (s === 'SIPDIS' || s === 'NODIS' || s === 'EXDIS') return 'stray-caption';
  // A copy of a record may have lost what tells that it is one; the stamp ends with a year.
  const last = s.charCodeAt(s.length - 1);
  if (s.length < 200 && (aad || (s.length > 60 && last >= 48 && last <= 57)) && RELEASE_STAMP.test(s))
    return 'release-stamp';
  if (!aad) return null;
  return (first === 60 || first === 42) && END_MARKS.test(s) ? 'artefact' : null;
}
