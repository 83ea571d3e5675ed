/**
 * Texts of which the time was once in the square of the length, or worse: here they are so long that it would take minutes then. No time is
 * measured, but the suite has to end.
 */
import { snapshot } from '../../server/src/features/snapshot';
import { timed, WORK } from './targets/work';

const SIZE = 150_000;

const HEAD = 'R 071555Z OCT 08\nFM AMEMBASSY TALLINN\nTO SECSTATE WASHDC 0622\n';
const CABLE = `${HEAD}UNCLAS TALLINN 000344\n\nSIPDIS\n\nE.O. 12958: N/A\nTAGS: PREL, EN\nSUBJECT: A BELL\n\n`;
const RECORD = 'Message Text\n\n\nUNCLASSIFIED\n\nPAGE 01        STATE   201177\n\n41\nORIGIN EUR-12\n';

/** What is there before, and what comes over and over. */
const LONG: Readonly<Record<string, readonly [before: string, piece: string]>> = {
  'blank lines in the head of a record': [RECORD, '\n'],
  'addressees in the head of a record': [RECORD, 'INFO  O\n'],
  'lines of one addressee': [HEAD, 'INFO AMEMBASSY PARIS\n'],
  'an addressee line by line': [HEAD, 'AMEMBASSY PARIS\n'],
  'lines of the header over and over': [
    `${HEAD}UNCLAS TALLINN 000344\n\n`,
    'TAGS: SENV, EI\nE.O. 12958: N/A\nSUBJECT: THE RIVER\n',
  ],
  'lines of the transmission over and over': ['VZCZCXRO1191\n', 'VZCZCXRO1191\nRR RXXX\n'],
  captions: [`${HEAD}UNCLAS TALLINN 000344\n\n`, 'SIPDIS\n'],
  'captions that are unknown': ['R 180844Z NOV 09\nFM AMEMBASSY MASE', 'RU\n'],
  'numbers of a caption': ['<code><pre>VZCZCXYZ', '0003\\\nRR'],
  references: [`${HEAD}UNCLAS TALLINN 000344\n\nREF:`, ' A. ROME 1\nREF: E: Quito  F:\n2500 Lima 0091\n'],
  'letters before references': [`${HEAD}UNCLAS TALLINN 000344\n\nREF: A. ROME 1 AND 2\n`, ' \u00b6B. 08'],
  'parts of a line of the transmission': ['RR RUEHC\nDE RUEHLI #1187 1291415\nZNR UU', 'UUU ZZ'],
  'rules without a word': [`${CABLE}Summary\n`, '\u2010\u2010\n\n'],
  'letters in capitals on one line': [`${CABLE}1. X`, ' J'],
  'codes that are none': [`${HEAD}UNCLAS TALLINN 000344\n\nTAGS: PREL`, ' EO'],
  'executive orders on one line': [`${HEAD}UNCLAS TALLINN 000344\n\n`, 'E.O. 12958: '],
  'executive orders': ['CONFIDENTIAL\r', 'EO411\r'],
  'paragraphs on one line': [`${CABLE}1. (U) Summa`, 'ry. 2. (U) T'],
  'short lines of a paragraph': [`${CABLE}2.  NOBODY WAS ON IT.`, '\nIT.'],
  messages: ['', `${CABLE}1. The treasurer of MOI saw &#8217; it.\n\n`],
  'paragraphs, one number': [CABLE, '1. (C) As ref A and para 1 say, MOI saw it.\n\n'],
  'one line': [CABLE, '1. (C) As ref A and para 1 say, MOI saw it. '],
  'blocks that end': [`${CABLE}1. A. BEGIN comment `, 'expert.  End comment. \n \n'],
  'headings and rules': [CABLE, 'A Heading\n---------\n\n'],
  'page lines': [`${CABLE}1. X\n`, '\nTALLINN 00000344  002 OF 003\n\n\n'],
};

describe('long texts', function () {
  this.timeout(120_000);
  for (const [what, [before, piece]] of Object.entries(LONG))
    it(what, () => {
      const now = snapshot('file:///x.cable', 1, before + piece.repeat(SIZE / piece.length));
      for (const work of Object.values(WORK)) timed(() => work(now, SIZE >> 1));
    });
});
