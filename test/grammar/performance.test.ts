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
    tokenize(grammar, lineOf('The EU came. ', 50_000));
  });

  /** Time of the processor, not of the clock: what else runs on the machine does not count. */
  const time = (line: string): number => {
    const start = process.cpuUsage();
    tokenize(grammar, line, afterRule);
    const { user, system } = process.cpuUsage(start);
    return user + system;
  };

  /** Ten times the length takes at most 15 times as long, by the best of up to five attempts. */
  const assertLinear = (prefix: string, unit: string, length: number): void => {
    const short = prefix + lineOf(unit, length);
    const long = prefix + lineOf(unit, length * 10);
    let best = [Number.POSITIVE_INFINITY, Number.POSITIVE_INFINITY];
    for (let attempt = 0; attempt < 5; attempt++) {
      best = [Math.min(best[0]!, time(short), time(short)), Math.min(best[1]!, time(long))];
      if (best[1]! <= 15 * best[0]!) return;
    }
    assert.fail(`${JSON.stringify(prefix + unit)}: ${best.map((micros) => `${micros / 1000} ms`).join(', then ')}`);
  };

  for (const [name, unit] of Object.entries(SHAPES))
    it(name, () => {
      // The shorter first: what is not in step would take hours at a megabyte.
      for (const length of [10_000, 100_000]) assertLinear('', unit, length);
    }).timeout(60_000);

  for (const label of LABELS)
    it(`each shape, after ${label}`, () => {
      for (const unit of Object.values(SHAPES)) assertLinear(label, unit, 5_000);
    }).timeout(60_000);
});
