/** Cables around the words that the rules of the body are tried on, and what a rule says of a text. */
import { check } from '../../../server/src/rules/check';
import type { Severity } from '../../../server/src/rules/rule';
import { parse } from '../../../server/src/syntax/parse';

export const head = (line = 'C O N F I D E N T I A L ROME 000001', caption = '') => `OO RUEHC
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
export const CLASSIFIED = head();
export const OPEN = head('UNCLAS ROME 000001');
export const SENSITIVE = head('UNCLAS ROME 000001', 'SENSITIVE');
export const RECORD = `06ROME1
A BELL
Tue Dec 12 00:00:00 +0100 2006
UNCLASSIFIED//FOR OFFICIAL USE ONLY
Embassy Rome
`;
export const SIGNED = '\nEXAMPLE\n';
export const PROSE = 'The bell of the tower was cast in one piece by two brothers from the next valley.\n';
/** Numbered paragraphs of one sentence. */
export const numbered = (...numbers: (number | string)[]) => numbers.map((n) => `${n}.  The bell rang.\n`).join('\n');
export const marked = (...marks: string[]) => marks.map((mark, i) => `${i + 1}.  ${mark} The bell rang.\n`).join('\n');
export const long = (lines: number) =>
  Array.from(
    { length: lines },
    (_, i) =>
      `${i + 1}.  The bell of the tower rang for the whole of the afternoon.\nIt rang for most of the evening as well, and by night.\n`,
  ).join('\n');

/** Rules that are off are asked for by name. */
const ASKED = new Map<string, Severity>([['body/page-line-in-sentence', 'information']]);
/** What a rule says of a text: each marked place, and the message there. */
export const said = (rule: string, text: string): [string, string, string][] =>
  check(parse(text), ASKED.has(rule) ? ASKED : undefined)
    .filter((finding) => finding.rule === rule)
    .map(({ start, end, message, severity }) => [text.slice(start, end), message, severity]);

export interface Table {
  /** [what, text, the marked words, message, severity] */
  readonly bad: readonly [string, string, string, string, string?][];
  readonly good: readonly [string, string][];
}
