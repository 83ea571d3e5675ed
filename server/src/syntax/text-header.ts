import { type Cursor, closeField, type DraftField, fieldGroup, openField } from './cursor';
import { furnitureKind, takePage } from './furniture';
import { firstInk } from './lines';
import { isMessageStart } from './message-start';
import { paragraphStart } from './paragraph-start';
import { innerLabel, isBareTagsLine, isClassificationLine, isLevelAlone, readLabel } from './recognise';
import type { Field, FieldKind, Line, TextHeader } from './tree';

/** How many lines a text header may be long; beyond, what looks like a label is text. */
const REACH = 120;

const PASSING =
  /^(?:(?:PLEASE |PLS |ALSO )?PASS(?: TO)?\b|ALSO FOR\b|(?:DEPT|DEPARTMENT|STATE|TREASURY|USDOC|NSC|OSD|JUSTICE|ENERGY|COMMERCE|USAID|USTR)\b.{0,60}\b(?:FOR|PASS)\b|(?:[A-Z][A-Z .'-]{0,40} )?FOR(?: |$))/;
const ONLY = /^FOR .{1,60} ONLY$/;
const HANDLING =
  /SENSITIVE BUT UNCLASSIFIED|NOT FOR (?:INTERNET|DISTRIBUTION|PUBLIC)|PROTECT ACCORDINGLY|HANDLE ACCORDINGLY|THIS IS AN ACTION (?:REQUEST|CABLE|MESSAGE)|ACTION REQUEST(?:ED)?[.:]? SEE PARA|^FOR OFFICIAL USE ONLY/i;
const LATE_CAPTION = /^(?:SIPDIS|SENSITIVE|NOFORN|NODIS|EXDIS|LIMDIS|STADIS|TERREP|AIDAC|NOCONTRACT)(?:$|[ ,/-])/i;
const CORRECTED = /^C ?O ?R ?R ?E ?C ?T ?E ?D {1,3}C ?O ?P ?Y/i;
const SUBJECT_STOP = /^(?:-{3,}|={3,}|\*{3,})/;
/** `B. STATE 12345`, `(B) STATE 12345`, `[B] ...`: a further reference after a blank line. */
const FURTHER_REFERENCE = /^¶?[([]?[B-Z][.):\]] {0,2}\S/;
const TAG_TOKENS = /^[A-Z0-9][A-Z0-9/-]{0,11}(?:[ ,;]{1,3}(?:[A-Z0-9][A-Z0-9/-]{0,11}|\([^()]{1,40}\)))*[,;]?$/;

/**
 * The text header: classification line to REF or Classified By (FORMAT 3). Null when no line of it is found where it should
 * begin. `certain`: a transmission header stood before, so unknown lines up to the last label belong to it.
 */
export function parseTextHeader(cursor: Cursor, certain: boolean): TextHeader | null {
  const begin = cursor.at;
  let last = lastLabel(cursor, certain);
  const parts: (Field | Line)[] = [];
  const seen = new Set<FieldKind>();
  let open: DraftField | null = null;
  let blankBefore = true;
  const close = () => {
    if (open) parts.push(closeField(open));
    open = null;
  };
  const start = (kind: FieldKind, label = 0, value = label, reading: Field['reading'] = 'plain') => {
    close();
    seen.add(kind);
    open = openField(cursor, kind, label, value, reading);
  };

  while (!cursor.done) {
    if (cursor.line.kind === 'blank') {
      const draft = open as DraftField | null;
      const next = cursor.inkAfter(cursor.at);
      if (next >= cursor.lines.length) break;
      if (draft && resumes(cursor, draft, next)) while (cursor.at < next) draft.lines.push(cursor.take());
      else {
        close();
        while (cursor.at < next) parts.push(cursor.take());
      }
      blankBefore = true;
      continue;
    }
    const s = cursor.ink();
    const draft = open as DraftField | null;
    const furniture = furnitureKind(s, cursor.layout === 'aad');
    if (furniture === 'page' || furniture === 'release-stamp' || furniture === 'artefact') {
      const leaves = furniture === 'page' ? takePage(cursor) : [cursor.take(furniture)];
      if (draft) draft.lines.push(...leaves);
      else parts.push(...leaves);
      continue;
    }
    if (furniture === 'repeat-class' && seen.has('classification')) {
      if (draft) draft.lines.push(cursor.take('repeat-class'));
      else parts.push(cursor.take('repeat-class'));
      continue;
    }
    if (parts.length > 0 && beginsAnotherMessage(cursor, s)) break;
    // `(U)` at the beginning of a subject that stands below its label.
    const isMarked = draft?.kind === 'subject' && isEmpty(draft) && isUnnumbered(cursor, cursor.at);
    if ((!isMarked && beginsText(cursor, blankBefore)) || (seen.has('subject') && repeats(s))) break;
    const inside = cursor.at <= last;
    const read = readLabel(s, (certain || seen.size > 0) && inside);
    const isReason = draft?.kind === 'classified-by' && read?.kind === 'eo' && seen.has('eo');
    // `REF B MOSCOW 123` in a list whose items are called so (FORMAT 3.8).
    const isItem = draft?.kind === 'ref' && read?.kind === 'ref' && /^REF [A-Z] /.test(s);
    const label = isReason || isItem ? null : read;
    if (label) {
      if (cutInnerLabel(cursor, s, label.value, isCiting(label.kind))) last++;
      const reading = label.corrected ? 'corrected' : swallowed(cursor) ? 'swallowed' : 'plain';
      if (label.kind === 'classified-by' && label.length === 0 && draft?.kind === 'classified-by')
        draft.lines.push(cursor.take());
      else start(label.kind, label.length, label.value, reading);
    } else if (!seen.has('classification') && isClassificationLine(s, certain)) {
      start('classification');
      close();
    } else if (draft && continuesField(draft, cursor, s, blankBefore)) {
      if (cutInnerLabel(cursor, s, 0, isCiting(draft.kind))) last++;
      draft.lines.push(cursor.take());
    } else if (seen.has('eo') && !seen.has('tags') && isBareTagsLine(s)) {
      start('tags', 0, 0, 'implied');
    } else {
      const kind = unlabelled(s, seen, inside, seen.has('classification') || certain);
      if (kind === null) break;
      start(kind);
      if (kind !== 'attention') close();
    }
    blankBefore = false;
  }
  close();
  if (seen.size === 0 || (seen.size === 1 && seen.has('unknown-line'))) {
    cursor.at = begin;
    return null;
  }
  return fieldGroup('text-header', parts, cursor.text.length);
}

const beginsText = (cursor: Cursor, blankBefore: boolean): boolean => isFirstParagraph(cursor, cursor.at, blankBefore);

/** Paragraph 1 ends the header even without the blank line before it (FORMAT 3.7). */
function isFirstParagraph(cursor: Cursor, index: number, blankBefore: boolean): boolean {
  const start = paragraphStart(cursor.text, cursor.lines[index]!, 0);
  return (
    start !== null &&
    (blankBefore ||
      start.anchored ||
      (start.value === 1 && start.mark !== null) ||
      /^1\. {1,3}\S/.test(cursor.ink(index)))
  );
}

/** A rule or a second classification line below the SUBJECT: a text header given again begins there. */
const repeats = (s: string): boolean => SUBJECT_STOP.test(s) || (isClassificationLine(s, false) && /\d{4}/.test(s));

/** What an unlabelled line of the header is; null: the header is over. */
function unlabelled(s: string, seen: Set<FieldKind>, inside: boolean, underClassification: boolean): FieldKind | null {
  const early = !seen.has('eo') && !seen.has('tags') && !seen.has('subject');
  if (s.length < 200 && HANDLING.test(s) && (inside || underClassification)) return 'handling-note';
  if (CORRECTED.test(s)) return 'caption';
  if (LATE_CAPTION.test(s) && s.length < 80) return 'caption';
  if (early && underClassification && s === s.toUpperCase() && s.length < 160) {
    if (ONLY.test(s)) return 'caption';
    if (PASSING.test(s)) return 'attention';
    if (s.split(/ +/).length <= 5 && /[A-Z]{2}/.test(s) && !/[.:]$/.test(s) && !/^[-=*]/.test(s)) return 'caption';
  }
  return inside ? 'unknown-line' : null;
}

/** Index of the last line that begins with a label, before the first paragraph; -1 if there is none within reach. */
function lastLabel(cursor: Cursor, certain: boolean): number {
  let last = -1;
  let blankBefore = true;
  const limit = Math.min(cursor.lines.length, cursor.at + REACH);
  for (let i = cursor.at; i < limit; i++) {
    const line = cursor.lines[i]!;
    if (line.kind === 'blank') {
      blankBefore = true;
      continue;
    }
    const s = cursor.ink(i);
    if (i > cursor.at && beginsAnotherMessage(cursor, s, i)) break;
    if (isFirstParagraph(cursor, i, blankBefore)) break;
    const label = readLabel(s, certain || last >= 0);
    if (label) last = i;
    // Prose before any label: what follows is not a header, whatever word a later line begins with.
    else if (last < 0 && !certain && s.length > 40 && /[a-z]{3}.*[a-z]{3}/.test(s.slice(0, 200)) && i > cursor.at + 12)
      break;
    blankBefore = false;
  }
  return last;
}

/** Cheap form of the message's own test: within a header no quotation can be open. */
const beginsAnotherMessage = (cursor: Cursor, s: string, index = cursor.at): boolean =>
  s === 'NNNN' || isMessageStart(cursor, s, cursor.line.start, index);

/** Nothing stands behind the label, and nothing but blank lines below it so far. */
const isEmpty = ({ value, lines }: DraftField): boolean =>
  value >= lines[0]!.end && lines.every(({ kind }, i) => i === 0 || kind === 'blank');
/** A short line with a mark and without a number. */
const isUnnumbered = (cursor: Cursor, index: number): boolean => {
  const line = cursor.lines[index]!;
  return paragraphStart(cursor.text, line, 0)?.number === null && line.end - line.start < 80;
};

/** Whether a field goes on after blank lines. */
function resumes(cursor: Cursor, open: DraftField, next: number): boolean {
  const s = cursor.ink(next);
  if (furnitureKind(s, cursor.layout === 'aad') === 'page') return true;
  const empty = isEmpty(open);
  if (readLabel(s, false)) return false;
  if (paragraphStart(cursor.text, cursor.lines[next]!, 0))
    return open.kind === 'subject' && empty && isUnnumbered(cursor, next);
  // The blank lines below a page line belong to it (FORMAT 4.5).
  const afterPage = open.lines[open.lines.length - 1]!.kind === 'page';
  switch (open.kind) {
    case 'subject':
      return (empty || afterPage) && !SUBJECT_STOP.test(s);
    case 'ref':
      return afterPage || FURTHER_REFERENCE.test(s);
    case 'tags':
      return afterPage ? TAG_TOKENS.test(s) : endsOpen(cursor, open) && TAG_TOKENS.test(s);
    case 'classified-by':
      return afterPage;
    default:
      return false;
  }
}

function continuesField(open: DraftField, cursor: Cursor, s: string, blankBefore: boolean): boolean {
  const wasResumed = open.lines[open.lines.length - 1]!.kind === 'blank';
  if (blankBefore && !wasResumed && open.lines[open.lines.length - 1]!.kind !== 'page') return false;
  switch (open.kind) {
    case 'subject':
      return !SUBJECT_STOP.test(s) && !HANDLING.test(s) && !LATE_CAPTION.test(s);
    case 'ref':
      return !SUBJECT_STOP.test(s) && !isClassificationLine(s, false);
    case 'classified-by':
      return !SUBJECT_STOP.test(s);
    case 'tags':
      return TAG_TOKENS.test(s) || endsOpen(cursor, open);
    case 'eo':
      return (
        (endsOpen(cursor, open) || !LATE_CAPTION.test(s)) && !isBareTagsLine(s) && s.length < 80 && !isLevelAlone(s)
      );
    case 'attention':
      return endsOpen(cursor, open) || /^(?:AND |[A-Z]{1,6}\/[A-Z])/.test(s);
    default:
      return false;
  }
}

/** The last line of a field ends with a comma, a slash or AND: more must follow. */
function endsOpen(cursor: Cursor, open: DraftField): boolean {
  const last = open.lines[open.lines.length - 1]!;
  return /(?:[,;/]|\bAND)$/.test(cursor.text.slice(Math.max(last.start, last.end - 4), last.end));
}

/** Cuts the cursor's line where a second label begins inside it (`... 12958: N/A TAGS: PHUM`, `...OUTLOOKREF: A.`). */
function cutInnerLabel(cursor: Cursor, s: string, from: number, isCitation: boolean): boolean {
  const at = innerLabel(s, Math.max(1, from), isCitation);
  if (at < 0) return false;
  const before = cursor.cut(firstInk(cursor.text, cursor.line) + at);
  // The part before stays the cursor's line; the part after waits behind it.
  cursor.lines.splice(cursor.at, 0, before);
  return true;
}

/** Reasons and references may cite an executive order (FORMAT 3.8, 3.9). */
const isCiting = (kind: FieldKind): boolean => kind === 'classified-by' || kind === 'ref';

/** The cursor's line was cut from the line before it without a blank between them. */
const swallowed = (cursor: Cursor): boolean => {
  const start = cursor.line.start;
  return start > 0 && !/\s/.test(cursor.text[start - 1]!);
};
