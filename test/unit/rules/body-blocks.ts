/** What the rules on headings, blocks, page lines and signatures say, and where they are silent. */
import { CLASSIFIED, head, long, marked, numbered, OPEN, RECORD, SENSITIVE, SIGNED, type Table } from './body-support';

export const BLOCKS: Record<string, Table> = {
  'body/heading-rule-length': {
    bad: [
      [
        'shorter',
        `${OPEN}Comment\n-----\n\n${numbered(1, 2)}${SIGNED}`,
        '-----',
        'The rule has 5 characters, the heading 7.',
        'information',
      ],
      [
        'longer',
        `${OPEN}The Old Bell\n==============\n\n${numbered(1, 2)}${SIGNED}`,
        '==============',
        'The rule has 14 characters, the heading 12.',
      ],
    ],
    good: [
      ['equal', `${OPEN}Comment\n-------\n\n${numbered(1, 2)}${SIGNED}`],
      [
        'as long as the longer of two lines',
        `${OPEN}The Old Bell of\nThe Tower\n---------------\n\n${numbered(1, 2)}${SIGNED}`,
      ],
      [
        'as long as the last of two lines',
        `${OPEN}The Old Bell of\nThe Tower\n---------\n\n${numbered(1, 2)}${SIGNED}`,
      ],
      ['across the page', `${OPEN}Comment\n${'-'.repeat(65)}\n\n${numbered(1, 2)}${SIGNED}`],
      ['no rule', `${OPEN}COMMENT\n\n${numbered(1, 2)}${SIGNED}`],
      ['a shared line', `${OPEN}------- COMMENT -------\n\n${numbered(1, 2)}${SIGNED}`],
      ['without its colon', `${OPEN}Comment:\n-------\n\n${numbered(1, 2)}${SIGNED}`],
    ],
  },
  'body/heading-empty': {
    bad: [
      [
        'at the end',
        `${OPEN}${numbered(1, 2)}\nComment\n-------\n${SIGNED}`,
        'Comment',
        'Nothing stands under this heading.',
        'information',
      ],
      [
        'between two',
        `${OPEN}Summary\n-------\n\n${numbered(1)}\nThe Tower\n---------\n\nThe Bell\n--------\n\n${numbered(2)}${SIGNED}`,
        'The Tower',
        'Nothing stands under this heading.',
      ],
    ],
    good: [
      ['text under it', `${OPEN}Comment\n-------\n\n${numbered(1, 2)}${SIGNED}`],
      [
        'a part with a heading of lower rank',
        `${OPEN}${numbered(1)}\nTHE TOWER\n=========\n\nThe Bell\n--------\n\n${numbered(2)}${SIGNED}`,
      ],
      ['a title for the whole', `${OPEN}The Tower\n---------\n\nThe Bell\n--------\n\n${numbered(1, 2)}${SIGNED}`],
      ['a draft that goes on', `UNCLAS ROME 000001\n\nSUBJECT: A BELL\n\n${numbered(1, 2)}\nComment\n-------\n`],
      [
        'a table',
        `${OPEN}1.  Bells:\n\nTower        Bells\n-----        -----\nNorth            3\n\n${numbered(2)}${SIGNED}`,
      ],
    ],
  },
  'body/block-unclosed': {
    bad: [
      [
        'a summary',
        `${OPEN}1.  Summary:  The bell rang.\n\n${numbered(2)}${SIGNED}`,
        'Summary',
        'Summary is never closed.',
        'information',
      ],
      [
        'a text',
        `${OPEN}1.  He wrote:\n\nBEGIN TEXT:\n\nThe bell.\n\n${numbered(2)}${SIGNED}`,
        'BEGIN TEXT',
        'Quoted text is never closed.',
      ],
      [
        'a comment with its beginning',
        `${OPEN}${numbered(1)}\n2.  Begin comment.  The bell rang.\n${SIGNED}`,
        'Begin comment',
        'Comment is never closed.',
      ],
    ],
    good: [
      ['closed', `${OPEN}1.  Summary:  The bell rang.  End Summary.\n\n${numbered(2)}${SIGNED}`],
      [
        'closed over two lines',
        `${OPEN}1.  SUMMARY: THE BELL RANG.  END\nSUMMARY AND COMMENT.\n\n${numbered(2)}${SIGNED}`,
      ],
      ['closed in other words', `${OPEN}1.  Summary:  The bell rang.  End sumary.\n\n${numbered(2)}${SIGNED}`],
      ['a heading', `${OPEN}Summary\n-------\n\n${numbered(1, 2)}${SIGNED}`],
      ['a comment ends with its paragraph', `${OPEN}${numbered(1)}\n2.  Comment: The bell rang.\n${SIGNED}`],
      [
        'text closed as translation',
        `${OPEN}1.  He wrote:\n\nBEGIN TEXT:\n\nThe bell.\n\nEND UNOFFICIAL TRANSLATION.\n${SIGNED}`,
      ],
      ['the first of two sections', `${head('UNCLAS SECTION 01 OF 02 ROME 000001')}1.  Summary:  The bell rang.\n`],
    ],
  },
  'body/block-unopened': {
    bad: [
      [
        'a summary',
        `${OPEN}1.  The bell rang.  End Summary.\n\n${numbered(2)}${SIGNED}`,
        'End Summary',
        'End of summary without a beginning.',
        'information',
      ],
      [
        'a comment',
        `${OPEN}${numbered(1)}\n2.  The bell rang.  End comment.\n${SIGNED}`,
        'End comment',
        'End of comment without a beginning.',
      ],
    ],
    good: [
      ['opened', `${OPEN}1.  Summary:  The bell rang.  End Summary.\n\n${numbered(2)}${SIGNED}`],
      ['opened by a heading', `${OPEN}COMMENT\n-------\n\n${numbered(1)}\n2.  The bell rang.  End comment.\n${SIGNED}`],
      ['opened in other words', `${OPEN}1.  Sumary. The bell rang.  End Summary.\n\n${numbered(2)}${SIGNED}`],
      ['commented in a sentence', `${OPEN}1.  We comment that it rang.  End comment.\n\n${numbered(2)}${SIGNED}`],
      [
        'the second section',
        `${head('UNCLAS SECTION 02 OF 02 ROME 000001')}2.  The bell rang.  End Summary.\n${SIGNED}`,
      ],
    ],
  },
  'body/summary-missing': {
    bad: [
      ['200 lines', OPEN + long(100) + SIGNED, '1', 'A cable this long needs a summary.', 'information'],
      ['a record', RECORD + OPEN + long(120) + SIGNED, '1', 'A cable this long needs a summary.', 'hint'],
    ],
    good: [
      ['three pages', OPEN + long(70) + SIGNED],
      ['there is one', `${OPEN}Summary\n-------\n\n${long(100)}${SIGNED}`],
      ['under another name', `${OPEN}OVERVIEW\n--------\n\n${long(100)}${SIGNED}`],
      ['a section of its own', head('UNCLAS SECTION 02 OF 03 ROME 000001') + long(100) + SIGNED],
      ['a long table', `${OPEN}1.  Bells:\n\n${'North      3      4\n'.repeat(200)}${SIGNED}`],
    ],
  },
  'body/page-line-malformed': {
    bad: [
      [
        'seven digits',
        `${head('UNCLAS SECTION 01 OF 02 ROME 000001')}1.  The\n\nROME 0000001  002 OF 002\n\n\nbell.\n${SIGNED}`,
        'ROME 0000001  002 OF 002',
        'This looks like a damaged page line.',
        'information',
      ],
      [
        'a zero for O',
        `${head('UNCLAS SECTION 01 OF 02 ROME 000001')}1.  The\n\nROME 00000001  002 0F 002\n\n\nbell.\n${SIGNED}`,
        'ROME 00000001  002 0F 002',
        'This looks like a damaged page line.',
      ],
    ],
    good: [
      [
        'as it should be',
        `${head('UNCLAS SECTION 01 OF 02 ROME 000001')}1.  The\n\nROME 00000001  002 OF 002\n\n\nbell.\n${SIGNED}`,
      ],
      [
        'second page of a section',
        `${head('UNCLAS SECTION 01 OF 02 ROME 000001')}1.  The\n\nROME 00000001  001.2 OF 002\n\n\nbell.\n${SIGNED}`,
      ],
      ['1970s', `${OPEN}1.  THE\n\nPAGE 02        ROME  00001  121200Z\n\n\nBELL.\n${SIGNED}`],
      ['a number in the text', `${OPEN}1.  Telephones:\n\nROME 06467411\n\nMILAN 290351  002 003\n${SIGNED}`],
    ],
  },
  'body/page-line-in-sentence': {
    bad: [
      [
        'in the middle of a paragraph',
        `${head('UNCLAS SECTION 01 OF 02 ROME 000001')}1.  The\n\nROME 00000001  002 OF 002\n\n\nbell.\n${SIGNED}`,
        'ROME 00000001  002 OF 002',
        'The page line interrupts a sentence.',
        'information',
      ],
      [
        'two of them',
        `${head('UNCLAS SECTION 01 OF 03 ROME 000001')}1.  The\n\nROME 00000001  002 OF 003\n\n\nbell of\n\nROME 00000001  003 OF 003\n\n\nRome.\n${SIGNED}`,
        'ROME 00000001  002 OF 003',
        'The page line interrupts a sentence (and 1 more).',
      ],
    ],
    good: [
      [
        'between paragraphs',
        `${head('UNCLAS SECTION 01 OF 02 ROME 000001')}1.  The bell.\n\nROME 00000001  002 OF 002\n\n\n2.  It rang.\n${SIGNED}`,
      ],
      [
        'between sentences',
        `${head('UNCLAS SECTION 01 OF 02 ROME 000001')}1.  The bell.\n\nROME 00000001  002 OF 002\n\n\nIt rang.\n${SIGNED}`,
      ],
    ],
  },
  'body/signature-missing': {
    bad: [
      ['nothing below', OPEN + numbered(1, 2), 'The bell rang.', 'The cable is not signed.', 'information'],
      [
        'end lines at once',
        `${CLASSIFIED}${marked('(C)', '(C)')}BT\n#0001\n\nNNNN\n`,
        'The bell rang.',
        'The cable is not signed.',
      ],
      ['a record', RECORD + SENSITIVE + marked('(SBU)', '(SBU)'), 'The bell rang.', 'The cable is not signed.', 'hint'],
    ],
    good: [
      ['signed', OPEN + numbered(1, 2) + SIGNED],
      ['title case', `${OPEN}${numbered(1, 2)}\nExample\n`],
      ['redacted', `${OPEN}${numbered(1, 2)}\nXXXXXXXXXXXX\n`],
      ['signed on the last line', `${OPEN}1.  One.\n\n2.  The bell rang and rang. EXAMPLE.\n`],
      ['something that may be a name', `${OPEN}${numbered(1, 2)}\nExample (acting for Sample)\n`],
      ['a draft', `UNCLAS ROME 000001\n\nSUBJECT: A BELL\n\n${numbered(1, 2)}`],
      ['the first of two sections', head('UNCLAS SECTION 01 OF 02 ROME 000001') + numbered(1, 2)],
    ],
  },
  'body/text-after-signature': {
    bad: [
      [
        'a note',
        `${OPEN}${numbered(1, 2)}\nTREMAYNE\n\nThe tower was closed later that day.\n`,
        'The tower was closed later that day.',
        'There is text after the signature.',
        'information',
      ],
      [
        'two names',
        `${OPEN}${numbered(1, 2)}\nFOX TREMAYNE\n\nThe tower was closed later that day.\n`,
        'The tower was closed later that day.',
        'There is text after the signature.',
      ],
    ],
    good: [
      ['signed last', OPEN + numbered(1, 2) + SIGNED],
      ['two names', `${OPEN}${numbered(1, 2)}\nTREMAYNE\nOAKES\n`],
      ['a level below', `${CLASSIFIED}${marked('(C)', '(C)')}\nTREMAYNE\n\nCONFIDENTIAL\n\n\nNNNN\n`],
      ['a heading', `${OPEN}${numbered(1, 2)}\nBACKGROUND\n\nThe tower was closed later that day.\n`],
      [
        'a word of the text',
        `${OPEN}1.  The clappers rang.\n\n2.  They rang.\n\nCLAPPERS\n\nThe tower was closed later that day.\n`,
      ],
      ['numbers go on', `${OPEN}${numbered(1, 2)}\nTREMAYNE\n\n${numbered(3)}${SIGNED}`],
    ],
  },
};
