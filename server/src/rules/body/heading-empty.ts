import type { MessageView } from '../../model/view';
import type { Heading } from '../../syntax/tree';
import { inkOf, isReadable, isSigned, isWhole, textOf } from '../facts/shared';
import { rule } from '../rule';
import { CONFIDENTIAL, DRAFT, UNCLASSIFIED } from '../specimens';

/** Words that stand alone like a heading, and are none. */
const MARK_OF_BLOCK = /^(?:BEGIN|END|QUOTE|UNQUOTE)\b/i;

/** Headings of one rank: the same kind of rule and of capitals. */
function isAlike(view: MessageView, a: Heading, b: Heading): boolean {
  const look = ({ children, title }: Heading) => {
    const words = textOf(view, title);
    const last = children.at(-1)!;
    return `${words === words.toUpperCase()} ${last.kind === 'rule' ? inkOf(view, last)[0] : ''}`;
  };
  return a.children.at(-1)!.kind === 'rule' && look(a) === look(b);
}

export const headingEmpty = rule({
  name: 'body/heading-empty',
  severity: 'information',
  format: ['4.2'],
  message: 'Nothing stands under this heading.',
  why: 'A heading promises a text. Silent where a heading of another rank follows, for a title above the whole text, and at the end of a draft that may go on.',
  bad: [
    [UNCLASSIFIED, 'stopped.\n', 'stopped.\n\n«Comment»\n-------\n'],
    [UNCLASSIFIED, '2.  (U)', '«The Tower»\n---------\n\nThe Bell\n--------\n\n2.  (U)'],
  ],
  good: [
    [DRAFT],
    [UNCLASSIFIED, '2.  (U)', 'THE TOWER\n=========\n\nThe Bell\n--------\n\n2.  (U)'],
    [UNCLASSIFIED, '1.  (SBU)', 'The Tower\n---------\n\nThe Bell\n--------\n\n1.  (SBU)'],
    [DRAFT, '3.  (SBU) The lagoon needs a market.  End comment.\n\nKETTERING\n', ''],
    [
      CONFIDENTIAL,
      '3.  (C)',
      'The Tower\n---------\n\nTower        Bells\n-----        -----\nNorth            3\n\n3.  (C)',
    ],
  ],
  check(view, report) {
    const { sections } = view.message.body;
    if (!sections.some(({ heading }) => heading) || !isReadable(view)) return;
    for (const [index, { heading, paragraphs, children }] of sections.entries()) {
      if (!heading || paragraphs.length || MARK_OF_BLOCK.test(textOf(view, heading.title))) continue;
      if (children.some((part) => !('next' in part) && part !== heading)) continue;
      const next = sections[index + 1];
      const isEmpty = next
        ? index > 0 &&
          next.heading &&
          isAlike(view, heading, next.heading) &&
          next.paragraphs.length > 0 &&
          isApart(index)
        : // What is not signed may go on.
          isWhole(view) && isSigned(view.message);
      if (isEmpty) report(heading.title);
    }
    /** A blank line stands between the two; without one they are a heading of two lines. */
    function isApart(index: number): boolean {
      const { heading, children } = sections[index]!;
      const after = sections[index + 1]!.children[0]!;
      return children.at(-1) !== heading || ('next' in after && after.kind === 'blank');
    }
  },
});
