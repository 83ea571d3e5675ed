/** A small library of invented cables that cite each other, and features asked at a place of one of them. */

import { explain } from '../../../server/src/features/hover/explain';
import type { LibraryContext } from '../../../server/src/features/library-context';
import { toMarkdown } from '../../../server/src/features/markdown';
import { type Snapshot, snapshot } from '../../../server/src/features/snapshot';
import { Library } from '../../../server/src/library/library';
import { summaries } from '../../../server/src/library/summarise';
import { parse } from '../../../server/src/syntax/parse';

export interface Facts {
  readonly year?: number;
  readonly post?: string;
  readonly serial?: number;
  readonly subject?: string;
  readonly ref?: string;
  readonly body?: string;
  /** Behind the post and the number on the classification line. */
  readonly classification?: string;
}

/** An unclassified cable of 21 March with those facts. */
export function cableOf({
  year = 2006,
  post = 'ROME',
  serial = 1,
  subject = 'A BELL',
  ref = '',
  body = '1.  (U) The bell rang.\n\n2.  (U) It stopped.',
  classification = '',
}: Facts): string {
  const yy = String(year % 100).padStart(2, '0');
  const from = post === 'STATE' ? 'SECSTATE WASHDC' : `AMEMBASSY ${post}`;
  return `R 211200Z MAR ${yy}\nFM ${from}\nTO SECSTATE WASHDC\nUNCLAS ${post} ${String(serial).padStart(6, '0')}${classification}\n\nE.O. 12958: N/A\nTAGS: PREL, IT\nSUBJECT: ${subject}\n\n${ref && `REF: ${ref}\n\n`}${body}\n`;
}

/** A library of those files, by the last part of their addresses. */
export function shelf(
  files: Readonly<Record<string, string>>,
  building = false,
): LibraryContext & { readonly library: Library } {
  const library = new Library();
  const address = (name: string): string => uriOf(name);
  for (const [name, text] of Object.entries(files))
    library.put(address(name), { modified: 1, size: text.length }, summaries(parse(text)));
  return {
    library,
    building,
    // As a client writes it that escapes more than it must.
    address: (uri) => uri.replace(/%2D/gi, '-'),
    open: (uri) => {
      const text = files[decodeURIComponent(uri.slice(uriOf('').length))];
      return text === undefined ? null : snapshot(uri, 1, text);
    },
  };
}

export const uriOf = (name: string): string => `file:///cables/${name}`;

/** The offset in the middle of the `nth` occurrence of a text. */
export function at(text: string, words: string, nth = 0): number {
  let found = -1;
  for (let i = 0; i <= nth; i++) found = text.indexOf(words, found + 1);
  if (found < 0) throw new Error(`${words} is not in the text`);
  return found + Math.floor(words.length / 2);
}

/** The card at a place, as Markdown without its escapes; '' for none. */
export function cardAt(of: Snapshot, offset: number, context: LibraryContext): string {
  const found = explain(of, offset, String, undefined, context);
  return found ? toMarkdown(found.cards, of.uri).replace(/\\(.)/g, '$1') : '';
}

/** The text at a range, which must be one of the file. */
export function textAt(
  { text, lines }: Snapshot,
  range: { start: { line: number; character: number }; end: { line: number; character: number } },
): string {
  return text.slice(lines.offsetAt(range.start), lines.offsetAt(range.end));
}
