import { type Glossary, NO_GLOSSARY } from '../../../server/src/meaning/glossary';
import type { Meaning } from '../../../server/src/meaning/meaning';
import { proseOf, readAt } from '../../../server/src/meaning/resolve';
import { viewOf } from '../../../server/src/model/view';
import { parse } from '../../../server/src/syntax/parse';

const orderOf = (year: number): string =>
  year < 1979 ? '11652' : year < 1983 ? '12065' : year < 1996 ? '12356' : year < 2011 ? '12958' : '13526';

export interface Setting {
  readonly year?: number;
  readonly post?: string;
  readonly tags?: string;
  readonly subject?: string;
}

/** A cable of that year, post and TAGS around a body of one's own. */
export function cable(
  body: string,
  { year = 2006, post = 'ROME', tags = 'IT', subject = 'A MEETING' }: Setting = {},
): string {
  const from = post === 'STATE' ? 'SECSTATE WASHDC' : `AMEMBASSY ${post}`;
  return `R 210959Z MAR ${String(year).slice(2)}\nFM ${from}\nTO SECSTATE WASHDC\nUNCLAS ${post} 000534\n\nE.O. ${orderOf(year)}: N/A\nTAGS: PREL, ${tags}\nSUBJECT: ${subject}\n\n${body}\n`;
}

/** A sentence of its time around a word: in capitals until the nineties. */
export const sentence = (word: string, year = 2006): string =>
  year < 1990
    ? `1. THE COMMITTEE MET AND ${word} TOLD THE AMBASSADOR THAT THE PLAN WAS READY.`
    : `1. (U) The committee met and the ${word} told the Ambassador that the plan was ready.`;

/** What the last occurrence of a word means, best first. */
export function meanings(text: string, word: string, glossary: Glossary = NO_GLOSSARY): readonly Meaning[] {
  const at = text.lastIndexOf(word);
  if (at < 0) throw new Error(`${word} is not in the text`);
  // Of a compound the part in the middle: `anti-TIP`.
  const part = word.search(/[A-Z]/);
  return readAt(proseOf(viewOf(parse(text)), glossary), at + Math.max(part, 0))?.meanings ?? [];
}
