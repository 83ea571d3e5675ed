import { firstInk, splitLines } from './lines';
import { splitJoinedLines } from './one-line';
import { isClassificationLine, isDateTimeGroupLine, isPageLine, readLabel } from './recognise';
import type { Layout, Span } from './tree';

/** How many lines that are not blank decide (FORMAT 0.4). */
const LINES = 40;

export const COMPACT_MRN = /^\d{2,4}[A-Z][A-Z'.-]{1,40}\d{1,7}[A-Za-z]?$/;
const DATE =
  /^[A-Z][a-z]{2} [A-Z][a-z]{2} +\d{1,2} \d|^[A-Z][a-z]{2,8},? \d|^\d{4}-\d{2}-\d{2}|^\d{1,2}\/\d{1,2}\/\d{4}/;
const ARCHIVE_LEVEL = /^(?:UNCLASSIFIED|CONFIDENTIAL|SECRET|TOP SECRET|LIMITED OFFICIAL USE)(?:\/\/.{1,60})?$/i;
const SMART_LABELS = /^(?:Date\/DTG|From|Action|E\.O\.|TAGS|Subject) ?:/i;

export interface LayoutResult {
  readonly layout: Layout;
  /** How the archive wrapped a `cablegate` cable. */
  readonly wrapper: 'preamble' | 'web' | 'none';
}

/** The layout of a text by its first forty lines; the first test that holds wins. */
export function detectLayout(text: string, lines: readonly Span[]): LayoutResult {
  const head: string[] = [];
  for (let i = 0; i < lines.length && head.length < LINES && i < 400; i++) {
    const line = lines[i]!;
    if (line.end > line.start) head.push(text.slice(firstInk(text, line), Math.min(line.end, line.start + 200)));
  }
  const found = (layout: Layout, wrapper: LayoutResult['wrapper'] = 'none') => ({ layout, wrapper });
  if (isPreamble(text, lines)) return found('cablegate', 'preamble');
  if (isAad(head)) return found('aad');
  if (
    head.some((s) => (s.charCodeAt(0) & ~32) === 77 && /^MRN ?:/i.test(s)) &&
    head.filter((s) => SMART_LABELS.test(s)).length >= 2
  )
    return found('smart');
  // A web copy holds a raw cable too: the page around it decides.
  if (isWebPage(head)) return found('cablegate', 'web');
  return found(isRawCable(head) ? 'acp127' : 'fragment');
}

/** Five lines: compact MRN, subject, date, classification, origin. Two of the three that can be told suffice. */
function isPreamble(text: string, lines: readonly Span[]): boolean {
  const first = lines.findIndex((line) => firstInk(text, line) < line.end);
  const at = (index: number) => {
    const line = lines[first + index];
    return line ? text.slice(firstInk(text, line), line.end) : '';
  };
  const mrn = COMPACT_MRN.test(at(0));
  const date = DATE.test(at(2)) || DATE.test(at(1));
  const level = ARCHIVE_LEVEL.test(at(3)) || ARCHIVE_LEVEL.test(at(2));
  if (mrn) return date || level;
  // A damaged MRN is still the first line of a preamble when date and level stand in their places.
  return DATE.test(at(2)) && ARCHIVE_LEVEL.test(at(3)) && /^\d/.test(at(0)) && at(0).length < 60;
}

function isAad(head: readonly string[]): boolean {
  let page: boolean | null = null;
  for (const s of head) {
    const first = s.charCodeAt(0) & ~32;
    if (first === 77 && /^Message (?:Text|Attributes)$/i.test(s)) return true;
    if (page !== null) continue;
    if (first === 70 && s.startsWith('FM ')) page = false;
    else if (first === 80 && /^PAGE {1,3}0?1\b/.test(s) && (isPageLine(s) || /^PAGE {1,3}01$/.test(s))) page = true;
  }
  return page === true;
}

function isWebPage(head: readonly string[]): boolean {
  const whole = head.join('\n');
  return (
    /Viewing cable/i.test(whole) || (/Reference ID/i.test(whole) && /Created/i.test(whole) && /Origin/i.test(whole))
  );
}

function isRawCable(head: readonly string[]): boolean {
  return head.some((s, index) => {
    if (/^VZCZC/.test(s) || /^DE [A-Z]{4,8} {1,3}#/.test(s)) return true;
    return isDateTimeGroupLine(s) && head.slice(index + 1, index + 4).some((next) => /^FM /i.test(next));
  });
}

/** In prose, in notes and in Markdown a line may begin with `Tags:`; a cable's begins with codes in capitals. */
const TAGS_LINE = /^TAGS ?:? {0,9}(?:[A-Z]{2,5}\b(?![a-z])|$)/;

/**
 * Whether a text looks like a cable at all, by its first forty lines that are not blank (the head of a file will do): for what
 * is not named `.cable`.
 */
export function looksLikeCable(text: string): boolean {
  const lines = splitJoinedLines(text, splitLines(text));
  const { layout } = detectLayout(text, lines);
  if (layout !== 'fragment') return true;
  let seen = 0;
  for (const line of lines) {
    if (line.end === line.start) continue;
    if (++seen > LINES) break;
    const s = text.slice(firstInk(text, line), Math.min(line.end, line.start + 200));
    if (seen <= 5 && /\d{4}/.test(s) && isClassificationLine(s, false)) return true;
    if (readLabel(s, false)?.kind === 'eo' || TAGS_LINE.test(s)) return true;
  }
  return false;
}
