/** `npm run notices`: writes the licences of all packages whose code is in a bundle, as the build found them, into THIRD-PARTY-NOTICES.md. */
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { readBundles } from './bundles.mjs';
import { fail, root, run } from './lib.mjs';

export const NOTICES = 'THIRD-PARTY-NOTICES.md';
const LICENCE = /^(?:licen[cs]e|copying|notice)/i;
const require = createRequire(import.meta.url);

/** The text of the file, for the bundles that lie in dist/. Throws for a package without a licence. */
export function noticesText() {
  const folders = [...new Set(Object.values(readBundles()).flat())];
  // A package may lie in several places in one version.
  const notices = new Map(folders.map(noticeOf).map(({ title, text }) => [title, text]));
  const list = [...notices].sort(([a], [b]) => (a < b ? -1 : 1));
  return `# Third-party notices

Written by \`npm run notices\` from what the bundles contain. The code of these packages is in the extension or in the command \`cable\`.
${list.map(([title, text]) => `\n## ${title}\n\n${text}\n`).join('')}`;
}

function noticeOf(folder) {
  const { name, version, license, author } = JSON.parse(readFileSync(join(root, folder, 'package.json'), 'utf8'));
  const files = readdirSync(join(root, folder)).filter((file) => LICENCE.test(file));
  const texts = files.map((file) => readFileSync(join(root, folder, file), 'utf8'));
  if (texts.length === 0) texts.push(textOf(license, author?.name ?? author ?? `the authors of ${name}`));
  // Indented: nothing in it is taken for Markdown.
  const text = texts
    .map((each) => each.replace(/\r\n?/g, '\n').trim())
    .join('\n\n')
    .replace(/^(?=.)/gm, '    ')
    .replace(/ +$/gm, '');
  return { title: `${name} ${version} (${license})`, text };
}

/** The usual text of a licence, for a package that names one and brings none. Throws for one that is not known. */
function textOf(license, holder) {
  const { licenseText } = require(`spdx-license-list/licenses/${license}.json`);
  return licenseText.replace('<year> <copyright holders>', holder);
}

if (process.argv[1]?.endsWith('notices.mjs')) {
  if (run('node', ['scripts/build.mjs']) !== 0) fail('The build failed: see above.');
  writeFileSync(join(root, NOTICES), noticesText());
}
