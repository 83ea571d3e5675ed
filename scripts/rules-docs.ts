/** Writes what is made from the table of rules (see generated.ts), and removes pages of rules that are no more. */
import { mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { generated } from './generated';

const root = join(__dirname, '..');
const files = generated();
for (const [path, text] of files) {
  const target = join(root, path);
  mkdirSync(dirname(target), { recursive: true });
  if (read(target) !== text) writeFileSync(target, text);
}
for (const page of readdirSync(join(root, 'docs/rules'), { recursive: true, encoding: 'utf8' }))
  if (page.endsWith('.md') && !files.has(`docs/rules/${page.replaceAll('\\', '/')}`))
    rmSync(join(root, 'docs/rules', page));

function read(path: string): string | null {
  try {
    return readFileSync(path, 'utf8');
  } catch {
    return null;
  }
}
