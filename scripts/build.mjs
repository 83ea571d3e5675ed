/** Bundles the extension, the language server, the command and its threads into dist/. `--watch` is not needed: a build takes a second. */
import { createHash } from 'node:crypto';
import { readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { build } from 'esbuild';
import { buildData } from './build-data.mjs';
import { writeBundles } from './bundles.mjs';
import { TABLES } from './data-schema.mjs';
import { root } from './lib.mjs';
import { withoutExamples } from './without-examples.mjs';

/** Changes with anything that a finding may depend on: the cache of findings goes by it. */
function buildId() {
  const hash = createHash('sha256');
  for (const folder of ['server/src', 'data'])
    for (const file of readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' }).sort())
      if (/\.(?:ts|tsv)$/.test(file)) hash.update(file).update(readFileSync(join(root, folder, file)));
  return hash.digest('hex').slice(0, 16);
}

/** Beside each `NAME.code.js` the `NAME.js` that runs it by what is kept of it in compiled form. */
function writeStarters(metafiles) {
  const codes = metafiles.flatMap(({ outputs }) => Object.keys(outputs)).filter((file) => file.endsWith('.code.js'));
  return codes.map((code) => {
    const file = code.replace('.code.js', '.js');
    const text = readFileSync(join(root, code), 'utf8');
    const interpreter = /^#!.*\n/.exec(text)?.[0] ?? '';
    writeFileSync(join(root, code), text.slice(interpreter.length));
    // The command is soon done, but where it is a server.
    const isBrief = interpreter ? ", process.argv[2] !== 'lsp'" : '';
    const start = `module.exports = require('./compiled.js').run(require.resolve('./${basename(code)}')${isBrief});\n`;
    writeFileSync(join(root, file), interpreter + start, { mode: interpreter ? 0o755 : 0o644 });
    return file;
  });
}

buildData();
// What was compiled of the bundles before.
rmSync(join(root, 'dist', 'compiled'), { recursive: true, force: true });
const common = {
  absWorkingDir: root,
  bundle: true,
  platform: 'node',
  format: 'cjs',
  target: 'node20',
  minify: true,
  sourcemap: false,
  metafile: true,
  logLevel: 'warning',
  // The UMD builds of some packages hide their requires from the bundler.
  mainFields: ['module', 'main'],
  define: { BUILD_ID: JSON.stringify(buildId()) },
  // Priorities of threads, which the pool can do without.
  external: ['@napi-rs/nice'],
};
/** Fails where something that only Node has is reached. */
const browser = {
  ...common,
  platform: 'browser',
  target: 'es2022',
  mainFields: ['browser', ...common.mainFields],
};
const built = await Promise.all([
  build({
    ...common,
    entryPoints: ['client/src/extension.ts'],
    outfile: 'dist/extension.js',
    external: ['vscode', ...common.external],
  }),
  // What runs in the picture of references: a page of its own.
  build({
    ...browser,
    entryPoints: ['client/src/webview/graph.ts', 'client/src/webview/graph.css', 'client/src/webview/reading.ts'],
    outdir: 'dist',
    format: 'iife',
  }),
  build({
    ...browser,
    entryPoints: ['client/src/browser/extension.ts'],
    outfile: 'dist/browser/extension.js',
    external: ['vscode'],
    define: { TABLES: JSON.stringify(Object.keys(TABLES)) },
  }),
  build({
    ...browser,
    plugins: [withoutExamples],
    entryPoints: ['server/src/browser/main.ts'],
    outfile: 'dist/browser/server.js',
    format: 'iife',
  }),
  build({ ...common, plugins: [withoutExamples], entryPoints: ['server/src/main.ts'], outfile: 'dist/server.code.js' }),
  // The threads that check many cables and read the library: our own code, and what the pool runs in each of them.
  build({
    ...common,
    plugins: [withoutExamples],
    entryPoints: {
      'check-worker.code': 'server/src/batch/worker.ts',
      'library-worker.code': 'server/src/batch/library-worker.ts',
    },
    outdir: 'dist',
  }),
  build({
    ...common,
    entryPoints: { 'summarise-worker.code': 'server/src/batch/summarise-worker.ts' },
    outdir: 'dist',
  }),
  build({ ...common, entryPoints: ['server/src/node/compiled.ts'], outfile: 'dist/compiled.js' }),
  build({ ...common, entryPoints: { worker: 'node_modules/piscina/dist/worker.js' }, outdir: 'dist' }),
  build({
    ...common,
    entryPoints: ['server/src/cli/cable.ts'],
    outfile: 'dist/cable.code.js',
    external: ['./server.js', ...common.external],
    // A package of the command asks for its module's address, which a CommonJS bundle does not have.
    define: { ...common.define, 'import.meta.url': 'moduleUrl' },
    banner: { js: "const moduleUrl = require('node:url').pathToFileURL(__filename).href;" },
  }),
]);
const metafiles = built.map(({ metafile }) => metafile);
writeBundles(metafiles, writeStarters(metafiles));
