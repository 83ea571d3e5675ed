/** `npm run bench`: parse speed, next to a bare scan for line breaks over the same text in the same process. */
import { join } from 'node:path';
import { build } from 'esbuild';
import { root, run } from './lib.mjs';

const outfile = join(root, 'dist', 'test', 'bench.js');
await build({
  absWorkingDir: root,
  entryPoints: ['test/bench/parse.ts'],
  outfile,
  bundle: true,
  platform: 'node',
  format: 'cjs',
  logLevel: 'warning',
});
process.exit(run('node', [outfile, ...process.argv.slice(2)]));
