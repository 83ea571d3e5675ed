/** Paragraphs and their numbers (FORMAT 4.1). */
import type { OwnParagraph } from '../../model/body';
import type { MessageView } from '../../model/view';
import { hiddenNumbers, numbering, paragraphNumber, renumber, strayNumber } from '../../rewrite/renumber';
import type { Span } from '../../syntax/tree';
import { type Fix, isRedacted } from '../rule';
import { ENDS_SENTENCE, inkOf, isReadable, pagesFollow, textOf } from './shared';

/** What begins like this is a note, a list, a heading or a quotation. */
const NOT_PROSE =
  /^(?:[^A-Z(]|\([^)]{0,3}\) ?[a-z]|[A-Z][A-Za-z ]{0,25}:|(?:BEGIN|END|QUOTE|UNQUOTE|MINIMIZE|ANNEX|TABLE)\b)/;

/** Prose that got no number between paragraphs that have one. */
export const unnumberedParagraphs = (view: MessageView): readonly OwnParagraph[] => view.once(findUnnumbered);

function findUnnumbered(view: MessageView): OwnParagraph[] {
  const all = view.paragraphs;
  const { clean } = view.cable;
  let numbered = 0;
  for (const { value } of all) if (value !== null) numbered++;
  if (numbered < 2 || numbered === all.length || numbered <= all.length / 2) return [];
  const last = all.findLastIndex(({ value }) => value !== null);
  const open = view.message.blocks.filter(({ kind }) => kind !== 'summary' && kind !== 'comment');
  let at = 0;
  let openTo = 0;
  return all.filter(({ paragraph }, i) => {
    for (; at < open.length && open[at]!.start <= paragraph.start; at++) openTo = Math.max(openTo, open[at]!.end);
    if (paragraph.number || i === 0 || i >= last || paragraph.start < openTo) return false;
    // Several in a row are a text of its own.
    const [before, after] = [all[i - 1]!.paragraph, all[i + 1]!.paragraph];
    if (!before.number || !after.number || before.children.at(-1)!.kind !== 'text') return false;
    const text = inkOf(view, paragraph);
    return (
      clean[paragraph.start] === text[0] &&
      paragraph.children.every(({ kind }) => kind !== 'table' && kind !== 'list-item' && kind !== 'rule') &&
      text.length >= 60 &&
      ENDS_SENTENCE.test(text) &&
      ENDS_SENTENCE.test(inkOf(view, before)) &&
      !NOT_PROSE.test(text) &&
      !isRedacted(text.slice(0, 20))
    );
  });
}

export interface Break {
  readonly own: OwnParagraph;
  /** Where the number stands. */
  readonly number: Span;
  readonly value: number;
  /** The numbered paragraph before, and the first one of the same number. */
  readonly before: OwnParagraph;
  readonly beforeValue: number;
  readonly twin: OwnParagraph | null;
}

/**
 * The places where the numbers of paragraphs do not go on. After one of them both ways of counting are right: a wrong number is one
 * slip, not two. From 1 on a list or an annex counts anew.
 */
export const breaks = (view: MessageView): readonly Break[] => view.once(findBreaks);

function findBreaks(view: MessageView): Break[] {
  if (goOn(view) || !isReadable(view)) return [];
  const { repeatedHeaders } = view.message.body;
  const found: Break[] = [];
  let seen = new Map<number, OwnParagraph>();
  let resume: number[] = [];
  let before: OwnParagraph | null = null;
  let beforeValue = 0;
  /** What the number should have been that was wrong just now. */
  let right: number | null = null;
  let headers = 0;
  let count = 0;
  for (const own of view.paragraphs) {
    const { paragraph } = own;
    let value = own.value;
    if (value === null) {
      if (right !== null && !paragraph.number) goOnFrom(own, right);
      // `2a` belongs to paragraph 2; it may also stand for it.
      value = before ? (paragraphNumber(view, paragraph)?.value ?? null) : null;
      if (value !== beforeValue + 1 || seen.has(value)) continue;
    }
    count++;
    right = null;
    const known = headers;
    while (headers < repeatedHeaders.length && repeatedHeaders[headers]!.start < paragraph.start) headers++;
    // A header given again begins a section, or a cable within the cable.
    if (!before || headers > known) {
      seen = new Map([[value, own]]);
      resume = [];
    } else {
      let next: number = beforeValue + 1;
      while (seen.has(next)) next++;
      if (value === beforeValue + 1 || value === next || resume.includes(value)) {
        if (resume.includes(value) || value > beforeValue + 1) resume = [];
      } else if (value === 1 && beforeValue > 1) {
        seen = new Map();
        resume = [next];
      } else {
        const twin = seen.get(value) ?? null;
        const stray = !twin && value === next + 1 && strayNumber(view, before.paragraph, next);
        if (stray) {
          found.push({ own: before, number: stray, value: Number(stray.text), before, beforeValue, twin });
        } else {
          resume = [next, next + 1];
          right = next;
          if (twin || !isExplained(view, before, own, next))
            found.push({ own, number: paragraph.number!, value, before, beforeValue, twin });
        }
      }
      if (!seen.has(value)) seen.set(value, own);
    }
    before = own;
    beforeValue = value;
    if (right !== null) goOnFrom(own, right);
  }
  // With many breaks the numbers are not those of paragraphs, or the text is a patchwork.
  if (found.length === 0 || (found.length > 2 && found.length > count / 4) || !pagesFollow(view)) return [];
  return found.filter(({ own }) => !/^\s*x{5,}/i.test(textOf(view, own.paragraph)));

  /** Over numbers that were not read because the one before them is wrong. */
  function goOnFrom(own: OwnParagraph, value: number): void {
    for (const hidden of hiddenNumbers(view, own.paragraph, value)) {
      beforeValue = right = hidden.value;
      if (!seen.has(beforeValue)) seen.set(beforeValue, own);
      resume = [];
    }
  }
}

/** Whether each number is one more than that before, as in most texts. Paragraphs without any may stand between. */
function goOn(view: MessageView): boolean {
  let before: number | null = null;
  for (const { paragraph, value } of view.paragraphs) {
    if (value === null && !paragraph.number) continue;
    if (value === null || (before !== null && value !== before + 1)) return false;
    before = value;
  }
  return true;
}

/** The missing paragraph is there, but without its number, or only its number was not read; or it was taken out. */
function isExplained(view: MessageView, before: OwnParagraph, after: OwnParagraph, missing: number): boolean {
  const between = textOf(view, { start: before.paragraph.start, end: after.paragraph.start });
  if (new RegExp(`(?:^|[\\s¶(])${missing} ?[.):,;-]? {0,4}["(]?[A-Z(]`).test(between)) return true;
  if (/^[ \t"'(]{0,8}x{5,}|\b(?:OMITTED|DELETED|WITHHELD|EXCISED|REDACTED|GARBLED?|MISSING)\b/im.test(between))
    return true;
  return unnumberedParagraphs(view).some(
    ({ paragraph }) => paragraph.start > before.paragraph.start && paragraph.start < after.paragraph.start,
  );
}

/** One fix for all breaks: null where one of them stands in an annex, whose right numbers are not known. */
export const renumberFix = (view: MessageView): Fix | null => view.once(findRenumberFix);

function findRenumberFix(view: MessageView): Fix | null {
  const counted = new Set(numbering(view).map(({ own }) => own));
  const edits = breaks(view).every(({ own }) => counted.has(own)) ? renumber(view) : [];
  return edits.length ? { title: 'Renumber the paragraphs', edits } : null;
}
