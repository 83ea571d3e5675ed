/** The classification line (FORMAT 3.2). */
import { remembered } from '../data/tables';
import { startsWithLevel } from '../syntax/recognise';
import type { Cable, Field } from '../syntax/tree';
import { type Token, token } from './fields';

export type Level = 'UNCLASSIFIED' | 'LIMITED OFFICIAL USE' | 'CONFIDENTIAL' | 'SECRET' | 'TOP SECRET';
export const LEVELS: readonly Level[] = [
  'UNCLASSIFIED',
  'LIMITED OFFICIAL USE',
  'CONFIDENTIAL',
  'SECRET',
  'TOP SECRET',
];
export const isClassified = (level: Level | null): boolean => level !== null && LEVELS.indexOf(level) >= 2;

const WRITTEN: Readonly<Record<Level, string>> = {
  UNCLASSIFIED: 'UNCLAS',
  'LIMITED OFFICIAL USE': 'LIMITED OFFICIAL USE',
  CONFIDENTIAL: 'C O N F I D E N T I A L',
  SECRET: 'S E C R E T',
  'TOP SECRET': 'T O P  S E C R E T',
};
/** A level as a classification line writes it: letter-spaced where it is classified. */
export const asWritten = (level: Level): string => WRITTEN[level];

export interface ClassificationLine {
  readonly word: Token;
  readonly level: Level | null;
  readonly spaced: boolean;
  readonly handling: readonly Token[];
  readonly section: Token | null;
  readonly sectionNumber: number | null;
  readonly sectionsAnnounced: number | null;
  readonly post: Token | null;
  readonly serial: Token | null;
  readonly suffix: string;
}

/** The level that a word stands for, or null. */
export const levelOf = remembered((word: string): Level | null => {
  const compact = word.toUpperCase().replace(/[^A-Z]/g, '');
  if (compact === 'UNCLAS' || compact === 'UNCLASSIFIED' || compact === 'U' || compact === 'SBU') return 'UNCLASSIFIED';
  if (compact === 'LOU' || compact === 'LIMITEDOFFICIALUSE') return 'LIMITED OFFICIAL USE';
  if (compact === 'CONFIDENTIAL' || compact === 'C') return 'CONFIDENTIAL';
  if (compact === 'SECRET' || compact === 'S') return 'SECRET';
  return compact === 'TOPSECRET' || compact === 'TS' ? 'TOP SECRET' : null;
});

const HANDLING =
  /(?:SENSITIVE|SBU|NOFORN|EFTO|E F T O|FOUO|FOR OFFICIAL USE ONLY|SVC|NODIS|EXDIS|LIMDIS|SIPDIS)(?= |$|\/)/iy;
const SECTION =
  /(?:SECTION {0,2}(\d{1,2}) {0,2}OF {0,2}(\d{1,2})|FINAL SECTION OF {1,2}(\d{1,2})|S[A-Z]{0,3}CT[A-Z]{0,3} {0,2}([\dO]{1,2}) {0,2}[OQ0]{0,2}F ?(\d{1,2}))(?=\D|$)/iy;
const POST = /([A-Z][A-Z .'/-]{1,40}?) {1,3}(\d{2,7})(?=\D|$)/iy;
const isSeparator = (code: number): boolean => code === 32 || code === 47 || code === 44 || code === 45;

function execAt(pattern: RegExp, text: string, at: number): RegExpExecArray | null {
  pattern.lastIndex = at;
  return pattern.exec(text);
}

export function readClassificationLine(cable: Cable, field: Field): ClassificationLine {
  const start = field.label.start;
  const line = cable.clean.slice(start, field.children[0]!.end);
  const word = startsWithLevel(line) ?? /^\S+/.exec(line)![0];
  let at = word.length;
  const handling: Token[] = [];
  const skip = () => {
    while (isSeparator(line.charCodeAt(at))) at++;
  };
  const takeHandling = () => {
    skip();
    for (let match = execAt(HANDLING, line, at); match; match = execAt(HANDLING, line, at)) {
      handling.push({ ...token(match[0], start + at), text: match[0].replace(/E F T O/i, 'EFTO') });
      at += match[0].length;
      skip();
    }
  };
  takeHandling();
  const section = execAt(SECTION, line, at);
  const sectionToken = section ? token(section[0], start + at) : null;
  if (section) at += section[0].length;
  takeHandling();
  const post = execAt(POST, line, at);
  const serialAt = post ? at + post[0].length - post[2]!.length : 0;
  const number = (text: string | undefined) => (text ? Number.parseInt(text.replace(/O/gi, '0'), 10) : null);
  return {
    word: token(word, start),
    level: levelOf(word),
    spaced: /^[A-Z] /i.test(word),
    handling,
    section: sectionToken,
    sectionNumber: number(section?.[1] ?? section?.[4]) ?? number(section?.[3]),
    sectionsAnnounced: number(section?.[2] ?? section?.[5] ?? section?.[3]),
    post: post ? token(post[1]!.trim(), start + at) : null,
    serial: post ? token(post[2]!, start + serialAt) : null,
    suffix: post ? line.slice(at + post[0].length).trim() : '',
  };
}
