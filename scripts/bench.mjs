/**
 * `npm run bench`: how fast everything is, ours beside its peers where there are any; each part in a process of its own. `npm run bench --
 * keystroke start` runs only those: `parse`, `hover`, `data`, `grammar`, `keystroke`, `start`, `check`; other arguments are theirs.
 * `--write` puts what was measured into docs/performance.md. `npm run bench:library` measures the library of cables, `npm run bench:activation`
 * what the extension costs VS Code: these take minutes.
 */
import { join } from 'node:path';
import { build } from 'esbuild';
import { buildData } from './build-data.mjs';
import { fail, root, run } from './lib.mjs';

/** Bundled, so that what is measured is what is shipped. */
const INSIDE = ['parse', 'hover', 'data'];
/** Those of whole processes, which are the built ones. The grammar's engine is a file of its own. */
const OUTSIDE = ['grammar', 'keystroke', 'start', 'check'];

const given = process.argv.slice(2);
if (given[0] === 'library') {
  run('node', ['scripts/build.mjs']);
  process.exit(run('tsx', ['test/bench/library.ts', ...given.slice(1)]));
}
if (given[0] === 'activation') {
  if (run('node', ['scripts/build.mjs']) !== 0) fail('It does not build.');
  process.exit(run('tsx', ['test/bench/activation/main.mjs', ...given.slice(1)]));
}
const first = given.findIndex((word) => word.startsWith('--'));
const names = first < 0 ? given : given.slice(0, first);
const options = first < 0 ? [] : given.slice(first);
const unknown = names.find((name) => ![...INSIDE, ...OUTSIDE].includes(name));
if (unknown) fail(`No part ${unknown}: ${[...INSIDE, ...OUTSIDE].join(', ')}.`);
const asked = (part) => names.length === 0 || names.includes(part);

const inside = INSIDE.filter(asked);
const outside = OUTSIDE.filter(asked);
buildData();
await build({
  absWorkingDir: root,
  entryPoints: inside.map((part) => `test/bench/${part}.ts`),
  outdir: 'dist/test/bench',
  bundle: true,
  platform: 'node',
  format: 'cjs',
  // The tables lie beside the bundles that are shipped.
  define: { __dirname: JSON.stringify(join(root, 'dist')) },
  logLevel: 'warning',
});
const codes = inside.map((part) =>
  run('node', ['--expose-gc', join('dist', 'test', 'bench', `${part}.js`), ...options]),
);
if (outside.some((part) => part !== 'grammar') && run('node', ['scripts/build.mjs']) !== 0) fail('It does not build.');
codes.push(...outside.map((part) => run('tsx', [`test/bench/${part}.ts`, ...options])));
process.exit(Math.max(0, ...codes));
