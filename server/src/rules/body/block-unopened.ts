import type { BlockKind } from '../../syntax/tree';
import { firstOfKind, NAMES } from '../facts/named-blocks';
import { isReadable } from '../facts/shared';
import { rule } from '../rule';
import { CONFIDENTIAL, DRAFT, UNCLASSIFIED } from '../specimens';

/** A beginning that was not recognised, or anything near one. */
const SOME_BEGINNING: Record<BlockKind, RegExp> = {
  summary: /SUM|\bBEGIN/i,
  comment: /COMM|\bBEGIN/i,
  'action-request': /ACTION|REQUEST|\bBEGIN/i,
  note: /NOTE|\bBIO|\bBEGIN/i,
  'quoted-text': /TEXT|QUOTE|\bBEGIN|LETTER|STATEMENT|TRANSLATION/i,
};

export const blockUnopened = rule({
  name: 'body/block-unopened',
  severity: 'information',
  format: ['4.3'],
  message: 'End of {what} without a beginning.',
  why: 'A reader must know where a summary, comment or quoted text began. Silent where any words before it come near a beginning, and in a later section of a cable.',
  bad: [
    [CONFIDENTIAL, 'Summary:  ', '', 'End summary.', '«End summary».'],
    [UNCLASSIFIED, 'It stopped.', 'It stopped.  «End comment».'],
    [UNCLASSIFIED, 'It stopped.', 'It is old.\n\n«UNQUOTE»'],
  ],
  good: [
    [CONFIDENTIAL],
    [DRAFT],
    [CONFIDENTIAL, 'Summary:  ', 'Sumary.  '],
    [UNCLASSIFIED, 'It stopped.', 'We comment that it stopped.  End comment.'],
    [CONFIDENTIAL, 'SECTION 01 OF 02', 'SECTION 02 OF 02', 'Summary:  ', '', '#0001/01', '#0001/02'],
  ],
  check(view, report) {
    const { message } = view;
    const closed = message.blocks.filter(({ opener, closer }) => !opener && closer);
    if (!closed.length || !isReadable(view) || (view.classification?.sectionNumber ?? 1) > 1) return;
    let from = Math.max(message.start, ...(message.header?.fields.slice(-2).map(({ end }) => end) ?? []));
    const names = message.header?.fields.findLast(({ kind }) => kind !== 'subject' && kind !== 'ref');
    if (names) from = Math.min(from, names.start);
    for (const { kind, closer } of firstOfKind(closed)) {
      const before = view.cable.clean.slice(from, closer!.start);
      if (!SOME_BEGINNING[kind].test(before)) report(closer!, { what: NAMES[kind] });
    }
  },
});
