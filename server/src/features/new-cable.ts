/** "New cable": what can be chosen, and a correct skeleton made of the choices (FORMAT 2.5-2.7, 3). */
import { allPosts, canonicalPost, postByName } from '../data/posts';
import { allTags } from '../data/tags';
import { terms } from '../data/terms';
import { isClassified, LEVELS, type Level } from '../model/classification';
import { MONTHS, pad } from '../model/dates';
import { WIDTH } from '../rewrite/refold';

export interface NewCable {
  /** Canonical name of the post that sends it: `PHNOMPENH`. */
  readonly post: string;
  /** The serial of the message, from 1 on. */
  readonly serial: number;
  /** When it is written: milliseconds since 1970 UTC. */
  readonly written: number;
  readonly precedence: Precedence;
  readonly level: Level;
  /** Besides the level: SENSITIVE among them makes an unclassified cable SBU. */
  readonly captions: readonly string[];
  readonly tags: readonly string[];
  readonly subject: string;
  /** As they are cited: `05 STATE 226504`. */
  readonly references: readonly string[];
  /** Name and title of the classifier; only of classified cables. */
  readonly classifiedBy: string;
  /** Letters of section 1.4: `b`, `d`. */
  readonly reasons: readonly string[];
  /** Surname of the officer who signs. */
  readonly signer: string;
}

/** Those that the Department still uses (FORMAT 1.5). */
export const PRECEDENCES = ['ROUTINE', 'IMMEDIATE', 'FLASH'] as const;
export type Precedence = (typeof PRECEDENCES)[number];
const LETTERS: Readonly<Record<Precedence, string>> = { ROUTINE: 'R', IMMEDIATE: 'O', FLASH: 'Z' };

export interface Choice {
  readonly value: string;
  /** What it means, to choose by. */
  readonly detail: string;
}

/** What a drafter of this year may choose from. */
export interface Choices {
  readonly posts: readonly (Choice & { readonly label: string })[];
  readonly precedences: readonly string[];
  readonly levels: readonly string[];
  readonly captions: readonly Choice[];
  readonly tags: readonly (Choice & { readonly kind: string })[];
  readonly reasons: readonly Choice[];
}

/** Captions whose cables are sent otherwise, or that only the machine or an earlier time wrote. */
const NOT_CHOSEN = /^(?:SPECAT|CHEROKEE|CONDIS|LIMDIS|SENSITIVE$)/;

export const choices = (year: number): Choices => ({
  posts: allPosts()
    // Each once, by its standard name; the Department itself is the addressee.
    .filter(({ name, plad }) => plad && canonicalPost(name) === name && name !== 'STATE')
    .map(({ name, written, place, plad }) => ({ value: name, label: written, detail: `${plad}, ${place}` })),
  precedences: PRECEDENCES,
  levels: LEVELS.filter((level) => level !== 'LIMITED OFFICIAL USE'),
  captions: terms('caption')
    .filter(({ term }) => !NOT_CHOSEN.test(term))
    .map(({ term, name }) => ({ value: term, detail: name })),
  tags: allTags(year)
    .filter(({ name }) => name)
    .map(({ code, kind, name }) => ({ value: code, detail: name!, kind })),
  reasons: terms('reason').map(({ term, name }) => ({ value: term, detail: name })),
});

/** Years after which a cable is declassified unless its drafter says otherwise (E.O. 13526, section 1.5). */
const YEARS = 10;
/** Captions that restrict most come first (FORMAT 3.3). */
const RANK = ['NODIS', 'EXDIS', 'STADIS', 'NOFORN', 'SENSITIVE', 'SIPDIS'];
const SPACED = (word: string): string =>
  word
    .split(' ')
    .map((each) => [...each].join(' '))
    .join('  ');

/** The text of the cable: complete but for what only its drafter knows. Ends with a line break; lines end with LF. */
export function newCable(draft: NewCable): string {
  const { post: name, serial, level, tags, subject, references } = draft;
  const post = postByName(name);
  const written = post?.written.toUpperCase() ?? name;
  const classified = isClassified(level);
  const isSensitive = !classified && draft.captions.includes('SENSITIVE');
  const mark = classified
    ? level
        .split(' ')
        .map(([first]) => first)
        .join('')
    : isSensitive
      ? 'SBU'
      : null;
  const captions = [...new Set(draft.captions)]
    .filter((each) => !(classified && each === 'SENSITIVE'))
    .sort((a, b) => rank(a) - rank(b));
  const when = new Date(draft.written);
  const year = when.getUTCFullYear();
  const day = `${pad(when.getUTCDate())}${pad(when.getUTCHours())}${pad(when.getUTCMinutes())}Z`;
  const open = mark ? `(${mark}) ` : '';
  const expires = `${pad(when.getUTCMonth() + 1)}/${pad(when.getUTCDate())}/${year + YEARS}`;
  const lines = [
    `${LETTERS[draft.precedence]} ${day} ${MONTHS[when.getUTCMonth()]} ${pad(year % 100)}`,
    `FM ${post?.plad || `AMEMBASSY ${written}`}`,
    `TO SECSTATE WASHDC ${draft.precedence}`,
    `${classified ? SPACED(level) : 'UNCLAS'} ${written} ${pad(serial, 6)}`,
    '',
    ...captions.flatMap((each) => [each, '']),
    `E.O. 13526: ${classified ? `DECL: ${expires}` : 'N/A'}`,
    ...fold(`TAGS: ${tags.join(', ')}`, '      '),
    ...fold(`SUBJECT: ${subject}`, '         '),
    '',
    ...listed(references),
    ...(classified
      ? [
          ...fold(
            `CLASSIFIED BY: ${draft.classifiedBy} FOR REASONS 1.4 ${draft.reasons.map((each) => `(${each})`).join(' AND ')}.`,
            '',
          ),
          '',
        ]
      : []),
    `1.  ${open}Summary:    End summary.`,
    '',
    `2.  ${open}`,
    '',
    'Comment',
    '-------',
    '',
    `3.  ${open}`,
    '',
    draft.signer.toUpperCase(),
  ];
  return `${lines.join('\n')}\n`;
}

const rank = (caption: string): number => {
  const at = RANK.indexOf(caption);
  return caption.endsWith('CHANNEL') ? -1 : at < 0 ? RANK.length : at;
};

/** References, lettered where there are several. */
function listed(references: readonly string[]): string[] {
  if (!references.length) return [];
  if (references.length === 1) return [`REF: ${references[0]}`, ''];
  return [...references.map((each, i) => `${i ? '     ' : 'REF: '}${String.fromCharCode(65 + i)}. ${each}`), ''];
}

/** A line folded between words, later lines indented. */
function fold(text: string, indent: string): string[] {
  const lines: string[] = [];
  let line = '';
  for (const word of text.trimEnd().split(/\s+/)) {
    if (line.trim() && line.length + 1 + word.length > WIDTH) {
      lines.push(line);
      line = indent + word;
    } else line = line ? `${line} ${word}` : word;
  }
  return [...lines, line];
}
