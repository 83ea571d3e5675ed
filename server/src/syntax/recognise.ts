/**
 * What one line can be, decided by the line alone. Every pattern is anchored and has no nested repetition: a line costs time
 * in step with its length, whatever it holds. `s` is always a line without its leading and trailing blanks.
 */
import { editDistance } from '../text/edit-distance';
import type { FieldKind } from './tree';

// Classification words, plain or letter-spaced (FORMAT 3.2). The longer word first: SECRET also ends TOP SECRET.
const spaced = (word: string) => word.split('').join(' {0,3}');
const LEVELS = [
  'UNCLASSIFIED',
  'UNCLAS',
  'LIMITED OFFICIAL USE',
  'LOU',
  'CONFIDENTIAL',
  'TOP SECRET',
  'SECRET',
  // Allied and retired words; a line that begins with them is still a classification line.
  'RESTRICTED',
];
const levelPattern = LEVELS.map((level) => level.split(' ').map(spaced).join(' {1,5}')).join('|');
const LEVEL_START = new RegExp(`^(?:${levelPattern})(?![A-Z0-9])`, 'i');
const LEVEL_JOINED = new RegExp(
  `(?<=[A-Z0-9])(?:${levelPattern})(?= *$| {1,9}(?:SECTION|SENSITIVE|SBU|NOFORN|EFTO|E F T O|FOUO|SVC|NODIS|EXDIS|FINAL SECTION|[A-Z][A-Z .'/-]{1,40} \\d{2,7}\\b))`,
);
/** The same after a blank: certain enough only with a section count or with post and six digits. */
const LEVEL_RUN_IN = new RegExp(
  `(?<=[A-Z0-9] {1,4})(?:${levelPattern})(?= {1,9}(?:SECTION \\d{1,2} OF \\d{1,2} [A-Z]|[A-Z][A-Z .'/-]{1,40} \\d{6}\\b))`,
);
const SECTION_WORDS = /\bS[A-Z]{0,2}CT[A-Z]{0,3} ?0?\d{1,2} ?[O0Q]{0,2}F ?\d{1,2}\b|\bFINAL SECTION OF \d/i;
/** What may follow the level: nothing, or handling words, a section count, post and number; never a sentence. */
const CLASSIFICATION_REST = /^[A-Z0-9 .,'/()#:-]*$/;
/** A header that was typed in lower case throughout: believed only with post and six digits. */
const LOWER_REST = /^(?:section \d{1,2} of \d{1,2} )?[a-z][a-z .'/-]{1,40} \d{6}$/;
const DAMAGED_REST = /^[^a-z]*\d{3,7}$/;

export const startsWithLevel = (s: string): string | null => LEVEL_START.exec(s)?.[0] ?? null;

/** A level alone on a line, as at the head and foot of 1970s pages. */
export const isLevelAlone = (s: string): boolean => {
  if (s.length > 45) return false;
  const level = startsWithLevel(s);
  return level !== null && level.length === s.length;
};

const couldBeLevel = (s: string): boolean => 'UCSTLRuctslr'.includes(s[0] ?? ' ');

/**
 * A classification line (FORMAT 3.2). A misspelt level (`CONFIDENTAL SECTION 01 OF 02 ROME 000123`) is accepted where the
 * rest leaves no doubt. `afterAddresses`: the line stands where only a classification line can.
 */
export function isClassificationLine(s: string, afterAddresses: boolean): boolean {
  if (s.length > 160) return false;
  if (couldBeLevel(s)) {
    const level = startsWithLevel(s);
    if (level !== null) {
      const rest = s.slice(level.length).trim();
      if (rest === '') return true;
      // Where nothing else can stand, a character that does not belong there does not hide it.
      if (!CLASSIFICATION_REST.test(rest))
        return LOWER_REST.test(rest) || (afterAddresses && DAMAGED_REST.test(rest) && s.length < 80);
      return afterAddresses || /\d{2}/.test(rest) || /^(?:SENSITIVE|NOFORN|EFTO|E F T O|FOUO|SBU|SVC)\b/.test(rest);
    }
  }
  if (!/^[A-Z]/.test(s) || !/ \d{3,7}(?: [A-Z]|$)/.test(s)) return false;
  if (!SECTION_WORDS.test(s) && !/ \d{6}$/.test(s)) return false;
  const word = /^[A-Z]+(?: OFFICIAL USE)?/.exec(s)![0];
  return LEVELS.some((level) => level.length > 5 && editDistance(word, level, 2) <= 2);
}

/** Offset in an address line at which a joined classification line begins (FORMAT 2.6), or -1. */
export function joinedClassification(s: string): number {
  if (s.length > 300) return -1;
  // Cheap look before the long alternation: every level holds one of these, plain or spaced.
  if (!/U ?N ?C ?L|C ?O ?N ?F|S ?E ?C ?R|L ?I ?M ?I|T ?O ?P/.test(s)) return -1;
  return (LEVEL_JOINED.exec(s) ?? LEVEL_RUN_IN.exec(s))?.index ?? -1;
}

const PAGE_2000S = /^[A-Z][A-Z .'/-]{1,40}? \d{8} {1,4}\d{3}(?:\.\d)? OF \d{3}$/;
const PAGE_DAMAGED = /^[A-Z][A-Z .'/-]{1,40}? \d{5,9} {1,4}\d{2,3}(?:\.\d)? ?O?F? ?\d{0,3}$/;
const PAGE_1970S = /^PAGE {1,3}\d{2}(?:$| {1,20}(?:[A-Z][A-Z .'-]{0,30} ?\d{4,6}\b.{0,60}$))/;

/** Page or section line of the relay (FORMAT 4.5). */
export function isPageLine(s: string): boolean {
  if (s.length < 7 || s.length > 90) return false;
  if (s.charCodeAt(0) === 80 && PAGE_1970S.test(s)) return true;
  const last = s.charCodeAt(s.length - 1);
  if (last < 48 || last > 57) return false;
  return PAGE_2000S.test(s) || (PAGE_DAMAGED.test(s) && / \d{8} /.test(s));
}

const DTG = /^(?:[A-Z] {1,3}(?:[A-Z] {1,3})?)?\d{4,7} ?[A-Z] {1,3}[A-Z]{2,9}(?: {1,3}\d{1,4})?(?: {1,3}Z[A-Z]{2}.*)?$/i;
const FL5_TOLERANT = /^[ZOPRYW] {1,3}(?:[ZOPRYW] {1,3})?(?:\d{3,7}[A-Z]?\b|\d{6}Z[A-Z]{3}\b)/;
const FL2 = /^(?:ZZ|OO|PP|RR|YY|WW|[ZOPRYW])(?: {1,3}[A-Z]{4,8})+\.?$/;
export const RI_LINE = /^[A-Z]{4,8}(?: {1,3}[A-Z]{4,8})*\.?$/;
/** Any letters where the precedence of FL2 should stand, before routing indicators of U.S. stations. */
const FL2_DAMAGED = /^[A-Z]{1,3}(?: {1,3}RU[A-Z]{2,6})+\.?$/;
const JANAP = /^[ZOPRYW][A-Z]{7} [A-Z]{4,8}\d{4} \d{7}-/;

/** Which format line of the transmission header (ACP-127) a line begins, or null. */
export function transmissionField(s: string): FieldKind | null {
  switch (s.charCodeAt(0) & ~32) {
    case 66: // B
      return s === 'BT' ? 'bt' : null;
    case 68: // D
      return /^DE(?: |$)/i.test(s) && (s.length < 4 || /^DE {1,3}(?:[A-Z]{4,8}\b|#?\d)/i.test(s)) ? 'fl3' : null;
    case 70: // F
      return /^FM(?: |$)/i.test(s) ? 'from' : null;
    case 71: // G
      return /^GR ?\d{1,5}$|^GRNC$/.test(s) ? 'group-count' : null;
    case 73: // I
      return /^INFO(?: |$)/i.test(s) ? 'info' : null;
    case 84: // T
      return /^TO(?: |$)/i.test(s) ? 'to' : null;
    case 86: // V
      return /^VZCZC|^VV [A-Z]{3}\d/i.test(s) ? 'fl1' : null;
    case 88: // X
      return /^XMT(?:[ /]|$)/i.test(s) ? 'xmt' : null;
    case 90: // Z
      if (/^ZN[RY](?: |$)/i.test(s)) return 'fl4';
      break;
  }
  if (s.length > 200) return null;
  if (FL2_DAMAGED.test(s)) return 'fl2';
  const first = s.charCodeAt(0) & ~32;
  const digit = s.charCodeAt(0) >= 48 && s.charCodeAt(0) <= 57;
  if (!digit && first !== 90 && first !== 79 && first !== 80 && first !== 82 && first !== 89 && first !== 87)
    return null;
  if (digit ? /^\d{6} ?[A-Z] {1,3}[A-Z]{3}\b/i.test(s) && DTG.test(s) : DTG.test(s) || FL5_TOLERANT.test(s))
    return 'fl5';
  if (FL2.test(s)) return 'fl2';
  return JANAP.test(s) ? 'janap-line' : null;
}

/** An FL5 line good enough to begin a message of its own when FM follows (FORMAT 0.3). */
export const isDateTimeGroupLine = (s: string): boolean =>
  // Asked of every short line: a look at its second character tells of nearly all of them.
  s.charCodeAt(1) === 32 && s.length < 80 && /^[ZOPRYW] {1,3}(?:[ZOPRYW] {1,3})?\d{6}Z(?![A-Z]{4}|\d)/i.test(s);

const ADDRESS_WITH_RI = /^(?:[A-Z]{4,8}|ZEN) {0,2}\/ {0,2}[A-Z0-9]/i;
const ADDRESS_PLAIN = /^[A-Z][A-Z0-9 .,'()/&-]{1,90}$/;

/** A further addressee under TO or INFO. After a blank line only one with a routing indicator is believed. */
export const isAddressee = (s: string, afterBlank: boolean): boolean =>
  ADDRESS_WITH_RI.test(s) || (!afterBlank && ADDRESS_PLAIN.test(s));

export interface Label {
  readonly kind: FieldKind;
  /** Length of the label without its colon, and offset of the value, both within the line. */
  readonly length: number;
  readonly value: number;
  readonly corrected: boolean;
}

const EO = /^E ?\.? ?O ?[.:]{0,2} {0,3}(?=\d|N\/?A\b|UNKNOWN|:)/i;
const TAGS = /^TAGS(?= *[:;,.]| |$)/i;
const SUBJECT = /^SUBJ(?:ECT)?(?= *[:;.]| |$)/i;
const REFERENCE = /^(?:REFERENCES?|REFTELS?|REF\(S\)|REFS?|RETELS?)(?= *[:;.]| |$)/i;
const CLASSIFIED_BY = /^CLASS?IFI?ED BY(?= *:| |$)/i;
const REASON = /^REASONS?(?:\(S\))? ?:/i;

/**
 * The label a line of the text header begins with (FORMAT 3 and 6). Labels are read in any case, but in lower case only
 * with a colon, as they are also ordinary words. `fuzzy` admits misspelt ones and is for the header zone alone.
 */
export function readLabel(s: string, fuzzy: boolean): Label | null {
  let kind: FieldKind | null = null;
  let match: RegExpExecArray | null = null;
  switch (s.charCodeAt(0) & ~32) {
    case 69: // E
      match = EO.exec(s);
      if (match)
        return {
          kind: 'eo',
          length: match[0].replace(/(?<![\s:])[\s:]+$/, '').length,
          value: match[0].length,
          corrected: false,
        };
      break;
    case 84: // T
      match = TAGS.exec(s);
      kind = 'tags';
      break;
    case 83: // S
      match = SUBJECT.exec(s);
      kind = 'subject';
      break;
    case 82: // R
      match = REFERENCE.exec(s);
      kind = 'ref';
      if (!match) {
        match = REASON.exec(s);
        if (match) return { kind: 'classified-by', length: 0, value: 0, corrected: false };
      }
      break;
    case 67: // C
      match = CLASSIFIED_BY.exec(s);
      kind = 'classified-by';
      if (match) return withValue(s, kind, match[0].length, !/^CLASSIFIED/i.test(s));
      break;
  }
  if (match && kind) {
    const word = match[0];
    const colon = /^ {0,3}:/.test(s.slice(word.length, word.length + 4));
    if (colon || (word === word.toUpperCase() && s.length < 300)) return withValue(s, kind, word.length, false);
  }
  return fuzzy ? misspeltLabel(s) : null;
}

function withValue(s: string, kind: FieldKind, length: number, corrected: boolean): Label {
  const gap = /^ {0,3}[:;,.]? */.exec(s.slice(length, length + 40))![0].length;
  return { kind, length, value: length + gap, corrected };
}

const SPACED_SUBJECT = /^S U B J(?: E C T)?(?= *:| )/;

function misspeltLabel(s: string): Label | null {
  if (s.charCodeAt(1) === 32) {
    const spaced = SPACED_SUBJECT.exec(s);
    return spaced && withValue(s, 'subject', spaced[0].length, true);
  }
  const match =
    /^([A-Z][A-Z0-9]{1,8}) ?[:;,] ?/.exec(s) ??
    ('TAUS'.includes(s[0] ?? ' ') ? /^(TAGE|TAGES|TAG|TGS|AGS|UBJECT|SUBJT|SUBJ\d) /.exec(s) : null);
  if (!match) return null;
  const word = match[1]!;
  const mark = match[0].trim().slice(-1);
  if (editDistance(word, 'TAGS', 1) <= 1 || word === 'TAGES') return withValue(s, 'tags', word.length, true);
  // A semicolon or comma after a word near SUBJECT is more likely a list: ask for the colon.
  if (mark === ':' && (editDistance(word, 'SUBJECT', 2) <= 2 || editDistance(word, 'SUBJ', 1) <= 1))
    return withValue(s, 'subject', word.length, true);
  return mark !== ':' && /^(?:UBJECT|SUBJT|SUBJ\d)$/.test(word) ? withValue(s, 'subject', word.length, true) : null;
}

/** Labels inside a line: after a blank, or glued to the word before (`...OUTLOOKREF: A.`, `QUITOClassified By:`). */
const INNER_LABEL =
  /(?<= )(?:TAGS ?:|SUBJ(?:ECT)? ?:|REF(?:S|TELS?)? ?:|E\.O\. ?\d{5})|(?<=[A-Za-z0-9.)])(?:REF(?:S|TELS?)? ?: ?(?=[A-Z(\d])|Classified By ?:|CLASSIFIED BY ?:|TAGS: |SUBJECT: )/g;

/** Offset of the next label inside a line after `from`, or -1. Reasons and references may cite an order. */
export function innerLabel(s: string, from: number, isCiting: boolean): number {
  if (s.length > 2000) return -1;
  INNER_LABEL.lastIndex = from;
  for (let match = INNER_LABEL.exec(s); match; match = INNER_LABEL.exec(s))
    if (!(isCiting && match[0].startsWith('E'))) return match.index;
  return -1;
}

/** Whether a tags line was left without its label: three or more codes, with commas or the last of them of a country (FORMAT 6). */
export const isBareTagsLine = (s: string): boolean =>
  s.length < 120 &&
  /^(?:(?:[A-Z]{4}|[A-Z]{2}), ?(?:[A-Z]{4}|[A-Z]{2})(?:, ?(?:[A-Z]{4}|[A-Z]{2}))+,?(?: \([A-Z, .'-]{2,40}\))?|[A-Z]{4}(?: [A-Z]{4})+(?: [A-Z]{2})+)$/.test(
    s,
  );
