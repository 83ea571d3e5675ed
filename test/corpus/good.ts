/** Cables that follow the format: written by hand, and made up by the generator; and short ones that do not. */
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { RULES } from '../../server/src/rules/table';
import { readExample } from '../support/examples';
import { readCable } from '../support/fixtures';
import { generate } from '../support/generate';
import { type Base, lineDifferences } from './mutate';

type Named = readonly [name: string, text: string];

const read = (folder: string, but: readonly string[] = []): Named[] =>
  readdirSync(join(__dirname, '../..', folder))
    .filter((name) => name.endsWith('.cable') && !but.includes(name))
    .map((name) => [name, readCable(join(folder, name))] as const);

/** By hand: of all layouts, eras and forms that the format describes. */
export const WRITTEN: readonly Named[] = [
  ...read('samples', ['broken-headers.cable']),
  ...read('samples/library'),
  ...read('test/corpus/good'),
];

/** Of all layouts, sizes and levels; the same number gives the same cable. */
export const generated = (count: number, size?: number): Named[] =>
  Array.from({ length: count }, (_, seed) => {
    const { layout, text } = generate(5000 + seed, size ? { size } : {});
    return [`generated ${layout} ${5000 + seed}`, text] as const;
  });

/** The specimens and what the bad examples of all rules do to them: short texts with every kind of finding. */
export const BAD: readonly Base[] = RULES.flatMap(({ name, bad }) =>
  bad.map((example, at) => ({
    name: `${name}, bad ${at + 1}`,
    text: example[0],
    damage: lineDifferences(example[0], readExample(example).text),
  })),
);
