/** ACP-127 format lines 1 to 9 (FORMAT 2). */
import type { Cable, Field, Message } from '../syntax/tree';
import { matches } from '../text/matches';
import { exists, fullYear, MONTHS, pad } from './dates';
import { memo, type Token, token, valueText, words } from './fields';

export interface Fl3 {
  readonly station: Token;
  /** Station serial number without `#`. */
  readonly serial: Token | null;
  readonly section: Token | null;
  /** Filing time: day of the year, hour and minute; `day/hhmmZ` in the older form. */
  readonly day: Token | null;
  readonly time: Token | null;
}

const FL3 =
  /^DE {1,3}([A-Z]{4,8})(?: {0,3}#? {0,2}(\d{3,5})[A-Z]?(?:\/(\d{1,2}))?)?(?: {1,3}(\d{3})(\d{0,4})Z?| {1,3}(\d{2})\/(\d{4})Z?)?/i;

export function readFl3(cable: Cable, target: Field): Fl3 | null {
  const start = target.label.start;
  const text = cable.clean.slice(start, target.end);
  const match = FL3.exec(text);
  if (!match) return null;
  let at = 0;
  const next = (part: string | undefined): Token | null => {
    if (!part) return null;
    const index = text.indexOf(part, at);
    at = index + part.length;
    return token(part, start + index);
  };
  at = 2;
  const station = next(match[1])!;
  const serial = next(match[2]);
  const section = next(match[3]);
  const day = next(match[4]);
  const time = next(match[5]) ?? (next(match[6]) ? next(match[7]) : null);
  return { station, serial, section, day, time };
}

export interface DateTimeGroup {
  readonly raw: string;
  readonly precedences: readonly Token[];
  /** `ddhhmm`, as written. */
  readonly digits: Token | null;
  readonly zone: Token | null;
  readonly month: Token | null;
  readonly year: Token | null;
  /** Parts as numbers; null where they cannot be read. */
  readonly date: {
    readonly year: number;
    readonly month: number;
    readonly day: number;
    readonly hour: number;
    readonly minute: number;
  } | null;
  /** `2006-03-21T09:59:00Z`; null when the date or the time does not exist. */
  readonly utc: string | null;
}

/** A letter before three more is that of the zone; before two it begins a month. */
const DTG = /^((?:[A-Z] {1,3}){0,2})(\d{4,7}) ?([A-Z](?![A-Z]{2}(?![A-Z])))? {0,3}([A-Z]{2,9})?(?: {1,3}(\d{2,4})\b)?/i;
const LETTER = /[A-Z]/gi;
const PRECEDENCE: Record<string, string> = {
  Z: 'FLASH',
  O: 'IMMEDIATE',
  P: 'PRIORITY',
  R: 'ROUTINE',
  Y: 'EMERGENCY COMMAND',
  W: 'CRITIC',
};
export const precedenceName = (letter: string): string | null => PRECEDENCE[letter[0]?.toUpperCase() ?? ''] ?? null;

/** A date-time group at an offset. `years`: the file's other evidence for a missing year or century, best first. */
export function readDateTimeGroup(text: string, start: number, years: readonly number[]): DateTimeGroup | null {
  const match = DTG.exec(text);
  if (!match) return null;
  const [whole, letters, digits, zone, month, year] = match;
  const precedences = matches(letters!, LETTER).map((each) => token(each[0].toUpperCase(), start + each.index));
  let at = letters!.length;
  const next = (part: string | undefined): Token | null => {
    if (!part) return null;
    const index = text.indexOf(part, at);
    at = index + part.length;
    return token(part, start + index);
  };
  // Read in the order in which they stand.
  const parts = [next(digits), next(zone), next(month), next(year)] as const;
  const monthNumber = month ? MONTHS.indexOf(month.toUpperCase().slice(0, 3)) + 1 : 0;
  const yearNumber = !year ? (years[0] ?? 0) : year.length === 3 ? 0 : century(year, years);
  const six = digits!.length === 6;
  const date =
    six && monthNumber > 0 && yearNumber > 0
      ? {
          year: yearNumber,
          month: monthNumber,
          day: +digits!.slice(0, 2),
          hour: +digits!.slice(2, 4),
          minute: +digits!.slice(4),
        }
      : null;
  const valid = date && exists(date.year, date.month, date.day) && date.hour < 24 && date.minute < 60;
  const utc = valid
    ? `${pad(date.year, 4)}-${pad(date.month)}-${pad(date.day)}T${pad(date.hour)}:${pad(date.minute)}:00Z`
    : null;
  return {
    raw: whole.trim(),
    precedences,
    digits: parts[0],
    zone: parts[1],
    month: parts[2],
    year: parts[3],
    date,
    utc,
  };
}

/** The century comes from the MRN, the preamble or another date of the file (FORMAT 2.5). */
function century(digits: string, years: readonly number[]): number {
  if (digits.length !== 2) return fullYear(digits);
  const match = years.find((year) => year % 100 === Number(digits));
  return match ?? fullYear(digits);
}

/** The date-time group of FL5, or of the second half of SMART's `Date/DTG`. */
export function readMessageDate(cable: Cable, target: Field): DateTimeGroup | null {
  const { text, base } = valueText(cable, target);
  const at = target.label.end > target.label.start ? /\d{6} ?[A-Z] [A-Z]{3}/i.exec(text)?.index : 0;
  return at === undefined ? null : readDateTimeGroup(text.slice(at).trimEnd(), base + at, archiveYears(cable));
}

/** Years that the preamble gives: of the MRN and of the date line. */
export const archiveYears = memo((cable: Cable): number[] => {
  const years: number[] = [];
  for (const { kind, start, end } of cable.preamble?.fields ?? []) {
    if (kind !== 'mrn' && kind !== 'preamble-date') continue;
    const text = cable.clean.slice(start, end).trim();
    if (kind === 'mrn') years.push(fullYear(/^\d{2}/.exec(text)?.[0] ?? '00'));
    else years.unshift(Number(/\b(?:19|20)\d{2}\b/.exec(text)?.[0] ?? 0));
  }
  return years.filter((year) => year > 0);
});

export interface Addressee {
  readonly routingIndicator: Token | null;
  readonly name: Token;
  readonly precedence: Token | null;
  readonly channelNumber: Token | null;
  readonly excluded: Token[];
}

/** The parts of an addressee, each looked for at the end of what is left: a pattern for the whole line would try every split of it. */
const EXEMPTED = /,? {0,3}XMT {1,3}(.*)/is;
const CHANNEL = / {1,3}(\d{4,5})$/;
const PRECEDENCE_WORD = / {1,3}((?:NIACT {1,3})?(?:FLASH|IMMEDIATE|PRIORITY|ROUTINE|PIORITY|PRIORIRTY))$/i;
const INDICATOR = /^([A-Z]{4,8}|ZEN) ?\/ ?/i;
const LONGEST_ADDRESSEE = 400;

const ADDRESS = /[^\r\n;]+/g;
/** One addressee a line; furniture between the lines is left out (FORMAT 2.6). */
export function readAddressees(cable: Cable, target: Field): Addressee[] {
  const found: Addressee[] = [];
  const { text, base } = valueText(cable, target);
  for (const match of matches(text, ADDRESS)) {
    const line = match[0].trim();
    if (!line) continue;
    const start = base + match.index + match[0].indexOf(line);
    found.push(readAddressee(line, start));
  }
  return found;
}

export function readAddressee(whole: string, start: number): Addressee {
  let line = whole.slice(0, LONGEST_ADDRESSEE);
  const exempted = EXEMPTED.exec(line);
  if (exempted) line = line.slice(0, exempted.index);
  const cut = (pattern: RegExp): Token | null => {
    const match = pattern.exec(line);
    if (!match) return null;
    const part = match[1]!;
    const at = start + line.length - part.length;
    line = line.slice(0, match.index);
    return token(part, at);
  };
  const channelNumber = cut(CHANNEL);
  const precedence = cut(PRECEDENCE_WORD);
  const indicator = INDICATOR.exec(line);
  const from = indicator?.[0].length ?? 0;
  return {
    routingIndicator: indicator ? token(indicator[1]!, start) : null,
    name: token(line.slice(from).trim(), start + from),
    precedence,
    channelNumber,
    excluded: exempted
      ? words(
          { text: exempted[1]!, base: start + exempted.index + exempted[0].length - exempted[1]!.length },
          /[^,\s][^,]*/g,
        )
      : [],
  };
}

/** Addressees of TO or INFO; XMT lines are attached to the collective before them (FORMAT 2.6). */
export function readKind(cable: Cable, message: Message, kind: 'to' | 'info'): Addressee[] {
  const result: Addressee[] = [];
  const sources = [
    ...(message.transmission?.fields ?? []),
    ...(message.header?.fields ?? []),
    ...(cable.layout === 'smart' ? (message.ending?.fields ?? []) : []),
  ];
  let last: Addressee | null = null;
  for (const each of sources) {
    if (each.kind === 'to' || each.kind === 'info') {
      const found = each.kind === kind ? readAddressees(cable, each) : [];
      result.push(...found);
      last = found[found.length - 1] ?? null;
    } else if (each.kind === 'xmt' && last) {
      last.excluded.push(...readAddressees(cable, each).map((one) => one.name));
    }
  }
  return result;
}

export interface SecurityMark {
  readonly prosign: Token;
  readonly mark: Token | null;
  readonly signals: Token[];
}

export function readFl4(cable: Cable, target: Field): SecurityMark {
  const [prosign, ...rest] = words({ text: cable.clean.slice(target.start, target.end), base: target.start });
  const hasMark =
    rest[0] !== undefined && /^[A-Z]{3,7}(?:\/[A-Z]{3,7})?$/i.test(rest[0].text) && !/^Z[A-Z]{2}$/.test(rest[0].text);
  return { prosign: prosign!, mark: hasMark ? rest[0]! : null, signals: hasMark ? rest.slice(1) : rest };
}

export const fl2Words = (cable: Cable, target: Field): Token[] =>
  words({ text: cable.clean.slice(target.start, target.end), base: target.start }, /[A-Z0-9]+/gi);
