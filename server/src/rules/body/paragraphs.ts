/** Paragraphs and their numbers (FORMAT 4.1). */
import type { OwnParagraph } from '../../model/body';
import { memo } from '../../model/fields';
import type { Message } from '../../syntax/tree';
import { isRedacted, more, type Rule, rule, type Subject, style } from '../rule';
import { ENDS_SENTENCE, inked, inkOf, isReadable, own, pagesFollow, signed, textOf } from './facts';

/** What begins like this is a note, a list, a heading or a quotation. */
const NOT_PROSE =
  /^(?:[^A-Z(]|\([^)]{0,3}\) ?[a-z]|[A-Z][A-Za-z ]{0,25}:|(?:BEGIN|END|QUOTE|UNQUOTE|MINIMIZE|ANNEX|TABLE)\b)/;

/** Prose that got no number between paragraphs that have one (FORMAT 4.1). */
const unnumbered = memo((message: Message, subject: Subject): readonly OwnParagraph[] => {
  const { cable } = subject.view;
  const all = own(subject);
  const numbered = all.filter(({ value }) => value !== null).length;
  if (numbered < 2 || numbered <= all.length / 2) return [];
  const last = all.findLastIndex(({ value }) => value !== null);
  const open = message.blocks.filter(({ kind }) => kind !== 'summary' && kind !== 'comment');
  let at = 0;
  let openTo = 0;
  return all.filter(({ paragraph }, i) => {
    for (; at < open.length && open[at]!.start <= paragraph.start; at++) openTo = Math.max(openTo, open[at]!.end);
    if (paragraph.number || i === 0 || i >= last || paragraph.start < openTo) return false;
    // Several in a row are a text of its own.
    const [before, after] = [all[i - 1]!.paragraph, all[i + 1]!.paragraph];
    if (!before.number || !after.number || before.children.at(-1)!.kind !== 'text') return false;
    const text = inkOf(cable, paragraph);
    return (
      cable.clean[paragraph.start] === text[0] &&
      paragraph.children.every(({ kind }) => kind !== 'table' && kind !== 'list-item' && kind !== 'rule') &&
      text.length >= 60 &&
      ENDS_SENTENCE.test(text) &&
      ENDS_SENTENCE.test(inkOf(cable, before)) &&
      !NOT_PROSE.test(text) &&
      !isRedacted(text.slice(0, 20))
    );
  });
});

interface Break {
  readonly paragraph: OwnParagraph;
  readonly value: number;
  readonly before: number;
  readonly duplicate: boolean;
}

/**
 * The places where the numbers of paragraphs do not go on. After one of them both ways of counting are right: a wrong number is one
 * slip, not two. From 1 on a list or an annex counts anew.
 */
const breaks = memo((_: Message, subject: Subject): readonly Break[] => {
  if (!isReadable(subject)) return [];
  const { cable } = subject.view;
  const { repeatedHeaders } = subject.message.body;
  const found: Break[] = [];
  let seen = new Set<number>();
  let resume: number[] = [];
  let previous: OwnParagraph | null = null;
  let headers = 0;
  let count = 0;
  for (const each of own(subject)) {
    const { paragraph, value } = each;
    if (value === null) continue;
    count++;
    const known = headers;
    while (headers < repeatedHeaders.length && repeatedHeaders[headers]!.start < paragraph.start) headers++;
    // A header given again begins a section, or a cable within the cable.
    if (!previous || headers > known) {
      seen = new Set([value]);
      resume = [];
      previous = each;
      continue;
    }
    const before: number = previous.value!;
    let next = before + 1;
    while (seen.has(next)) next++;
    if (value === before + 1 || value === next || resume.includes(value)) {
      if (resume.includes(value) || value > before + 1) resume = [];
    } else if (value === 1 && before > 1) {
      seen = new Set();
      resume = [next];
    } else {
      resume = [next, next + 1];
      const duplicate = seen.has(value);
      if (duplicate || !isExplained(subject, previous, each, next))
        found.push({ paragraph: each, value, before, duplicate });
    }
    seen.add(value);
    previous = each;
  }
  // With many breaks the numbers are not those of paragraphs, or the text is a patchwork.
  if (found.length === 0 || (found.length > 2 && found.length > count / 4) || !pagesFollow(subject)) return [];
  return found.filter(({ paragraph }) => !/^\s*x{5,}/i.test(textOf(cable, paragraph.paragraph)));
});

/** The missing paragraph is there, but without its number, or only its number was not read; or it was taken out. */
function isExplained(subject: Subject, before: OwnParagraph, after: OwnParagraph, missing: number): boolean {
  const { cable } = subject.view;
  const between = textOf(cable, { start: before.paragraph.start, end: after.paragraph.start });
  if (new RegExp(`(?:^|[\\s¶(])${missing} ?[.):,;-]? {0,4}["(]?[A-Z(]`).test(between)) return true;
  if (/^[ \t"'(]{0,8}x{5,}|\b(?:OMITTED|DELETED|WITHHELD|EXCISED|REDACTED|GARBLED?|MISSING)\b/im.test(between))
    return true;
  return unnumbered(subject.message, subject).some(
    ({ paragraph }) => paragraph.start > before.paragraph.start && paragraph.start < after.paragraph.start,
  );
}

export const paragraphRules: Rule[] = [
  rule('body/paragraph-sequence', 'warning', 'Paragraphs are cited by their numbers.', (subject, report) => {
    for (const { paragraph, value, before, duplicate } of breaks(subject.message, subject))
      if (!duplicate) report(paragraph.paragraph.number!, `Paragraph ${value} follows ${before}.`);
  }),
  rule('body/paragraph-duplicate', 'warning', 'Paragraphs are cited by their numbers.', (subject, report) => {
    for (const { paragraph, value, duplicate } of breaks(subject.message, subject))
      if (duplicate) report(paragraph.paragraph.number!, `There are two paragraphs ${value}.`);
  }),
  style('body/paragraph-unnumbered', 'A paragraph without number cannot be cited.', (subject, report) => {
    if (!isReadable(subject)) return;
    const found = unnumbered(subject.message, subject);
    const line = found[0]?.paragraph.children[0];
    if (line) report(inked(subject.view.cable, line), `This paragraph has no number${more(found)}.`);
  }),
  style('body/single-paragraph-numbered', 'Only several paragraphs are numbered.', (subject, report) => {
    const { view, message } = subject;
    if (!isReadable(subject) || view.classification?.sectionsAnnounced || message.body.repeatedHeaders.length) return;
    const [section, another] = message.body.sections;
    const [only, second] = section?.paragraphs ?? [];
    // A draft may still grow.
    if (!only?.number || second || another || section!.heading || (subject.partial && !signed(message))) return;
    const text = textOf(view.cable, only);
    if (/(?:^|\n)[ \t¶(]{0,6}2 ?[.) ]/.test(text) || textOf(view.cable, only.number) !== '1') return;
    report(only.number, 'A single paragraph needs no number.');
  }),
];
