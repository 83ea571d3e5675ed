import assert from 'node:assert/strict';
import type { IGrammar, StateStack } from 'vscode-textmate';
import { loadGrammar, tokenize } from './support';

/** A line of one shape, repeated to the length. The letter at its end keeps whatever waits for the end of the line from matching. */
const SHAPES: Record<string, string> = {
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
const LABELS = ['TAGS: ', 'REF: ', 'SUBJECT: ', 'FM ', 'UNCLAS ', 'FOR G/', 'Pass Line: '];

const lineOf = (unit: string, length: number): string => `${unit.repeat(length / unit.length)}é`;

describe('grammar: time is in step with the length of a line of', () => {
  let grammar: IGrammar;
  let afterRule: StateStack;

  before(async () => {
    grammar = await loadGrammar();
    afterRule = tokenize(grammar, '---').state;
    time(lineOf('The EU came. ', 50_000), 1);
  });

  /** The best of some runs: what else the machine does only adds. */
  const time = (line: string, runs: number): number => {
    let best = Number.POSITIVE_INFINITY;
    for (let run = 0; run < runs; run++) {
      const start = performance.now();
      tokenize(grammar, line, afterRule);
      best = Math.min(best, performance.now() - start);
    }
    return best;
  };

  /** Ten times the length takes at most 15 times as long, in one of three attempts. */
  const assertLinear = (prefix: string, unit: string, length: number): void => {
    const short = prefix + lineOf(unit, length);
    const long = prefix + lineOf(unit, length * 10);
    const ratios: number[] = [];
    do ratios.push(time(long, ratios.length + 1) / time(short, 3));
    while (ratios.at(-1)! > 15 && ratios.length < 3);
    assert.ok(ratios.at(-1)! <= 15, `${JSON.stringify(prefix + unit)}: ${ratios.map((ratio) => ratio.toFixed(1))}`);
  };

  for (const [name, unit] of Object.entries(SHAPES)) it(name, () => assertLinear('', unit, 100_000)).timeout(60_000);

  for (const label of LABELS)
    it(`each shape, after ${label}`, () => {
      for (const unit of Object.values(SHAPES)) assertLinear(label, unit, 5_000);
    }).timeout(60_000);
});
