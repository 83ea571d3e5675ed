/** `npm run package`: the extension as a .vsix and the command `cable` as a tarball for npm, both in dist/. */
import { cpSync, mkdirSync, mkdtempSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { ensureInstalled, fail, root, run } from './lib.mjs';

/** Packs the built extension; returns the path of the .vsix. */
export async function packageExtension() {
  const { extensionContents } = await import('./package-contents.mjs');
  // There is no repository whose address could be told; the links of the README are made for the place already.
  const options = ['--no-dependencies', '--allow-missing-repository', '--no-rewrite-relative-links'];
  return pack(extensionContents(), 'vsix', (to, cwd) => run('vsce', ['package', ...options, '-o', to], quiet(cwd)));
}

/** Packs the built command; returns the path of the tarball. */
export async function packageCommand() {
  const { commandContents } = await import('./package-contents.mjs');
  return pack(commandContents(), 'tgz', (to, cwd) => {
    const code = run('npm', ['pack', '--ignore-scripts', '--silent'], quiet(cwd));
    const { name, version } = commandContents().manifest;
    if (code === 0) renameSync(join(cwd, `${name}-${version}.tgz`), to);
    return code;
  });
}

/** What a tool says on its way is not told, its warnings are. */
const quiet = (cwd) => ({ cwd, stdio: ['ignore', 'ignore', 'inherit'] });

/** Lays out a folder with nothing but the contents, and has it packed. */
async function pack({ manifest, files }, kind, tool) {
  const { packageReadme } = await import('./package-readme.mjs');
  mkdirSync(join(root, 'dist'), { recursive: true });
  const folder = mkdtempSync(join(root, 'dist', 'packing-'));
  try {
    const stage = join(folder, 'stage');
    for (const file of files) cpSync(join(root, file), join(stage, file));
    writeFileSync(join(stage, 'package.json'), JSON.stringify(manifest, null, 2));
    writeFileSync(join(stage, 'README.md'), packageReadme({ pictures: kind === 'vsix' }));
    const packed = join(folder, 'packed');
    if (tool(packed, stage) !== 0) throw new Error(`The .${kind} could not be packed: see above.`);
    const to = join(root, 'dist', `${manifest.name}-${manifest.version}.${kind}`);
    renameSync(packed, to);
    return to;
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

if (process.argv[1]?.endsWith('package.mjs')) {
  ensureInstalled();
  if (run('node', ['scripts/build.mjs']) !== 0) fail('The build failed: see above.');
  for (const file of [await packageExtension(), await packageCommand()])
    console.log(`${relative('.', file)}  ${Math.round(statSync(file).size / 1000)} KB`);
}
