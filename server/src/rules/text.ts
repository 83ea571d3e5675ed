/** Rules on width and characters (FORMAT 4.6). */
import { memo } from '../model/fields';
import type { Cable, Message, Paragraph, Span } from '../syntax/tree';
import { isDraftOrRecord } from './body/facts';
import { type Report, type Rule, rule, type Subject, style } from './rule';

const WIDTH = 69;
/** From this many paragraphs on the whole cable is like that, and is told so once. */
const THROUGHOUT = 4;
const FILLER = /\uFEFF/g;

interface Odd extends Span {
  readonly text: string;
}

/**
 * Everything in a message that a teleprinter has no key for. One scan serves four rules: most lines of most cables hold nothing of
 * the kind.
 */
const ODD = /[^ !"#$&'()\-./0-9:;?,A-Za-z\n\r]+/g;
const odd = memo((message: Message, cable: Cable): readonly Odd[] => {
  const found: Odd[] = [];
  const text = cable.text.slice(message.start, message.end);
  for (let match = ODD.exec(text); match; match = ODD.exec(text)) {
    const start = message.start + match.index;
    found.push({ text: match[0], start, end: start + match[0].length });
  }
  return found;
});

const CONTROL = /[\0-\x08\x0b\x0c\x0e-\x1f\x7f]/g;
/** UTF-8 read as Windows-1252, as code page 437, as Windows-1251; Windows-1252 read as Latin-1; a lost apostrophe; no character at all. */
const MOJIBAKE =
  /[ÂÃ][\x80-\xbf\u2018-\u2122]|â[\x80€][\x80-\xff\u0152-\u0178\u02c6\u02dc\u2010-\u2122]|ΓÇ|вЂ|ï»¿|ï¿½|[\x80-\x9f]|\uFFFD|(?<=[A-Za-z])¿(?=[a-z])/g;
const IS_ODD_ENOUGH = /[\x80-\xbfÂÃâïΓв\uFFFD]/;

const more = (count: number): string => (count > 1 ? ` (and ${count - 1} more)` : '');

/** Reports the first of some places, and how many more there are. */
function first(places: readonly Odd[], report: Report, message: (place: Odd, more: string) => string): void {
  if (places.length) report(places[0]!, message(places[0]!, more(places.length)));
}

/** The places in a message at which a pattern is found, among those with odd characters. */
function placesOf({ view, message }: Subject, pattern: RegExp, worthwhile: RegExp = pattern): Odd[] {
  const found: Odd[] = [];
  for (const { text, start, end } of odd(message, view.cable)) {
    if (text.search(worthwhile) < 0) continue;
    // Letters around it decide what `¿` is.
    const from = Math.max(0, start - 1);
    for (const match of view.cable.text.slice(from, end + 1).matchAll(pattern)) {
      const at = from + match.index;
      found.push({ text: match[0], start: at, end: at + match[0].length });
    }
  }
  return found;
}

const mojibake = memo((_: Message, subject: Subject): readonly Odd[] => placesOf(subject, MOJIBAKE, IS_ODD_ENOUGH));

const isHtml = ({ cable }: Subject['view']): boolean =>
  (cable.preamble?.children.some(({ kind }) => kind === 'wrapper') ?? false) ||
  /<\/?(?:pre|html|body|p|br|div|code|a)\b/i.test(cable.text.slice(0, 20_000));

/** Offset after the last character that still fits, or null. Entities count as the one character that they stand for. */
function overhang({ clean }: Cable, { start, end }: Span): { length: number; from: number } | null {
  if (end - start <= WIDTH) return null;
  const line = clean.slice(start, end);
  if (!line.includes('\uFEFF')) return { length: end - start, from: start + WIDTH };
  const length = line.replace(FILLER, '').length;
  if (length <= WIDTH) return null;
  let from = start;
  for (let seen = 0; seen < WIDTH; from++) if (clean[from] !== '\uFEFF') seen++;
  return { length, from };
}

/** Lines that a drafter could have broken: not tables, not long addresses of web pages, not what the parser cut out of a longer line. */
const isBreakable = ({ clean }: Cable, { start, end }: Span): boolean => {
  const before = start === 0 ? '\n' : clean[start - 1];
  const after = clean[end] ?? '\n';
  return (
    (before === '\n' || before === '\r') && /\s/.test(after) && !/\S{50}|:\/\/|www\./.test(clean.slice(start, end))
  );
};

function longLines({ view, message }: Subject): { place: Odd; length: number; count: number }[] {
  const found: { place: Odd; length: number; count: number }[] = [];
  const add = (paragraph: Paragraph) => {
    let at = -1;
    for (const line of paragraph.children) {
      if (line.end - line.start <= WIDTH || (line.kind !== 'text' && line.kind !== 'list-item')) continue;
      const over = overhang(view.cable, line);
      if (!over || !isBreakable(view.cable, line)) continue;
      if (at < 0)
        at = found.push({ place: { text: '', start: over.from, end: line.end }, length: over.length, count: 0 }) - 1;
      found[at]!.count++;
    }
  };
  for (const section of message.body.sections) section.paragraphs.forEach(add);
  return found;
}

/** What stands in the running text of a paragraph; rules, tables, bullets and addresses of the internet have signs of their own. */
function teleprinterSlips(subject: Subject): Odd[] {
  const { view, message } = subject;
  const { clean } = view.cable;
  const foreign = new Set(mojibake(message, subject).map(({ start }) => start));
  const found: Odd[] = [];
  const all = odd(message, view.cable);
  let at = 0;
  for (const section of message.body.sections)
    for (const paragraph of section.paragraphs) {
      if (at === all.length) return found;
      if (all[at]!.start < paragraph.end)
        for (const line of paragraph.children) {
          while (at < all.length && all[at]!.start < line.start) at++;
          // After the number of the paragraph, and after a bullet.
          let ink = Math.max(line.start, Math.min(paragraph.textStart, line.end));
          while (ink < line.end && isBlank(clean.charCodeAt(ink))) ink++;
          for (; at < all.length && all[at]!.start < line.end; at++) {
            if (all[at]!.start <= ink || (line.kind !== 'text' && line.kind !== 'list-item')) continue;
            const slip = slipAt(clean, all[at]!, line);
            if (slip && !foreign.has(slip.start) && !foreign.has(slip.start - 1)) found.push(slip);
          }
        }
    }
  return found;
}

const NO_SLIP = /[\s\0-\x1f\x7f-\xa0\uFEFF\uFFFD¶¿]+/g;
const isBlank = (code: number): boolean => code <= 32 || code === 0xfeff || code === 0xa0;

function slipAt(clean: string, { start, end, text }: Odd, line: Span): Odd | null {
  // What an entity stands for is told by the rule on entities.
  if (clean.slice(start, end) !== text) return null;
  const rest = text.replace(NO_SLIP, '');
  if (rest === '') return null;
  const word = /\S*$/.exec(clean.slice(Math.max(line.start, start - 80), start))![0];
  const tail = /^\S*/.exec(clean.slice(start, Math.min(line.end, start + 80)))![0];
  if (/@|:\/\/|www\./i.test(word + tail)) return null;
  const at = start + text.indexOf(rest[0]!);
  const char = String.fromCodePoint(clean.codePointAt(at)!);
  return { text: char, start: at, end: at + char.length };
}

const code = (char: string): string => `U+${char.charCodeAt(0).toString(16).toUpperCase().padStart(4, '0')}`;

export const textRules: Rule[] = [
  style('text/line-too-long', 'Relays cut or break lines of more than 69 characters.', (subject, report) => {
    if (!isDraftOrRecord(subject) || subject.view.cable.layout === 'smart') return;
    const found = longLines(subject);
    const total = found.reduce((sum, { count }) => sum + count, 0);
    const groups = found.length < THROUGHOUT ? found : [{ ...found[0]!, count: total }];
    for (const { place, length, count } of groups)
      report(place, `${length} characters; the limit is ${WIDTH}${more(count)}.`);
  }),
  style('text/character-not-allowed', 'A relay garbles what a teleprinter has no key for.', (subject, report) => {
    if (!isDraftOrRecord(subject) || subject.view.cable.layout === 'smart') return;
    first(
      teleprinterSlips(subject),
      report,
      ({ text }, rest) =>
        `Teleprinter text has letters, digits and \`- ? : $ ! & # ' ( ) / . , ;\` and double quotes, not \`${text}\`${rest}.`,
    );
  }),
  rule('text/html-entity', 'information', 'A copy from a web page was not decoded.', (subject, report) => {
    const { text, clean } = subject.view.cable;
    const { start, end } = subject.message;
    // In a page of the web entities are in their place.
    if (text === clean || !isDraftOrRecord(subject) || isHtml(subject.view)) return;
    const found: Odd[] = [];
    const slice = text.slice(start, end);
    for (let at = slice.indexOf('&'); at >= 0; at = slice.indexOf('&', at + 1)) {
      const entity = /^&[#a-z0-9]{2,9};/i.exec(slice.slice(at, at + 12))?.[0];
      if (entity && clean.slice(start + at, start + at + entity.length) !== entity)
        found.push({ text: entity, start: start + at, end: start + at + entity.length });
    }
    first(found, report, (place, rest) => {
      const char = clean.slice(place.start, place.end).replace(FILLER, '');
      return `\`${place.text}\` is an HTML entity for ${/\S/.test(char) ? char : code(char)}${rest}.`;
    });
  }),
  style('text/tab', 'Every relay sets tabs at other columns.', (subject, report) => {
    if (!isDraftOrRecord(subject)) return;
    first(placesOf(subject, /\t+/g), report, (_, rest) => `Use blanks, not tabs${rest}.`);
  }),
  rule(
    'text/mojibake',
    'warning',
    'The text was read in another encoding than it was written in.',
    (subject, report) => {
      if (!isDraftOrRecord(subject)) return;
      first(
        mojibake(subject.message, subject),
        report,
        (_, rest) => `These characters come from another encoding${rest}.`,
      );
    },
  ),
  rule('text/control-character', 'warning', 'What cannot be seen can still stop a printer.', (subject, report) => {
    if (!isDraftOrRecord(subject)) return;
    const { text } = subject.view.cable;
    const found = placesOf(subject, CONTROL).filter(
      // A page begins with a form feed, and old systems ended a file with U+001A.
      (place) => !(place.text === '\f' && /[\r\n]|^$/.test(text.charAt(place.start - 1))) && !isFileEnd(text, place),
    );
    first(found, report, (place, rest) => `Control character ${code(place.text)}${rest}.`);
  }),
];

const isFileEnd = (text: string, { text: char, end }: Odd): boolean =>
  char === '\x1a' && text.slice(end, end + 200).trim() === '';
