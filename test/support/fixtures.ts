import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

const root = join(__dirname, '..', '..');

/** Every invented cable of the project: `[name, text]`, read as Latin-1 so that any bytes give some text. */
export function allCables(): [string, string][] {
  return ['samples', 'test/fixtures'].flatMap((folder) =>
    readdirSync(join(root, folder))
      .filter((name) => name.endsWith('.cable'))
      .map((name): [string, string] => [name, readCable(join(folder, name))]),
  );
}

export const readCable = (path: string): string => readFileSync(join(root, path), 'utf8');
