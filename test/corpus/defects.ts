/** Defects as they occur in real cables, planted into good ones. */
import type { Random } from '../support/random';

export interface Planted {
  readonly text: string;
  /** Lines at which it may be told, from 0: its own, or the neighbours of one that is gone. */
  readonly lines: readonly number[];
}

/** Null where the cable has no place for the defect. */
export type Defect = (text: string, next: Random) => Planted | null;

/** Changes one line that a pattern finds, the first or one by chance. `change` gives null where that line will not do. */
const line =
  (pattern: RegExp, change: (match: RegExpExecArray, next: Random) => string | null, any = false): Defect =>
  (text, next) => {
    const lines = text.split('\n');
    const places = lines.flatMap((each, at) => (pattern.test(each) ? [at] : []));
    while (places.length) {
      const [at] = places.splice(any ? next.int(0, places.length - 1) : 0, 1) as [number];
      const match = pattern.exec(lines[at]!)!;
      const put = change(match, next);
      if (put === null || put === match[0]) continue;
      const changed = lines[at]!.slice(0, match.index) + put + lines[at]!.slice(match.index + match[0].length);
      return { text: [...lines.slice(0, at), changed, ...lines.slice(at + 1)].join('\n'), lines: [at] };
    }
    return null;
  };

/** Only in a cable with a date-time group: nothing is late or early without it. */
const dated =
  (defect: Defect): Defect =>
  (text, next) =>
    /^[ZOPR](?: [OPR])? \d{6}Z |^Date\/DTG/m.test(text) ? defect(text, next) : null;

/** Takes a line out; the finding belongs to a neighbour, or to a line that a second pattern names. */
const without =
  (pattern: RegExp, told?: RegExp): Defect =>
  (text) => {
    const lines = text.split('\n');
    const at = lines.findIndex((each) => pattern.test(each));
    if (at < 0) return null;
    const rest = [...lines.slice(0, at), ...lines.slice(at + 1)];
    const line = told ? rest.findIndex((each) => told.test(each)) : at;
    return line < 0 ? null : { text: rest.join('\n'), lines: told ? [line] : [at - 1, at] };
  };

/** Repeats a line right below itself. */
const doubled =
  (pattern: RegExp): Defect =>
  (text) => {
    const lines = text.split('\n');
    const at = lines.findIndex((each) => pattern.test(each));
    return at < 0
      ? null
      : { text: [...lines.slice(0, at + 1), lines[at]!, ...lines.slice(at + 1)].join('\n'), lines: [at + 1] };
  };

const pad = (value: number, width: number): string => String(value).padStart(width, '0');
const FL5 = /^[ZOPR](?: [OPR])? \d{6}Z [A-Z]{3} \d{2}/;
const FL3 = /^(DE [A-Z]+ #)(\d{4})((?:\/\d\d)? )(\d{3})(\d{4})/;
const FL4 = /^(ZN[RY]) ([UCS])\2{4}/;
const PREAMBLE_DATE = /^(Sun|Mon|Tue|Wed|Thu|Fri|Sat) ([A-Z][a-z]{2}) (\d\d)(?= 00:00:00)/;
const CLASS = /^(UNCLAS|C O N F I D E N T I A L|S E C R E T)( SECTION \d+ OF \d+)? ([A-Z][A-Z ]*?) (\d{4,6})(?= ?$)/;
const PAGE = /^([A-Z][A-Z ]+) (\d{8}) {2}(\d{3}) OF (\d{3})/;
const DECL = /DECL: (\d\d)\/(\d\d)\/(\d{4})/;
const TAGS = /^TAGS: ([A-Z]{4})(,? )([A-Z]{2,4})\b/;
const PARAGRAPH = /^(¶?)([2-9])\. {2}/;
const MARK = /^(¶?\d+\. {2})\((U|SBU|C|S)\) /;
const levelOf = (word: string): string =>
  ({ UNCLAS: 'U', 'C O N F I D E N T I A L': 'C', 'S E C R E T': 'S' })[word] ?? '';

export const DEFECTS: Readonly<Record<string, Defect>> = {
  'day of the date-time group': line(FL5, ([whole]) => whole.replace(/\d\d(?=\d{4}Z)/, '32')),
  'hour of the date-time group': line(FL5, ([whole]) => whole.replace(/(\d\d)\d\d(?=\d\dZ)/, '$127')),
  'month misspelt': line(FL5, ([whole]) => whole.replace(/(Z )([A-Z])([A-Z])([A-Z])/, '$1$2$4$3')),
  'filing day': line(FL3, ([, a, b, c, day, time]) => `${a}${b}${c}${pad(((Number(day) + 20) % 360) + 1, 3)}${time}`),
  'filing day that does not exist': line(FL3, ([, a, b, c, , time]) => `${a}${b}${c}399${time}`),
  'filing time': line(FL3, ([, a, b, c, day]) => `${a}${b}${c}${day}2575`),
  'serial in FL3': line(
    FL3,
    ([, a, serial, c, day, time]) => `${a}${pad((Number(serial) + 7) % 10_000, 4)}${c}${day}${time}`,
  ),
  'a letter of the security mark lost': line(FL4, ([, signal, letter]) => `${signal} ${letter!.repeat(4)}`),
  'security signal': line(FL4, ([, signal, letter]) => (signal === 'ZNR' ? null : `ZNR ${letter!.repeat(5)}`)),
  'security mark of another level': line(FL4, ([, , letter]) => (letter === 'S' ? 'ZNY CCCCC' : 'ZNY SSSSS')),
  'precedence in FL2': line(/^(PP|OO|RR)(?= R)/, ([pair]) => (pair === 'ZZ' ? null : 'ZZ')),
  'a letter of FL2 lost': line(/^(PP|OO|RR)(?= R)/, ([pair]) => pair[0]!),
  'precedence of an addressee misspelt': line(/ (IMMEDIATE|PRIORITY)(?= \d{3,4}$)/, ([, word]) =>
    word === 'PRIORITY' ? ' PRIORTY' : ' IMEDIATE',
  ),
  'number in the preamble': line(/^(\d\d[A-Z]+)(\d+)$/, ([, a, serial]) => `${a}${Number(serial) + 1}`),
  'level in the preamble': line(/^(UNCLASSIFIED|CONFIDENTIAL|SECRET)(?:$|\/\/)/, ([, level]) =>
    level === 'SECRET' ? 'CONFIDENTIAL' : 'SECRET',
  ),
  'weekday in the preamble': line(
    PREAMBLE_DATE,
    ([, day, month, date]) => `${day === 'Sun' ? 'Mon' : 'Sun'} ${month} ${date}`,
  ),
  'section count damaged': line(/ SECTION (\d+) OF (\d+)/, ([, a, b]) => ` SECTIO ${a} F ${b}`),
  'section beyond the last': line(CLASS, ([, word, section, post, serial]) =>
    section ? `${word} SECTION 09 OF 02 ${post} ${serial}` : null,
  ),
  'number in a page line': line(
    PAGE,
    ([, post, serial, a, b]) => `${post} ${pad(Number(serial) + 3, 8)}  ${a} OF ${b}`,
    true,
  ),
  'sections in a page line': line(
    PAGE,
    ([, post, serial, a, b]) => `${post} ${serial}  ${a} OF ${pad(Number(b) + 2, 3)}`,
    true,
  ),
  'executive order mistyped': line(/^(E\.O\.:? )(1)(\d)(\d)(\d)(\d)/, ([, a, b, c, d, e, f]) =>
    `${a}${b}${c}${d}${f}${e}`.replace(/^(.*)$/, (all) => (e === f ? `${a}${b}${d}${c}${e}${f}` : all)),
  ),
  'executive order of another time': dated(
    line(/^(E\.O\.:? )(\d{5})/, ([, a, order]) => `${a}${order === '13526' ? '11652' : '13526'}`),
  ),
  'declassification on a day that does not exist': line(DECL, () => 'DECL: 02/30/2019'),
  'declassification before the cable': dated(
    line(DECL, ([, month, day, year]) => `DECL: ${month}/${day}/${Number(year) - 15}`),
  ),
  'TAGS misspelt': line(/^TAGS:/, () => 'TAGE:'),
  'an unknown TAGS code': line(TAGS, ([, , separator, second]) => `TAGS: QXQZ${separator}${second}`),
  'a TAGS code twice': line(TAGS, ([whole, first, separator]) => `${whole}${separator}${first}`),
  'SUBJECT misspelt': line(/^SUBJECT:/, () => 'SUJECT:'),
  'letters of references': line(/^( +|REF: )B\. (?=\S)/, ([, indent]) => `${indent}D. `),
  'a reference of next year': line(
    /^(REF: A\. |REF: |Reference: A\) )(\d\d )?(?=[A-Z][A-Z ]+ \d+)/,
    ([, label]) => `${label}19 `,
  ),
  'a paragraph number skipped': line(
    /^(¶)([2-9])\. {2}/,
    ([, mark, number]) => `${mark}${Number(number) + 10}.  `,
    true,
  ),
  'a paragraph number twice': line(PARAGRAPH, ([, mark, number]) => `${mark}${Number(number) - 1}.  `, true),
  'a portion mark above the cable': (text, next) => {
    const level = levelOf(CLASS.exec(text.split('\n').find((each) => CLASS.test(each)) ?? '')?.[1] ?? '');
    return level === '' || level === 'S' ? null : line(MARK, ([, number]) => `${number}(S) `, true)(text, next);
  },
  'a portion mark without its bracket': line(MARK, ([, number, mark]) => `${number}${mark}) `, true),
  'a portion mark misspelt': line(
    MARK,
    ([, number, mark]) => (mark === 'SBU' ? `${number}(SUB) ` : `${number}[${mark}] `),
    true,
  ),
  'a portion mark forgotten': (text, next) =>
    /^(?:C O N|S E C)/m.test(text) && /DECL/.test(text) ? line(MARK, ([, number]) => number!, true)(text, next) : null,
  'Classified By forgotten': without(/^Classified By:/, CLASS),
  'a reason that does not exist': line(/ reasons (1\.[45]) \(b\)/, ([, section]) => ` reasons ${section} (m)`),
  'a reason of no section': line(/ reasons 1\.[45] /, () => ' reasons 1.8 '),
  'FM forgotten': without(/^FM /),
  'SUBJECT forgotten': dated(without(/^(?:SUBJECT|SUBJ):/, CLASS)),
  'a caption twice': doubled(/^SIPDIS ?$/),
  'an addressee twice': doubled(/^[A-Z]+\/AM(?:EMBASSY|CONSUL) [A-Z ]+ \d+$/),
  'the end of another cable': line(/^#(\d{4})$/, ([, serial]) => `#${pad((Number(serial) + 7) % 10_000, 4)}`),
  'a control character': line(PARAGRAPH, ([whole]) => `${whole}\x07`),
  'another encoding': line(/ that the | that /, ([whole]) => `${whole}Ã©`, true),
  'an entity': line(/ that the | that /, ([whole]) => `${whole}&#8217;s `, true),
};
