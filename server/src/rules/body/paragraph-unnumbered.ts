import { numbering, renumber } from '../../rewrite/renumber';
import { portions } from '../facts/levels';
import { unnumberedParagraphs } from '../facts/numbering';
import { inked, isReadable } from '../facts/shared';
import { more, rule } from '../rule';
import { CONFIDENTIAL, DRAFT, UNCLASSIFIED } from '../specimens';

const PROSE = 'The bell of the tower was cast in one piece by two brothers.';

export const paragraphUnnumbered = rule({
  name: 'body/paragraph-unnumbered',
  severity: 'information',
  style: true,
  format: ['4.1'],
  message: 'This paragraph has no number{more}.',
  why: 'A paragraph without a number cannot be cited. Silent for introductions, lists, tables, notes, quoted texts, several such paragraphs in a row, and cables without numbers.',
  fix: 'Numbers it, and anew the paragraphs after it with the places that cite them.',
  bad: [
    [UNCLASSIFIED, 'SENSITIVE\n', '', '(SBU) ', '(U) ', '2.  (U) It', `«${PROSE}»\n\n2.  (U) It`],
    [
      DRAFT,
      '2.  (U) EconOff visited the port after the meeting of ref B.',
      '«(U) EconOff visited the port after the long meeting of ref B.»',
      '3.  (SBU)',
      '2.  (SBU)',
      'a market.',
      'a market (para 2).',
    ],
    [
      UNCLASSIFIED,
      'SENSITIVE\n',
      '',
      '(SBU) ',
      '',
      '2.  (U) It stopped.',
      `«${PROSE}»\n\n2.  (U) It stopped.\n\n${PROSE}\n\n3.  (U) It rang.`,
    ],
  ],
  good: [
    [CONFIDENTIAL],
    [UNCLASSIFIED, '1.  (SBU)', `${PROSE}\n\n1.  (SBU)`],
    [UNCLASSIFIED, '2.  (U) It', `-- ${PROSE}\n\n2.  (U) It`],
    [UNCLASSIFIED, 'The bell rang.', 'He said:', '2.  (U) It', `${PROSE}\n\n2.  (U) It`],
    [UNCLASSIFIED, '2.  (U) It', `BEGIN TEXT\n\n${PROSE}\n\nEND TEXT\n\n2.  (U) It`],
    [UNCLASSIFIED, '1.  (SBU) The', '(SBU) The', '2.  (U) It', `(U) ${PROSE}\n\n(U) It`],
  ],
  check(view, report) {
    if (!isReadable(view)) return;
    const found = unnumberedParagraphs(view);
    const line = found[0]?.paragraph.children[0];
    if (!line) return;
    const numbered = numbering(view, found).filter(({ own }) => found.includes(own));
    // In a marked text one without a mark may be a piece of the paragraph above it.
    const isPiece = portions(view).marks.length > 0 && found.some(({ paragraph }) => !paragraph.mark);
    const edits = numbered.length === found.length && !isPiece ? renumber(view, found) : [];
    const title = found.length > 1 ? 'Number the paragraphs' : `Number it ${numbered[0]?.value}`;
    report(inked(view, line), { more: more(found) }, { fix: edits.length ? { title, edits } : null });
  },
});
