/** The TAGS line (FORMAT 3.6). */
import { isTag, splitRunOn, tagMeanings, tagVariant } from '../data/tags';
import type { Cable, Field } from '../syntax/tree';
import { isCaption } from './captions';
import { fold, type Token, token, valueText, words } from './fields';

export interface Tag extends Token {
  /** Upper case, corrected where a known misspelling or run-on. */
  readonly code: string;
  readonly kind: 'subject' | 'program' | 'geographic' | 'organization' | 'person' | 'unknown';
  readonly name: string | null;
  readonly correction: 'none' | 'misspelling' | 'run-on';
}

const PERSON_AFTER = new Set(['OVIP', 'OREP', 'OTRA', 'OEXC', 'OCON', 'PINR', 'CASC', 'CDES']);
const TOKEN = /\([^()\r\n]{1,60}\)|[^\s,;()]+/g;

export function readTags(cable: Cable, target: Field, year: number | undefined): Tag[] {
  const found: Tag[] = [];
  const parts = words(valueText(cable, target), TOKEN);
  const readings = new Map<string, string[] | null>();
  for (let i = 0; i < parts.length; i++) {
    const part = parts[i]!;
    const code = codeOf(part);
    if (part.text.startsWith('(')) {
      const name = fold(part.text.slice(1, -1)).toUpperCase().replace(/ ?, ?/, ', ');
      found.push(tag(part, name, PERSON, 'none'));
      continue;
    }
    if (isCaption(code) || code === '' || code === 'N/A') continue;
    const previous = found[found.length - 1];
    const second = parts[i + 1];
    // `OVIP CLINTON HILLARY PREL`: two words after OVIP that are no TAGS are surname and given name.
    if (previous && PERSON_AFTER.has(previous.code) && isName(code) && second && isName(second.text)) {
      const whole = token(cable.clean.slice(part.start, second.end), part.start);
      found.push(tag(whole, `${code}, ${second.text.toUpperCase()}`, PERSON, 'none'));
      i++;
      continue;
    }
    const meaning = tagMeanings(code, year)[0];
    if (meaning) found.push(tag(part, code, meaning, 'none'));
    else readUnknown(part, code);
  }
  return found;

  function readUnknown(part: Token, code: string): void {
    let reading = readings.get(code);
    if (reading === undefined) {
      const read = tagVariant(code) ?? splitRunOn(code);
      reading = read?.every((each) => isTag(each)) ? read : null;
      readings.set(code, reading);
    }
    if (!reading) {
      found.push(tag(part, code, /^K[A-Z]{3}$/.test(code) ? PROGRAM : UNKNOWN, 'none'));
      return;
    }
    const correction = reading.length > 1 ? 'run-on' : 'misspelling';
    for (const each of reading) found.push(tag(part, each, tagMeanings(each, year)[0]!, correction));
  }
}

const isName = (word: string): boolean =>
  /^[A-Z][A-Z'.-]{2,}$/i.test(word) &&
  !isTag(word.toUpperCase()) &&
  !/^K[A-Z]{3}$/.test(word) &&
  !tagVariant(word.toUpperCase());

/** In capitals, without the marks at the end of a list. */
function codeOf({ text }: Token): string {
  let { length } = text;
  while (length && '.:'.includes(text[length - 1]!)) length--;
  return text.slice(0, length).toUpperCase();
}

/** What no table has. */
const UNKNOWN = { kind: 'unknown', name: '' } as const;
const PERSON = { kind: 'person', name: '' } as const;
const PROGRAM = { kind: 'program', name: '' } as const;

const tag = (
  { text, start, end }: Token,
  code: string,
  { kind, name }: Pick<Tag, 'kind' | 'name'>,
  correction: Tag['correction'],
): Tag => ({ text, start, end, code, kind, name: name || null, correction });
