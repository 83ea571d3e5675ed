/** Invented summaries that have much in common, so that few of them make many cases. */
import type { Citation, Place, Summary } from '../../../server/src/library/summary';
import { LEVELS } from '../../../server/src/model/classification';
import type { Random } from '../../support/random';

const POSTS = ['PHNOMPENH', 'LISBON', 'STATE', 'USUNNEWYORK', 'ROME', 'KING'];
const TAGS = ['PHUM', 'PREL', 'CB', 'PO', 'KPAO', 'SMITH, JOHN'];
const SUBJECTS = [
  'TRAFFICKING IN PERSONS: VISIT OF G/TIP DIRECTOR',
  'Visit to the King, 21-22 March',
  'U.S.-CAMBODIA TIES; 2006 AND BEYOND',
  'É. Dupont à Phnom Penh',
  'LISBON 2007',
  '.., --',
  'marching on',
  'PARTIES 534',
];

export function invent(next: Random): Summary {
  const post = next.chance(0.9) ? next.pick(POSTS) : null;
  const year = next.chance(0.9) ? next.int(2004, 2007) : null;
  const serial = next.chance(0.9) ? next.pick([1, 5, 53, 534, 5340, 1534, 2006, 2007]) : null;
  const month = next.int(0, 11);
  return {
    id: post && year && serial && next.chance(0.95) ? numberOf(post, year, serial) : null,
    post,
    year,
    serial,
    date: next.chance(0.9)
      ? Date.UTC(year ?? 1969, month, next.int(1, 28), next.int(0, 2) * 11, next.int(0, 2)) / 60_000
      : null,
    subject: next.chance(0.9) ? next.pick(SUBJECTS) : null,
    level: next.chance(0.9) ? next.pick(LEVELS) : null,
    sensitive: next.chance(0.3),
    tags: next.some(TAGS, next.int(0, 3)),
    from: next.chance(0.8) ? next.pick(['AMEMBASSY PHNOM PENH', 'SECSTATE WASHDC', 'Usun New York']) : null,
    section: next.chance(0.2) ? next.int(1, 3) : null,
    sections: next.chance(0.2) ? 3 : null,
    copy: next.chance(0.2) ? next.pick(['corrected', 'repeated'] as const) : null,
    at: place(next),
    citations: Array.from({ length: next.int(0, 3) }, () => citation(next)),
  };
}

const citation = (next: Random): Citation => ({
  id: numberOf(next.pick(POSTS), next.int(2004, 2007), next.pick([1, 5, 53, 534])),
  label: next.chance(0.5) ? next.pick(['A', 'B', 'ZZ']) : null,
  listed: next.chance(0.7),
  ...place(next),
});

const place = (next: Random): Place => ({
  line: next.int(0, 400),
  character: next.int(0, 70),
  endLine: next.int(0, 400),
  endCharacter: next.int(0, 70),
});

export const numberOf = (post: string, year: number, serial: number): string =>
  `${String(year % 100).padStart(2, '0')}${post}${serial}`;

/** A summary of which only some is of interest. */
export const cable = (part: Partial<Summary>): Summary => ({
  id: null,
  post: null,
  year: null,
  serial: null,
  date: null,
  subject: null,
  level: null,
  sensitive: false,
  tags: [],
  from: null,
  section: null,
  sections: null,
  copy: null,
  at: { line: 0, character: 0, endLine: 0, endCharacter: 0 },
  citations: [],
  ...part,
});
