/**
 * Invented cables of every layout and era that follow the format: for benchmarks, for planting defects, and to see that the checker
 * is silent on them. The same seed gives the same cable.
 */
import { allPosts, type Post } from '../../server/src/data/posts';
import { type Random, random } from './random';
import { CLAUSES, HEADINGS, OFFICES, PEOPLE, SURNAMES, TAGS, TAILS, TOPICS, VERBS } from './words';

export type GeneratedLayout = 'cablegate' | 'acp127' | 'aad' | 'smart' | 'draft';

export interface Wish {
  readonly layout?: GeneratedLayout;
  /** Length to come near, in UTF-16 code units; at least one paragraph is written. */
  readonly size?: number;
  readonly level?: Level;
  /** What is not left to chance. */
  readonly given?: Partial<Facts>;
}

export interface Generated {
  /** `06PHNOMPENH534`; of a draft, what it will have. */
  readonly id: string;
  readonly layout: GeneratedLayout;
  readonly text: string;
}

export type Level = 'UNCLASSIFIED' | 'SENSITIVE' | 'CONFIDENTIAL' | 'SECRET';

const MONTHS = ['JAN', 'FEB', 'MAR', 'APR', 'MAY', 'JUN', 'JUL', 'AUG', 'SEP', 'OCT', 'NOV', 'DEC'];
const TITLED = [
  'January',
  'February',
  'March',
  'April',
  'May',
  'June',
  'July',
  'August',
  'September',
  'October',
  'November',
  'December',
];
const DAYS = ['Sun', 'Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat'];
const SPACED: Record<Level, string> = {
  UNCLASSIFIED: 'UNCLAS',
  SENSITIVE: 'UNCLAS',
  CONFIDENTIAL: 'C O N F I D E N T I A L',
  SECRET: 'S E C R E T',
};
const MARK: Record<Level, string> = { UNCLASSIFIED: 'U', SENSITIVE: 'SBU', CONFIDENTIAL: 'C', SECRET: 'S' };

/** Posts whose name, address and station are all in the table. */
export const stations = (() => {
  let all: Post[] | undefined;
  return () => {
    all ??= allPosts().filter(
      ({ kind, country, routingIndicator, written, plad }) =>
        /^(?:embassy|consulate)$/.test(kind) && country && routingIndicator && plad.endsWith(written),
    );
    return all;
  };
})();

export interface Facts {
  readonly next: Random;
  readonly post: Post;
  readonly others: readonly Post[];
  readonly year: number;
  readonly month: number;
  readonly day: number;
  readonly time: string;
  readonly filed: string;
  readonly serial: number;
  readonly level: Level;
  readonly subject: string;
  readonly tags: readonly string[];
  readonly references: readonly string[];
  /** How the REF block writes a letter. */
  readonly letter: (letter: string) => string;
  /** Sentences that stand in the text as they are, each in a paragraph of its own turn. */
  readonly asides: readonly string[];
  /** 1 where all of the cable is in one. */
  readonly sections: number;
  readonly signer: string;
}

const pad = (value: number, width = 2): string => String(value).padStart(width, '0');
const dateOf = ({ year, month, day }: Facts): Date => new Date(Date.UTC(year, month - 1, day));
const julian = (facts: Facts): string =>
  pad((dateOf(facts).getTime() - Date.UTC(facts.year, 0, 1)) / 86_400_000 + 1, 3);
const dtg = ({ day, time, month, year }: Facts): string =>
  `${pad(day)}${time}Z ${MONTHS[month - 1]} ${pad(year % 100)}`;
const classified = ({ level }: Facts): boolean => level === 'CONFIDENTIAL' || level === 'SECRET';

/** A cable of any layout. */
export function generate(seed: number, wish: Wish = {}): Generated {
  const next = random(seed);
  const drawn = next();
  const layout: GeneratedLayout =
    wish.layout ??
    (drawn < 0.7 ? 'cablegate' : drawn < 0.82 ? 'acp127' : drawn < 0.92 ? 'aad' : drawn < 0.97 ? 'smart' : 'draft');
  const size = wish.size ?? 1200 + Math.floor(next() ** 2 * 14_000);
  const facts = { ...factsOf(next, layout, size, wish), ...wish.given };
  const text = LAYOUTS[layout](facts, size);
  const id = `${pad(facts.year % 100)}${facts.post.name}${facts.serial}`;
  return { id, layout, text };
}

const YEARS: Record<GeneratedLayout, readonly [number, number]> = {
  cablegate: [2003, 2009],
  acp127: [1984, 2009],
  aad: [1973, 1977],
  smart: [2011, 2016],
  draft: [2011, 2016],
};

function factsOf(next: Random, layout: GeneratedLayout, size: number, { level, given }: Wish): Facts {
  const year = next.int(...YEARS[layout]);
  const drawn = next.pick(stations());
  const post = given?.post ?? drawn;
  const others = next.some(
    stations().filter(({ name }) => name !== post.name),
    next.int(2, 6),
  );
  const serial = next.int(11, 3800);
  const hour = next.int(5, 21);
  const minute = next.int(0, 59);
  const references = Array.from({ length: next.int(0, 3) }, (_, at) => {
    const other = at === 0 ? post : next.pick(others);
    return other === post
      ? `${other.written} ${next.int(1, serial - 1)}`
      : `${pad((year - 1) % 100)} ${other.written} ${next.int(1, 4000)}`;
  });
  return {
    next,
    post,
    others,
    year,
    month: next.int(1, 10),
    day: next.int(1, 28),
    time: `${pad(hour)}${pad(minute)}`,
    filed: `${pad(hour + (minute > 40 ? 1 : 0))}${pad(minute > 40 ? minute - 40 : minute + 19)}`,
    serial,
    // The caption came in with the archive of the 1990s.
    level:
      level ?? next.pick<Level>(['UNCLASSIFIED', year < 1997 ? 'UNCLASSIFIED' : 'SENSITIVE', 'CONFIDENTIAL', 'SECRET']),
    subject: `${next.chance(0.5) ? `${post.written}: ` : ''}${next.pick(TOPICS)}`,
    tags: [...next.some(TAGS, next.int(1, 3)), post.country],
    references: [...new Set(references)],
    letter: layout === 'smart' ? (letter) => `${letter})` : (letter) => `${letter}.`,
    asides: [],
    sections: layout !== 'smart' && layout !== 'draft' && size > 6000 ? Math.min(9, Math.ceil(size / 5500)) : 1,
    signer: next.pick(SURNAMES),
  };
}

const sentence = ({ next }: Facts): string => {
  const tail = next.chance(0.5) ? `, ${next.pick(TAILS)}` : '';
  return `${next.pick(PEOPLE)} ${next.pick(VERBS)} ${next.pick(CLAUSES)}${tail}.`;
};

/** Words folded to a width: a teleprinter's 69 columns hold them with room to spare. */
export function foldLines(words: string, width = 62): string[] {
  const lines: string[] = [];
  let line = '';
  for (const word of words.split(' ')) {
    if (line && line.length + 1 + word.length > width) {
      lines.push(line);
      line = word;
    } else line = line ? `${line} ${word}` : word;
  }
  lines.push(line);
  return lines;
}

interface Style {
  /** `¶` before numbers, as one archive writes. */
  readonly pilcrow: boolean;
  readonly capitals: boolean;
  readonly marks: boolean;
}

/** The text from the first paragraph to the last, blank lines between. */
function body(
  facts: Facts,
  size: number,
  { pilcrow, capitals, marks }: Style,
  interrupt: (part: number) => string[],
): string[] {
  const { next, references, sections, asides } = facts;
  const lines: string[] = [];
  const lengthOf = (): number => lines.reduce((sum, line) => sum + line.length + 1, 0);
  const letters = references.length > 1 ? references.map((_, at) => String.fromCharCode(65 + at)) : [];
  let number = 0;
  let part = 1;
  let heading = 0;
  const write = (words: string): void => {
    number++;
    const mark = marks ? `(${number % 4 === 2 ? 'U' : MARK[facts.level]}) ` : '';
    const text = `${pilcrow ? '¶' : ''}${number}.  ${mark}${words}`;
    lines.push(...foldLines(capitals ? text.toUpperCase() : text), '');
  };
  const cite = letters.length
    ? ` Post reported this in refs ${letters.length > 2 ? letters.slice(0, -1).join(', ') : letters[0]} and ${letters.at(-1)}.`
    : references.length
      ? ' This follows reftel.'
      : '';
  write(`Summary:  ${sentence(facts)} ${sentence(facts)}${cite} End summary.`);
  while (lengthOf() < size || part < sections || number <= asides.length) {
    if (number > 1 && next.chance(0.25) && heading < HEADINGS.length) {
      const title = HEADINGS[heading++]!;
      lines.push('', ...(capitals ? [title.toUpperCase()] : [title]), '-'.repeat(title.length), '');
    }
    const drawn = Array.from({ length: next.int(2, 6) }, () => sentence(facts)).join(next.chance(0.5) ? '  ' : ' ');
    const aside = asides[number - 1];
    const words = aside ? `${drawn} ${aside}` : drawn;
    if (number > 2 && next.chance(0.08)) write(`${words} See paragraph ${next.int(1, number)}.`);
    else write(words);
    if (next.chance(0.1)) {
      lines.push(
        ...['a first list of lamps', 'a second list, by harbor', 'the bill for both'].map(
          (item) => `-- ${capitals ? item.toUpperCase() : item};`,
        ),
        '',
      );
    }
    if (next.chance(0.06)) {
      lines.push(
        'Year       Ships     Tons      Crew',
        ...[1, 2, 3]
          .map(
            (row) =>
              `${facts.year - row}         ${next.int(10, 99)}       ${next.int(100, 999)}       ${next.int(10, 99)}`,
          )
          .map(String),
        '',
      );
    }
    if (part < sections && lengthOf() > (size / sections) * part) lines.push(...interrupt(++part));
  }
  lines.push('', capitals ? 'COMMENT' : 'Comment', '-------', '');
  write(`${sentence(facts)}  ${sentence(facts)}  End comment.`);
  return lines;
}

const pageLine = (facts: Facts, part: number): string[] => [
  `${facts.post.written} ${pad(facts.serial, 8)}  ${pad(part, 3)} OF ${pad(facts.sections, 3)}`,
  '',
  '',
];

/** Who is asked to act: the Department, unless it is the one that writes. */
const action = ({ post, others }: Facts): string =>
  post.name === 'STATE' ? `${others[0]!.routingIndicator}/${others[0]!.plad}` : 'RUEHC/SECSTATE WASHDC';
const informed = ({ post, others }: Facts): readonly Post[] => (post.name === 'STATE' ? others.slice(1) : others);

function transmission(facts: Facts): string[] {
  const { next, post, others, level } = facts;
  const called = others.map(({ routingIndicator }) => routingIndicator);
  const letter = { UNCLASSIFIED: 'U', SENSITIVE: 'U', CONFIDENTIAL: 'C', SECRET: 'S' }[level];
  return [
    `VZCZCX${next.pick(['RO', 'YZ', 'II'])}${pad(next.int(1, 9999), 4)}`,
    `PP ${[...new Set(['RUEHC', ...called])].join(' ')}`,
    `DE ${post.routingIndicator} #${pad(facts.serial % 10_000, 4)}${facts.sections > 1 ? '/01' : ''} ${julian(facts)}${facts.filed}`,
    `${letter === 'U' ? 'ZNR' : 'ZNY'} ${letter.repeat(5)} ZZH`,
    `P ${dtg(facts)}`,
    `FM ${post.plad}`,
    `TO ${action(facts)} PRIORITY ${pad(next.int(100, 9999), 4)}`,
    ...informed(facts).map(
      ({ routingIndicator, plad }, at) =>
        `${at ? '' : 'INFO '}${routingIndicator}/${plad} ${pad(next.int(1, 9999), 4)}`,
    ),
  ];
}

function classificationLine(facts: Facts, width = 6): string {
  const count = facts.sections > 1 ? ` SECTION 01 OF ${pad(facts.sections)}` : '';
  return `${SPACED[facts.level]}${count} ${facts.post.written} ${pad(facts.serial, width)}`;
}

const orderOf = ({ year, month }: Facts): string =>
  year < 1982 ? '11652' : year * 12 + month < 1995 * 12 + 11 ? '12356' : year < 2010 ? '12958' : '13526';

function textHeader(facts: Facts, separator: string, label = 'SUBJECT'): string[] {
  const { next, level, references, year, month, day } = facts;
  const instruction = !classified(facts)
    ? 'N/A'
    : year < 1982
      ? 'GDS'
      : orderOf(facts) === '12356'
        ? 'DECL: OADR'
        : `DECL: ${pad(month)}/${pad(day)}/${year + 10}`;
  const captions = [
    ...(level === 'SENSITIVE' ? ['SENSITIVE'] : []),
    ...(year > 2000 && next.chance(0.8) ? ['SIPDIS'] : []),
  ];
  const indent = ' '.repeat(5);
  return [
    ...captions,
    ...(captions.length ? [''] : []),
    ...(next.chance(0.5) ? [`DEPT FOR ${next.some(OFFICES, next.int(1, 2)).join(' AND ')}`, ''] : []),
    `E.O. ${orderOf(facts)}: ${instruction}`,
    `TAGS: ${facts.tags.join(separator)}`,
    ...foldLines(`${label}: ${classified(facts) && year > 1995 ? '(U) ' : ''}${facts.subject}`),
    '',
    ...(references.length === 1
      ? [`REF: ${references[0]}`, '']
      : references.length
        ? [
            ...references.map(
              (each, at) => `${at ? indent : 'REF: '}${facts.letter(String.fromCharCode(65 + at))} ${each}`,
            ),
            '',
          ]
        : []),
    ...(classified(facts) && year > 1995
      ? [
          `Classified By: Ambassador ${title(facts.signer)} for reasons ${year < 2003 || (year === 2003 && month < 4) ? '1.5' : '1.4'} (b) and (d).`,
          '',
        ]
      : []),
  ];
}

const title = (words: string): string => words.toLowerCase().replace(/\b[a-z]/g, (letter) => letter.toUpperCase());

const LAYOUTS: Record<GeneratedLayout, (facts: Facts, size: number) => string> = {
  cablegate: (facts, size) => {
    const { level, post, year, month, day } = facts;
    const archived = {
      UNCLASSIFIED: 'UNCLASSIFIED',
      SENSITIVE: 'UNCLASSIFIED//FOR OFFICIAL USE ONLY',
      CONFIDENTIAL: 'CONFIDENTIAL',
      SECRET: 'SECRET',
    };
    const marks = level !== 'UNCLASSIFIED';
    return [
      `${pad(year % 100)}${post.name}${facts.serial}`,
      facts.subject,
      `${DAYS[dateOf(facts).getUTCDay()]} ${title(MONTHS[month - 1]!)} ${pad(day)} 00:00:00 +0${month > 3 && month < 11 ? 2 : 1}00 ${year}`,
      archived[level],
      post.name === 'STATE'
        ? 'Secretary of State'
        : `${post.kind === 'embassy' ? 'Embassy' : 'Consulate'} ${title(post.written)}`,
      ...transmission(facts),
      ...[
        classificationLine(facts),
        '',
        ...textHeader(facts, ' '),
        '',
        ...body(facts, size, { pilcrow: true, capitals: false, marks }, (part) => pageLine(facts, part)),
        title(facts.signer),
      ].map(
        // The archive left a blank at the end of nearly every line of the text.
        (line, at, all) => (at === all.length - 1 || line.startsWith('TAGS') ? line : `${line} `),
      ),
    ].join('\n');
  },
  acp127: (facts, size) => {
    const capitals = facts.year < 1997;
    const marks = capitals ? classified(facts) : facts.level !== 'UNCLASSIFIED';
    return `${[
      ...transmission(facts),
      'BT',
      classificationLine(facts),
      '',
      ...textHeader(facts, ', '),
      ...body(facts, size, { pilcrow: false, capitals, marks }, (part) => pageLine(facts, part)),
      facts.signer,
      'BT',
      `#${pad(facts.serial % 10_000, 4)}`,
      'NNNN',
    ].join('\n')}\n`;
  },
  aad: (facts, size) => {
    const { post, level, next } = facts;
    const banner = level === 'UNCLASSIFIED' || level === 'SENSITIVE' ? 'UNCLASSIFIED' : level;
    const indent = ' '.repeat(26);
    const page = (number: number): string[] => [
      `PAGE ${pad(number)}        ${post.written.slice(0, 6)}  ${pad(facts.serial, 5)}  ${dtg(facts).slice(0, 7)}`,
      '',
    ];
    const again = (number: number): string[] => [
      '',
      `${indent}${banner}`,
      '',
      '',
      `${indent}${banner}`,
      '',
      ...page(number),
      '',
    ];
    const line = classificationLine({ ...facts, sections: 1 }, 4).replace('UNCLAS', 'UNCLAS');
    return `${[
      'Message Text',
      '',
      `${indent}${banner}`,
      '',
      ...page(1),
      'ACTION EUR-12',
      'INFO  OCT-01  ISO-00  SS-15  /028 W',
      `                  ------------------${dtg(facts).slice(0, 2)}${facts.filed}Z ${pad(next.int(1, 99_999), 6)} /13`,
      `P ${dtg(facts)}`,
      `FM ${post.plad}`,
      `TO ${action(facts).replace(/^.*\//, '')} PRIORITY ${next.int(100, 9999)}`,
      ...informed(facts).map(({ plad }, at) => `${at ? '' : 'INFO '}${plad}`),
      '',
      line,
      '',
      ...textHeader({ ...facts, level: level === 'SENSITIVE' ? 'UNCLASSIFIED' : level }, ', ', 'SUBJ'),
      ...body(facts, size, { pilcrow: false, capitals: true, marks: false }, (part) => again(part)),
      facts.signer,
      '',
      `${indent}${banner}`,
      '',
      'NNNN',
      '',
      'Message Attributes',
      '',
      'Capture Date: 01 JAN 1994',
      'Channel Indicators: n/a',
      'Current Classification: UNCLASSIFIED',
      `Document Number: ${facts.year}${post.name}${pad(facts.serial, 5)}`,
      'Document Source: CORE',
      `From: ${post.written}`,
      'Locator: TEXT ON-LINE',
      `Original Classification: ${banner}`,
      `Subject: ${facts.subject}`,
      `TAGS: ${facts.tags.join(', ')}`,
      'To: STATE',
      'Type: TE',
    ].join('\n')}\n`;
  },
  smart: (facts, size) => {
    const { level, post, year, month, day, references } = facts;
    const banner = level === 'SENSITIVE' ? ['UNCLASSIFIED', 'SBU'] : [level];
    return `${[
      ...banner,
      '',
      `MRN: ${pad(year % 100)} ${post.written} ${facts.serial}`,
      `Date/DTG: ${TITLED[month - 1]!.slice(0, 3)} ${pad(day)}, ${year} / ${dtg(facts)}`,
      `From: ${post.plad}`,
      `Action: ${post.name === 'STATE' ? facts.others[0]!.plad : 'WASHDC, SECSTATE'} ROUTINE`,
      `E.O.: ${orderOf(facts)}`,
      `TAGS: ${facts.tags.join(', ')}`,
      ...(level === 'SENSITIVE' ? ['Captions: SENSITIVE'] : []),
      ...references.map(
        (each, at) => `${at ? '           ' : 'Reference: '}${facts.letter(String.fromCharCode(65 + at))} ${each}`,
      ),
      `Subject: ${facts.subject}`,
      '',
      ...body(facts, size, { pilcrow: false, capitals: false, marks: level !== 'UNCLASSIFIED' }, () => []),
      `Signature: ${title(facts.signer)}`,
      '',
      ...[...banner].reverse(),
    ].join('\n')}\n`;
  },
  draft: (facts, size) =>
    `${[
      classificationLine(facts),
      '',
      ...textHeader(facts, ' '),
      ...body(facts, size, { pilcrow: false, capitals: false, marks: facts.level !== 'UNCLASSIFIED' }, () => []),
      facts.signer,
    ].join('\n')}\n`,
};
