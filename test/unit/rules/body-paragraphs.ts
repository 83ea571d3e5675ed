/** What the rules on numbers and marks of paragraphs say, and where they are silent. */
import { CLASSIFIED, head, marked, numbered, OPEN, PROSE, RECORD, SENSITIVE, SIGNED, type Table } from './body-support';

export const PARAGRAPHS: Record<string, Table> = {
  'body/paragraph-sequence': {
    bad: [
      ['one left out', OPEN + numbered(1, 2, 4) + SIGNED, '4', 'Paragraph 4 follows 2.', 'warning'],
      ['one report for all that follow', OPEN + numbered(1, 2, 4, 5, 6) + SIGNED, '4', 'Paragraph 4 follows 2.'],
      [
        'a wrong number among right ones',
        OPEN + numbered('¶1', '¶2', '¶13', '¶4') + SIGNED,
        '13',
        'Paragraph 13 follows 2.',
      ],
      ['two that changed places', OPEN + numbered(1, 2, 4, '¶3', 5) + SIGNED, '4', 'Paragraph 4 follows 2.'],
      ['in a draft', `UNCLAS ROME 000001\n\nSUBJECT: A BELL\n\n${numbered(1, 3)}`, '3', 'Paragraph 3 follows 1.'],
    ],
    good: [
      ['in order', OPEN + numbered(1, 2, 3) + SIGNED],
      ['letters', OPEN + numbered(1, 2, '2a', '2b', 3) + SIGNED],
      ['a list inside', `${OPEN}1.  There are three:\n\n1. One.\n2. Two.\n\n2.  The bell rang.\n${SIGNED}`],
      [
        'a quoted text',
        `${OPEN}1.  Text:\n\nBEGIN TEXT\n\n${numbered('¶7', '¶9')}\nEND TEXT\n\n${numbered('¶2')}${SIGNED}`,
      ],
      ['an annex that begins anew', OPEN + numbered('¶1', '¶2', '¶3', '¶1', '¶2') + SIGNED],
      [
        'the number stands there, but was not read',
        `${OPEN}${numbered(1)}as we said. 2. The bell.\n\n${numbered(3)}${SIGNED}`,
      ],
      ['a paragraph taken out', `${OPEN}${numbered(1)}\nXXXXXXXXXXXX\n\n${numbered(3)}${SIGNED}`],
      ['a section of its own', head('UNCLAS SECTION 02 OF 02 ROME 000001') + numbered('¶7', '¶8') + SIGNED],
      ['sections in disorder', `${OPEN}${numbered(1)}\nROME 00000001  003 OF 003\n\n\n${numbered('¶5')}${SIGNED}`],
      ['the number itself was forgotten', `${OPEN}${numbered(1)}\n${PROSE}\n${numbered(3)}${SIGNED}`],
    ],
  },
  'body/paragraph-duplicate': {
    bad: [
      ['twice', OPEN + numbered(1, 2, 2, 3) + SIGNED, '2', 'There are two paragraphs 2.', 'warning'],
      ['a slip, not a new count', OPEN + numbered('¶1', '¶2', '¶2', '¶4') + SIGNED, '2', 'There are two paragraphs 2.'],
      [
        'with marks',
        `${CLASSIFIED}1.  (C) One.\n\n2.  (C) Two.\n\n2.  (C) Three.\n${SIGNED}`,
        '2',
        'There are two paragraphs 2.',
      ],
    ],
    good: [
      ['in order', OPEN + numbered(1, 2, 3) + SIGNED],
      [
        'the same number in a quotation',
        `${OPEN}1.  Text:\n\nQUOTE\n\n${numbered('¶1')}\nUNQUOTE\n\n${numbered('¶2')}${SIGNED}`,
      ],
      ['an annex', OPEN + numbered('¶1', '¶2', '¶3', '¶1', '¶2', '¶3') + SIGNED],
      [
        'a header given again',
        `${OPEN}${numbered(1, 2)}\nUNCLAS ROME 000001\n\nE.O. 12958: N/A\nTAGS: IT\nSUBJECT: A BELL\n\n${numbered(1, 2)}${SIGNED}`,
      ],
    ],
  },
  'body/paragraph-unnumbered': {
    bad: [
      [
        'between numbers',
        `${OPEN}${numbered(1, 2)}\n${PROSE}\n${numbered(3)}${SIGNED}`,
        PROSE.trim(),
        'This paragraph has no number.',
        'information',
      ],
      [
        'in a record',
        `${RECORD}${SENSITIVE}${numbered(1, 2)}\n${PROSE}\n${numbered(3)}${SIGNED}`,
        PROSE.trim(),
        'This paragraph has no number.',
        'hint',
      ],
      [
        'two of them',
        `${OPEN}${numbered(1, 2)}\n${PROSE}\n${numbered(3)}\n${PROSE}\n${numbered(4)}${SIGNED}`,
        PROSE.trim(),
        'This paragraph has no number (and 1 more).',
      ],
    ],
    good: [
      ['all numbered', OPEN + numbered(1, 2, 3) + SIGNED],
      ['an introduction', `${OPEN}${PROSE}\n${numbered(1, 2)}${SIGNED}`],
      [
        'a sentence that goes on',
        `${OPEN}1.  Carts must take the\n\n${PROSE.toLowerCase()}\n${numbered(2, 3)}${SIGNED}`,
      ],
      ['a list', `${OPEN}${numbered(1)}\n-- ${PROSE}\n${numbered(2, 3)}${SIGNED}`],
      ['a quoted text', `${OPEN}${numbered(1)}\nBEGIN TEXT\n\n${PROSE}\nEND TEXT\n\n${numbered(2, 3)}${SIGNED}`],
      ['announced by a colon', `${OPEN}1.  He said:\n\n${PROSE}\n${numbered(2, 3)}${SIGNED}`],
      ['no numbers at all', `${OPEN}${PROSE}\n${PROSE}\n${PROSE}${SIGNED}`],
    ],
  },
  'body/single-paragraph-numbered': {
    bad: [
      ['alone', OPEN + numbered(1) + SIGNED, '1', 'A single paragraph needs no number.', 'information'],
      ['with a mark', `${CLASSIFIED}1.  (C) The bell rang.\n${SIGNED}`, '1', 'A single paragraph needs no number.'],
      ['with ¶', OPEN + numbered('¶1') + SIGNED, '1', 'A single paragraph needs no number.'],
    ],
    good: [
      ['several', OPEN + numbered(1, 2) + SIGNED],
      ['no number', `${OPEN}${PROSE}${SIGNED}`],
      ['a second one without number', `${OPEN}${numbered(1)}\n${PROSE}${SIGNED}`],
      ['a draft that may grow', `UNCLAS ROME 000001\n\nSUBJECT: A BELL\n\n${numbered(1)}`],
      ['the first of several sections', head('UNCLAS SECTION 01 OF 02 ROME 000001') + numbered(1)],
      ['a second one glued to it', `${OPEN}1.  The bell rang\n2. It rang again\n${SIGNED}`],
    ],
  },
  'body/portion-mark-missing': {
    bad: [
      [
        'one of a classified cable',
        CLASSIFIED + marked('(C)', '', '(U)') + SIGNED,
        '2',
        'Paragraph 2 has no portion mark.',
        'warning',
      ],
      [
        'all of it',
        CLASSIFIED + numbered(1, 2, 3) + SIGNED,
        '1',
        'Paragraph 1 has no portion mark (and 2 more).',
        'warning',
      ],
      [
        'a SENSITIVE cable',
        SENSITIVE + numbered(1, 2) + SIGNED,
        '1',
        'Paragraph 1 has no portion mark (and 1 more).',
        'information',
      ],
      [
        'a SENSITIVE record',
        RECORD + SENSITIVE + numbered(1, 2) + SIGNED,
        '1',
        'Paragraph 1 has no portion mark (and 1 more).',
        'hint',
      ],
      [
        'a draft',
        `C O N F I D E N T I A L ROME 000001\n\nE.O. 13526: DECL: 12/12/2036\nSUBJECT: A BELL\n\n${marked('(C)', '')}`,
        '2',
        'Paragraph 2 has no portion mark.',
      ],
    ],
    good: [
      ['all marked', CLASSIFIED + marked('(C)', '(U)', '(C/NF)') + SIGNED],
      ['an unclassified cable', OPEN + numbered(1, 2) + SIGNED],
      ['one mark for all', CLASSIFIED + marked('(C - ENTIRE TEXT)', '', '') + SIGNED],
      ['a mark after the heading', CLASSIFIED + marked('(C)', 'Summary: (C)') + SIGNED],
      ['marks on the parts', `${CLASSIFIED}1.  (C) One.\n\n2.  Points:\n\n-- (C) This.\n-- (U) That.\n${SIGNED}`],
      ['a redacted paragraph', CLASSIFIED + marked('(C)', 'XXXXXXXXXXXX') + SIGNED],
      ['a quoted text', `${CLASSIFIED}1.  (C) Text:\n\nBEGIN TEXT\n\n${numbered('¶1', '¶2')}\nEND TEXT\n${SIGNED}`],
      ['before paragraphs were marked', CLASSIFIED.replace('DEC 06', 'DEC 76') + numbered(1, 2) + SIGNED],
      [
        'a partial extract',
        `${'04ROME1\nA BELL\nThu Jul 01 00:00:00 +0200 2004\nSECRET\nEmbassy Rome\n'}This record is a partial extract of the original cable. The full text of the original cable is not available.\n\nS E C R E T ROME 000001\n\nSUBJECT: A BELL\n\n${numbered(1, 2)}`,
      ],
    ],
  },
  'body/portion-mark-malformed': {
    bad: [
      ['bracket lost', CLASSIFIED + marked('(C)', 'C)') + SIGNED, 'C)', '`C)` is not a portion mark.', 'warning'],
      [
        'letters that changed places',
        SENSITIVE + marked('(SBU)', '(SUB)') + SIGNED,
        '(SUB)',
        '`(SUB)` is not a portion mark.',
      ],
      ['wrong brackets', CLASSIFIED + marked('(C)', '[C]') + SIGNED, '[C]', '`[C]` is not a portion mark.'],
      ['no such level', CLASSIFIED + marked('(C)', '(X)') + SIGNED, '(X)', '`(X)` is not a portion mark.'],
      ['lower case', CLASSIFIED + marked('(C)', '(c)') + SIGNED, '(c)', '`(c)` is not a portion mark.'],
      [
        'misspelt caveat',
        CLASSIFIED + marked('(C)', '(C/NOFRON)') + SIGNED,
        '(C/NOFRON)',
        '`(C/NOFRON)` is not a portion mark.',
      ],
      ['closing bracket lost', CLASSIFIED + marked('(C)', '(C') + SIGNED, '(C', '`(C` is not a portion mark.'],
    ],
    good: [
      [
        'all forms',
        CLASSIFIED + marked('(C)', '(C/NF)', '(S//NF)', '(U)', '(SBU/N)', '(C//REL USA, ITA)', '(TS)') + SIGNED,
      ],
      ['entire text', CLASSIFIED + marked('(C - ENTIRE TEXT)', 'CONFIDENTIAL - ENTIRE TEXT.') + SIGNED],
      ['rarer caveats', CLASSIFIED + marked('(C)', '(C/FGI)', '(C/RELIDO)', '(C - NF)') + SIGNED],
      ['words in brackets', OPEN + marked('(U.S. embassy, Rome)', '(a)', '(FYI: this is not for release.)') + SIGNED],
      ['a letter of a list in an unmarked cable', OPEN + marked('(D)', '(E)') + SIGNED],
    ],
  },
  'body/portion-mark-position': {
    bad: [
      [
        'before the number',
        `${CLASSIFIED}1.  (C) One.\n\n(U) 2. Two.\n${SIGNED}`,
        '(U)',
        'The mark belongs after the number.',
        'information',
      ],
      [
        'everywhere',
        `${CLASSIFIED}(C) 1. One.\n\n(U) 2. Two.\n${SIGNED}`,
        '(C)',
        'The mark belongs after the number (and 1 more).',
      ],
    ],
    good: [
      ['after the number', CLASSIFIED + marked('(C)', '(U)') + SIGNED],
      ['without blank', `${CLASSIFIED}1.(C) One.\n\n2.(U) Two.\n${SIGNED}`],
      ['no number', `${CLASSIFIED}(C) The bell rang.\n${SIGNED}`],
      ['with ¶ and letter', `${CLASSIFIED}¶1. (C) One.\n\n¶1a. (U) Two.\n${SIGNED}`],
    ],
  },
};
