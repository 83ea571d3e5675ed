/**
 * `npm run profile -- parse|check|keystroke`: runs that part under V8's sampler and prints which folders, files and functions of the source
 * its time went to. `--write` puts it into docs/performance.md.
 */
import { join } from 'node:path';
import { build } from 'esbuild';
import { buildData } from './build-data.mjs';
import { fail, root, run } from './lib.mjs';

const PARTS = ['parse', 'check', 'keystroke'];
const given = process.argv.slice(2);
if (!given.some((word) => PARTS.includes(word))) fail(`Which part? ${PARTS.join(', ')}.`);
buildData();
/** What is shipped, but with its names, and with maps back to the source. */
await build({
  absWorkingDir: root,
  entryPoints: {
    parse: 'test/bench/profile/parse.ts',
    cable: 'server/src/cli/cable.ts',
    server: 'server/src/main.ts',
  },
  outdir: 'dist/profile',
  bundle: true,
  platform: 'node',
  format: 'cjs',
  target: 'node20',
  sourcemap: true,
  logLevel: 'warning',
  mainFields: ['module', 'main'],
  // `__dirname` as it is for what is shipped, which lies beside its tables.
  define: { BUILD_ID: '"profile"', 'import.meta.url': 'moduleUrl', __dirname: JSON.stringify(join(root, 'dist')) },
  banner: { js: "const moduleUrl = require('node:url').pathToFileURL(__filename).href;" },
  external: ['./server.js', '@napi-rs/nice'],
});
process.exit(run('tsx', ['test/bench/profile.ts', ...given]));
