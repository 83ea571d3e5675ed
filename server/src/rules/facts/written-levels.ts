/** Levels as a classification line writes them (FORMAT 3.2). */
import { LEVELS } from '../../model/classification';
import { type Token, token } from '../../model/fields';
import type { MessageView } from '../../model/view';
import type { Line } from '../../syntax/tree';
import { editDistance } from '../../text/edit-distance';

export { asWritten } from '../../model/classification';

const WORDS = ['UNCLAS', ...LEVELS];
/** The word that a misspelt one comes nearest, in capitals without extra blanks. */
export function nearestLevel(written: string): string | null {
  const isSpaced = !/[A-Z]{2}/i.test(written);
  const x = (isSpaced ? written.replace(/ /g, '') : written).toUpperCase();
  const distances = WORDS.map((word) => editDistance(isSpaced ? word.replace(/ /g, '') : word, x, 2));
  const least = Math.min(...distances);
  return least <= 2 ? WORDS[distances.indexOf(least)]! : null;
}

/** Letters with blanks between them, before a section count or before post and number. */
const SPACED = /^[A-Z](?: {1,3}[A-Z](?![A-Z])){3,14}(?= {1,5}(?:SECTION|[A-Z][A-Z .'/-]{1,40} \d{3,7}$))/;

/**
 * A letter-spaced level whose line is not known for a classification line, mostly as a letter is wrong. It stands where one must: below
 * the last address, which it then seems to be, or at the head of the text.
 */
export const strayLevel = (view: MessageView): Token | null => view.once(findStray);

function findStray(view: MessageView): Token | null {
  const { header, transmission } = view.message;
  if (view.has('classification') || !transmission || view.partial) return null;
  const first = header?.fields[0];
  const address = transmission.fields.at(-1)?.children.findLast(({ kind }) => kind === 'text');
  return (
    spacedLevel(view, address) ?? spacedLevel(view, first?.kind === 'unknown-line' ? first.children[0] : undefined)
  );
}

function spacedLevel(view: MessageView, line: Line | undefined): Token | null {
  const text = line ? view.text(line) : '';
  const ink = text.trimStart();
  const word = SPACED.exec(ink)?.[0];
  return line && word && nearestLevel(word) ? token(word, line.start + text.length - ink.length) : null;
}
