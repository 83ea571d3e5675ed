/** Portion marks, and what is written where one should stand (FORMAT 4.1). */
import type { Cable, Span } from '../syntax/tree';
import { editDistance } from '../text/edit-distance';
import type { OwnParagraph } from './body';
import type { MessageView } from './view';

export const MARKS = ['U', 'SBU', 'LOU', 'C', 'S', 'TS'] as const;
export type Mark = (typeof MARKS)[number];

export interface MalformedMark extends Span {
  readonly paragraph: OwnParagraph;
  /** What was meant, with brackets; null where nothing is near. */
  readonly meant: string | null;
}

const CAVEATS = ['NF', 'N', 'NOFORN', 'FOUO', 'REL', 'ENTIRE TEXT', 'ORCON', 'OC', 'PROPIN', 'RELIDO', 'SBU', 'NOCON'];
const MARK_INSIDE = /\((?:U|SBU|LOU|C|S|TS)(?:[ /-][^()\r\n]{0,30})?\)/;
/** What stands where the mark should be and can be nothing else: wrong brackets, blanks, letters that changed places or were doubled. */
const DAMAGED_MARK =
  /^(?:[[{(]{1,2} ?(?:U|SBU|LOU|C|S|TS)(?:\/\/?(?:NF|NOFORN|FOUO))? ?[\]})]{1,2}|\((?:SUB|BSU|USB|SSBU|SBBU|SBUU|CC|UU|SS|TTS|TSS|ST)\))(?=\s|$)/;
const UNKNOWN_MARK = /^\([CDEFGHJKLMNOPQRTVWXYZ]\)(?= )/;
const LOWER_MARK = /^\((?:u|sbu|lou|c|s|ts)\)(?= )/;
/** The closing bracket was lost. */
const OPEN_MARK = /^\((?:U|SBU|LOU|C|S|TS)(?= {1,2}[A-Z][a-z ])/;

/** What stands where marks should and is none, in order. */
export const malformedMarks = (view: MessageView): readonly MalformedMark[] => view.once(readMalformedMarks);

function readMalformedMarks(view: MessageView): MalformedMark[] {
  const { cable, paragraphs } = view;
  const found: MalformedMark[] = [];
  const marked = paragraphs.some(({ paragraph }) => paragraph.mark?.brackets === 'both');
  for (const paragraph of paragraphs) {
    const at = malformedMark(cable, paragraph, marked);
    if (!at) continue;
    const meant = meantBy(cable.clean.slice(at.start, at.end));
    // A good mark that was not read, as it stands too far from its number.
    if (meant !== cable.clean.slice(at.start, at.end)) found.push({ ...at, paragraph, meant });
  }
  return found;
}

function malformedMark({ clean }: Cable, { paragraph }: OwnParagraph, marked: boolean): Span | null {
  const { mark, number, textStart } = paragraph;
  if (mark?.brackets === 'lost') return { start: mark.start, end: mark.end + 1 };
  if (mark) return mark.brackets === 'both' && oddCaveat(clean.slice(mark.start, mark.end)) ? bracketed(mark) : null;
  if (!number || !'([{'.includes(clean[textStart] ?? ' ')) return null;
  const s = clean.slice(textStart, Math.min(textStart + 80, paragraph.end));
  const found =
    DAMAGED_MARK.exec(s) ??
    // Could be something else, were other paragraphs not marked.
    (marked
      ? (UNKNOWN_MARK.exec(s) ?? LOWER_MARK.exec(s) ?? (/^\([^()]*(?:\(|$)/.test(s) ? OPEN_MARK.exec(s) : null))
      : null);
  return found && { start: textStart, end: textStart + found[0].length };
}

/** A mark with its brackets. */
export const bracketed = ({ start, end }: Span): Span => ({ start: start - 1, end: end + 1 });

/** `NOFRON` of `C/NOFRON`: only what is near a caveat, as there are many. */
function oddCaveat(mark: string): { part: string; meant: string } | null {
  for (const part of mark
    .toUpperCase()
    .split(/ ?(?:\/\/?| - |-) ?/)
    .slice(1)) {
    if (part.length <= 3 || CAVEATS.includes(part) || part.startsWith('REL')) continue;
    const meant = CAVEATS.find((each) => each.length > 3 && editDistance(each, part, 2) <= (each.length > 5 ? 2 : 1));
    if (meant) return { part, meant };
  }
  return null;
}

function meantBy(found: string): string | null {
  const caveat = oddCaveat(found.replace(/^\(|\)$/g, ''));
  if (caveat) return found.toUpperCase().replace(caveat.part, caveat.meant);
  const [, letters, rest] = /([A-Z]+)((?:\/\/?[A-Z]+)?)/.exec(found.toUpperCase())!;
  const level = (MARKS as readonly string[]).includes(letters!) ? letters! : nearLevel(letters!);
  return level && `(${level}${rest})`;
}

/** Letters that changed places or were doubled. */
const nearLevel = (letters: string): string | null =>
  /^[SBU]{3,4}$/.test(letters)
    ? 'SBU'
    : /^[TS]{2,3}$/.test(letters) && letters !== 'SS'
      ? 'TS'
      : /^([CSU])\1$/.test(letters)
        ? letters[0]!
        : null;

/** The own numbered paragraphs that have no mark, not even one inside or one that is misspelt. */
export const unmarkedParagraphs = (view: MessageView): readonly OwnParagraph[] => view.once(readUnmarked);

function readUnmarked(view: MessageView): OwnParagraph[] {
  const malformed = new Set(malformedMarks(view).map(({ paragraph }) => paragraph));
  const found = view.paragraphs.filter((each) => {
    const { paragraph, value } = each;
    if (value === null || paragraph.mark || malformed.has(each)) return false;
    const text = view.text({ start: paragraph.textStart, end: paragraph.end }).replace(/\uFEFF+/g, '');
    return text.trim() !== '' && !MARK_INSIDE.test(text) && !/^\W*(?:x{5,}|MINIMIZE)/i.test(text);
  });
  // One mark for all: `1. (C - ENTIRE TEXT)`, or the words alone.
  return found.length && /ENTIRE[ \r\n]{1,3}TEXT/i.test(view.text(view.message)) ? [] : found;
}
