/** Bundles the extension, the language server and the command into dist/. `--watch` is not needed: a build takes a second. */
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { build } from 'esbuild';
import { root } from './lib.mjs';

if (existsSync(join(root, 'scripts', 'build-data.mjs'))) {
  const { buildData } = await import('./build-data.mjs');
  await buildData();
}
const common = {
  absWorkingDir: root,
  bundle: true,
  platform: 'node',
  format: 'cjs',
  target: 'node20',
  minify: true,
  sourcemap: false,
  logLevel: 'warning',
  // The UMD builds of some packages hide their requires from the bundler.
  mainFields: ['module', 'main'],
};
await Promise.all([
  build({ ...common, entryPoints: ['client/src/extension.ts'], outfile: 'dist/extension.js', external: ['vscode'] }),
  build({ ...common, entryPoints: ['server/src/main.ts'], outfile: 'dist/server.js' }),
  build({
    ...common,
    entryPoints: ['server/src/cli/cable.ts'],
    outfile: 'dist/cable.js',
    external: ['./server.js'],
    // A package of the command asks for its module's address, which a CommonJS bundle does not have.
    define: { 'import.meta.url': 'moduleUrl' },
    banner: { js: "const moduleUrl = require('node:url').pathToFileURL(__filename).href;" },
  }),
]);
