/** How the grammar's time grows with the length of a line: ten times the text, at most about ten times the time. */
import { LABELS, lineOf, SHAPES } from '../grammar/shapes';
import { loadGrammar, tokenize } from '../grammar/support';

void (async () => {
  const grammar = await loadGrammar();
  const { state } = tokenize(grammar, '---');
  const time = (line: string): number => {
    let best = Number.POSITIVE_INFINITY;
    for (let run = 0; run < 3; run++) {
      const start = performance.now();
      tokenize(grammar, line, state);
      best = Math.min(best, performance.now() - start);
    }
    return best;
  };
  time(lineOf('The EU came. ', 50_000));
  console.log(
    '\ngrammar: milliseconds for 100 KB and 1 MB on one line, and their ratio; after a label, for 5 and 50 KB',
  );
  for (const [name, unit] of Object.entries(SHAPES)) {
    const [short, long] = [time(lineOf(unit, 100_000)), time(lineOf(unit, 1_000_000))];
    const after = LABELS.map((label) => time(label + lineOf(unit, 50_000)) / time(label + lineOf(unit, 5_000)));
    console.log(
      `${name.padEnd(18)}${short.toFixed(1).padStart(9)}${long.toFixed(1).padStart(10)}${(long / short).toFixed(1).padStart(7)}   ${after.map((ratio) => ratio.toFixed(1).padStart(6)).join('')}`,
    );
  }
})();
