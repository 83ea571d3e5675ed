/**
 * The summaries of a text without a look at all of it. Most cables cite in their REF block alone; then header and first paragraph tell what
 * a library keeps, and the rest is only looked through for what could say more.
 */
import { headerNumbers, mayFollowPost } from '../model/message-numbers';
import { parse } from '../syntax/parse';
import type { Cable } from '../syntax/tree';
import { summaries } from './summarise';
import type { Summary } from './summary';

/** The same as `summaries(parse(text))`, of most cables in half the time. */
export const summariesOf = (text: string): readonly Summary[] => glance(text) ?? summaries(parse(text));

/** So much is parsed below the beginning of the first paragraph: all that the parser looks ahead. */
const MARGIN = 500;
const FIRST_PARAGRAPH = /\n {0,3}¶?1\. /;
/** What is decoded, and may stand for anything. */
const CODED = /[\0-\x08\x0e-\x1f\x7f&<\\\t]/;
/** Lines that may begin another message, or belong to a record of the 1970s or of SMART. */
const OTHER =
  /^[ \t]*(?:VZCZC|ZCZC|[A-Z] {1,3}(?:[A-Z] {1,3})?\d{6}[A-Z]|PAGE ?\d|MRN ?:|Message (?:Text|Attributes))/im;

/** Null where more has to be read. */
function glance(text: string): Summary[] | null {
  const paragraph = FIRST_PARAGRAPH.exec(text)?.index ?? -1;
  const end = paragraph < 0 ? 0 : text.indexOf('\n', paragraph + MARGIN) + 1;
  if (end === 0 || CODED.test(text)) return null;
  const rest = text.slice(paragraph);
  if (OTHER.test(rest)) return null;
  const last = lastSection(rest);
  const head = last === null ? null : parse(text.slice(0, end));
  if (!head || !saysAll(head, paragraph)) return null;
  const [summary] = summaries(head, headerNumbers);
  if (!summary || summary.id === null) return null;
  if (summary.sections === null) return [summary];
  // The text goes on to its last section, or it has to be seen what became of them.
  return summary.section === 1 && summary.sections === last ? [{ ...summary, section: null, sections: null }] : null;
}

/** `PHNOM PENH 00000534  002 OF 003`, from its number on. */
const PAGE = /\d{8} {1,4}(\d{3})(?:\.\d)? OF \d{3}[ \r]*(?:\n|$)/y;

const DIGITS = /\d+/g;

/** Whether nothing stands before an offset on its line, and nothing on the line above. */
function isApart(text: string, at: number): boolean {
  let start = at;
  while (start > 0 && text.charCodeAt(start - 1) === 32) start--;
  return /\n[ \r]*\n$/.test(text.slice(Math.max(0, start - 40), start));
}

/** The section of the last page line; 0 where there is none. Null where the number of another message may stand in the text. */
function lastSection(text: string): number | null {
  let last = 0;
  DIGITS.lastIndex = 0;
  for (let digits = DIGITS.exec(text); digits; digits = DIGITS.exec(text)) {
    const at = digits.index;
    if (!mayFollowPost(text, at)) {
      // After a page line or a level a number may go on what stands above.
      if (digits[0].length > 1 && text[at + digits[0].length] !== '.' && isApart(text, at)) return null;
      continue;
    }
    PAGE.lastIndex = at;
    const page = PAGE.exec(text);
    if (!page || !/^[A-Z .'-]+$/.test(text.slice(text.lastIndexOf('\n', at) + 1, at))) return null;
    last = Number(page[1]);
  }
  return last;
}

/** Whether the header lacks nothing that the text may have, and the text begins with its first paragraph. */
function saysAll({ layout, messages, trailer }: Cable, paragraph: number): boolean {
  const [message] = messages;
  if ((layout !== 'cablegate' && layout !== 'acp127') || messages.length !== 1 || trailer || !message?.header)
    return false;
  const kinds = new Set([...(message.transmission?.fields ?? []), ...message.header.fields].map(({ kind }) => kind));
  const isWhole = (['fl5', 'from', 'classification', 'tags', 'subject'] as const).every((kind) => kinds.has(kind));
  return (
    isWhole && message.body.start > paragraph && (message.body.sections[0]?.paragraphs[0]?.number ?? null) !== null
  );
}
