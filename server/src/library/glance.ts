/**
 * The summaries of a text without a look at all of it. Most cables cite in their REF block alone; then header and first paragraph tell what
 * a library keeps, and the rest is only looked through for what could say more.
 */
import { headerNumbers, mayFollowPost, messageNumbers } from '../model/message-numbers';
import { parse } from '../syntax/parse';
import type { Cable, FieldKind } from '../syntax/tree';
import { summaries } from './summarise';
import type { Summary } from './summary';

/** The same as `summaries(parse(text))`, of most cables in half the time. */
export const summariesOf = (text: string): readonly Summary[] => glance(text) ?? summaries(parse(text));

/** So much is parsed below the beginning of the first paragraph: all that the parser looks ahead. */
const MARGIN = 500;
const FIRST_PARAGRAPH = /\n {0,3}¶?1\. /;
/** What is decoded, and may stand for anything. */
const CODED = /[\0-\x08\x0e-\x1f\x7f&<\\\t]/;
/** What stands where another message begins, or in a record of the 1970s elsewhere than where all of them have it. To look for words is quicker than for a pattern. */
const OTHER = ['ZCZC', 'MRN', 'Message Text', 'Message Attributes', 'MESSAGE TEXT', 'MESSAGE ATTRIBUTES'];
/** How such a record begins, and what follows its text. */
const RECORD = /^\s{0,20}Message Text[ \r]*\n/;
const ATTRIBUTES = '\nMessage Attributes';

/** Null where more has to be read. */
function glance(text: string): Summary[] | null {
  const paragraph = FIRST_PARAGRAPH.exec(text)?.index ?? -1;
  if (paragraph < 0 || CODED.test(text)) return null;
  const attributes = RECORD.test(text) ? text.indexOf(ATTRIBUTES, paragraph) : -1;
  const below = attributes < 0 ? text.length : attributes;
  const rest = text.slice(paragraph, below);
  if (OTHER.some((word) => rest.includes(word))) return null;
  const seen = lookThrough(rest);
  if (!seen) return null;
  const { lastNumber, lastSection } = seen;
  // What is quoted is read otherwise, up to where the quotation ends.
  if (lastNumber > 0 && QUOTED.test(rest)) return null;
  const end = text.indexOf('\n', paragraph + lastNumber + MARGIN) + 1;
  const head = end === 0 || end > below ? null : parse(text.slice(0, end) + text.slice(below));
  if (!head || !saysAll(head, paragraph)) return null;
  const [summary] = summaries(head, lastNumber > 0 ? messageNumbers : headerNumbers);
  if (!summary || summary.id === null) return null;
  if (summary.sections === null) return [summary];
  // The text goes on to its last section, or it has to be seen what became of them.
  return summary.section === 1 && summary.sections === lastSection
    ? [{ ...summary, section: null, sections: null }]
    : null;
}

const QUOTED = /QUOTE|BEGIN/i;
/** `PHNOM PENH 00000534  002 OF 003`, from its number on. */
const PAGE = /\d{8} {1,4}(\d{3})(?:\.\d)? OF \d{3}[ \r]*(?:\n|$)/y;

const DIGITS = /\d+/g;

/** Whether nothing stands before an offset on its line, and nothing on the line above. */
function isApart(text: string, at: number): boolean {
  let start = at;
  while (start > 0 && text.charCodeAt(start - 1) === 32) start--;
  return /\n[ \r]*\n$/.test(text.slice(Math.max(0, start - 40), start));
}

/**
 * Where the last number stands that may be that of another message, and the section of the last page line; 0 where there is none. Null where
 * digits may be a date-time group, which begins another message, or the page of a record.
 */
function lookThrough(text: string): { lastNumber: number; lastSection: number } | null {
  let [lastNumber, lastSection] = [0, 0];
  DIGITS.lastIndex = 0;
  for (let digits = DIGITS.exec(text); digits; digits = DIGITS.exec(text)) {
    const { index: at, 0: written } = digits;
    const behind = recordPageEnd(text, at);
    if (behind > 0) {
      DIGITS.lastIndex = behind;
      continue;
    }
    if (written.length === 6 && /[A-Za-z]/.test(text.charAt(at + 6))) return null;
    if (/PAGE ?$/i.test(text.slice(Math.max(0, at - 5), at))) return null;
    const follows = mayFollowPost(text, at);
    const page = follows ? pageAt(text, at) : null;
    if (page !== null) lastSection = page;
    // After a page line or a level a number may go on what stands above.
    else if (follows || (written.length > 1 && text[at + written.length] !== '.' && isApart(text, at))) lastNumber = at;
  }
  return { lastNumber, lastSection };
}

/** `PAGE 02        LUSAKA  00412  231234Z`, from its first number on. */
const RECORD_PAGE = /\d\d {2,8}[A-Z][A-Z .]{1,15}\d{5,6}(?: {2}\d{6}Z)?[ \r]*(?=\n)/y;

/** Where the line ends that digits number as a page of a record; 0 where they do not. */
function recordPageEnd(text: string, at: number): number {
  if (!text.startsWith('\nPAGE ', at - 6)) return 0;
  RECORD_PAGE.lastIndex = at;
  return RECORD_PAGE.test(text) ? RECORD_PAGE.lastIndex : 0;
}

/** The section of a page line, by its number; null where the digits are no such number. */
function pageAt(text: string, at: number): number | null {
  PAGE.lastIndex = at;
  const page = PAGE.exec(text);
  return page && /^[A-Z .'-]+$/.test(text.slice(text.lastIndexOf('\n', at) + 1, at)) ? Number(page[1]) : null;
}

/** What a header has to have, lest it be looked for below. */
const LINES: readonly FieldKind[] = ['fl5', 'from', 'classification', 'tags', 'subject'];
const NEEDED: Partial<Record<Cable['layout'], readonly FieldKind[]>> = {
  cablegate: LINES,
  acp127: LINES,
  aad: LINES,
  smart: ['banner', 'mrn', 'fl5', 'from', 'tags', 'subject'],
};

/** Whether the header lacks nothing that the text may have, and the text begins with its first paragraph. */
function saysAll({ clean, layout, messages, trailer }: Cable, paragraph: number): boolean {
  const [message] = messages;
  const needed = NEEDED[layout];
  if (!needed || messages.length !== 1 || (trailer && layout !== 'aad') || !message?.header) return false;
  const kinds = new Set([...(message.transmission?.fields ?? []), ...message.header.fields].map(({ kind }) => kind));
  return (
    needed.every((kind) => kinds.has(kind)) &&
    clean.slice(message.body.start, paragraph).trim() === '' &&
    (message.body.sections[0]?.paragraphs[0]?.number ?? null) !== null
  );
}
