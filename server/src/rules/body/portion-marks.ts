/** Portion marks (FORMAT 4.1). */
import type { OwnParagraph } from '../../model/body';
import { isSensitive } from '../../model/captions';
import { isClassified } from '../../model/classification';
import { fields, foldedValue } from '../../model/fields';
import type { Cable, Span } from '../../syntax/tree';
import { editDistance } from '../../text/edit-distance';
import { more, type Rule, rule, type Subject, style } from '../rule';
import { isReadable, own, textOf } from './facts';

const CAVEATS = ['NF', 'N', 'NOFORN', 'FOUO', 'REL', 'ENTIRE TEXT', 'ORCON', 'OC', 'PROPIN', 'RELIDO', 'SBU', 'NOCON'];
const MARK_INSIDE = /\((?:U|SBU|LOU|C|S|TS)(?:[ /-][^()\n]{0,30})?\)/;
/** What stands where the mark should be and can be nothing else: wrong brackets, blanks, letters that changed places or were doubled. */
const DAMAGED_MARK =
  /^(?:[[{(]{1,2} ?(?:U|SBU|LOU|C|S|TS)(?:\/\/?(?:NF|NOFORN|FOUO))? ?[\]})]{1,2}|\((?:SUB|BSU|USB|SSBU|SBBU|SBUU|CC|UU|SS|TTS|TSS|ST)\))(?=\s|$)/;
const UNKNOWN_MARK = /^\([CDEFGHJKLMNOPQRTVWXYZ]\)(?= )/;
const LOWER_MARK = /^\((?:u|sbu|lou|c|s|ts)\)(?= )/;
/** The closing bracket was lost. */
const OPEN_MARK = /^\((?:U|SBU|LOU|C|S|TS)(?= {1,2}[A-Z][a-z ])/;

/** What is written where a portion mark should stand, but is none (FORMAT 4.1). */
function malformedMark(cable: Cable, { paragraph }: OwnParagraph, marked: boolean): Span | null {
  const { mark, number, textStart } = paragraph;
  if (mark?.brackets === 'lost') return { start: mark.start, end: mark.end + 1 };
  if (mark) return mark.brackets === 'both' && isOddCaveat(textOf(cable, mark)) ? bracketed(mark) : null;
  if (!number || !'([{'.includes(cable.clean[textStart] ?? ' ')) return null;
  const s = cable.clean.slice(textStart, Math.min(textStart + 80, paragraph.end));
  const found =
    DAMAGED_MARK.exec(s) ??
    // Could be something else, were other paragraphs not marked.
    (marked
      ? (UNKNOWN_MARK.exec(s) ?? LOWER_MARK.exec(s) ?? (/^\([^()]*(?:\(|$)/.test(s) ? OPEN_MARK.exec(s) : null))
      : null);
  return found && { start: textStart, end: textStart + found[0].length };
}
const bracketed = ({ start, end }: Span): Span => ({ start: start - 1, end: end + 1 });

/** `(C/NOFRON)`: only what is near a caveat, as there are many. */
function isOddCaveat(mark: string): boolean {
  const parts = mark
    .toUpperCase()
    .split(/ ?(?:\/\/?| - |-) ?/)
    .slice(1);
  return parts.some(
    (part) =>
      part.length > 3 &&
      !CAVEATS.includes(part) &&
      !part.startsWith('REL') &&
      CAVEATS.some((each) => each.length > 3 && editDistance(each, part, 2) <= (each.length > 5 ? 2 : 1)),
  );
}

/** Since E.O. 12065 each paragraph is marked; before, few were. */
function mustBeMarked({ view, message }: Subject): boolean {
  if (view.cable.layout === 'aad') return false;
  if (view.year !== undefined) return view.year >= 1979;
  return fields(message, 'eo').some((field) => /\b(?:12065|12356|12958|13526)\b/.test(foldedValue(view.cable, field)));
}

/** The numbered paragraphs that have no mark, not even one inside or one that is misspelt. */
function unmarked(subject: Subject): OwnParagraph[] {
  const { cable } = subject.view;
  const all = own(subject).filter(({ value }) => value !== null);
  const marked = all.some(({ paragraph }) => paragraph.mark);
  const found = all.filter((each) => {
    const { paragraph } = each;
    if (paragraph.mark || malformedMark(cable, each, marked)) return false;
    const text = textOf(cable, { start: paragraph.textStart, end: paragraph.end });
    return text.trim() !== '' && !MARK_INSIDE.test(text) && !/^\W*(?:x{5,}|MINIMIZE)/i.test(text);
  });
  // One mark for all: `1. (C - ENTIRE TEXT)`, or the words alone.
  if (!found.length || /ENTIRE[ \n]{1,3}TEXT/i.test(cable.clean.slice(subject.message.start, subject.message.end)))
    return [];
  return found;
}

export const portionMarkRules: Rule[] = [
  rule(
    'body/portion-mark-missing',
    'warning',
    'Each paragraph of a classified or SENSITIVE cable is marked.',
    (subject, report) => {
      const { view, message } = subject;
      const level = view.classification?.level ?? null;
      const classified = isClassified(level);
      if (!isReadable(subject) || !mustBeMarked(subject)) return;
      if (!classified && !(level === 'UNCLASSIFIED' && isSensitive({ cable: view.cable, message }))) return;
      const found = unmarked(subject);
      if (!found.length) return;
      const record = view.cable.layout === 'aad' || view.cable.preamble !== null;
      report(
        found[0]!.paragraph.number!,
        `Paragraph ${found[0]!.value} has no portion mark${more(found)}.`,
        classified ? 'warning' : record ? 'hint' : 'information',
      );
    },
  ),
  rule('body/portion-mark-malformed', 'warning', 'A damaged mark protects nothing.', (subject, report) => {
    if (!isReadable(subject)) return;
    const { cable } = subject.view;
    const all = own(subject);
    const marked = all.some(({ paragraph }) => paragraph.mark?.brackets === 'both');
    for (const each of all) {
      const at = malformedMark(cable, each, marked);
      if (at) report(at, `\`${textOf(cable, at)}\` is not a portion mark.`);
    }
  }),
  style('body/portion-mark-position', 'The mark follows the number.', (subject, report) => {
    if (!isReadable(subject)) return;
    const found = own(subject).filter(({ paragraph }) => paragraph.mark?.beforeNumber);
    const mark = found[0]?.paragraph.mark;
    if (mark) report(bracketed(mark), `The mark belongs after the number${more(found)}.`);
  }),
];
