/** `npm run bench`: parse speed, hover cards, reference data, the grammar, the command beside its peers, each in a process of its own. `npm run bench -- data` runs only that. `npm run bench:library` measures the library of cables: that takes minutes. */
import { join } from 'node:path';
import { build } from 'esbuild';
import { buildData } from './build-data.mjs';
import { root, run } from './lib.mjs';

const asked = process.argv.slice(2);
if (asked[0] === 'library') {
  run('node', ['scripts/build.mjs']);
  process.exit(run('tsx', ['test/bench/library.ts', ...asked.slice(1)]));
}
const parts = ['parse', 'hover', 'data'].filter((part) => asked.length === 0 || asked.includes(part));
buildData();
await build({
  absWorkingDir: root,
  entryPoints: parts.map((part) => `test/bench/${part}.ts`),
  outdir: 'dist/test/bench',
  bundle: true,
  platform: 'node',
  format: 'cjs',
  // The tables lie beside the bundles that are shipped.
  define: { __dirname: JSON.stringify(join(root, 'dist')) },
  logLevel: 'warning',
});
const codes = parts.map((part) => run('node', ['--expose-gc', join('dist', 'test', 'bench', `${part}.js`)]));
// The grammar is not bundled: its engine is a file of its own.
if (asked.length === 0 || asked.includes('grammar')) codes.push(run('tsx', ['test/bench/grammar.ts']));
if (asked.length === 0 || asked.includes('check')) {
  run('node', ['scripts/build.mjs']);
  codes.push(run('node', ['test/bench/check.mjs']));
}
process.exit(Math.max(0, ...codes));
