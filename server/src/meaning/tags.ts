/** TAGS codes as meanings, in the system of the cable's date. */
import { tagMeanings } from '../data/tags';
import type { Meaning } from './meaning';

export const tagMeaning = (code: string, year: number | undefined): Meaning[] =>
  tagMeanings(code.toUpperCase(), year)
    .filter(({ name, description }) => name || description)
    .map(({ code: each, kind, name, description, source }) => ({
      term: each,
      expansion: name || 'program TAGS without a known title',
      kind: `${kind} TAGS`,
      note: kind === 'geographic' ? '' : description,
      evidence: 'general',
      because: '',
      source,
      definedAt: null,
    }));
