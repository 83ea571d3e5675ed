/** Edits of a cable as somebody may make them: letters, words that mean something, lines taken out, pieces pasted. */
import type { TextChange } from '../../server/src/syntax/reparse';
import type { Random } from '../support/random';

export interface TextEdit extends TextChange {
  readonly put: string;
}

const LETTERS = [...'abcdeTHERS .,;:-()0123456789/"\'’é ¶', '\u{1F4E0}', 'e\u0301'];
const BREAKS = ['\n', '\r\n', '\r', '\n\n', ' \n'];
const WORDS = [
  '1. ', '2.  (U) ', '¶3. (C) ', '4', '17. ', '(S) ', '-----', '-- ', '=====', 'SUMMARY: ', 'End summary.', 'BEGIN TEXT:', 'END TEXT', 'QUOTE', 'UNQUOTE',
  'REF: A. 05 STATE 226504', 'TAGS: PREL, CB', 'SUBJECT: ', 'E.O. 12958: N/A', 'UNCLAS SECTION 02 OF 03 ROME 000001', 'CONFIDENTIAL', 'SIPDIS', 'BT', '#0001', 'NNNN', 'NNN',
  'VZCZCXRO6287', 'O 210959Z MAR 06', 'FM AMEMBASSY ROME', 'ROME 00000001  002 OF 003', 'PAGE 02', 'STATE 296107', 'Message Attributes', 'Drafted By: X', 'reftel B',
  'para 5', '   ', '    North   South    3', '&#182;', '&amp;', '&#10;', '\t', '\x07', '\\', '<br>', '<p>', '<x@y.z>', 'XXXXXXXXXXXX', 'EXAMPLE', '¿', '* * *', 'o ', 'a. ',
  'The Old Bell', 'Comment', '1', '.', '"', 'Classified By: DCM', 'Reason: 1.4 (b)', 'MRN: 06 ROME 1', 'ANNEX', 'GP-4',
]; // biome-ignore format: one list of words

/** One edit of a text: most of them small, some of whole lines or of large pieces. */
export function someEdit(text: string, pick: Random): TextEdit {
  const at = pick.chance(0.3) ? pick.int(0, Math.min(text.length, 1500)) : pick.int(0, text.length);
  const put = (length: number, put: string): TextEdit => {
    const end = Math.min(text.length, at + length);
    return { start: at, end, length: put.length, put };
  };
  const lineAt = (from: number) => text.lastIndexOf('\n', from - 1) + 1;
  const start = lineAt(at);
  const next = text.indexOf('\n', at) + 1 || text.length;
  const onLine = (put: string): TextEdit => ({ start, end: start, length: put.length, put });
  switch (pick.int(0, 11)) {
    case 0:
    case 1:
      return put(0, pick.pick(LETTERS));
    case 2:
      return put(1, '');
    case 3:
      return put(1, pick.pick(LETTERS));
    case 4:
      return put(0, pick.pick(BREAKS));
    case 5:
      return put(0, pick.pick(WORDS));
    case 6:
      return onLine(`${pick.pick(WORDS)}${pick.pick(['', ...BREAKS])}`);
    case 7:
      return { start, end: next, length: 0, put: '' };
    case 8:
      return put(pick.int(1, 200), '');
    case 9: {
      const from = pick.int(0, text.length);
      const piece = text.slice(lineAt(from), from + pick.int(1, 400));
      return onLine(piece);
    }
    case 10: {
      // The end of a line, where somebody goes on to write.
      const end = text.indexOf('\n', at) < 0 ? text.length : text.indexOf('\n', at);
      const words = pick.pick([...LETTERS, ...WORDS, ...BREAKS]);
      return { start: end, end, length: words.length, put: words };
    }
    default:
      return put(pick.int(0, 30), `${pick.pick(WORDS)}${pick.pick(BREAKS)}${pick.pick(WORDS)}`);
  }
}

export const applied = (text: string, { start, end, put }: TextEdit): string =>
  text.slice(0, start) + put + text.slice(end);
