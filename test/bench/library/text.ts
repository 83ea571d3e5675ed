/** The text of a planned cable, and where its file lies. */
import { generate, type Level } from '../../support/generate';
import type { Random } from '../../support/random';
import { TAGS, TOPICS } from '../../support/words';
import type { Cited, Planned } from './plan';

export interface File {
  /** Below the library's folder, with `/`. */
  readonly path: string;
  readonly text: string;
  readonly subject: string;
}

/** What a topic goes on with, so that few subjects are the same. */
const MORE = [
  '',
  'AFTER THE ELECTION',
  'AND WHO PAYS FOR THEM',
  'BEFORE THE MINISTER TRAVELS',
  'AS THE OPPOSITION SEES IT',
  'SECOND ROUND',
  'FIVE YEARS ON',
  'A VIEW FROM THE PROVINCES',
  'NO NEWS FROM THE CABINET',
  'WHAT THE UNIONS WANT',
  'THE PARLIAMENT ASKS QUESTIONS',
  'DEMARCHE DELIVERED',
  'REQUEST FOR GUIDANCE',
  'AN EARLY HARVEST',
  'THE COURT DECIDES',
  'NOTES FROM A MEETING',
  'FIGURES FOR THE QUARTER',
  'DONORS ARE WAITING',
  'THE LAST TO KNOW',
  'SCENESETTER',
];
/** How letters of the REF block are written. */
const LETTERS: readonly ((letter: string) => string)[] = [
  (letter) => `${letter}.`,
  (letter) => `${letter}.`,
  (letter) => `${letter})`,
  (letter) => `(${letter})`,
  (letter) => `[${letter}]`,
];
/** How many characters a cable has at the mean, so that 250,000 come to 1.5 GB and more. */
const LEAST = 1400;
const SPREAD = 10_500;

export function fileOf(planned: Planned): File {
  const { next, kind, layout, post, year, id } = planned;
  const level = levelOf(next, year);
  const subject = [`${post.written}: ${next.pick(TOPICS)}`, next.pick(MORE)].filter(Boolean).join(', ');
  const listed = planned.cites.filter((each) => each.listed);
  const { text } = generate(next.int(1, 2 ** 30), {
    layout,
    level,
    size: LEAST + Math.floor(next() ** 1.8 * SPREAD),
    given: {
      post,
      year,
      month: planned.month,
      day: planned.day,
      serial: planned.serial,
      subject,
      tags: [...next.some(TAGS, next.int(1, 3)), post.country],
      references: listed.map((cited) => written(cited, planned)),
      ...(layout !== 'smart' && { letter: next.pick(LETTERS) }),
      asides: asides(planned, listed),
      ...((planned.continued || kind === 'section') && { sections: 2 }),
    },
  });
  const folder = `${post.name}/${year}`;
  const [path, own] = planned.continued
    ? [`${folder}/${id}-1.cable`, section(text, 1)]
    : kind === 'section'
      ? [`${folder}/${id}-2.cable`, section(text, 2)]
      : kind === 'duplicate'
        ? [`duplicates/${folder}/${id}_b.cable`, text.replace(/^VZCZCX/m, 'VZCZCY')]
        : kind === 'corrected'
          ? [`${folder}/${id}-corrected.cable`, corrected(text)]
          : [`${folder}/${id}.cable`, text];
  return { path, text: own, subject };
}

function levelOf(next: Random, year: number): Level {
  const drawn = next();
  if (drawn < 0.4) return 'UNCLASSIFIED';
  if (drawn < 0.65) return year < 1997 ? 'UNCLASSIFIED' : 'SENSITIVE';
  return drawn < 0.94 ? 'CONFIDENTIAL' : 'SECRET';
}

/** One of the ways in which drafters write a message number (FORMAT 3.8, 5.1). */
function written({ post, year, serial }: Cited, { next, year: own }: Planned): string {
  const yy = String(year % 100).padStart(2, '0');
  const name = post.written;
  const drawn = next();
  if (year === own && drawn < 0.6) return `${name} ${serial}`;
  if (drawn < 0.7) return `${yy} ${name} ${serial}`;
  if (drawn < 0.76) return `${yy} ${name} ${String(serial).padStart(6, '0')}`;
  if (drawn < 0.82) return `${year} ${name} ${serial}`;
  if (drawn < 0.86) return `(${yy}) ${name} ${serial}`;
  if (drawn < 0.9) return `${name} ${serial} (${yy})`;
  if (drawn < 0.94) return `${yy} ${post.name === 'STATE' ? 'SECSTATE' : post.name} ${serial}`;
  if (drawn < 0.97) return `${yy} ${name} ${serial} (NOTAL)`;
  return `${yy} ${titled(name)} ${serial}`;
}

const titled = (name: string): string => name.toLowerCase().replace(/\b[a-z]/g, (letter) => letter.toUpperCase());

/** Sentences of the text that point to other cables, by letter and by number. */
function asides(planned: Planned, listed: readonly Cited[]): string[] {
  const { next, cites } = planned;
  const letter = (): string => String.fromCharCode(65 + next.int(0, listed.length - 1));
  const pointing =
    listed.length === 1
      ? ['The figures are those of reftel.', 'See reftel, para 2, for the list.', '']
      : [
          `The figures are those of ref ${letter()}.`,
          `His answer (ref ${letter()}, para ${next.int(1, 4)}) has not changed.`,
          `Ref ${letter()} has the earlier history.`,
        ];
  const naming = cites
    .filter((each) => !each.listed)
    .map(({ post, year, serial }) => {
      const number = `${String(year % 100).padStart(2, '0')} ${post.written} ${serial}`;
      return next.pick([`Post reported the first visit in ${number}.`, `The same list is in ${number}, with prices.`]);
    });
  return ['', ...naming, next.pick(pointing)];
}

/** One of the two files into which a cable of two sections came: each has the whole header, and its share of the text. */
function section(text: string, part: 1 | 2): string {
  const lines = text.split('\n');
  const cut = lines.findIndex((line) => /^\S.* \d{8} {2}002 OF 002$/.test(line));
  const body = lines.findIndex((line) => /^1\. /.test(line));
  const end = lines.lastIndexOf('BT');
  if (part === 1) return [...lines.slice(0, cut), ...lines.slice(end)].join('\n');
  const header = lines
    .slice(0, body)
    .map((line) =>
      line.replace(/(?<=^DE \S+ #\d{4})\/01(?= )/, '/02').replace(' SECTION 01 OF 02 ', ' SECTION 02 OF 02 '),
    );
  return [...header, ...lines.slice(cut + 3)].join('\n');
}

/** With the words under the classification line that such copies have. */
const corrected = (text: string): string =>
  text.replace(
    /^((?:UNCLAS|C O N F I D E N T I A L|S E C R E T)\b.* \d{6})( ?)$/m,
    '$1$2\n$2\nC O R R E C T E D  C O P Y (PARA 2 ADDED)$2',
  );
