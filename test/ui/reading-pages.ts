/** Pages of the reading view of cables, each with what becomes of it as somebody types: for the test of how the view follows. */
import { readingPage } from '../../server/src/features/reading-view';
import { snapshot } from '../../server/src/features/snapshot';
import { NO_GLOSSARY } from '../../server/src/meaning/glossary';
import { generate } from '../support/generate';
import { random } from '../support/random';

const PUT = [
  'x',
  '',
  ' ',
  '\n',
  '\n\n',
  '\n\n3.  (U) More.\n\n',
  'ref A',
  '<b>',
  'para 2',
  '(GRZ)',
  '-- ',
  '\nTitle\n-----\n',
];

const body = (text: string): string => readingPage(snapshot('file:///a.cable', 1, text), NO_GLOSSARY).body;

/** The body of each page in its turn. */
export function pages(seed: number, changes: number): string[] {
  const next = random(seed);
  let { text } = generate(seed, { size: 3000 });
  const all = [body(text)];
  for (let i = 0; i < changes; i++) {
    for (let k = next.chance(0.8) ? 1 : 3; k > 0; k--) {
      const at = next.int(0, text.length);
      text = text.slice(0, at) + next.pick(PUT) + text.slice(at + (next.chance(0.5) ? 0 : next.int(0, 40)));
    }
    all.push(body(text));
  }
  return all;
}
