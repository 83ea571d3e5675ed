import type { MessageView } from '../../model/view';
import { widthOf } from '../../rewrite/fold-lines';
import { WIDTH } from '../../rewrite/refold';
import type { Block, BlockKind, Paragraph } from '../../syntax/tree';
import { type Edit, lineBreak, lineEnd } from '../../text/edits';
import { firstOfKind, NAMES } from '../facts/named-blocks';
import { isReadable, isWhole, textOf } from '../facts/shared';
import { type Fix, rule } from '../rule';
import { CONFIDENTIAL, DRAFT, UNCLASSIFIED } from '../specimens';

/** A closer that was not recognised, or anything near one. */
const SOME_END: Record<BlockKind, RegExp> = {
  summary: /END[\s\W]{0,4}(?:OF\W{1,3})?S[UMARY ]{2}|SUM[A-Z]{0,6}\W{1,3}END|ENDS\b/i,
  comment: /\bEND[\s\W]{0,4}(?:OF\W{1,3})?COM|COMMENT\W{1,3}ENDS/i,
  'action-request': /\bEND[\s\W]{0,4}(?:OF\W{1,3})?(?:ACTION|REQ)/i,
  note: /\bEND[\s\W]{0,4}(?:OF\W{1,3})?(?:BIO|NOTE)|NOTE\W{1,3}ENDS|^[^(]*\)/i,
  'quoted-text':
    /\bUNQ|\bEND(?![\s]{1,3}(?:SUMMARY|COMMENT|NOTE|ACTION))(?:[\s]{1,3}[A-Z]{3}|[A-Z]{2,})|\b(?:TEXT|QUOTE) ENDS/,
};

/** The paragraph of the drafter's own in which a block begins. */
const paragraphOf = (view: MessageView, { opener }: Block): Paragraph | undefined =>
  view.paragraphs.find(({ paragraph }) => paragraph.start <= opener!.start && opener!.start < paragraph.end)?.paragraph;

/** Blocks that someone meant to close: a summary, and whatever began with BEGIN or QUOTE. Other blocks may end with their paragraph. */
function isMeantToClose(view: MessageView, block: Block): boolean {
  if (block.openedBy !== 'run-in') return false;
  const opener = block.opener!;
  if (!/^(?:BEGIN|QUOTE)/i.test(textOf(view, opener)))
    if (block.kind !== 'summary' || paragraphOf(view, block)?.textStart !== opener.start) return false;
  return !SOME_END[block.kind].test(view.cable.clean.slice(opener.end, view.message.end));
}

/** The closing words, at the end of the paragraph in which the block begins: the end of a quoted text is not known. */
function closing(view: MessageView, block: Block): Fix | null {
  const paragraph = block.kind === 'quoted-text' ? undefined : paragraphOf(view, block);
  const last = paragraph?.children.findLast(({ kind }) => kind === 'text' || kind === 'list-item' || kind === 'table');
  if (!last) return null;
  const words = textOf(view, block.opener!).replace(/^BEGIN\s+/i, '');
  const name = block.kind === 'summary' ? like(words, NAMES.summary) : words.replace(/\s+/g, ' ');
  const closer = words === words.toUpperCase() ? `END ${name}.` : `End ${name}.`;
  return { title: `Append ${closer}`, edits: [append(view, last, `${closer}`)], drafter: true };
}
const like = (word: string, name: string): string =>
  word === word.toUpperCase()
    ? name.toUpperCase()
    : /^[A-Z]/.test(word)
      ? name[0]!.toUpperCase() + name.slice(1)
      : name;

/** Words after the last ones of a line, or below it where there is no room; the blanks before the line break stay a habit. */
function append(
  view: MessageView,
  { kind, start, end }: { kind: string; start: number; end: number },
  words: string,
): Edit {
  const { text } = view.cable;
  const fits = kind === 'text' && widthOf(text.slice(start, end)) + 2 + words.length <= WIDTH;
  const blanks = text.slice(end, lineEnd(text, end));
  return { start: end, end, text: fits ? `  ${words}` : `${blanks}${lineBreak(text, end)}${words}` };
}

export const blockUnclosed = rule({
  name: 'body/block-unclosed',
  severity: 'information',
  format: ['4.3'],
  message: '{what} is never closed.',
  why: 'A reader must know where a summary or a quoted text ends. Silent for blocks under a heading, for comments and notes, which end with their paragraph, and where any words come near a closing.',
  fix: 'Appends the closing words to the paragraph, for the drafter to decide; not for a quoted text, whose end is not known.',
  bad: [
    [CONFIDENTIAL, 'Summary:', '«Summary»:', 'End summary.', ''],
    [UNCLASSIFIED, '2.  (U) It stopped.', '2.  (U) He wrote:\n\n«BEGIN TEXT»:\n\nThe bell is old.'],
    [UNCLASSIFIED, '2.  (U) It stopped.', '2.  (U) «Begin comment».  The bell is old.'],
    [
      DRAFT,
      'Summary:  The region asks',
      '«SUMMARY»:  The region asks',
      'in ref A.  End Summary.',
      'in ref A as a matter of the greatest urgency before summer.',
    ],
  ],
  good: [
    [CONFIDENTIAL],
    [CONFIDENTIAL, 'End summary.', 'End\nsummary.'],
    [CONFIDENTIAL, 'End summary.', 'End of sumary.'],
    [DRAFT, 'End comment.', ''],
    [UNCLASSIFIED, '2.  (U) It stopped.', '2.  (U) Comment: It stopped.'],
    [
      UNCLASSIFIED,
      '2.  (U) It stopped.',
      '2.  (U) He wrote:\n\nBEGIN TEXT:\n\nThe bell is old.\n\nEND UNOFFICIAL TRANSLATION.',
    ],
  ],
  check(view, report) {
    const open = view.message.blocks.filter(({ opener, closer }) => opener && !closer);
    if (!open.length || !isReadable(view) || !(view.partial || isWhole(view))) return;
    for (const block of firstOfKind(open)) {
      if (!isMeantToClose(view, block)) continue;
      const name = NAMES[block.kind];
      report(block.opener!, { what: name[0]!.toUpperCase() + name.slice(1) }, { fix: closing(view, block) });
    }
  },
});
