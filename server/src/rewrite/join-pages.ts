/** The pages and sections of a cable joined to one text (FORMAT 4.5). */
import { pageLines } from '../model/pages';
import type { MessageView } from '../model/view';
import type { Span } from '../syntax/tree';
import type { Edit } from '../text/edits';
import { furnitureRuns, takeOut, touches } from './furniture-runs';

/** The first page begins the record. */
const FIRST_PAGE = /^\s*PAGE {1,3}01\b/;

/**
 * Takes out the page and section lines that a span touches, with the levels and blank lines around them; without a span all of them, and
 * the count of sections that the header then no longer needs. Empty where there are none.
 */
export function joinPages(view: MessageView, within: Span | null = null): Edit[] {
  const edits = furnitureRuns(view)
    .filter((run) => touches(run, within))
    .filter(({ lines }) => {
      const pages = lines.filter(({ kind }) => kind === 'page');
      return pages.length > 0 && !FIRST_PAGE.test(view.text(pages[0]!));
    })
    .map((run) => takeOut(view, run));
  return within === null && isWhole(view) ? [...sectionCount(view), ...edits] : edits;
}

/** All sections are there. */
function isWhole(view: MessageView): boolean {
  const { sectionNumber, sectionsAnnounced } = view.classification ?? {};
  const found = new Set(pageLines(view).map(({ section }) => section));
  for (let section = 2; section <= (sectionsAnnounced ?? 1); section++) if (!found.has(section)) return false;
  return sectionNumber === 1;
}

/** `SECTION 01 OF 03 ` of the classification line, and `/01` of FL3. */
function sectionCount({ classification, fl3, cable }: MessageView): Edit[] {
  const count = classification?.section;
  if (!count) return [];
  const edits: Edit[] = [];
  if (fl3?.section && cable.text[fl3.section.start - 1] === '/')
    edits.push({ start: fl3.section.start - 1, end: fl3.section.end, text: '' });
  const isFollowed = cable.text[count.end] === ' ';
  edits.push({ start: count.start, end: isFollowed ? count.end + 1 : count.end, text: '' });
  return edits;
}
