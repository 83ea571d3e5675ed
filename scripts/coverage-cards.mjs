/** `npm run coverage:cards FILE…`: the share of words in capitals and TAGS that get a hover card, and the list of those that do not. */
import { existsSync } from 'node:fs';
import { buildData } from './build-data.mjs';
import { ensureInstalled, fail, run } from './lib.mjs';

const files = process.argv.slice(2);
if (files.length === 0) fail('Name the cables to look at: npm run coverage:cards -- FILE…');
const absent = files.find((file) => !existsSync(file));
if (absent) fail(`${absent}: no such file`);
ensureInstalled();
buildData();
process.exit(run('tsx', ['test/cards/coverage.ts', ...files]));
