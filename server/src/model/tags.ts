/** The TAGS line (FORMAT 3.6). */
import { isTag, splitRunOn, tagMeanings, tagVariant } from '../data/tags';
import type { Cable, Field } from '../syntax/tree';
import { isCaption } from './captions';
import { fold, type Token, token, valueText } from './fields';

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
  const value = valueText(cable, target);
  const found: Tag[] = [];
  const parts = Array.from(value.text.replace(/\uFEFF/g, ' ').matchAll(TOKEN), (match) =>
    token(match[0], value.base + match.index),
  );
  for (let i = 0; i < parts.length; i++) {
    const part = parts[i]!;
    const code = part.text.toUpperCase().replace(/[.:]$/, '');
    if (part.text.startsWith('(')) {
      const name = fold(part.text.slice(1, -1)).toUpperCase().replace(/ ?, ?/, ', ');
      found.push({ ...part, code: name, kind: 'person', name: null, correction: 'none' });
      continue;
    }
    if (isCaption(code) || code === '' || code === 'N/A') continue;
    const previous = found[found.length - 1];
    const second = parts[i + 1];
    // `OVIP CLINTON HILLARY PREL`: two words after OVIP that are no TAGS are surname and given name.
    if (previous && PERSON_AFTER.has(previous.code) && isName(code) && second && isName(second.text)) {
      const text = cable.clean.slice(part.start, second.end);
      found.push({
        text,
        start: part.start,
        end: second.end,
        code: `${code}, ${second.text.toUpperCase()}`,
        kind: 'person',
        name: null,
        correction: 'none',
      });
      i++;
      continue;
    }
    found.push(...readTag(part, code, year));
  }
  return found;
}

const isName = (word: string): boolean =>
  /^[A-Z][A-Z'.-]{2,}$/i.test(word) &&
  !isTag(word.toUpperCase()) &&
  !/^K[A-Z]{3}$/.test(word) &&
  !tagVariant(word.toUpperCase());

function readTag(part: Token, code: string, year: number | undefined): Tag[] {
  const meaning = tagMeanings(code, year)[0];
  if (meaning) return [{ ...part, code, kind: meaning.kind, name: meaning.name || null, correction: 'none' }];
  const reading = tagVariant(code) ?? splitRunOn(code);
  if (reading?.every((each) => isTag(each))) {
    return reading.map((each) => {
      const entry = tagMeanings(each, year)[0]!;
      return {
        ...part,
        code: each,
        kind: entry.kind,
        name: entry.name || null,
        correction: reading.length > 1 ? 'run-on' : 'misspelling',
      };
    });
  }
  return [{ ...part, code, kind: /^K[A-Z]{3}$/.test(code) ? 'program' : 'unknown', name: null, correction: 'none' }];
}
