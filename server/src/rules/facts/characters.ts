/** Characters of a message that a teleprinter has no key for (FORMAT 4.6). */
import { malformedMarks } from '../../model/portion-marks';
import type { MessageView } from '../../model/view';
import { BULLET } from '../../rewrite/refold';
import { findPlaces } from '../../syntax/places';
import type { Span } from '../../syntax/tree';

export interface Odd extends Span {
  readonly text: string;
}

/** One scan serves five rules: most lines of most cables hold nothing of the kind. */
export const oddPlaces = (view: MessageView): readonly Odd[] => view.once(findOdd);

function findOdd({ cable, message }: MessageView): Odd[] {
  const found: Odd[] = [];
  const { text, clean, places } = cable;
  const { odd } = text === clean ? places : cable.keep(findOdd, () => findPlaces(text));
  // A file may hold hundreds of messages.
  let from = odd.length;
  for (let low = 0; low < from; ) {
    const middle = ((low + from) >> 2) << 1;
    if (odd[middle + 1]! > message.start) from = middle;
    else low = middle + 2;
  }
  for (let i = from; i < odd.length && odd[i]! < message.end; i += 2) {
    const start = Math.max(odd[i]!, message.start);
    const end = Math.min(odd[i + 1]!, message.end);
    if (start < end) found.push({ text: text.slice(start, end), start, end });
  }
  return found;
}

/** The places at which a pattern is found, among those with odd characters. */
export function placesOf(view: MessageView, pattern: RegExp, worthwhile: RegExp = pattern): Odd[] {
  const found: Odd[] = [];
  for (const { text, start, end } of oddPlaces(view)) {
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

/** UTF-8 read as Windows-1252, as code page 437, as Windows-1251; Windows-1252 read as Latin-1; a lost apostrophe; no character at all. */
const MOJIBAKE =
  /[ÂÃ][\x80-\xbf\u2018-\u2122]|â[\x80€][\x80-\xff\u0152-\u0178\u02c6\u02dc\u2010-\u2122]|ΓÇ|вЂ|ï»¿|ï¿½|[\x80-\x9f]|\uFFFD|(?<=[A-Za-z])¿(?=[a-z])/g;
const IS_ODD_ENOUGH = /[\x80-\xbfÂÃâïΓв\uFFFD]/;

/** What was written in another encoding than it was read in. */
export const mojibakePlaces = (view: MessageView): readonly Odd[] => view.once(findMojibake);
const findMojibake = (view: MessageView): Odd[] => placesOf(view, MOJIBAKE, IS_ODD_ENOUGH);

/**
 * Characters in the running text of paragraphs for which there is no key; rules, tables, bullets and addresses of the internet have
 * signs of their own.
 */
export const keylessPlaces = (view: MessageView): readonly Odd[] => view.once(findKeyless);

function findKeyless(view: MessageView): Odd[] {
  const { clean } = view.cable;
  const found: Odd[] = [];
  const all = oddPlaces(view);
  // What another rule has told.
  const told = all.length ? [...mojibakePlaces(view), ...malformedMarks(view)].sort((a, b) => a.start - b.start) : [];
  let at = 0;
  let known = 0;
  for (const section of view.message.body.sections)
    for (const paragraph of section.paragraphs) {
      if (at === all.length) return found;
      if (all[at]!.start >= paragraph.end) continue;
      for (const line of paragraph.children) {
        while (at < all.length && all[at]!.start < line.start) at++;
        // After the number of the paragraph, and after a bullet.
        let ink = Math.max(line.start, Math.min(paragraph.textStart, line.end));
        while (ink < line.end && isBlank(clean.charCodeAt(ink))) ink++;
        for (; at < all.length && all[at]!.start < line.end; at++) {
          const { start, text } = all[at]!;
          if (line.kind !== 'text' && line.kind !== 'list-item') continue;
          if (start <= ink && (start < ink || BULLET.test(text))) continue;
          if (!isRunning(clean, all[at]!, line)) continue;
          let end = start;
          for (const char of text) {
            const place = { text: char, start: end, end: end + char.length };
            end = place.end;
            while (known < told.length && told[known]!.end <= place.start) known++;
            if (!NO_SLIP.test(char) && !(known < told.length && told[known]!.start <= place.start)) found.push(place);
          }
        }
      }
    }
  return found;
}

const NO_SLIP = /[\s\0-\x1f\x7f-\xa0\uFEFF\uFFFD¶¿]/;
const isBlank = (code: number): boolean => code <= 32 || code === 0xfeff || code === 0xa0;

/** Not what an entity stands for, which is told by the rule on entities, and not in an address of the internet. */
function isRunning(clean: string, { start, end, text }: Odd, line: Span): boolean {
  if (clean.slice(start, end) !== text) return false;
  const word = /(?<!\S)\S*$/.exec(clean.slice(Math.max(line.start, start - 80), start))![0];
  const tail = /^\S*/.exec(clean.slice(start, Math.min(line.end, start + 80)))![0];
  return !/@|:\/\/|www\./i.test(word + tail);
}

/** Typographic signs and letters that do not fall apart into a plain one and its accent. */
const KEYS: Readonly<Record<string, string>> = {
  '\u00a0': ' ',
  '\u2028': ' ',
  '\u200b': '',
  '\u00ad': '',
  ...keysFor("'", '‘’‚‛‹›′`´ʼ'),
  ...keysFor('"', '“”„‟«»″'),
  ...keysFor('-', '‐‑‒–−'),
  ...keysFor('--', '—―'),
  '…': '...',
  ...keysFor('AE', 'Æ'),
  ...keysFor('ae', 'æ'),
  ...keysFor('OE', 'Œ'),
  ...keysFor('oe', 'œ'),
  ß: 'ss',
  Ø: 'O',
  ø: 'o',
  Ł: 'L',
  ł: 'l',
  Đ: 'D',
  đ: 'd',
  ı: 'i',
  ﬁ: 'fi',
  ﬂ: 'fl',
};
function keysFor(key: string, chars: string): Record<string, string> {
  return Object.fromEntries(Array.from(chars, (char) => [char, key]));
}

/** What is typed for a character on a teleprinter: its true counterpart, or null. */
export function keyFor(char: string): string | null {
  const key = KEYS[char];
  if (key !== undefined) return key;
  // Letters with accents; an accent by itself falls away.
  const plain = char.normalize('NFD').replace(/[\u0300-\u036f]/g, '');
  return plain !== char && /^[A-Za-z]?$/.test(plain) ? plain : null;
}

/** `U+0007` */
export const codeOf = (char: string): string => `U+${char.codePointAt(0)!.toString(16).toUpperCase().padStart(4, '0')}`;
