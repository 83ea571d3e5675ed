import type { Line, Span } from '../../syntax/tree';
import { editDistance } from '../../text/edit-distance';
import { isRedacted, type Rule, rule, type Subject, style } from '../rule';
import { ENDS_SENTENCE, inked, inkOf, isDraftOrRecord, isWhole, signed, textOf } from './facts';

const GOOD_PAGE = /^[A-Z][A-Z .'/-]{1,40}? \d{8} {1,4}\d{3}(?:\.\d)? OF \d{3}$/;
const DAMAGED_PAGE =
  /^([A-Z][A-Z .'/-]{1,30}?) {0,3}[\dO]{6,9} {1,4}[\dO]{1,4}(?:\.\d)? {0,2}[O0Q]{0,2}F? {0,2}[\dO]{1,4}$/;
const letters = (s: string): string => s.toUpperCase().replace(/[^A-Z]/g, '');

/** Page lines that were read in spite of a slip, and lines that can be nothing else (FORMAT 4.5). */
function damagedPageLines({ view, message }: Subject): Line[] {
  const { cable } = view;
  const post = letters(view.classification?.post?.text ?? '');
  const found: Line[] = [];
  let before: Line | null = null;
  const look = (line: Line) => {
    const length = line.end - line.start;
    const last = cable.clean.charCodeAt(line.end - 1);
    if (length < 70 && line.kind === 'page') {
      const s = inkOf(cable, line);
      if (!/^PAGE\b/.test(s) && before?.kind !== 'page' && !GOOD_PAGE.test(s)) found.push(line);
    } else if (length < 70 && length > 12 && (last === 79 || (last >= 48 && last <= 57)) && before?.kind === 'blank') {
      const match = line.kind === 'text' || line.kind === 'table' ? DAMAGED_PAGE.exec(inkOf(cable, line)) : null;
      if (match && post && editDistance(letters(match[1]!), post, 1) <= 1) found.push(line);
    }
    before = line;
  };
  for (const section of message.body.sections)
    for (const part of section.children) {
      if ('next' in part) look(part);
      else if (part.kind === 'paragraph') for (const line of part.children) look(line as Line);
    }
  return found;
}

/** The last line of the last paragraph, where that is beyond doubt the end of a numbered paragraph and no name. */
function unsignedEnd(subject: Subject): Span | null {
  const { view, message } = subject;
  const { cable } = view;
  const last = message.body.sections.at(-1)?.paragraphs.at(-1);
  const line = last?.children.findLast(({ kind }) => kind !== 'blank' && kind !== 'page' && kind !== 'repeat-class');
  if (!last || !line || !(last.number || last.mark) || line.kind !== 'text') return null;
  const at = inked(cable, { start: Math.max(line.start, Math.min(last.textStart, line.end)), end: line.end });
  const text = textOf(cable, at);
  const name = text.split(/[.?!]["')]?\s+/).at(-1)!;
  if (!ENDS_SENTENCE.test(text) || isRedacted(text)) return null;
  // `... may be sent. HALLWORTH.`
  if (name === name.toUpperCase() && text !== text.toUpperCase()) return null;
  const own = text.split(/\s+/).length;
  return line.start > last.start && own <= 3 && !/^END/i.test(text) ? null : at;
}

const SURNAME = /^(?:[A-Z][A-Z'-]{3,20}|[A-Z][A-Z'-]{2,15} [A-Z][A-Z'-]{3,20})$/;
/** Words that stand alone on a line as headings. */
const COMMON =
  /^(?:END|BEGIN|QUOTE|UNQUOTE|COMMENT|SUMMARY|NOTE|TEXT|ANNEX|TABLE|BACKGROUND|INTRODUCTION|CONCLUSIONS?|TRADE|ENERGY|BUDGET|LABOR|HEALTH|MEDIA|SECURITY|ECONOMY|POLITICS|BIO|SIPDIS|SENSITIVE|UNCLAS|PARTICIPANTS|RECOMMENDATIONS?|SOURCES?|POC|MINIMIZE)\b|(?:ION|IONS|MENT|MENTS|ICS|ITY|ITIES|NESS|TURE|ISM|ANCE|ENCE)$/;

/** Text below a name that stands alone after the last numbered paragraph (FORMAT 4.7). */
function textAfterSignature(subject: Subject): Span | null {
  const { view, message } = subject;
  const { cable } = view;
  if (signed(message)) {
    const all = message.ending!.fields;
    const name = all.findIndex(({ kind }) => kind === 'signature');
    const end = all.findIndex(({ kind }) => kind === 'end-of-message');
    const after = all.slice(name).find(({ kind }) => kind === 'unknown-line');
    return after && end < 0 ? inked(cable, after.children[0]!) : null;
  }
  const section = message.body.sections.at(-1);
  const all = section?.paragraphs ?? [];
  const last = all.findLastIndex(({ number }) => number !== null);
  const name = all[last + 1];
  const after = all[last + 2];
  if (last < 0 || !name || !after || after.number || all.length > last + 5) return null;
  const words = inkOf(cable, name);
  if (name.children.length !== 1 || cable.clean[name.start] !== words[0] || !SURNAME.test(words) || COMMON.test(words))
    return null;
  if (!ENDS_SENTENCE.test(inkOf(cable, all[last]!))) return null;
  const text = inkOf(cable, after);
  const body = cable.clean.slice(message.body.start, name.start).toLowerCase();
  // A word of the text is no name, nor is what heads a list or a table.
  if (body.includes(words.toLowerCase()) || after.children.length > 6 || text.split(/\s+/).length < 4) return null;
  if (after.children.some(({ kind }) => kind !== 'text') || !ENDS_SENTENCE.test(text)) return null;
  return inked(cable, after.children[0]!);
}

export const endingRules: Rule[] = [
  rule('body/page-line-malformed', 'information', 'Page lines keep the sections in order.', (subject, report) => {
    if (!isDraftOrRecord(subject)) return;
    for (const line of damagedPageLines(subject))
      report(inked(subject.view.cable, line), 'This looks like a damaged page line.');
  }),
  style('body/signature-missing', 'The chief of mission signs.', (subject, report) => {
    const { view, message } = subject;
    const whole =
      isWhole(subject) && view.cable.layout !== 'smart' && message.header && !message.body.repeatedHeaders.length;
    if (!whole || !message.transmission || signed(message) || !view.classification?.level) return;
    if (message.ending?.fields.some(({ kind }) => kind === 'unknown-line')) return;
    const at = unsignedEnd(subject);
    if (at) report(at, 'The cable is not signed.');
  }),
  rule('body/text-after-signature', 'information', 'The signature closes the text.', (subject, report) => {
    const at = isWhole(subject) ? textAfterSignature(subject) : null;
    if (at) report(at, 'There is text after the signature.');
  }),
];
