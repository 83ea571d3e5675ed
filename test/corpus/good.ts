/** Cables that follow the format: written by hand, and made up by the generator. */
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { readCable } from '../support/fixtures';
import { generate } from '../support/generate';

type Named = readonly [name: string, text: string];

const read = (folder: string, but: readonly string[] = []): Named[] =>
  readdirSync(join(__dirname, '../..', folder))
    .filter((name) => name.endsWith('.cable') && !but.includes(name))
    .map((name) => [name, readCable(join(folder, name))] as const);

/** By hand: of all layouts, eras and forms that the format describes. */
export const WRITTEN: readonly Named[] = [...read('samples', ['broken-headers.cable']), ...read('test/corpus/good')];

/** Of all layouts, sizes and levels; the same number gives the same cable. */
export const generated = (count: number, size?: number): Named[] =>
  Array.from({ length: count }, (_, seed) => {
    const { layout, text } = generate(5000 + seed, size ? { size } : {});
    return [`generated ${layout} ${5000 + seed}`, text] as const;
  });
