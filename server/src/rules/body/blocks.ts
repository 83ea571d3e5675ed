import type { Block, BlockKind, Cable, Line, Span } from '../../syntax/tree';
import { type Rule, rule, type Subject, style } from '../rule';
import { inked, inkOf, isReadable, isWhole, own, signed, textOf } from './facts';

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

/** Words that stand alone like a heading, and are none. */
const MARK_OF_BLOCK = /^(?:BEGIN|END|QUOTE|UNQUOTE)\b/i;
const SUMMARY_WORDS = /\bSUMM|\bBLUF\b|KEY POINTS|OVERVIEW|INTRODUCTION|ABSTRACT|\bMAIN POINTS|\bHIGHLIGHTS/i;
/** Three pages of 50 lines. */
const LONG = 150;

/** Headings of one rank: the same kind of rule and of capitals. */
function isAlike(cable: Cable, a: { children: readonly Line[]; title: Span }, b: typeof a): boolean {
  const look = ({ children, title }: typeof a) => {
    const words = textOf(cable, title);
    const last = children.at(-1)!;
    return `${words === words.toUpperCase()} ${last.kind === 'rule' ? inkOf(cable, last)[0] : ''}`;
  };
  return look(a) === look(b) && a.children.at(-1)!.kind === 'rule';
}

export const blockRules: Rule[] = [
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
];
