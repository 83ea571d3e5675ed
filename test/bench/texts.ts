/** Generated texts: good cables of any length, and texts that are none. The same seed gives the same text. */
const SENTENCES = [
  'The deputy minister told PolOff that the ferry timetable would be revised before the end of the season.',
  'He added that MOI and the harbor office had agreed on the number of lamps, but not on their color.',
  'NGOs welcomed the plan and asked that it be carried out by someone.',
  'EconOff noted that the registers of 14 towns had been compared, and that three of them agreed.',
  'A second meeting, planned for the spring, will take up the question of the buoys.',
];

export function cable(length: number): string {
  const lines = [
    'VZCZCXYZ0412',
    'OO RUEHC RUEHLS',
    'DE RUEHLS #0412/01 0730745',
    'ZNR UUUUU ZZH',
    'O 140745Z MAR 06',
    'FM AMEMBASSY LUSAKA',
    'TO RUEHC/SECSTATE WASHDC IMMEDIATE 6308',
    'INFO RUEHGV/USMISSION GENEVA 1357',
    'BT',
    'UNCLAS LUSAKA 000412 ',
    '',
    'SIPDIS',
    '',
    'E.O. 12958: N/A',
    'TAGS: PREL ECON ZA',
    'SUBJECT: FERRY TIMETABLES',
    '',
  ];
  let size = lines.join('\n').length;
  for (let number = 1; size < length; number++) {
    const block: string[] = number % 5 === 1 ? ['Another Part', '------------', ''] : [];
    let line = `${number}.  `;
    for (let i = 0; i < 6; i++) {
      for (const word of SENTENCES[(number + i) % SENTENCES.length]!.split(' ')) {
        if (line.length + word.length > 62) {
          block.push(`${line} `);
          line = '';
        }
        line += line ? ` ${word}` : word;
      }
    }
    block.push(line, '');
    size += block.join('\n').length + 1;
    lines.push(...block);
  }
  lines.push('GRENFELL', 'BT', '#0412', 'NNNN', '');
  return lines.join('\n');
}

/** A small generator of numbers in [0, 1), the same everywhere. */
export function random(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state * 1664525 + 1013904223) >>> 0;
    return state / 2 ** 32;
  };
}

export const OTHERS: Readonly<Record<string, (length: number) => string>> = {
  'random bytes': (length) => {
    const next = random(1);
    return Buffer.from(Array.from({ length }, () => Math.floor(next() * 256))).toString('latin1');
  },
  'one line': (length) => cable(length).replace(/\n/g, ' '),
  dashes: (length) => '-'.repeat(length),
  digits: (length) => '7'.repeat(length),
  brackets: (length) => '('.repeat(length),
  'lines of dashes': (length) => `${'-'.repeat(64)}\n`.repeat(length / 65),
};
