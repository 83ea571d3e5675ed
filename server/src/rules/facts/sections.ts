/** Sections of a message: what the classification line announces, and what the text itself begins (FORMAT 4.5). */
import { readClassificationLine } from '../../model/classification';
import type { Token } from '../../model/fields';
import { pageLines } from '../../model/pages';
import type { MessageView } from '../../model/view';
import type { Span } from '../../syntax/tree';

export interface Announced {
  readonly at: Token;
  readonly number: number;
  readonly total: number;
}

const WELL_FORMED = /^(?:SECTION {1,2}\d{1,2} {1,2}OF {1,2}\d{1,2}|FINAL SECTION OF {1,2}\d{1,2})$/i;

/** `SECTION 01 OF 03` of the classification line; null where it is not written so. */
export function stated({ classification }: MessageView): Announced | null {
  const at = classification?.section;
  if (!at || !classification.sectionNumber || !classification.sectionsAnnounced || !WELL_FORMED.test(at.text))
    return null;
  return { at, number: classification.sectionNumber, total: classification.sectionsAnnounced };
}
/** The same, where it does not contradict itself. */
export function announced(view: MessageView): Announced | null {
  const line = stated(view);
  return line && line.number <= line.total ? line : null;
}

/** A damaged page line is reported as such. */
const WELL_FORMED_PAGE = /(?<=\d{8} {1,4})\d{3} OF \d{3}$/;

/** A section that begins in the text. */
export interface Begun extends Span {
  readonly number: number;
  readonly total: number | null;
  /** Its number as it is written. */
  readonly at: Span;
  /** The total as it is written; null on a classification line given again. */
  readonly totalAt: Token | null;
}

/** The sections that page lines and the classification lines of repeated headers begin, in order. */
export const begun = (view: MessageView): readonly Begun[] => view.once(readBegun);
function readBegun(view: MessageView): Begun[] {
  const found: Begun[] = [];
  for (const { section, total, totalAt, start } of pageLines(view)) {
    if (section === null || !totalAt) continue;
    const match = WELL_FORMED_PAGE.exec(view.cable.clean.slice(start, totalAt.end));
    if (!match) continue;
    const at = start + match.index;
    found.push({ start: at, end: totalAt.end, number: section, total, at: { start: at, end: at + 3 }, totalAt });
  }
  const { repeatedHeaders } = view.message.body;
  for (const header of repeatedHeaders)
    for (const field of header.fields) {
      if (field.kind !== 'classification') continue;
      const { section, sectionNumber, sectionsAnnounced } = readClassificationLine(view.cable, field);
      if (section && sectionNumber !== null)
        found.push({ ...section, number: sectionNumber, total: sectionsAnnounced, at: section, totalAt: null });
    }
  return repeatedHeaders.length ? found.sort((a, b) => a.start - b.start) : found;
}
