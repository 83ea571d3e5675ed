import assert from 'node:assert/strict';
import { check } from '../../../server/src/rules/check';
import type { Severity } from '../../../server/src/rules/rule';
import { RULES } from '../../../server/src/rules/table';
import { parse } from '../../../server/src/syntax/parse';

const head = (line = 'C O N F I D E N T I A L ROME 000001', caption = '') => `OO RUEHC
DE RUEHRO #0001 3461200
ZN${line.startsWith('UN') ? 'R UUUUU' : 'Y CCCCC'} ZZH
O 121200Z DEC 06
FM AMEMBASSY ROME
TO RUEHC/SECSTATE WASHDC IMMEDIATE 6308
${line}
${caption && `\n${caption}\n`}
E.O. 12958: ${line.startsWith('UN') ? 'N/A' : 'DECL: 12/12/2016'}
TAGS: PREL, ECON, IT
SUBJECT: A BELL
${line.startsWith('UN') ? '' : '\nClassified By: Ambassador Ada Example for reasons 1.4 (b) and (d).\n'}
`;
const CLASSIFIED = head();
const OPEN = head('UNCLAS ROME 000001');
const SENSITIVE = head('UNCLAS ROME 000001', 'SENSITIVE');
const RECORD = `06ROME1
A BELL
Tue Dec 12 00:00:00 +0100 2006
UNCLASSIFIED//FOR OFFICIAL USE ONLY
Embassy Rome
`;
const SIGNED = '\nEXAMPLE\n';
const PROSE = 'The bell of the tower was cast in one piece by two brothers from the next valley.\n';
/** Numbered paragraphs of one sentence. */
const numbered = (...numbers: (number | string)[]) => numbers.map((n) => `${n}.  The bell rang.\n`).join('\n');
const marked = (...marks: string[]) => marks.map((mark, i) => `${i + 1}.  ${mark} The bell rang.\n`).join('\n');
const long = (lines: number) =>
  Array.from(
    { length: lines },
    (_, i) =>
      `${i + 1}.  The bell of the tower rang for the whole of the afternoon.\nIt rang for most of the evening as well, and by night.\n`,
  ).join('\n');

/** Rules that are off are asked for by name. */
const ASKED = new Map<string, Severity>([['body/page-line-in-sentence', 'information']]);
/** What a rule says of a text: each marked place, and the message there. */
const said = (rule: string, text: string): [string, string, string][] =>
  check(parse(text), ASKED.has(rule) ? ASKED : undefined)
    .filter((finding) => finding.rule === rule)
    .map(({ start, end, message, severity }) => [text.slice(start, end), message, severity]);

interface Table {
  /** [what, text, the marked words, message, severity] */
  readonly bad: readonly [string, string, string, string, string?][];
  readonly good: readonly [string, string][];
}
const TABLE: Record<string, Table> = {
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

describe('body rules', () => {
  it('are all tested', () =>
    assert.deepEqual(
      Object.keys(TABLE).sort(),
      RULES.map(({ name }) => name as string)
        .filter((name) => name.startsWith('body/'))
        .sort(),
    ));
  for (const [rule, { bad, good }] of Object.entries(TABLE)) {
    for (const [what, text, at, message, severity] of bad)
      it(`${rule}: ${what}`, () => {
        const found = said(rule, text);
        assert.deepEqual(found, [[at, message, severity ?? found[0]?.[2]]]);
      });
    for (const [what, text] of good) it(`${rule} is silent: ${what}`, () => assert.deepEqual(said(rule, text), []));
  }
});
