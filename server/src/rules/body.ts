/** Rules on paragraphs, headings, named blocks, page lines and the signature (FORMAT 4). */
import { type OwnParagraph, ownParagraphs } from '../model/body';
import { isSensitive } from '../model/captions';
import { isClassified } from '../model/classification';
import { fields, foldedValue, memo } from '../model/fields';
import { type Block, type BlockKind, type Cable, type Line, leaves, type Message, type Span } from '../syntax/tree';
import { editDistance } from '../text/edit-distance';
import { isRedacted, type Rule, rule, type Subject, style } from './rule';

const textOf = (cable: Cable, { start, end }: Span): string => cable.clean.slice(start, end).replace(/\uFEFF+/g, '');
const inkOf = (cable: Cable, line: Span): string => textOf(cable, line).trim();
/** A line without its leading blanks. */
const inked = (cable: Cable, { start, end }: Span): Span => {
  let at = start;
  while (at < end && /\s/.test(cable.clean[at]!)) at++;
  return { start: at, end };
};
const more = (count: number): string => (count > 1 ? ` (and ${count - 1} more)` : '');

/** A cable, or the draft of one: not a line of notes that holds a label. */
export const isDraftOrRecord = ({ view, message }: Subject): boolean =>
  view.cable.layout !== 'fragment' || fields(message, 'classification').length > 0;
/** An extract, a cancelled message, a record without its text; the draft of a cable is a fragment, but whole. */
const isExtract = ({ view, partial }: Subject): boolean => partial && view.cable.layout !== 'fragment';
const isReadable = (subject: Subject): boolean => isDraftOrRecord(subject) && !isExtract(subject);
const own = ({ view, message }: Subject): readonly OwnParagraph[] => ownParagraphs(message, view.cable);

/** Numbers of the sections, or of the pages, in the order of the page lines (FORMAT 4.5). */
const pageNumbers = memo((message: Message, cable: Cable): readonly number[] =>
  leaves(message)
    .filter(({ kind }) => kind === 'page')
    .map((line) => inkOf(cable, line))
    .map((s) => /(\d{1,3})(?:\.\d)? OF \d{1,3}\b/.exec(s)?.[1] ?? /^PAGE +(\d{2})/.exec(s)?.[1])
    .filter((digits) => digits !== undefined)
    .map(Number),
);

/** Where pages were lost or changed places, paragraphs are out of order as well: that is one cause, told elsewhere. */
const pagesFollow = ({ view, message }: Subject): boolean =>
  pageNumbers(message, view.cable).every((page, i, all) => {
    const before = i === 0 ? 1 : all[i - 1]!;
    return page === before || page === before + 1 || page === 1;
  });

/** All sections that the classification line announces are there, or there is but one. */
const isWhole = (subject: Subject): boolean => {
  const { view, message } = subject;
  const line = view.classification;
  if (subject.partial || (line?.sectionNumber ?? 1) > 1) return false;
  const announced = line?.sectionsAnnounced ?? 1;
  return announced <= 1 || pageNumbers(message, view.cable).includes(announced);
};

const ENDS_SENTENCE = /[.?!]["')\]”’]{0,2}$/;
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

const NAMES: Record<BlockKind, string> = {
  summary: 'summary',
  comment: 'comment',
  'action-request': 'action request',
  note: 'note',
  'quoted-text': 'quoted text',
};
const capital = (s: string): string => s[0]!.toUpperCase() + s.slice(1);

/** A closer that was not recognised, or anything near one. */
const SOME_END: Record<BlockKind, RegExp> = {
  summary: /END[\s\W]{0,4}(?:OF\W{1,3})?S[UMARY ]{2}|SUM[A-Z]{0,6}\W{1,3}END|ENDS\b/i,
  comment: /\bEND[\s\W]{0,4}(?:OF\W{1,3})?COM|COMMENT\W{1,3}ENDS/i,
  'action-request': /\bEND[\s\W]{0,4}(?:OF\W{1,3})?(?:ACTION|REQ)/i,
  note: /\bEND[\s\W]{0,4}(?:OF\W{1,3})?(?:BIO|NOTE)|NOTE\W{1,3}ENDS|^[^(]*\)/i,
  'quoted-text':
    /\bUNQ|\bEND(?![\s]{1,3}(?:SUMMARY|COMMENT|NOTE|ACTION))(?:[\s]{1,3}[A-Z]{3}|[A-Z]{2,})|\b(?:TEXT|QUOTE) ENDS/,
};
/** A beginning that was not recognised, or anything near one. */
const SOME_BEGINNING: Record<BlockKind, RegExp> = {
  summary: /SUM|\bBEGIN/i,
  comment: /COMM|\bBEGIN/i,
  'action-request': /ACTION|REQUEST|\bBEGIN/i,
  note: /NOTE|\bBIO|\bBEGIN/i,
  'quoted-text': /TEXT|QUOTE|\bBEGIN|LETTER|STATEMENT|TRANSLATION/i,
};

/** Blocks that someone meant to close: a summary, and whatever began with BEGIN or QUOTE. Other blocks may end with their paragraph. */
function isMeantToClose({ view, message }: Subject, block: Block): boolean {
  if (!block.opener || block.closer || block.openedBy !== 'run-in') return false;
  const { cable } = view;
  const words = textOf(cable, block.opener);
  if (!/^(?:BEGIN|QUOTE)/i.test(words)) {
    const begins = own({ view, message, partial: false }).some(
      ({ paragraph }) => paragraph.textStart === block.opener!.start,
    );
    if (block.kind !== 'summary' || !begins) return false;
  }
  return !SOME_END[block.kind].test(cable.clean.slice(block.opener.end, message.end));
}

/** What is wrong with the second summary of a cable comes from the first. */
const firstOfKind = (blocks: readonly Block[]): Block[] => {
  const kinds = new Set<BlockKind>();
  return blocks.filter(({ kind }) => !kinds.has(kind) && kinds.add(kind));
};

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

const signed = (message: Message): boolean => message.ending?.fields.some(({ kind }) => kind === 'signature') ?? false;

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

/** Words that stand alone like a heading, and are none. */
const MARK_OF_BLOCK = /^(?:BEGIN|END|QUOTE|UNQUOTE)\b/i;
const SUMMARY_WORDS = /\bSUMM|\bBLUF\b|KEY POINTS|OVERVIEW|INTRODUCTION|ABSTRACT|\bMAIN POINTS|\bHIGHLIGHTS/i;
/** Three pages of 50 lines. */
const LONG = 150;

export const bodyRules: Rule[] = [
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
    if (line) report(inked(subject.view.cable, line), `This paragraph has no number${more(found.length)}.`);
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
        `Paragraph ${found[0]!.value} has no portion mark${more(found.length)}.`,
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
    if (mark) report(bracketed(mark), `The mark belongs after the number${more(found.length)}.`);
  }),
  style('body/heading-rule-length', 'Heading and rule are equally long.', ({ view, message }, report) => {
    const { cable } = view;
    for (const { heading } of message.body.sections) {
      const below = heading?.children.at(-1);
      const lines = heading?.children.filter(({ kind }) => kind === 'heading') ?? [];
      if (below?.kind !== 'rule' || !lines.length) continue;
      const at = inked(cable, below);
      const title = inked(cable, lines[0]!);
      const rule = textOf(cable, at);
      const lengths = lines.map((line) => inkOf(cable, line).length);
      // Under a centred heading, or across the page, a rule has its own measure; a colon may stick out.
      if (at.start - below.start !== title.start - lines[0]!.start || rule.includes(' ') || rule.length >= 55) continue;
      if (lengths.includes(rule.length)) continue;
      const length = Math.max(...lengths);
      if (rule.length === length - 1 && textOf(cable, lines.at(-1)!).endsWith(':')) continue;
      report(at, `The rule has ${rule.length} characters, the heading ${length}.`);
    }
  }),
  rule('body/heading-empty', 'information', 'A heading promises a text.', (subject, report) => {
    const { view, message } = subject;
    if (!isReadable(subject)) return;
    const { sections } = message.body;
    for (const [index, { heading, paragraphs, children }] of sections.entries()) {
      if (!heading || MARK_OF_BLOCK.test(textOf(view.cable, heading.title))) continue;
      if (paragraphs.length || children.some((part) => !('next' in part) && part !== heading)) continue;
      const next = sections[index + 1];
      const rest = children.slice(children.indexOf(heading) + 1);
      if (!next) {
        // What is not signed may go on.
        if (isWhole(subject) && signed(message)) report(heading.title, 'Nothing stands under this heading.');
      } else if (index > 0 && next.heading && isAlike(view.cable, heading, next.heading)) {
        const blank = rest.length > 0 || ('next' in next.children[0]! && next.children[0].kind === 'blank');
        if (blank && next.paragraphs.length) report(heading.title, 'Nothing stands under this heading.');
      }
    }
  }),
  rule('body/block-unclosed', 'information', 'A reader must know where it ends.', (subject, report) => {
    if (!isReadable(subject) || (!subject.partial && !isWhole(subject))) return;
    for (const block of firstOfKind(subject.message.blocks.filter(({ opener, closer }) => opener && !closer)))
      if (isMeantToClose(subject, block)) report(block.opener!, `${capital(NAMES[block.kind])} is never closed.`);
  }),
  rule('body/block-unopened', 'information', 'A reader must know where it began.', (subject, report) => {
    const { view, message } = subject;
    if (!isReadable(subject) || (view.classification?.sectionNumber ?? 1) > 1) return;
    let from = Math.max(message.start, ...(message.header?.fields.slice(-2).map(({ end }) => end) ?? []));
    const names = message.header?.fields.findLast(({ kind }) => kind !== 'subject' && kind !== 'ref');
    if (names) from = Math.min(from, names.start);
    for (const { kind, closer } of firstOfKind(message.blocks.filter(({ opener }) => !opener))) {
      if (!closer) continue;
      const before = view.cable.clean.slice(from, closer.start);
      if (!SOME_BEGINNING[kind].test(before)) report(closer, `End of ${NAMES[kind]} without a beginning.`);
    }
  }),
  style('body/summary-missing', 'Over three pages, a cable begins with a summary.', (subject, report) => {
    const { view, message } = subject;
    const { sections } = message.body;
    if (!isWhole(subject) || view.cable.layout === 'aad' || message.body.end - message.body.start < LONG * 10) return;
    if (message.blocks.some(({ kind }) => kind === 'summary')) return;
    let lines = 0;
    const paragraphs = own(subject);
    for (const { paragraph } of paragraphs) lines += paragraph.children.filter(({ kind }) => kind === 'text').length;
    const at = paragraphs[0]?.paragraph.number;
    if (lines <= LONG || !at || SUMMARY_WORDS.test(view.cable.clean.slice(sections[0]!.start, at.start + 4000))) return;
    report(at, 'A cable this long needs a summary.');
  }),
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

/** Headings of one rank: the same kind of rule and of capitals. */
function isAlike(cable: Cable, a: { children: readonly Line[]; title: Span }, b: typeof a): boolean {
  const look = ({ children, title }: typeof a) => {
    const words = textOf(cable, title);
    const last = children.at(-1)!;
    return `${words === words.toUpperCase()} ${last.kind === 'rule' ? inkOf(cable, last)[0] : ''}`;
  };
  return look(a) === look(b) && a.children.at(-1)!.kind === 'rule';
}
