/** `npm run fuzz`: builds, then tries texts, edits and requests by chance. `npm run fuzz -- --help` tells the options. */
import { ensureInstalled, run } from './lib.mjs';

ensureInstalled();
const built = run('node', ['scripts/build.mjs']);
process.exit(built || run('tsx', ['test/fuzz/run.ts', ...process.argv.slice(2)]));
