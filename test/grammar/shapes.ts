/** A line of one shape, repeated to the length. The letter at its end keeps whatever waits for the end of the line from matching. */
export const SHAPES: Record<string, string> = {
  letters: 'a',
  capitals: 'A',
  digits: '7',
  dashes: '-',
  blanks: ' ',
  'round brackets': '(',
  'square brackets': '[',
  quotes: '"',
  'curly quotes': '“',
  redaction: 'x',
  offices: 'A/',
  initials: 'A ',
  labels: 'REF: ',
  routing: 'RUEHC ',
  posts: 'ROME 12 ',
  tags: '<a ',
  'all of it': 'the EU and 05 ROME 12, (C) REF A; 1.4 (b) "x" -- ',
};
/** Rules that read their line themselves. */
export const LABELS = ['TAGS: ', 'REF: ', 'SUBJECT: ', 'FM ', 'UNCLAS ', 'FOR G/', 'Pass Line: '];

export const lineOf = (unit: string, length: number): string => `${unit.repeat(length / unit.length)}é`;
