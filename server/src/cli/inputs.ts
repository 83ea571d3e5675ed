/** What a call names, one by one. */
import { BinaryError, explain, readAny, readText } from '../files/read';
import { walk } from '../files/walk';
import type { Terminal } from './terminal';

export interface Input {
  /** As it is printed; `-` for standard input. */
  readonly name: string;
  readonly text: string;
  /** Index of the path of the call that it came from. */
  readonly of: number;
}

/** Does the work on each input; where the work says `false`, no more are read. */
export type ForEachInput = (
  paths: readonly string[],
  // biome-ignore lint/suspicious/noConfusingVoidType: most work says nothing
  work: (input: Input) => void | boolean | Promise<void | boolean>,
  /** Of the files met in folders, those that are passed over. */
  isIgnored?: (path: string) => boolean,
) => Promise<void>;

/** After each input, what was printed goes out: a reader that has gone is noticed then, not at the end. */
export const inputs =
  ({ note, trouble }: Terminal): ForEachInput =>
  async (paths, work, isIgnored) => {
    const { sources, folders } = walk(paths, isIgnored);
    const found = new Set<number>();
    for (const { name, onlyIfCable, inFolder, isRegular, of, trouble: gone } of sources) {
      if (gone !== undefined) {
        found.add(of);
        trouble(gone);
        continue;
      }
      try {
        const text = isRegular ? readText(name, onlyIfCable) : await readAny(name);
        if (text === null) continue;
        found.add(of);
        if ((await work({ name, text, of })) === false) return;
      } catch (error) {
        if (inFolder && error instanceof BinaryError) note(`${name}: binary file, skipped`);
        else {
          found.add(of);
          trouble(explain(name, error));
        }
      }
      await new Promise<void>((done) => {
        if (process.stdout.writableNeedDrain) process.stdout.once('drain', done);
        else setImmediate(done);
      });
    }
    for (const [of, path] of folders) if (!found.has(of)) note(`${path}: no cables found`);
  };
