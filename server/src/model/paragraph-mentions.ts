/** Which of the paragraphs that a text cites are its own: `para 5`, but not `para 5 of reftel` (FORMAT 4.1). */
import { isKnownPost } from '../data/posts';
import { matches } from '../text/matches';
import { isOwn } from './body';
import { type Citation, citations, type ParagraphNumber } from './citations';
import { type Passage, textAfter, textBefore } from './passages';
import type { MessageView } from './view';

/** The paragraphs that a message cites of itself, in order. What may be a paragraph of another text is left out. */
export const paragraphMentions = (view: MessageView): readonly ParagraphNumber[] => view.once(readMentions);

function readMentions(view: MessageView): ParagraphNumber[] {
  const others = paragraphsOfOthers(view);
  return citations(view).flatMap((each) => (others.has(each) || !isOwn(view, each) ? [] : each.numbers));
}

/** The citations of paragraphs that are, or may be, those of another text. */
export const paragraphsOfOthers = (view: MessageView): ReadonlySet<Citation> => view.once(findOthers);

function findOthers(view: MessageView): Set<Citation> {
  const found = new Set<Citation>();
  let before: Citation | null = null;
  for (const each of citations(view)) {
    if (each.kind !== 'paragraph') continue;
    // `ref A para 3 and para 4`: both are of one text.
    const isJoined = before !== null && isJoinedTo(before, each);
    if ((isJoined && found.has(before!)) || isOfAnother(each)) found.add(each);
    before = each;
  }
  return found;
}

/** `para 3 and para 4`. */
export const isJoinedTo = (before: Citation, { passage, start }: Citation): boolean =>
  before.passage.text === passage.text &&
  start - before.end < 100 &&
  /^[\s,;()]{0,40}(?:and|or|&)?[\s(]{0,40}$/i.test(textBefore(passage, start, start - before.end));

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
function foldedAfter(passage: Passage, at: number): string {
  const folded = foldBlanks(textAfter(passage, at, 80));
  return (folded.length > 60 ? folded : foldBlanks(textAfter(passage, at, 460))).slice(0, 60);
}
function foldedBefore(passage: Passage, at: number): string {
  const folded = foldBlanks(textBefore(passage, at, 130));
  return (folded.length > 100 ? folded : foldBlanks(textBefore(passage, at, 501))).slice(-100);
}
const foldBlanks = (text: string): string => text.replace(/\s+/g, ' ');

/** Whether cited paragraphs are, or may be, those of another text. */
function isOfAnother({ passage, start, end }: Citation): boolean {
  const after = foldedAfter(passage, end);
  // A line of answers to another text: `Para 3: We agree.`
  const line = textBefore(passage, start, 200);
  if (after.startsWith(':') && /(?:^|[\r\n])[ \t]{0,20}(?:-{1,2}|\*)?[ \t]{0,4}$/.test(line) && line) return true;
  if (NUMBERED.test(after) && isKnownPost(NUMBERED.exec(after)![1]!)) return true;
  const before = lastSentence(foldedBefore(passage, start + 1));
  if (AFTER_REFERENCE.test(before)) return true;
  if (THIS.test(after)) return false;
  if (AFTER.test(after)) return true;
  if (AFTER_TEXT.test(before) || AFTER_LETTER.test(before)) return true;
  if (AFTER_NUMBER.test(before) && !AFTER_YEAR.test(before)) return true;
  return !SENDS.test(before) && NEAR.test(before);
}
