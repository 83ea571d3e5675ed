/** Where a text cites paragraphs of its own by number: `para 5`, `paras 3-5`, `paragraphs 3 and 4` (FORMAT 4.1). */
import { isKnownPost } from '../data/posts';
import { firstFrom } from '../syntax/places';
import type { FieldKind, Line, Span } from '../syntax/tree';
import { matches } from '../text/matches';
import type { MessageView } from './view';

/** The digits of one number. */
export interface ParagraphMention extends Span {
  readonly value: number;
  /** `a` of `para 2a`. */
  readonly letter: string;
  /** First and last of `paras 3-5` also stand for what lies between. */
  readonly range: 'from' | 'to' | null;
}

/** The paragraphs that a message cites of itself, in order. What may be a paragraph of another text is left out. */
export const paragraphMentions = (view: MessageView): readonly ParagraphMention[] => view.once(readMentions);

const HEAD = /\bpara(?:graph)?s?\b/gi;
const HEAD_AT = new RegExp(HEAD.source, 'iy');
/** White space, also over a line break and a page line that was blanked out. */
const GAP = '\\s{0,400}';
const NUMBER = '(\\d{1,3})([a-z]?)\\)?(?!\\w|[.,]\\d)';
const FIRST = new RegExp(`(?:['’]s)?\\.?${GAP}(?:(?:nos?\\.|numbers?)\\s{1,20})?#?\\(?${NUMBER}`, 'iy');
const RANGE = new RegExp(`${GAP}(?:[-–]|\\b(?:to|through|thru)\\b)${GAP}\\(?${NUMBER}`, 'iy');
const LIST = new RegExp(`${GAP}(?:,(?:\\s{1,400}(?:and|or|&))?|\\/|&|\\b(?:and|or)\\b)${GAP}\\(?${NUMBER}`, 'iy');
/** What may follow the last number of a list. `in para 3, 12 bells rang`: the word says that 12 is none. */
const CLOSES =
  /^\s{0,400}(?:$|[^\sa-z0-9]|(?:and|or|to|through|thru|above|below|of|in|ref|reftel|septel|respectively|refer)\b)/i;

/** Header lines in which an action request may be announced (FORMAT 3.10). */
const HEADER_KINDS: readonly FieldKind[] = ['handling-note', 'subject', 'caption', 'unknown-line'];

function readMentions(view: MessageView): ParagraphMention[] {
  const { clean } = view.cable;
  const { message } = view;
  const found: ParagraphMention[] = [];
  for (const field of message.header?.fields ?? [])
    if (HEADER_KINDS.includes(field.kind)) readText(clean.slice(field.start, field.end), field.start, found);
  const heads = headsIn(view);
  if (!heads.length) return found;
  const quoted = message.blocks.filter(({ kind, opener }) => kind === 'quoted-text' && opener);
  for (const { paragraph } of view.paragraphs) {
    const { start, end } = paragraph;
    const first = heads[firstFrom(heads, start)];
    if (first === undefined || first >= end) continue;
    const from = found.length;
    readText(withoutFurniture(clean, paragraph.children, end), start, found);
    if (quoted.length)
      for (let i = found.length - 1; i >= from; i--)
        if (quoted.some((block) => block.start <= found[i]!.start && found[i]!.start < block.end)) found.splice(i, 1);
  }
  return found;
}

/** Where the body has the word. */
function headsIn({ cable: { clean, places }, message: { body } }: MessageView): number[] {
  const found: number[] = [];
  const { citingWords } = places;
  for (let i = firstFrom(citingWords, body.start); i < citingWords.length && citingWords[i]! < body.end; i++) {
    HEAD_AT.lastIndex = citingWords[i]!;
    if (HEAD_AT.test(clean)) found.push(citingWords[i]!);
  }
  return found;
}

/** The text of a paragraph with page lines and other furniture blanked out: offsets stay true. */
function withoutFurniture(clean: string, lines: readonly Line[], end: number): string {
  let text = '';
  let at = lines[0]!.start;
  for (const { kind, start, end: to } of lines) {
    if (kind === 'text' || kind === 'blank' || kind === 'list-item' || kind === 'table' || kind === 'rule') continue;
    text += clean.slice(at, start) + ' '.repeat(to - start);
    at = to;
  }
  return text + clean.slice(at, end);
}

function readText(text: string, base: number, found: ParagraphMention[]): void {
  let last = -1;
  let lastIsOther = false;
  for (const head of matches(text, HEAD)) {
    const at = head.index + head[0].length;
    FIRST.lastIndex = at;
    const first = FIRST.exec(text);
    if (!first) continue;
    const several = /s$/i.test(head[0]);
    const numbers: { -readonly [K in keyof ParagraphMention]: ParagraphMention[K] }[] = [];
    const add = ([whole, digits, letter]: RegExpExecArray, index: number) => {
      const start = base + index + whole.lastIndexOf(digits!, whole.length - letter!.length - 1);
      numbers.push({ start, end: start + digits!.length, value: Number(digits), letter: letter!, range: null });
    };
    add(first, at);
    let end = FIRST.lastIndex;
    for (;;) {
      RANGE.lastIndex = LIST.lastIndex = end;
      const range = RANGE.exec(text);
      const next = range ?? LIST.exec(text);
      if (!next) break;
      const after = end + next[0].length;
      const sure = range ? several || /^[-–]/.test(range[0]) : several && !/^\s*,\s*\(?\d/.test(next[0]);
      if (!sure && !CLOSES.test(text.slice(after, after + 420))) break;
      if (range) numbers.at(-1)!.range = 'from';
      add(next, end);
      if (range) numbers.at(-1)!.range = 'to';
      end = after;
    }
    // `ref A para 3 and para 4`: both are of one text.
    const joined = last >= 0 && /^[\s,;()]{0,40}(?:and|or|&)?[\s(]{0,40}$/i.test(text.slice(last, head.index));
    lastIsOther = (joined && lastIsOther) || isOfAnother(text, head.index, end);
    last = end;
    if (!lastIsOther) found.push(...numbers);
  }
}

const REFERENCE = '(?:ref(?:erence|tel)?s?|ref\\(s\\)|retels?|septels?)';
/** Texts that have paragraphs of their own. */
const TEXT =
  '(?:UNSCR?|UNGA|resolutions?|articles?|annex(?:es)?|reports?|treaty|agreement|accords?|laws?|decree|decision|directive|protocol|charter|convention|constitution|communique|declaration|statement|letter|memo|memorandum|non-?paper|paper|demarche|texts?|drafts?|document|contract|bill|regulations?|NSDM|NSSM|FAM|FAH|telcon|IIR|MOU|instructions?|aide-memoire|minutes|speech|(?<!this )(?<!present )(?:cable|message|telegram|telex))';
const THIS = /^[\s,(]{0,4}(?:above|below|supra|infra)\b|^,? ?\(?(?:of|in|from) (?:this|the present)\b/i;
const AFTER = new RegExp(
  `^[ ,(]{0,4}(?:of\\b|(?:(?:in|from|to|under|on|at) )?(?:(?:the|our|your|its|their) )?${REFERENCE}\\b|(?:in|from|under) (?:(?:the|its|their|that|his|her) )?${TEXT}\\b|(?:UNSCR?|UNSC|UNGA|resolution)\\b)`,
  'i',
);
const NUMBERED = /^[ ,(]{0,4}(?:\d{2,4} )?([A-Z][A-Za-z.'-]*(?: [A-Z][A-Za-z.'-]*){0,2}) \d{2,6}\b/;
/** `ref B para 3`, `reftel (para 2)`, `refs A and B, see paras 3`. */
const AFTER_REFERENCE = new RegExp(
  `\\b${REFERENCE}(?:['’]s?)? ?[,:(]{0,2} ?(?:[([]?[A-Z][)\\]]?(?:(?: ?[,/&-] ?| and | or | through )[([]?[A-Z][)\\]]?){0,6})?[.,:;)]{0,3} ?\\(?(?:(?:at|in|per|its|see|cf\\.?) )?$`,
  'i',
);
/** `UNSCR 1244 para 4`, `STATE 12345 (paras 3-5)`; but not `in 2005 (para 3)`. */
const AFTER_NUMBER = /\b(?:[A-Z]-?)?\d{2,7}[A-Z]?(?: \(\d{2,4}\))?[ ,:]{0,2}\(?(?:at )?$/;
const AFTER_YEAR =
  /\b(?:in|since|of|by|until|from|during|before|after|mid|late|early|to|and|[A-Z][a-z]{2,8}) (?:19|20)\d\d,? ?\($/;
const AFTER_LETTER = /(?:^|[ (/])[([]?[A-HJ-Z][)\]]?[,:]? ?$/;
const AFTER_TEXT = new RegExp(
  `(?:\\b${TEXT}(?:['’]s?)?[ ,:]{0,2}\\(?(?:(?:at|in|its|see|cf\\.?) )?|\\b(?:operative|preambular|new|old|draft|revised|original|its|their|chapeau) )$`,
  'i',
);
/** Nothing certain: the paragraph may be one of that text. */
const NEAR = new RegExp(
  `\\b(?:${REFERENCE}|UNSC\\w{0,4}|resolution|article|report|treaty|agreement|law|decision|NSDM|FAM|FAH)\\b.{0,40}$`,
  'i',
);
/** `(see para 4)`, `ref A and para 4`: sends the reader to another place of this text. */
const SENDS = new RegExp(
  `(?:\\b(?:see|see also|cf\\.?) |\\((?:see |cf\\.? )?(?:also )?|\\b${REFERENCE}(?: \\(?[A-Z]\\)?)?,? (?:and|or|&) (?:in |see )?)$`,
  'i',
);

const ENDED = /[.?!]["')]{0,2} (?=[A-Z("])/g;
/** What stands in one sentence before the last character. */
function lastSentence(text: string): string {
  let from = 0;
  for (const { index, 0: stop } of matches(text, ENDED)) from = index + stop.length;
  return text.slice(from, -1);
}

/** What stands next to an offset, white space folded. A page line leaves hundreds of blanks; mostly a shorter piece is long enough. */
function foldedAfter(text: string, at: number): string {
  const folded = foldBlanks(text.slice(at, at + 80));
  return (folded.length > 60 ? folded : foldBlanks(text.slice(at, at + 460))).slice(0, 60);
}
function foldedBefore(text: string, at: number): string {
  const folded = foldBlanks(text.slice(Math.max(0, at - 130), at));
  return (folded.length > 100 ? folded : foldBlanks(text.slice(Math.max(0, at - 501), at))).slice(-100);
}
const foldBlanks = (text: string): string => text.replace(/\s+/g, ' ');

/** Whether paragraphs mentioned between two offsets are, or may be, those of another text. */
function isOfAnother(text: string, start: number, end: number): boolean {
  const after = foldedAfter(text, end);
  // A line of answers to another text: `Para 3: We agree.`
  const line = text.slice(Math.max(0, start - 200), start);
  if (after.startsWith(':') && /(?:^|[\r\n])[ \t]{0,20}(?:-{1,2}|\*)?[ \t]{0,4}$/.test(line) && start > 0) return true;
  if (NUMBERED.test(after) && isKnownPost(NUMBERED.exec(after)![1]!)) return true;
  const before = lastSentence(foldedBefore(text, start + 1));
  if (AFTER_REFERENCE.test(before)) return true;
  if (THIS.test(after)) return false;
  if (AFTER.test(after)) return true;
  if (AFTER_TEXT.test(before) || AFTER_LETTER.test(before)) return true;
  if (AFTER_NUMBER.test(before) && !AFTER_YEAR.test(before)) return true;
  return !SENDS.test(before) && NEAR.test(before);
}
