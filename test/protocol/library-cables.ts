/** Invented cables that cite each other, small enough that thousands of them are soon written. */

import { join } from 'node:path';
import { pathToFileURL } from 'node:url';

export interface Wish {
  readonly subject?: string;
  /** Items of the REF block: `08 HELSINKI 12`. */
  readonly refs?: readonly string[];
  readonly text?: string;
  readonly tags?: string;
}

/** A cable of Helsinki of April 2009: its number is `09HELSINKI` and the serial. */
export const helsinki = (
  serial: number,
  { subject = `FERRY ${serial}`, refs = [], text = 'The ferry waited.', tags = 'PHUM, FI' }: Wish = {},
): string => `R 140915Z APR 09
FM AMEMBASSY HELSINKI
TO SECSTATE WASHDC 0488
UNCLAS HELSINKI ${String(serial).padStart(6, '0')}

SIPDIS

E.O. 12958: N/A
TAGS: ${tags}
SUBJECT: ${subject}

${refs.length ? `REF: ${refs.map((ref, at) => `${String.fromCharCode(65 + at)}. ${ref}`).join('\n     ')}\n\n` : ''}1. ${text}

2. The rope held.

OAKES
`;

/** So many cables, the first not cited, each citing the one before it; by their names in folders of 100. */
export const chain = (count: number): Record<string, string> =>
  Object.fromEntries(
    Array.from({ length: count }, (_, at) => [
      `${Math.floor(at / 100)}/${at + 1}.cable`,
      helsinki(at + 1, at ? { refs: [`09 HELSINKI ${at}`] } : {}),
    ]),
  );

export const uriOf = (folder: string, name: string): string => pathToFileURL(join(folder, name)).href;
