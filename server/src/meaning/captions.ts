/** Captions as meanings. */
import { term } from '../data/terms';
import type { Meaning } from './meaning';

/** Captions that are ordinary words elsewhere. */
const ORDINARY = new Set(['SENSITIVE', 'VISAS', 'EYES ONLY', 'CHEROKEE', 'INFORM CONSULS']);

/** The meaning of a caption; in running text only of one that can be nothing else. */
export function captionMeaning(word: string, inPlace: boolean): Meaning[] {
  const upper = word.toUpperCase();
  const entry = inPlace || !ORDINARY.has(upper) ? term('caption', upper) : null;
  if (!entry) return [];
  return [
    {
      term: upper,
      expansion: entry.name,
      kind: 'caption',
      note: entry.description,
      evidence: inPlace ? 'place' : 'general',
      because: '',
      source: entry.source,
      definedAt: null,
    },
  ];
}
