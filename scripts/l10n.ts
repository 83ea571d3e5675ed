/** The words of client and server as they stand in the code, for who translates them: `l10n/bundle.l10n.json`. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { getL10nJson } from '@vscode/l10n-dev';

const root = join(__dirname, '..');

/** The text of that file. Sorted: where a sentence stands in the code is of no matter to its translation. */
export async function englishBundle(): Promise<string> {
  const files = ['client/src', 'server/src'].flatMap((folder) =>
    readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' })
      .filter((file) => file.endsWith('.ts'))
      .map((file) => ({ extension: '.ts', contents: readFileSync(join(root, folder, file), 'utf8') }))
      .filter(({ contents }) => contents.includes('l10n')),
  );
  const words = await getL10nJson(files);
  const sorted = Object.entries(words).sort(([a], [b]) => (a < b ? -1 : 1));
  return `${JSON.stringify(Object.fromEntries(sorted), null, 2)}\n`;
}
