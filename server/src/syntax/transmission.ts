import { type Cursor, closeField, type DraftField, fieldGroup, lineField, openField } from './cursor';
import { takePage } from './furniture';
import { firstInk } from './lines';
import {
  isAddressee,
  isClassificationLine,
  isDateTimeGroupLine,
  isLevelAlone,
  isPageLine,
  joinedClassification,
  RI_LINE,
  readLabel,
  transmissionField,
} from './recognise';
import type { Field, FieldGroup, FieldKind, Line } from './tree';

const LABEL_LENGTH: Partial<Record<FieldKind, number>> = { fl3: 2, fl4: 0, from: 2, to: 2, info: 4, xmt: 3 };
const LABEL_GAP = /^[ \t/:]*/;
/** How far an unknown line may stand before the next line that belongs to the transmission header. */
const UNKNOWN_REACH = 4;

const NOTICE =
  /\bpartial(?:ly)? extract|\bextract of (?:the |an )?original cable|full text of (?:the )?original cable is not available/i;
/** A one-sentence notice in place of the header (FORMAT 1.2). */
export const isNotice = (s: string): boolean => s.length < 400 && NOTICE.test(s);

const ACTION_BLOCK = /^(?:ACTION|ORIGIN|INFO) {1,4}[A-Z][A-Z/]{0,5}-\d{2}\b/;
const DASH_LINE = /^-{8,}[ \d]/;
const isDashLine = (s: string) => DASH_LINE.test(s) && /\d{6}/.test(s.slice(0, 120));
const PAGE_NUMBER = /^\d{2}$/;

/**
 * The transmission header: ACP-127 format lines 1 to 11 and, in 1973-79 records, the page line, action block and dash line
 * before them (FORMAT 1.4, 2). Null when the text does not begin with one.
 */
export function parseTransmission(cursor: Cursor): FieldGroup | null {
  const children: (Field | Line)[] = [];
  let open: DraftField | null = null;
  let blankBefore = false;
  /** The addressee fields and FL2 may run over several lines. */
  const close = () => {
    if (open) children.push(closeField(open));
    open = null;
  };
  const begin = cursor.at;
  let lastField = begin;
  while (!cursor.done) {
    const blankRun = cursor.line.kind === 'blank';
    if (blankRun) {
      // All of them at once: there may be thousands.
      const next = cursor.inkAfter(cursor.at);
      if (!belongsFurther(cursor, open, next)) break;
      while (cursor.at < next) (open ? open.lines : children).push(cursor.take());
      blankBefore = true;
      continue;
    }
    const s = cursor.ink();
    if (isPageLine(s) || s === '¿') {
      const page = s === '¿' ? [cursor.take('artefact')] : takePage(cursor);
      if (open) open.lines.push(...page);
      else children.push(...page);
      lastField = cursor.at;
      continue;
    }
    const kind = aadField(cursor, s) ?? transmissionField(s);
    if (kind === 'repeat-class' || kind === 'artefact') {
      close();
      children.push(cursor.take(kind));
    } else if (kind !== null && !(kind === 'bt' && children.length === 0)) {
      close();
      if (kind === 'bt') {
        children.push(lineField(cursor, kind));
        return fieldGroup('transmission', children, cursor.text.length);
      }
      open = beginField(cursor, kind, s);
      lastField = cursor.at;
      if (!continues(kind)) close();
      else if (splitJoinedClassification(cursor, open)) {
        close();
        return fieldGroup('transmission', children, cursor.text.length);
      }
    } else if (open && continuation(open, s, blankBefore)) {
      const draft: DraftField = open;
      draft.lines.push(cursor.take());
      if (splitJoinedClassification(cursor, draft)) {
        close();
        return fieldGroup('transmission', children, cursor.text.length);
      }
      lastField = cursor.at;
    } else if (children.length > 0 || open) {
      if (isClassificationLine(s, true) || readLabel(s, false) || !reachesTransmission(cursor)) break;
      close();
      children.push(lineField(cursor, 'unknown-line'));
    } else break;
    blankBefore = false;
  }
  close();
  return lastField === begin ? giveBack(cursor, begin) : fieldGroup('transmission', children, cursor.text.length);
}

function giveBack(cursor: Cursor, begin: number): null {
  cursor.at = begin;
  return null;
}

const continues = (kind: FieldKind) =>
  kind === 'to' || kind === 'info' || kind === 'xmt' || kind === 'fl2' || kind === 'action-block';

function beginField(cursor: Cursor, kind: FieldKind, s: string): DraftField {
  const label = LABEL_LENGTH[kind] ?? 0;
  return openField(cursor, kind, label, label + LABEL_GAP.exec(s.slice(label, label + 40))![0].length);
}

function continuation(open: DraftField, s: string, blankBefore: boolean): boolean {
  if (open.kind === 'fl2') return !blankBefore && RI_LINE.test(s);
  if (open.kind === 'action-block') return !/^[ZOPRYW] \d{6}Z/.test(s);
  if (isClassificationLine(s, true) || readLabel(s, false)) return false;
  return isAddressee(s, blankBefore);
}

/** Lines of a 1973-79 page head (FORMAT 1.4). */
function aadField(cursor: Cursor, s: string): FieldKind | 'repeat-class' | 'artefact' | null {
  if (ACTION_BLOCK.test(s)) return 'action-block';
  if (isDashLine(s)) return 'dash-line';
  if (cursor.layout !== 'aad') return null;
  if (PAGE_NUMBER.test(s)) return 'artefact';
  return isLevelAlone(s) && !beginsText(cursor) ? 'repeat-class' : null;
}

/** A level alone on a line is a page's mark unless the E.O., TAGS or SUBJECT line follows it. */
function beginsText(cursor: Cursor): boolean {
  const next = cursor.inkAfter(cursor.at + 1);
  return next < cursor.lines.length && readLabel(cursor.ink(next), false) !== null;
}

/**
 * The separator between header and text is lost in many cables: `RUEHGV/USMISSION GENEVA 1357UNCLAS SECTION ...`. Looks at the
 * line just taken; on a find the classification part becomes the cursor's next line.
 */
function splitJoinedClassification(cursor: Cursor, open: DraftField): boolean {
  if (open.kind === 'fl2' || open.kind === 'action-block') return false;
  const index = open.lines.length - 1;
  const whole = open.lines[index]!;
  const s = cursor.text.slice(whole.start, whole.end);
  const at = joinedClassification(s);
  if (at <= firstInk(cursor.text, whole) - whole.start) return false;
  cursor.at--;
  open.lines[index] = cursor.cut(whole.start + at);
  return true;
}

/** Whether blank lines at the cursor are followed by more of the header. */
function belongsFurther(cursor: Cursor, open: DraftField | null, next: number): boolean {
  if (next >= cursor.lines.length) return false;
  const s = cursor.ink(next);
  if (isClassificationLine(s, true) && !(cursor.layout === 'aad' && isLevelAlone(s))) return false;
  if (isPageLine(s) || s === '¿') return true;
  const kind = aadField(cursor, s) ?? transmissionField(s);
  if (kind !== null) return kind !== 'repeat-class' || pageFollows(cursor, next);
  // Department cables leave blank lines between copies, drafter and clearances; the dash line or FL5 closes the block.
  if (open?.kind === 'action-block') return blockGoesOn(cursor, next);
  return open !== null && (open.kind === 'to' || open.kind === 'info') && isAddressee(s, true);
}

const BLOCK_REACH = 25;

function blockGoesOn(cursor: Cursor, from: number): boolean {
  for (let i = from; i < Math.min(cursor.lines.length, from + BLOCK_REACH); i++) {
    if (cursor.isBlank(i)) continue;
    const s = cursor.ink(i);
    if (isDashLine(s) || isDateTimeGroupLine(s)) return true;
    if (readLabel(s, false)) return false;
  }
  return false;
}

function pageFollows(cursor: Cursor, from: number): boolean {
  for (let i = from + 1, seen = 0; i < cursor.lines.length && seen < 4; i++) {
    if (cursor.isBlank(i)) continue;
    seen++;
    const s = cursor.ink(i);
    if (isPageLine(s) || transmissionField(s)) return true;
    if (!isLevelAlone(s)) return false;
  }
  return false;
}

/** Whether a line of the transmission header follows soon after the unknown line at the cursor. */
function reachesTransmission(cursor: Cursor): boolean {
  for (let i = cursor.at + 1; i <= cursor.at + UNKNOWN_REACH && i < cursor.lines.length; i++) {
    if (cursor.isBlank(i)) return false;
    const s = cursor.ink(i);
    if (isClassificationLine(s, true) || readLabel(s, false)) return false;
    if (transmissionField(s)) return true;
  }
  return false;
}
