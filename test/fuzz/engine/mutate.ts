/** Texts that are made from others, without a thought of what a cable is but for its words. */
import { RULES } from '../../../server/src/rules/table';
import { MESSES } from '../../corpus/messy';
import type { Random } from '../../support/random';

const LABELS =
  'TAGS:|SUBJECT:|SUBJ:|REF:|REFS:|E.O. 12958:|EO 13526:|DECL:|CLASSIFIED BY:|REASON:|FM |TO |INFO |BT|NNNN|ZNR UUUUU ZZH|VZCZCXYZ0001|MRN:|Date/DTG:|From:|Action:|Message Text|Message Attributes|PAGE 01        STATE  00001|UNCLAS|S E C R E T|C O N F I D E N T I A L|SECTION 01 OF 02|SIPDIS|NOFORN|QUOTE|UNQUOTE|BEGIN TEXT|END TEXT|BEGIN SUMMARY|END SUMMARY|SUMMARY:|COMMENT|Document Number:|O 210959Z MAR 06|211200Z JAN 1975|(S)|(SBU)|¶|1.|2.  |a. |REFTEL|REF A|05 STATE 226504|06ROME1|N/A|PHUM, PREL|&#182;|&amp;|<pre>|</pre>|<a href="x">|ROME 00000412  002 OF 003|AMEMBASSY ROME|SECSTATE WASHDC|IMMEDIATE|NIACT|ZZZ|(1)|para 5|paras 2-4|XXXXXXXXXX|------|======|___'.split(
    '|',
  );
const SIGNS = [
  ...'\n\n\n  .,:;()[]{}/-_=*#<>&"\'`\\|0123456789AZaz¶§\t\r\f\v\0\x07\x1b\x7f\x85\xa0\xad',
  ...['\r\n', '\n\n', '\u200b', '\u2028', '\ufeff', '\ud800', '\udc00', '😀', 'e\u0301', '\u0130', 'ß', '\u2010'],
];

let words: string[] | undefined;
/** Words of the rules' own examples: what rules look for stands in them. */
const dictionary = (): readonly string[] => {
  words ??= [
    ...LABELS,
    ...new Set(
      RULES.flatMap(({ bad, good }) => [...bad, ...good].flatMap(([, ...edits]) => edits)).flatMap((edit) =>
        edit.split(/(?<=\n)|[«»]/),
      ),
    ),
  ].filter((word) => word.length > 0 && word.length < 60);
  return words;
};

type Way = (text: string, next: Random, corpus: readonly string[]) => string;

const put = (text: string, at: number, piece: string, instead = 0): string =>
  text.slice(0, at) + piece + text.slice(at + instead);
/** A place in a text, near its beginning for half of them. */
const place = (text: string, next: Random): number =>
  next.chance(0.5) ? next.int(0, text.length) : Math.floor(next() ** 3 * (text.length + 1));
const piece = (text: string, next: Random): string => {
  const at = place(text, next);
  return text.slice(at, at + next.int(1, next.chance(0.2) ? 400 : 30));
};
const someLines = (text: string, next: Random): [lines: string[], at: number] => {
  const lines = text.split('\n');
  return [lines, next.int(0, lines.length - 1)];
};

const WAYS: readonly Way[] = [
  (text, next) => put(text, place(text, next), next.pick(SIGNS)),
  (text, next) => put(text, place(text, next), next.pick(SIGNS), 1),
  (text, next) => put(text, place(text, next), '', next.int(1, 8)),
  (text, next) => put(text, place(text, next), next.pick(dictionary()), next.chance(0.3) ? next.int(1, 20) : 0),
  (text, next) => put(text, place(text, next), `\n${next.pick(dictionary())}`),
  (text, next) => put(text, place(text, next), piece(text, next)),
  (text, next, corpus) => put(text, place(text, next), piece(next.pick(corpus), next)),
  (text, next, corpus) => text.slice(0, place(text, next)) + next.pick(corpus).slice(next.int(0, 2000)),
  (text, next) => put(text, place(text, next), next.pick([...SIGNS, ...dictionary()]).repeat(next.int(2, 40))),
  (text, next) => put(text, place(text, next), '', next.int(1, 600)),
  (text, next) => {
    const at = place(text, next);
    return put(text, at, String(next.int(0, 99_999)), /^\d+/.exec(text.slice(at))?.[0].length ?? 0);
  },
  (text, next) => {
    const [lines, at] = someLines(text, next);
    lines.splice(at, next.int(0, 2), ...(next.chance(0.5) ? [lines[next.int(0, lines.length - 1)]!] : []));
    return lines.join('\n');
  },
  (text, next) => {
    const [lines, at] = someLines(text, next);
    const [line] = lines.splice(at, 1);
    lines.splice(next.int(0, lines.length), 0, line!);
    return lines.join('\n');
  },
  (text, next) => {
    const [lines, at] = someLines(text, next);
    return lines.map((line, i) => (i === at ? line.trim() : line)).join(next.chance(0.1) ? '\r\n' : '\n');
  },
  (text, next) => next.pick(MESSES).make(text, next) ?? text,
  (text, next) => next.pick([(each: string) => each.toUpperCase(), (each: string) => each.toLowerCase()])(text),
];

/** A text after a few changes by chance. */
export function mutate(text: string, next: Random, corpus: readonly string[], longest: number): string {
  let made = text;
  for (let left = 1 + Math.floor(next() ** 3 * 12); left > 0; left--) made = next.pick(WAYS)(made, next, corpus);
  return made.length > longest ? made.slice(0, longest) : made;
}
