/** Invented cables as each layout writes them. */
import type { Post } from '../../server/src/data/posts';
import { body, foldLines } from './cable-body';
import { type Facts, type GeneratedLayout, type Level, pad } from './facts';
import { OFFICES } from './words';

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

const dateOf = ({ year, month, day }: Facts): Date => new Date(Date.UTC(year, month - 1, day));
const julian = (facts: Facts): string =>
  pad((dateOf(facts).getTime() - Date.UTC(facts.year, 0, 1)) / 86_400_000 + 1, 3);
const dtg = ({ day, time, month, year }: Facts): string =>
  `${pad(day)}${time}Z ${MONTHS[month - 1]} ${pad(year % 100)}`;
const classified = ({ level }: Facts): boolean => level === 'CONFIDENTIAL' || level === 'SECRET';

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

/** The whole of a cable, of about so many characters. */
export const LAYOUTS: Record<GeneratedLayout, (facts: Facts, size: number) => string> = {
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
