/** The README as it reads in a package, where the files that it links to are not. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { root } from './lib.mjs';

const PICTURE = /<picture>[\s\S]*?<img alt="([^"]*)" src="([^"]*)"[^>]*>\s*<\/picture>/g;
const IMAGE = /!\[([^\]]*)\]\((?!https:|data:)([^)\s]+)\)/g;
const LINK = /(?<!!)\[((?:[^[\]]|`[^`]*`)+)\]\((?!https?:|#|mailto:)[^)\s]+\)/g;

/**
 * VS Code shows pictures in an extension's page from https addresses or from the text itself, and follows no link to a file.
 * @param {{ pictures: boolean }} options whether pictures go into the text, or away
 */
export function packageReadme({ pictures }) {
  const readme = readFileSync(join(root, 'README.md'), 'utf8');
  const picture = (_, alt, path) => (pictures ? `![${alt}](data:image/webp;base64,${base64(path)})` : '');
  return readme.replace(PICTURE, picture).replace(IMAGE, picture).replace(LINK, '$1');
}

const base64 = (path) => readFileSync(join(root, path)).toString('base64');
