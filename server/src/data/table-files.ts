/** Where the reference tables lie on the disk. A browser has them handed over instead: `imports` in package.json says which is taken. */
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/** `dist/data`, which lies beside the bundles; when run from the sources, below the project's root. */
const FOLDERS = [join(__dirname, 'data'), join(__dirname, '..', '..', '..', 'dist', 'data')];

let folder: string | undefined;

/** A table as the build has written it, by the name of its file in `data/`. */
export function tableText(name: string): string {
  folder ??= FOLDERS.find((path) => existsSync(join(path, 'terms.json')));
  if (folder === undefined) throw new Error('The reference tables are missing: run `npm run build`.');
  return readFileSync(join(folder, `${name}.json`), 'utf8');
}
