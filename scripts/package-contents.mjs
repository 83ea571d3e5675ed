/** What goes into the two packages. Nothing else does: a file that only happens to lie in dist/ stays there. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { globSync } from 'tinyglobby';
import { readBundles } from './bundles.mjs';
import { TABLES } from './data-schema.mjs';
import { root } from './lib.mjs';
import { NOTICES } from './notices.mjs';

/** What only the command runs. */
const COMMAND_ONLY = ['cable', 'summarise-worker'];
/** The command, the server that it starts for other editors, and their threads. */
const COMMAND = ['cable', 'server', 'check-worker', 'library-worker', 'summarise-worker', 'worker', 'compiled'];
const TEXTS = ['LICENSE', 'CHANGELOG.md', NOTICES];

const manifest = () => JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'));
const found = (...globs) => globSync(globs, { cwd: root }).sort();
const tables = () => Object.keys(TABLES).map((name) => `dist/data/${name}.json`);
const bundles = (wanted) =>
  Object.keys(readBundles()).filter((file) => wanted(file.replace(/^dist\/|(?:\.code)?\.\w+$/g, '')));

/** The extension: its manifest without what only developers need, and the files (relative to the project) beside it. */
export function extensionContents() {
  const { scripts, devDependencies, dependencies, bin, imports, private: _, files: globs, ...kept } = manifest();
  const own = found(...globs.filter((glob) => !glob.startsWith('dist/')));
  const files = [...own, ...TEXTS, ...bundles((name) => !COMMAND_ONLY.includes(name)), ...tables()];
  return { manifest: { ...kept, files: ['**'] }, files: [...new Set(files)] };
}

/** The command `cable`, for npm: everything it runs is in its bundles, so nothing else has to be installed. */
export function commandContents() {
  const { name, version, description, license, keywords, bin, engines } = manifest();
  const files = [...TEXTS, ...bundles((each) => COMMAND.includes(each)), ...tables()];
  return {
    manifest: { name, version, description, license, keywords, bin, engines: { node: engines.node } },
    files: [...files, ...found('docs/rules/**/*.md', 'schemas/*.json')],
  };
}
