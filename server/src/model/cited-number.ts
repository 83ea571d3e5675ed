/** Whether a post and digits in a text are the number of a message. A link to a wrong cable is worse than none (FORMAT 5.1). */
import { canonicalPost } from '../data/posts';
import { type Passage, textAfter, textBefore } from './passages';

/** What may be the number of a message. */
export interface Candidate {
  readonly passage: Passage;
  /** Where the year begins, or the post. */
  readonly start: number;
  readonly end: number;
  /** The post as it is written. */
  readonly name: string;
  readonly digits: string;
  /** `BANGKOK A-50` */
  readonly isAirgram: boolean;
  /** A year stands before the post or behind the number. */
  readonly isStated: boolean;
  /** It goes on with a list of numbers. */
  readonly isListed: boolean;
}

/** What is read of the text on either side. */
const NEAR = 60;
const folded = (text: string): string => text.replace(/\s+/g, ' ');

/** `12 March`, `1200 hours`. */
const DAY_AFTER = /^ ?(?:(?:-|to|and) ?\d{1,2} )?(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]{0,6}\b/i;
const HOUR_AFTER = /^ ?(?:hours?|hrs?|local|gmt|[ap]\.?m)\b/i;
/** `ARR ROME 1430, DEP 1515` */
const TRAVELS = /\b(?:arr|dep|et[ad]|lv|leav|flight|via)[a-z]{0,8}\b[^.]{0,30}$/i;
const HOUR = /^(?:[01]\d|2[0-4])[0-5]\d$/;
/** Part of a longer word; `SECTION 02 OF 03 ROME 405`. */
const OTHER_BEFORE = /(?:[\w/#$-]|\b(?:section|page|part) |(?<!paras? )\b\d{1,3} OF )$/i;
/** An address, with its channel number. */
const ADDRESSED = /(?:^|[\r\n])[ \t]*(?:TO|INFO|FM)[ \t]+$/;
const ADDRESS = /^(?:AMEMB|AMCON|EMBASSY|USMISSION|SECSTATE\s+WASH)/i;
/** `in 2005 Paris`: the year may belong to the sentence. */
const IN_YEAR = /\b(?:in|since|by|until|during|before|after|mid|late|early)[ -]$/i;

const CITES =
  '(?:refs?|reftels?|retels?|septels?|cables?|telegrams?|tels?|messages?|see|per|cf|paras?\\.? \\d{1,2}(?:,| of| in)?)';
const CITED_BY_WORD = new RegExp(`\\b${CITES}[.:,]? ?[([]?$`, 'i');
const CITED_NEAR = new RegExp(`\\b${CITES}\\b[^.;]{0,30}$`, 'i');
const OPENED = /[([] ?(?:see |see also |also |and |cf\.? )?$/i;
const CLOSED = /^(?:[)\],;:]| ?(?:and|or|&) | ?\(|,? ?paras?\b)/i;
const NAMED_AFTER = /^ ?(?:\((?:ref|reftel|notal|septel)\b|,? ?\(?para|cables?\b|telegrams?\b|tels?\b)/i;
/** What may follow a number in a sentence. What is counted does not. */
const GOES_ON =
  /^(?:[.,;:)\]"'’/]| ?(?:$|[("]|(?:and|or|but|paras?|paragraphs?|of|which|that|ref|reports?|reported|refers?|says?|said|asks?|asked|notal|subject|dated|dtg|was|is|has|concerning|regarding|re|as|we|to|for|in|on|by|with|from|at|if|when|while|also|above|below)\b))/i;
/** `Secretary of State 12345`, `the State 12345`. */
const NOT_THE_DEPARTMENT =
  /\b(?:secretary of|department of|dept of|heads? of|chiefs? of|ministers? of|bills?|acts?|laws?|senate|house|code|the|an?|this|that|each|every|any|no|one) $/i;

/** `Washington State 98101`, but not the first word of a sentence. */
const NAME_BEFORE =
  /\b(?!(?:As|In|Per|From|With|By|And|Also|But|Our|Your|To|On|After|Since|While|Like|Under|Following)\b)[A-Z][a-z]+ $/;

/** Names that are words of their own, which sentences have in capitals as well. */
const ACRONYMS: ReadonlySet<string> = new Set('USNATO JCS SECDEF USDOC USDOJ USCBP USDAFAS WHITEHOUSE'.split(' '));
/** More than any post but the Department sends in a year. */
const HIGHEST = 60_000;

/** Whether digits behind a place rather say when something was there. */
const isYear = (digits: string): boolean => digits.length === 4 && Number(digits) >= 1900 && Number(digits) <= 2035;

/** Whether it is the number of a message, and not a year, a date or a count behind the name of a place. */
export function isCited({ passage, start, end, name, digits, isAirgram, isStated, isListed }: Candidate): boolean {
  const before = folded(textBefore(passage, start, NEAR));
  const after = folded(textAfter(passage, end, NEAR));
  if (isOther(digits, after) || OTHER_BEFORE.test(before)) return false;
  const isOfSentence = IN_YEAR.test(before) && /^\d{4}/.test(textAfter(passage, start, 4));
  if (isStated && !isOfSentence) return true;
  if (isAirgram && name === name.toUpperCase()) return true;
  if (isYear(digits)) return false;
  if (CITED_BY_WORD.test(before)) return digits.length > 2 || (digits.length === 2 && GOES_ON.test(after));
  if (digits.length < 3 || ADDRESS.test(name) || ADDRESSED.test(textBefore(passage, start, NEAR))) return false;
  if (isListed || NAMED_AFTER.test(after) || (OPENED.test(before) && CLOSED.test(after))) return true;
  if (CITED_NEAR.test(before) && GOES_ON.test(after)) return true;
  const isMixed = /[a-z]{2}/.test(before) || /[a-z]{2}/.test(after);
  return isWritten(name, digits, isMixed, before, after);
}

/** Whether post and digits are enough by themselves: in capitals, with many digits, or both, as the text around them is. */
function isWritten(name: string, digits: string, isMixed: boolean, before: string, after: string): boolean {
  const post = canonicalPost(name);
  const isUpper = name === name.toUpperCase();
  if (post === 'STATE') {
    if (NOT_THE_DEPARTMENT.test(before)) return false;
    if (!isUpper) return digits.length >= 5 && !NAME_BEFORE.test(before);
    return digits.length >= 5 || ((isMixed || digits.length === 4) && GOES_ON.test(after));
  }
  if (!isUpper || ACRONYMS.has(post)) return false;
  if (isMixed || digits.startsWith('00')) return true;
  if (HOUR.test(digits) && TRAVELS.test(before)) return false;
  return digits.length >= 4 && Number(digits) <= HIGHEST && GOES_ON.test(after);
}

/** Whether digits behind a number are that of another message of the same post: `88314 and 59032`. */
export function isAnother(passage: Passage, start: number, digits: string, first: string): boolean {
  const after = folded(textAfter(passage, start + digits.length, NEAR));
  if (digits.length < 2 || isYear(digits) || isOther(digits, after)) return false;
  if (digits.length >= 5 && digits.length === first.length) return true;
  return Math.abs(digits.length - first.length) <= 1 && GOES_ON.test(after);
}

/** Nothing, a day, a time. */
function isOther(digits: string, after: string): boolean {
  const value = Number.parseInt(digits, 10);
  return value === 0 || (value <= 31 && DAY_AFTER.test(after)) || (value <= 2400 && HOUR_AFTER.test(after));
}
